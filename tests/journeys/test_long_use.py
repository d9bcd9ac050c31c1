"""An hour of reading in seconds: open, scroll, change views, theme and language, translate, close, over and over."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.qt.models.views import View
from reader.qt.program import Program
from tests.helpers.window import is_read, long_story, press, program_with, write

FIRST, MORE = 6, 10
"""Articles read before memory is looked at, when fonts, caches and pools are filled, and articles read after."""


@pytest.fixture
def said_by_qt() -> Iterator[list[str]]:
    """What Qt complains of meanwhile."""
    said: list[str] = []

    def take(kind: QtMsgType, _context: object, message: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            said.append(f"{kind.name}: {message}")

    before = qInstallMessageHandler(take)
    yield said
    qInstallMessageHandler(before)


def memory() -> int:
    """Return the bytes of this process that are in memory."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def open_files() -> set[str]:
    names = set()
    for entry in os.listdir("/proc/self/fd"):
        try:
            names.add(os.readlink(f"/proc/self/fd/{entry}"))
        except OSError:
            continue  # the one that listed the others
    return names


def read_one(qtbot: QtBot, program: Program, folder: Path, number: int) -> None:
    """Read an article as people do, and close it."""
    window = program.window
    program.open([write(folder, long_story(30).replace("number", f"number {number} and"), f"story-{number % 40}.txt")])
    qtbot.waitUntil(lambda: is_read(window.article), timeout=15_000)
    page = window.article.page
    assert page is not None
    for view in (View.SIDE_BY_SIDE, View.INTERLINEAR, View.QUOTES, View.ORIGINAL, View.SIDE_BY_SIDE):
        window.set_view(view)
        QApplication.processEvents()
        bar = page.verticalScrollBar()
        for step in range(6):
            bar.setValue(bar.maximum() * step // 5)
            QApplication.processEvents()
    for key in ("J", "Return", "J", "S", "A", "B", "Esc", "W", "Q", "Q", "W", "Ctrl++", "Ctrl+-", "N", "N"):
        press(program, key)
    program.preferences.change(theme=("dark", "sepia", "light", "black")[number % 4])
    program.preferences.change(interface_language=("es", "en")[number % 2])
    QApplication.processEvents()
    press(program, "Ctrl+W")
    qtbot.waitUntil(lambda: not program.jobs.busy)
    QApplication.processEvents()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="counts memory and files as Linux tells them")
def test_nothing_piles_up(qtbot: QtBot, data_dir: Path, tmp_path: Path, said_by_qt: list[str]) -> None:
    program = program_with(data_dir)
    for number in range(FIRST):
        read_one(qtbot, program, tmp_path, number)
    before = memory(), open_files(), threading.active_count(), len(QApplication.allWidgets())
    for number in range(FIRST, FIRST + MORE):
        read_one(qtbot, program, tmp_path, number)
    after = memory(), open_files(), threading.active_count(), len(QApplication.allWidgets())
    program.interface.use("en")
    program.window.close()
    assert program.close(5)
    assert after[1] == before[1]
    assert after[2] <= before[2]
    assert after[3] <= before[3] + 3
    assert after[0] <= 1.05 * before[0]
    assert said_by_qt == []
