"""The small widgets around the page: what goes in is shown, what the reader does comes out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.core.paths import resources
from reader.core.settings import Settings, fits
from reader.core.translation.base import Direction
from reader.core.translation.packages import read_package
from reader.qt.keymap import COMMANDS, Keymap
from reader.qt.models.speakers import SpeakerEntry
from reader.qt.theme import SYSTEM, THEMES, Theme, load_theme
from reader.qt.typography import Typography
from reader.qt.views.about_overlay import AboutOverlay
from reader.qt.views.aside_delegate import ASIDE
from reader.qt.views.command_palette import CommandPalette, PaletteEntry, score
from reader.qt.views.dressed import IconButton
from reader.qt.views.find_bar import FindBar
from reader.qt.views.notice_bar import NoticeBar
from reader.qt.views.overview_bar import OverviewBar, OverviewMark
from reader.qt.views.packages_dialog import OfferRow, PackageRow, PackagesPanel
from reader.qt.views.settings_panel import SettingsPanel
from reader.qt.views.shortcuts_overlay import KeyButton, ShortcutsOverlay
from reader.qt.views.speakers_panel import SpeakersPanel
from reader.qt.views.typography_popover import ThemeSwatch, TypographyPopover


@pytest.fixture
def theme() -> Theme:
    return load_theme("light")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit())
    window.resize(900, 640)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.centralWidget().setFocus()
    return window


def button(parent: QWidget, name: str) -> QPushButton | IconButton:
    return next(b for b in parent.findChildren(QWidget) if b.accessibleName() == name)


def test_a_popover_gives_the_page_as_it_is_chosen(qtbot: QtBot, window: QMainWindow, theme: Theme) -> None:
    popover = TypographyPopover(theme, window)
    popover.set_typography(Typography(size_pt=20))
    popover.open()
    with qtbot.waitSignal(popover.typography_changed) as changed:
        button(popover, "Size: more").click()
    assert changed.args == [Typography(size_pt=21)]
    with qtbot.waitSignal(popover.typography_changed) as changed:
        next(b for b in popover.findChildren(QPushButton) if b.text() == "Inter").click()
    assert changed.args == [Typography(size_pt=21, family="Inter")]
    with qtbot.waitSignal(popover.typography_changed) as changed:
        next(b for b in popover.findChildren(QPushButton) if b.text() == "Back to the usual page").click()
    assert changed.args == [Typography()]
    swatches = popover.findChildren(ThemeSwatch)
    assert [swatch.theme_name for swatch in swatches] == [SYSTEM, *THEMES]
    with qtbot.waitSignal(popover.theme_chosen) as chosen:
        swatches[2].click()
    assert chosen.args == ["sepia"]


def test_an_overlay_closes_on_escape_and_on_a_click_beside_it_and_returns_the_focus(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    tools = window.addToolBar("tools")
    tools.addAction("Open")
    for tool in tools.findChildren(QToolButton):
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    popover = TypographyPopover(theme, window)
    for leave in (
        lambda: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape),
        lambda: qtbot.mouseClick(window.centralWidget(), Qt.MouseButton.LeftButton, pos=QPoint(5, 600)),
    ):
        popover.open()
        assert popover.isAncestorOf(QApplication.focusWidget())
        with qtbot.waitSignal(popover.closed):
            leave()
        assert QApplication.focusWidget() is window.centralWidget()


def test_an_overlay_stays_inside_a_small_window(window: QMainWindow, theme: Theme) -> None:
    overlay = ShortcutsOverlay(theme, Keymap(), window)
    overlay.open()
    window.resize(400, 300)
    QApplication.processEvents()
    assert window.rect().contains(overlay.geometry())


def test_the_palette_finds_by_a_few_letters_and_does_it_on_enter(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    palette = CommandPalette(theme, window)
    palette.set_entries(PaletteEntry(command.id, command.text) for command in COMMANDS)
    palette.open()
    line, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    qtbot.keyClicks(line, "sxsd")
    assert found.count() == 0
    line.clear()
    qtbot.keyClicks(line, "next q")
    assert found.item(0).text() == "Next quote"
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == ["next_quote"]
    assert palette.isHidden()


def test_the_palette_walks_its_list_from_the_query(qtbot: QtBot, window: QMainWindow, theme: Theme) -> None:
    palette = CommandPalette(theme, window)
    palette.set_entries([PaletteEntry("a", "Alpha"), PaletteEntry("b", "Beta")])
    palette.open()
    line, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    rows = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        qtbot.keyClick(line, key)
        rows.append(found.currentRow())
    assert rows == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("quo", "Next quote", "Quit on leaving"),
        ("traduccion", "Traducción", "Otras traducciones"),
        ("np", "Next page", "Snap"),
    ],
)
def test_the_palette_prefers_beginnings_and_ignores_accents(query: str, better: str, worse: str) -> None:
    best = score(query, better)
    assert best is not None
    assert best > (score(query, worse) or -1000)
    assert score(query, "") is None


def test_the_find_bar_asks_and_shows_what_it_is_told(qtbot: QtBot, theme: Theme) -> None:
    bar = FindBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    line = bar.findChild(QLineEdit)
    with qtbot.waitSignal(bar.query) as asked:
        bar.open("paz")
    assert asked.args == ["paz"]
    bar.set_hits(2, 7)
    assert button(bar, "2 of 7").isVisible()
    with qtbot.waitSignal(bar.next):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.previous):
        qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    bar.set_hits(0, 0)
    assert not button(bar, "Next match").isEnabled()
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_a_notice_has_one_sentence_and_one_action(qtbot: QtBot, theme: Theme) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    assert bar.sentence() == ""
    bar.show_notice("No package for this direction.", "Get one", warning=True)
    assert bar.sentence() == bar.accessibleName() == "No package for this direction."
    with qtbot.waitSignal(bar.acted):
        next(b for b in bar.findChildren(QPushButton) if b.text() == "Get one").click()
    bar.show_notice("<b>Which language?</b>", "English", "Spanish")
    with qtbot.waitSignal(bar.acted) as acted:
        next(b for b in bar.findChildren(QPushButton) if b.text() == "Spanish").click()
    assert acted.args == [1]
    bar.show_notice("Nothing to be done.")
    assert [b for b in bar.findChildren(QPushButton) if b.isVisible()] == []
    with qtbot.waitSignal(bar.dismissed):
        button(bar, "Dismiss").click()
    assert bar.sentence() == ""


def test_the_overview_paints_each_hue_and_a_click_jumps(qtbot: QtBot, theme: Theme) -> None:
    bar = OverviewBar(theme)
    qtbot.addWidget(bar)
    bar.resize(12, 200)
    bar.set_marks([OverviewMark(0.0, 0), OverviewMark(0.5, 1), OverviewMark(1.0, None), OverviewMark(7.0, 2)])
    bar.set_view(0.2, 0.4)
    image = bar.grab().toImage()
    assert image.pixelColor(6, 1) == theme.hues[0].line
    assert image.pixelColor(6, 100) == theme.hues[1].line
    assert image.pixelColor(0, 60) == theme.hover
    with qtbot.waitSignal(bar.jumped) as jumped:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 150))
    assert jumped.args[0] == pytest.approx(0.75, abs=0.01)


def test_the_overview_paints_no_more_marks_than_the_screen_has_lines(qtbot: QtBot, theme: Theme) -> None:
    bar = OverviewBar(theme)
    qtbot.addWidget(bar)
    bar.resize(12, 200)
    bar.set_marks([OverviewMark(n / 10_000, n % 3) for n in range(10_000)])
    assert len(bar._lines()) == 198
    few = bar.grab().toImage()
    bar.resize(12, 400)
    assert len(bar._lines()) == 398
    bar.resize(12, 200)
    bar.set_marks([OverviewMark(line / 197, hue) for line, hue in bar._lines()])
    assert bar.grab().toImage() == few


def test_the_speakers_filter(qtbot: QtBot, theme: Theme) -> None:
    panel = SpeakersPanel(theme)
    qtbot.addWidget(panel)
    panel.set_speakers([SpeakerEntry("Ana", 0, (0, 2), 2), SpeakerEntry("", None, (1,), 1)])
    listed = panel.findChild(QListWidget)
    assert [(listed.item(i).text(), listed.item(i).data(ASIDE)) for i in range(3)] == [
        ("Everyone", 3),
        ("Ana", 2),
        ("Nobody named", 1),
    ]
    picked = []
    panel.filtered.connect(picked.append)
    for row in (1, 2, 0):
        listed.setCurrentRow(row)
    assert picked == ["Ana", "", None]


def test_keys_are_changed_where_they_are_listed(
    qtbot: QtBot, window: QMainWindow, theme: Theme, tmp_path: Path
) -> None:
    keymap = Keymap(tmp_path / "keys.json")
    overlay = ShortcutsOverlay(theme, keymap, window)
    overlay.open()
    star = next(b for b in overlay.findChildren(KeyButton) if b.command.id == "star")
    star.click()
    assert star.text() == "Press a key…"
    with qtbot.waitSignal(overlay.keys_changed):
        qtbot.keyClick(star, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert keymap.owner("Alt+F") == "star"
    star.click()
    qtbot.keyClick(star, Qt.Key.Key_J)
    assert keymap.owner("J") == "next_quote"
    assert button(overlay, "Star: Alt+F") is star
    star.click()
    qtbot.keyClick(star, Qt.Key.Key_Escape)
    assert overlay.isVisible() and keymap.owner("Alt+F") == "star"
    star.click()
    qtbot.keyClick(star, Qt.Key.Key_Backspace)
    assert keymap.keys("star") == []
    next(b for b in overlay.findChildren(QPushButton) if b.text() == "Back to the usual keys").click()
    assert keymap.owner("S") == "star"


def test_every_widget_wears_every_theme(qtbot: QtBot, window: QMainWindow, theme: Theme) -> None:
    widgets = [
        TypographyPopover(theme, window),
        CommandPalette(theme, window),
        ShortcutsOverlay(theme, Keymap(), window),
        *(kind(theme, window) for kind in (FindBar, NoticeBar, OverviewBar, SpeakersPanel)),
    ]
    for name in THEMES:
        for widget in widgets:
            widget.set_theme(load_theme(name))
            assert widget.theme.name == name
            QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
            assert not widget.grab().isNull()


def test_the_package_panel_shows_what_is_here_and_asks_for_changes(
    qtbot: QtBot, window: QMainWindow, theme: Theme
) -> None:
    bundled = [read_package(folder, bundled=True) for folder in sorted((resources() / "models").iterdir())]
    own = replace(bundled[0], bundled=False, folder=Path("/somewhere/translate-own"), licence="CC-BY 4.0")
    panel = PackagesPanel(theme, window)
    panel.set_packages([PackageRow(own, True), *(PackageRow(package, False) for package in bundled)])
    panel.set_offers([OfferRow("offer", Direction("en", "es"), "1.9", 1_500_000)])
    panel.open()
    texts = [shown.text() for shown in panel.findChildren(QLabel)]
    assert "English → Spanish" in texts and "Spanish → English" in texts
    assert any("installed by you" in text and "CC-BY 4.0" in text for text in texts)
    for signal, name, expected in (
        (panel.use_requested, f"Use {bundled[0].name}", bundled[0].id),
        (panel.remove_requested, "Remove translate-own", "user:translate-own"),
        (panel.download_requested, "Download English → Spanish", "offer"),
    ):
        with qtbot.waitSignal(signal) as asked:
            button(panel, name).click()
        assert asked.args == [expected]
    panel.set_progress("English → Spanish", 500_000, 1_500_000)
    assert not button(panel, "Download English → Spanish").isEnabled()
    with qtbot.waitSignal(panel.cancel_requested):
        next(b for b in panel.findChildren(QPushButton) if b.text() == "Cancel").click()
    panel.finish("It broke off.")
    assert "It broke off." in [shown.text() for shown in panel.findChildren(QLabel) if shown.isVisible()]


def test_a_package_dropped_on_the_panel_is_to_be_installed(
    qtbot: QtBot, window: QMainWindow, theme: Theme, tmp_path: Path
) -> None:
    panel = PackagesPanel(theme, window)
    panel.open()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.argosmodel")), QUrl("https://example.org/b.argosmodel")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    asked = []
    panel.install_requested.connect(asked.append)
    panel.dropEvent(drop)
    assert asked == [str(tmp_path / "a.argosmodel")]


def test_about_says_which_version(window: QMainWindow, theme: Theme) -> None:
    about = AboutOverlay(theme, window)
    about.open()
    assert any("Version 0" in shown.text() for shown in about.findChildren(QLabel))
    assert window.rect().contains(about.geometry())


def test_settings_are_shown_and_chosen(qtbot: QtBot, window: QMainWindow, theme: Theme) -> None:
    panel = SettingsPanel(theme, window)
    panel.set_settings(Settings())
    panel.open()
    chips = [chip for chip in panel.findChildren(QPushButton) if chip.isChecked()]
    assert [chip.accessibleName() for chip in chips] == [
        "Language of menus and messages: As the system",
        "Quotation marks of Spanish translations: « »",
        "Marks and stops of English translations: “yes,”",
        "How translations are made: As usual",
        "Keep the names of people as they are: Yes",
        "Remember what was read, and where: Yes",
    ]
    chosen: list[tuple[str, object]] = []
    panel.chosen.connect(lambda name, value: chosen.append((name, value)))
    for chip in panel.findChildren(QPushButton):
        chip.click()
    assert len(chosen) == 14
    assert [pair for pair in chosen if not fits(*pair)] == []
