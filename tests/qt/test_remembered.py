"""The window comes back as it was left: size, view, sides, typography, theme and language."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.paths import DataDir
from reader.qt.program import Program
from tests.helpers.screens import put_away
from tests.helpers.window import program_with


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
