"""The window comes back as it was left: size, view, sides, typography, theme and language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from reader.core.paths import DataDir
from reader.qt.program import Program
from tests.helpers.screens import put_away
from tests.helpers.window import STORY, long_story, program_with, write


@pytest.mark.parametrize("view", ["view_original", "view_side", "view_interlinear", "view_quotes"])
def test_the_window_comes_back_as_it_was_left(qtbot: QtBot, data_dir: Path, view: str) -> None:
    first = program_with(data_dir)
    first.window.resize(777, 555)
    first.preferences.change(theme="sepia", font_size=17.0, font_family="Newsreader")
    first.window.perform("swap_sides")
    first.window.perform("toggle_cards")
    first.window.perform(view)
    left = first.window.article.view
    put_away(first)

    second = Program(DataDir(data_dir))
    window = second.window
    assert (window.width(), window.height()) == (777, 555)
    assert window.article.view is left
    assert window.article.swapped
    assert window.dress.theme.name == "sepia"
    assert (window.dress.typography.family, window.dress.typography.size_pt) == ("Newsreader", 17.0)
    assert not second.preferences.settings.show_cards
    put_away(second)


def place_kept(program: Program) -> int:
    article = program.window.article.session.state.article
    assert article is not None
    return program.library.position(article.key)


def test_the_place_is_kept_while_reading(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.open([write(tmp_path, long_story(60))])
    qtbot.waitUntil(lambda: program.window.article.session.state.analysis is not None, timeout=10_000)
    program.window.perform("bottom")
    place = program.window.article.position()
    assert place > 0
    qtbot.waitUntil(lambda: place_kept(program) == program.window.article.position() >= place, timeout=10_000)


def test_a_start_without_files_opens_the_tabs_of_last_time(qtbot: QtBot, data_dir: Path, tmp_path: Path) -> None:
    first = program_with(data_dir)
    gone = write(tmp_path, long_story(3), "gone.txt")
    paths = [write(tmp_path, long_story(40), "one.txt"), gone, write(tmp_path, STORY, "two.txt")]
    first.open(paths)
    first.window.paste_text("The mayor said nothing at all.\n\nThe town waited for him all the same.\n")
    tabs = first.window.tabs
    qtbot.waitUntil(lambda: all(article.page is not None for article in tabs.articles), timeout=10_000)
    tabs.setCurrentIndex(0)
    first.window.perform("bottom")
    qtbot.waitUntil(lambda: place_kept(first) > 0, timeout=10_000)
    kept = place_kept(first)
    first.window._state.sync()
    Path(gone).unlink()

    # as a second start would find it after a kill: nothing of the first was closed
    second = program_with(data_dir)
    second.open([])
    tabs = second.window.tabs
    qtbot.waitUntil(lambda: all(article.page is not None for article in tabs.articles), timeout=10_000)
    sources = [article.session.state.source for article in tabs.articles]
    assert sources == [paths[0], paths[2], ""]
    assert tabs.currentIndex() == 0
    assert tabs.article.position() == kept
    second.open([])  # another start while this one runs only shows the window
    assert tabs.count() == 3
    put_away(second)
    put_away(first)


def test_nothing_of_it_is_kept_for_who_does_not_want_it(qtbot: QtBot, data_dir: Path, tmp_path: Path) -> None:
    first = program_with(data_dir)
    first.preferences.change(remember_articles=False)
    first.open([write(tmp_path, STORY)])
    qtbot.waitUntil(lambda: first.window.article.page is not None, timeout=10_000)
    put_away(first)
    assert "story.txt" not in (data_dir / "window.ini").read_text("utf-8")


@pytest.mark.parametrize("kept", ["", "nonsense", "[1, 2]", '[["/no/such/file"], 0]', '[["a\\u0000b"], 7]', "[[3], 0]"])
def test_a_damaged_list_of_tabs_opens_the_sample(qtbot: QtBot, data_dir: Path, kept: str) -> None:
    state = QSettings(str(DataDir(data_dir).window), QSettings.Format.IniFormat)
    state.setValue("tabs", kept)
    state.sync()
    program = program_with(data_dir)
    program.open([])
    qtbot.waitUntil(lambda: program.window.article.page is not None, timeout=10_000)
    assert program.window.article.session.state.source.endswith("en-river.md")
    put_away(program)


def test_trouble_with_the_files_is_told_once_above_the_page(qtbot: QtBot, data_dir: Path) -> None:
    DataDir(data_dir).library.write_bytes(b"this is no database" * 100)
    program = program_with(data_dir)
    bar = program.window.article.notices.bar
    assert "list of articles was damaged" in bar.sentence()
    program._tell_troubles()
    program.open([])
    qtbot.waitUntil(lambda: program.window.article.page is not None, timeout=10_000)
    assert "list of articles was damaged" in bar.sentence()
    bar.dismissed.emit()
    bar.hide()
    program._tell_troubles()
    assert bar.sentence() == ""
    put_away(program)
