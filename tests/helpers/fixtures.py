"""The fixtures of tests that want a window; their conftest.py files take them from here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.qt.program import Program
from tests.helpers.window import STORY, is_read, program_with, write


@pytest.fixture
def program(qtbot: QtBot, data_dir: Path) -> Iterator[Program]:
    """The program with an empty window."""
    made = program_with(data_dir)
    yield made
    made.window.close()
    assert made.close()


@pytest.fixture
def reading(qtbot: QtBot, program: Program, tmp_path: Path) -> Program:
    """The program with a short story open and translated."""
    program.open([write(tmp_path, STORY)])
    qtbot.waitUntil(lambda: is_read(program.window.article), timeout=10_000)
    return program
