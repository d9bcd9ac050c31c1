"""What a reader chooses in the settings holds at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.qt.program import Program
from tests.helpers.window import STORY, is_read, write


def translated(program: Program) -> str:
    return "\n".join(block.text for block in program.window.article.session.blocks.values())


def test_the_house_style_changes_on_the_open_page(qtbot: QtBot, reading: Program) -> None:
    assert "«" in translated(reading)
    reading.preferences.change(marks_es="curly")
    qtbot.waitUntil(lambda: "«" not in translated(reading) and "“" in translated(reading), timeout=5_000)
    qtbot.waitUntil(lambda: is_read(reading.window.article), timeout=5_000)
    reading.preferences.change(marks_es="guillemets")
    qtbot.waitUntil(lambda: "«" in translated(reading), timeout=5_000)


@pytest.mark.parametrize("remember", [True, False])
def test_what_is_read_is_remembered_only_if_wished(
    qtbot: QtBot, program: Program, tmp_path: Path, remember: bool
) -> None:
    program.preferences.change(remember_articles=remember)
    program.open([write(tmp_path, STORY)])
    qtbot.waitUntil(lambda: is_read(program.window.article), timeout=10_000)
    assert bool(program.library.recents(5)) is remember


def test_a_theme_is_chosen_in_the_palette(qtbot: QtBot, reading: Program) -> None:
    reading.window.perform("palette")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "sepia")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert reading.preferences.settings.theme == "sepia"
    assert reading.window.dress.theme.name == "sepia"
