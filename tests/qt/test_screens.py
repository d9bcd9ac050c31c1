"""Every view, theme, state and language, as pictures in `build/screens/` with a contact sheet of each kind.

They are made to be looked at; what a program can see is checked here: nothing is blank, and no text is cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.paths import DataDir, resources
from reader.qt.program import Program
from reader.qt.state import Flow, Phase
from reader.qt.theme import THEMES
from tests.helpers.screens import Album, colours, put_away

VIEWS = ("view_original", "view_side", "view_interlinear", "view_quotes")
PANELS = ("typography", "palette", "shortcuts", "packages", "settings", "about")
ARTICLES = resources() / "articles"
Open = Callable[[Path], None]


@pytest.fixture
def program(qtbot: QtBot, data_dir: Path) -> Iterator[Program]:
    program = Program(DataDir(data_dir))
    program.preferences.change(theme="light", interface_language="en", show_cards=True)
    program.window.resize(1360, 860)
    program.window.show()
    qtbot.waitExposed(program.window)
    yield program
    program.preferences.change(interface_language="en")
    put_away(program)


@pytest.fixture
def read(program: Program, qtbot: QtBot) -> Open:
    """Open an article and wait until all of it is translated."""

    def opened(path: Path) -> None:
        session = program.window.article.session
        program.window.perform("view_side")
        program.open([str(path)])
        qtbot.waitUntil(lambda: program.window.article.session.state.phase is Phase.READING, timeout=20_000)
        session = program.window.article.session
        qtbot.waitUntil(lambda: session.state.flow in (Flow.DONE, Flow.NO_PACKAGE), timeout=90_000)

    return opened


def check(album: Album) -> None:
    album.sheet()
    assert [caption for caption, picture in album.pictures.items() if colours(picture) < 5] == []
    assert album.cut == []


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def test_views_in_every_theme(program: Program, read: Open) -> None:
    album, window = Album("views"), program.window
    read(ARTICLES / "en-river.md")
    for theme in THEMES:
        program.preferences.change(theme=theme)
        for view in VIEWS:
            window.perform(view)
            window.perform("top")
            settle()
            album.take(window, f"{theme} {view[5:]}")
    check(album)


def test_the_picture_of_the_readme(program: Program, read: Open) -> None:
    """`resources/desktop/screenshot.png` is a copy of this one, taken when it is worth it."""
    album, window = Album("readme"), program.window
    window.resize(1280, 800)
    read(ARTICLES / "en-river.md")
    window.perform("view_original")
    for _ in range(4):
        window.perform("next_quote")
    settle()
    album.take(window, "original")
    window.perform("view_side")
    settle()
    album.take(window, "side")
    check(album)


def test_a_spanish_interface(program: Program, read: Open) -> None:
    album, window = Album("espanol"), program.window
    read(ARTICLES / "es-librera.md")
    program.preferences.change(interface_language="es")
    for view in VIEWS:
        window.perform(view)
        settle()
        album.take(window, view[5:])
    window.perform("view_side")
    window.perform("next_quote")
    settle()
    album.take(window, "card")
    for panel in PANELS:
        window.perform(panel)
        settle()
        album.take(window, panel)
        window.perform(panel)
    window.resize(640, 420)
    for panel in PANELS:
        window.perform(panel)
        settle()
        album.take(window, f"small {panel}")
        window.perform(panel)
    check(album)


def test_panels(program: Program, read: Open) -> None:
    album, window = Album("panels"), program.window
    read(ARTICLES / "en-river.md")
    for theme in ("light", "dark"):
        program.preferences.change(theme=theme)
        for panel in PANELS:
            window.perform(panel)
            settle()
            album.take(window, f"{theme} {panel}")
            window.perform(panel)
        window.perform("next_quote")
        window.perform("speakers")
        window.perform("find")
        window.article.find_bar.open("river")
        settle()
        album.take(window, f"{theme} card, speakers, find")
        window.article.find_bar.close_bar()
        window.perform("speakers")
    check(album)


def test_sizes(program: Program, read: Open) -> None:
    album, window = Album("sizes"), program.window
    read(ARTICLES / "en-ice.md")
    for width, height, scale in ((640, 420, 1), (1000, 600, 1), (1000, 600, 1.5), (1280, 720, 2), (1920, 1080, 2)):
        window.resize(width, height)
        for view in ("view_original", "view_side"):
            window.perform(view)
            settle()
            album.take(window, f"{width}x{height} at {scale} {view[5:]}", scale=scale)
    window.resize(1360, 860)
    for family, size, columns in (("Newsreader", 18.0, 60), ("Inter", 12.0, 80), ("system-serif", 28.0, 50)):
        program.preferences.change(font_family=family, font_size=size, column_width=columns)
        settle()
        album.take(window, f"{family} {size:g} pt")
    check(album)


def test_states(program: Program, read: Open, qtbot: QtBot, tmp_path: Path) -> None:
    album, window = Album("states"), program.window
    settle()
    album.take(window, "empty")
    window.open_sources([tmp_path / "nowhere.txt"])
    qtbot.waitUntil(lambda: window.article.session.state.phase is Phase.FAILED)
    settle()
    album.take(window, "cannot be opened")
    texts = {
        "no quotes": "The river rose by a metre in the night. " * 6 + "\n\nNobody was hurt, and the bridge held.\n",
        "language unsure": "Radio Nacional de España, BBC, CNN.\n\nTaxi, hotel, no, idea, animal, piano: normal.\n",
        "dense": "“Yes,” said Ana. “No,” said Pedro. “Perhaps,” said Luis. “Never,” said Eva. " * 4,
        "other language inside": "The mayor spoke first. He was clear.\n\n«No vamos a ceder ni un paso», dijo la "
        "alcaldesa de la ciudad, que llevaba meses esperando aquella respuesta del Gobierno.\n\nThen all went home.\n",
    }
    for caption, text in texts.items():
        path = tmp_path / f"{caption}.txt"
        path.write_text(text, encoding="utf-8")
        read(path)
        settle()
        album.take(window, caption)
    window.perform("stop")
    program.translation.registry._bundled = tmp_path / "no packages"
    window.open_sources([ARTICLES / "es-semillas.md"])
    qtbot.waitUntil(lambda: window.article.session.state.flow is Flow.NO_PACKAGE, timeout=20_000)
    settle()
    album.take(window, "no package")
    window.tabs.close_tab(window.tabs.currentIndex())
    window.tabs.add()
    settle()
    album.take(window, "recents")
    check(album)
