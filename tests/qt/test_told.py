"""What the window says of files: which were damaged, once; and names that try to turn the writing around."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.core.paths import DataDir
from tests.helpers.window import is_read, program_with, write


def test_a_damaged_database_is_told_in_the_window(qtbot: QtBot, data_dir: Path) -> None:
    data = DataDir(data_dir)
    data.memory.write_bytes(b"no database at all " * 500)
    data.library.write_bytes(b"nor this one " * 500)
    program = program_with(data_dir)
    shown = " ".join(label.text() for label in program.window.article.findChildren(QLabel))
    assert len(program.troubles) == 2
    assert all(trouble.split(";")[0] in shown for trouble in program.troubles), shown
    program.window.close()
    assert program.close()
    again = program_with(data_dir)
    assert again.troubles == []
    again.window.close()
    assert again.close()


def test_a_name_cannot_turn_the_writing_around(qtbot: QtBot, data_dir: Path, tmp_path: Path) -> None:
    program = program_with(data_dir)
    program.open([write(tmp_path, "It rained. Nobody said a word all day.", "a\u202etxt.exe.txt")])
    qtbot.waitUntil(lambda: is_read(program.window.article), timeout=10_000)
    tabs = program.window.tabs
    assert tabs.tabText(0) == "a\ufffdtxt.exe.txt"
    assert "\u202e" not in tabs.tabToolTip(0)
    program.window.close()
    assert program.close()
