"""The panels that lie over the window: page and theme, command palette, keys, packages, about; printing and export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from reader.core.errors import SourceError
from reader.core.export import Bilingual, to_csv, to_html, to_json, to_markdown
from reader.core.files import save_text
from reader.core.model import other_language
from reader.qt.i18n import error_sentence
from reader.qt.keymap import COMMANDS, Keymap
from reader.qt.models.views import View
from reader.qt.preferences import Preferences
from reader.qt.printing import MARGINS_MM, Sheet, print_on, save_pdf
from reader.qt.theme import Theme
from reader.qt.views.about_overlay import AboutOverlay
from reader.qt.views.command_palette import CommandPalette, PaletteEntry
from reader.qt.views.overlay import Overlay
from reader.qt.views.packages_desk import PackagesDesk
from reader.qt.views.packages_dialog import PackagesPanel
from reader.qt.views.settings_panel import SettingsPanel
from reader.qt.views.shortcuts_overlay import ShortcutsOverlay
from reader.qt.views.typography_popover import THEME_NAMES, TypographyPopover

if TYPE_CHECKING:
    from reader.qt.views.window import ReaderWindow

_THEME = "theme:"
FORMATS: dict[str, Callable[[Bilingual], str]] = {
    ".md": to_markdown,
    ".html": to_html,
    ".csv": to_csv,
    ".json": to_json,
}


class Panels(QObject):
    """Makes each panel when it is first asked for; starting the program pays for none."""

    def __init__(self, window: ReaderWindow, keymap: Keymap, preferences: Preferences, desk: PackagesDesk) -> None:
        super().__init__(window)
        self._window, self._keymap, self._preferences, self._desk = window, keymap, preferences, desk
        self._made: dict[str, Overlay] = {}

    def table(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about panels do."""
        return {
            "typography": self._typography,
            "palette": self._palette,
            "shortcuts": lambda: self._panel("shortcuts", self._make_shortcuts).toggle(),
            "about": lambda: self._panel("about", lambda theme: AboutOverlay(theme, self._window)).toggle(),
            "packages": self._packages,
            "settings": self._settings,
            "export": self._export,
            "print": self._print,
        }

    def set_theme(self, theme: Theme) -> None:
        """Dress the panels that were made."""
        for panel in self._made.values():
            panel.set_theme(theme)
        page = self._made.get("typography")
        if isinstance(page, TypographyPopover):
            page.set_typography(self._preferences.typography)
            page.set_theme_choice(self._preferences.settings.theme)

    def _panel(self, name: str, make: Callable[[Theme], Overlay]) -> Overlay:
        if name not in self._made:
            self._made[name] = make(self._window.dress.theme)
        return self._made[name]

    def _typography(self) -> None:
        def make(theme: Theme) -> Overlay:
            popover = TypographyPopover(theme, self._window)
            popover.typography_changed.connect(self._preferences.set_typography)
            popover.theme_chosen.connect(lambda name: self._preferences.change(theme=name))
            return popover

        panel = self._panel("typography", make)
        self.set_theme(self._window.dress.theme)
        panel.toggle(self._window.tool_button("typography"))

    def _palette(self) -> None:
        def make(theme: Theme) -> Overlay:
            palette = CommandPalette(theme, self._window)
            palette.chosen.connect(self._perform)
            return palette

        panel = self._panel("palette", make)
        if isinstance(panel, CommandPalette):
            commands = [command for command in COMMANDS if command.id != "palette"]
            entries = [PaletteEntry(one.id, one.label(), self._keymap.shown(one.id)) for one in commands]
            themes = {name: QCoreApplication.translate("TypographyPopover", text) for name, text in THEME_NAMES.items()}
            named = self.tr("Theme: {name}")
            entries += [PaletteEntry(_THEME + name, named.format(name=text)) for name, text in themes.items()]
            panel.set_entries(entries)
        panel.toggle()

    def _perform(self, chosen: str) -> None:
        if chosen.startswith(_THEME):
            self._preferences.change(theme=chosen.removeprefix(_THEME))
        else:
            self._window.perform(chosen)

    def _make_shortcuts(self, theme: Theme) -> Overlay:
        overlay = ShortcutsOverlay(theme, self._keymap, self._window)
        overlay.keys_changed.connect(self._window.keys_changed)
        return overlay

    def _packages(self) -> None:
        self._package_panel().toggle()
        self._desk.refresh()

    def _settings(self) -> None:
        def make(theme: Theme) -> Overlay:
            panel = SettingsPanel(theme, self._window)
            panel.chosen.connect(lambda name, value: self._preferences.change(**{name: value}))
            self._preferences.changed.connect(panel.set_settings)
            panel.set_settings(self._preferences.settings)
            return panel

        self._panel("settings", make).toggle()

    def _package_panel(self) -> Overlay:
        def make(theme: Theme) -> Overlay:
            panel = PackagesPanel(theme, self._window)
            self._desk.serve(panel)
            return panel

        return self._panel("packages", make)

    def install(self, source: str) -> None:
        """Install a package that was dropped on the window, and show how it goes."""
        panel = self._package_panel()
        if panel.isHidden():
            panel.open()
        self._desk.refresh()
        self._desk.install(source)

    # -- the article on paper, or in a file

    def _bilingual(self) -> Bilingual | None:
        session = self._window.article.session
        analysis = session.state.analysis
        if analysis is None:
            self._window.say(self.tr("There is no article to write yet."))
            return None
        shown = session.blocks if self._window.article.shows_translation else {}
        return Bilingual(analysis, shown, other_language(analysis.language.language))

    def _print(self) -> None:
        bilingual = self._bilingual()
        if bilingual is None:
            return
        printer, sheet = QPrinter(QPrinter.PrinterMode.HighResolution), self._sheet(bilingual)
        printer.setDocName(_file_name(bilingual.article.title))
        printer.setPageMargins(MARGINS_MM, QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: print_on(printer, sheet))
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by name

    def _export(self) -> None:
        article = self._window.article
        bilingual = self._bilingual()
        if bilingual is None:
            return
        whole = Bilingual(bilingual.analysis, article.session.blocks, bilingual.target)
        kinds = ";;".join(["PDF (*.pdf)", "Markdown (*.md)", "HTML (*.html)", "CSV (*.csv)", "JSON (*.json)"])
        dialog = QFileDialog(self._window, self.tr("Export"), "", kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{_file_name(bilingual.article.title)}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write(Path(path), whole))
        dialog.open()

    def write(self, path: Path, bilingual: Bilingual) -> None:
        """Write the article in the format that the file's name ends in; say how it went."""
        make = FORMATS.get(path.suffix.lower())
        try:
            if make is not None:
                save_text(path, make(bilingual))
            elif not save_pdf(str(path), self._sheet(bilingual)):
                raise SourceError("output", path=str(path))
        except SourceError as error:
            self._window.say(error_sentence(error))
        else:
            self._window.say(self.tr("Written: {path}").format(path=path.name))

    def _sheet(self, bilingual: Bilingual) -> Sheet:
        article = self._window.article
        view = article.view if article.view is not View.QUOTES else View.QUOTES
        return Sheet(bilingual, view, self._preferences.typography, article.swapped)


def _file_name(title: str) -> str:
    return "".join(letter if letter.isalnum() or letter in " -" else " " for letter in title).strip()[:60] or "comillas"
