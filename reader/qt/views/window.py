"""The window: a menu, a toolbar, tabs of articles, a status line; every command of the keymap is answered here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QToolBar, QToolButton, QVBoxLayout, QWidget

from reader.core.errors import ReaderError
from reader.core.loaders import SUFFIXES
from reader.core.model import Article
from reader.qt.controller import Services
from reader.qt.i18n import INTERFACE_LANGUAGES, Interface, error_sentence
from reader.qt.keymap import Keymap
from reader.qt.models.texts import word_count
from reader.qt.models.views import View
from reader.qt.theme import load_theme
from reader.qt.views.article_tabs import ArticleTabs
from reader.qt.views.article_view import ArticleView
from reader.qt.views.commands import Commands
from reader.qt.views.context_menu import context_menu
from reader.qt.views.dress import Dress
from reader.qt.views.packages_desk import PackagesDesk
from reader.qt.views.quote_actions import QuoteActions
from reader.qt.views.status_line import StatusLine

if TYPE_CHECKING:
    from reader.qt.views.panels import Panels
    from reader.qt.views.terms_desk import TermsDesk

PANELS = ("typography", "palette", "shortcuts", "about", "packages", "settings", "export", "print")
TERMS = ("import_terms", "export_terms", "export_edits", "keep_word", "translate_word")
VIEWS = {"original": View.ORIGINAL, "side": View.SIDE_BY_SIDE, "interlinear": View.INTERLINEAR, "quotes": View.QUOTES}
TOOLBAR = ("open", "", "view_original", "view_side", "view_interlinear", "view_quotes", "", "toggle_translation")
TOOLBAR += ("toggle_cards", "swap_sides", "", "previous_quote", "next_quote", "", "find", "speakers", "typography")
SAID_MS = 3500


@dataclass(frozen=True)
class Tools:
    """What the windows of a program share besides its services."""

    keymap: Keymap
    interface: Interface
    desk: PackagesDesk


class ReaderWindow(QMainWindow):
    """One window; it owns its sessions and asks the services for nothing but through them."""

    closed = Signal(object)

    def __init__(self, services: Services, tools: Tools, state: QSettings) -> None:
        """Make an empty window; `state` remembers its size and place, and nothing else."""
        super().__init__()
        self._services, self._preferences, self._interface = services, services.preferences, tools.interface
        preferences = self._preferences
        self._state = state
        settings = preferences.settings
        self.dress = Dress(load_theme(settings.theme), preferences.typography)
        self._view = VIEWS[settings.view] if settings.show_translation or settings.view == "quotes" else View.ORIGINAL
        self._translated_view = VIEWS[settings.view] if settings.view in ("side", "interlinear") else View.SIDE_BY_SIDE
        self._cards, self._grouped = settings.show_cards, False
        self._swapped = bool(state.value("swapped", False, type=bool))
        self.tabs = ArticleTabs(services, self._new_article, self)
        self.status = StatusLine(self.dress.theme)
        self.commands = Commands(self, tools.keymap, self.perform)
        self.quote_actions = QuoteActions(self, self.say)
        self._tools = tools
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(SAID_MS)
        self._said.timeout.connect(self.status.unsay)
        self._words: dict[str, int] = {}
        self._style = preferences.style
        self._lay_out()
        self._work = self._table()
        self.set_dress()
        self._connect()
        self.tabs.add()
        self._restore()
        if tools.keymap.problems:
            self.say(" ".join(tools.keymap.problems))

    # -- articles

    @property
    def article(self) -> ArticleView:
        """The article in front."""
        return self.tabs.article

    @cached_property
    def panels(self) -> Panels:
        """The panels over the window; neither they nor printing are loaded before one is asked for."""
        from reader.qt.views.panels import Panels  # noqa: PLC0415 - a tenth of the time it takes to start

        return Panels(self, self._tools.keymap, self._preferences, self._tools.desk)

    @cached_property
    def terms(self) -> TermsDesk:
        """What the reader teaches the translator."""
        from reader.qt.views.terms_desk import TermsDesk  # noqa: PLC0415 - as above

        return TermsDesk(self, self._services)

    def open_sources(self, sources: Sequence[str | Path]) -> None:
        """Open each file or address in a tab."""
        for source in sources:
            self.tabs.open(source)

    def paste_text(self, text: str) -> None:
        """Read a text in a tab."""
        self.tabs.free().session.paste(text)

    def say(self, sentence: str) -> None:
        """Say something in passing."""
        self.status.say(sentence)
        self._said.start()

    # -- commands

    def perform(self, command: str) -> None:
        """Do what a command says."""
        if self.quote_actions.perform(self.article, command, self.article.active):
            return
        self._work[command]()

    def set_view(self, view: View) -> None:
        """Show articles another way."""
        self._view = view
        if view in (View.SIDE_BY_SIDE, View.INTERLINEAR):
            self._translated_view = view
        self._show_views()

    def tool_button(self, command: str) -> QWidget | None:
        """Return a command's button in the toolbar."""
        return self.toolbar.widgetForAction(self.commands.actions[command])

    def keys_changed(self) -> None:
        """Take the reader's new keys."""
        self.commands.set_keys()
        self.commands.retranslate()

    def set_dress(self) -> None:
        """Wear the theme and typography of the preferences."""
        settings = self._preferences.settings
        self.dress = Dress(load_theme(settings.theme), self._preferences.typography)
        self.commands.dress(self.dress.theme)
        self.status.set_theme(self.dress.theme)
        if "panels" in self.__dict__:
            self.panels.set_theme(self.dress.theme)
        for article in self.tabs.articles:
            article.set_dress(self.dress)

    # -- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, addresses and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped; a translation package is installed."""
        data = event.mimeData()
        sources = [url.toLocalFile() or url.toString() for url in data.urls()]
        packages = [source for source in sources if source.endswith(".argosmodel")]
        for package in packages:
            self.panels.install(package)
        articles = [source for source in sources if source not in packages]
        if articles:
            self.open_sources(articles)
        elif not sources and data.hasText():
            self.paste_text(data.text())
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
            self._article_changed()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, the view and where reading stopped; stop all work."""
        self._state.setValue("geometry", self.saveGeometry())
        self._keep_views()
        self._state.setValue("swapped", self._swapped)
        self.tabs.leave_all()
        self.hide()
        self.closed.emit(self)
        super().closeEvent(event)

    # -- in step with the article in front

    def _article_changed(self) -> None:
        state = self.article.session.state
        self.status.show_state(state, self._words_of(state.article))
        self.status.show_place(self.article.progress())
        self.commands.check(show_boilerplate=self.article.unfolded, speakers=self.article.shows_speakers)
        whole = state.article
        pasted = self.tr("Pasted text")
        title = f"{whole.title or pasted} — Comillas" if whole else "Comillas"
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _words_of(self, whole: Article | None) -> int:
        if whole is None:
            return 0
        if whole.key not in self._words:
            self._words[whole.key] = word_count(whole)
        return self._words[whole.key]

    # -- what commands do

    def _table(self) -> dict[str, Callable[[], object]]:
        def article(work: Callable[[ArticleView], object]) -> Callable[[], object]:
            return lambda: work(self.article)

        views = {"original": 1, "side": 2, "interlinear": 3, "quotes": 4}
        table: dict[str, Callable[[], object]] = {
            f"view_{name}": lambda number=number: self.set_view(View(number)) for name, number in views.items()
        }
        return table | {
            "open": self._ask_file,
            "paste": lambda: self.paste_text(QGuiApplication.clipboard().text()),
            "close": lambda: self.tabs.close_tab(self.tabs.currentIndex()),
            "quit": self.close,
            "toggle_translation": self._toggle_translation,
            "toggle_cards": lambda: self._toggle("_cards"),
            "swap_sides": lambda: self._toggle("_swapped"),
            "group_speakers": self._group,
            "speakers": article(lambda a: a.toggle_speakers()),
            "show_boilerplate": article(lambda a: a.set_unfolded(not a.unfolded)),
            "fullscreen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
            "larger": lambda: self._preferences.set_typography(self.dress.typography.larger()),
            "smaller": lambda: self._preferences.set_typography(self.dress.typography.smaller()),
            "reset_size": lambda: self._preferences.change(font_size=14.0),
            "next_quote": article(lambda a: a.next_quote(1)),
            "previous_quote": article(lambda a: a.next_quote(-1)),
            "next_sentence": article(lambda a: a.next_sentence(1)),
            "previous_sentence": article(lambda a: a.next_sentence(-1)),
            "page_down": article(lambda a: a.page_by(1)),
            "page_up": article(lambda a: a.page_by(-1)),
            "top": article(lambda a: a.scroll_to_end(False)),
            "bottom": article(lambda a: a.scroll_to_end(True)),
            "back": article(lambda a: a.go_through_history(back=True)),
            "forward": article(lambda a: a.go_through_history(back=False)),
            "find": article(lambda a: a.finder.open()),
            "find_next": article(lambda a: a.finder.step(1)),
            "find_previous": article(lambda a: a.finder.step(-1)),
            "stop": self._stop,
            "open_card": article(lambda a: a.open_card()),
            "language": self._switch_language,
            **{name: lambda name=name: self.panels.table()[name]() for name in PANELS},
            **{name: lambda name=name: self.terms.table()[name]() for name in TERMS},
        }

    def _show_views(self) -> None:
        for article in self.tabs.articles:
            article.set_view(self._view, cards=self._cards, swapped=self._swapped, grouped=self._grouped)
        translated = self._view in (View.SIDE_BY_SIDE, View.INTERLINEAR)
        self.commands.check(
            toggle_translation=translated,
            toggle_cards=self._cards,
            swap_sides=self._swapped,
            group_speakers=self._grouped,
            **{f"view_{name}": view is self._view for name, view in VIEWS.items()},
        )

    def _toggle_translation(self) -> None:
        translated = self._view in (View.SIDE_BY_SIDE, View.INTERLINEAR)
        self.set_view(View.ORIGINAL if translated else self._translated_view)

    def _toggle(self, flag: str) -> None:
        setattr(self, flag, not getattr(self, flag))
        self._show_views()

    def _keep_views(self) -> None:
        """Remember how articles are shown; not before the window closes, since a disk is slower than an eye."""
        names = {view: name for name, view in VIEWS.items()}
        translated = self._view in (View.SIDE_BY_SIDE, View.INTERLINEAR)
        shown = self._view if self._view is View.QUOTES else self._translated_view
        now = {"view": names[shown], "show_translation": translated, "show_cards": self._cards}
        before = self._preferences.settings
        if any(getattr(before, name) != value for name, value in now.items()):
            self._preferences.change(**now)

    def _group(self) -> None:
        self._grouped = not self._grouped
        self.set_view(View.QUOTES)

    def _stop(self) -> None:
        """Close what is open, else stop the translation."""
        if self.article.find_bar.isVisible():
            self.article.find_bar.close_bar()
        elif self.article.opened or self.article.active is not None:
            self.article.choose(None)
        else:
            self.article.session.stop()

    def _status_asked(self, wish: str) -> None:
        session = self.article.session
        match wish:
            case "stop":
                session.stop()
            case "resume":
                session.resume()
            case "en" | "es":
                session.choose_language(wish)

    def _ask_file(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        kinds = ";;".join((self.tr("Articles ({patterns})").format(patterns=patterns), self.tr("All files (*)")))
        dialog = QFileDialog(self, self.tr("Open articles"), str(self._state.value("folder", "")), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, sources: list[str]) -> None:
        self._state.setValue("folder", str(Path(sources[0]).parent))
        self.open_sources(sources)

    def _switch_language(self) -> None:
        others = [language for language in INTERFACE_LANGUAGES if language != self._interface.language]
        self._preferences.change(interface_language=others[0])

    def _new_article(self, article: ArticleView) -> None:
        """Make an empty tab one of this window's."""
        article.set_dress(self.dress)
        article.set_view(self._view, cards=self._cards, swapped=self._swapped, grouped=self._grouped)
        article.set_unfolded(self._preferences.settings.show_boilerplate)
        article.asked.connect(lambda index, command: self.quote_actions.perform(article, command, index))
        article.menu_asked.connect(self._show_menu)
        article.packages_asked.connect(lambda: self.perform("packages"))
        article.placeholder.open_asked.connect(lambda: self.perform("open"))
        article.placeholder.paste_asked.connect(lambda: self.perform("paste"))

    def _show_menu(self, index: int | None, point: QPoint) -> None:
        """Offer what can be done with a quote, or with the selection."""
        context_menu(self, index).popup(point)

    def _restyle(self) -> None:
        style, self._style = self._style, self._preferences.style
        if style != self._style:
            for article in self.tabs.articles:
                article.session.restyle()

    def _fail(self, error: ReaderError) -> None:
        self.say(error_sentence(error))

    # -- building

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        bar = QToolBar(self)
        bar.setMovable(False)
        bar.setObjectName("tools")
        for name in TOOLBAR:
            if name:
                bar.addAction(self.commands.actions[name])
            else:
                bar.addSeparator()
        for button in bar.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt leaves a toolbar to the mouse
        self.toolbar = bar
        self.addToolBar(bar)
        self.commands.fill(self.menuBar())
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        self.setMinimumSize(640, 420)

    def _connect(self) -> None:
        self.tabs.front_changed.connect(self._article_changed)
        self.status.asked.connect(self._status_asked)
        self._preferences.changed.connect(self.set_dress)
        self._preferences.changed.connect(self._restyle)
        self._preferences.failed.connect(self._fail)

    def _restore(self) -> None:
        geometry = self._state.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            screen = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(1360, screen.width() - 40), min(900, screen.height() - 80))
        self._show_views()
        self.article.stack.currentWidget().setFocus()
