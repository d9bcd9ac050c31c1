"""A second start hands its files to the first; a dead first is no obstacle; nobody else can knock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from reader.core.paths import DataDir
from reader.qt.single_instance import SingleInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reader.core.paths import DataDir
from reader.qt.single_instance import SingleInstance
app = QCoreApplication([])
print(SingleInstance(DataDir(Path(sys.argv[1]))).hand_over(sys.argv[2:]))
"""


def start_second(data: Path, *sources: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SECOND, str(data), *sources]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": os.getcwd()})


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "data")


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe has no mode")
def test_the_first_takes_what_the_second_brings(qtbot: QtBot, data: DataDir) -> None:
    first = SingleInstance(data)
    assert not first.hand_over(["a.txt"])
    assert first.serve()
    assert (data.root / "window.socket").stat().st_mode & 0o077 == 0
    with qtbot.waitSignal(first.opened, timeout=20_000) as opened:
        second = start_second(data.root, "a.txt", "https://example.org/é")
    assert opened.args == [[str(Path("a.txt").absolute()), "https://example.org/é"]]
    assert second.communicate(timeout=20)[0].strip() == "True"
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe leaves nothing behind")
def test_a_socket_left_by_a_killed_program_is_no_obstacle(qtbot: QtBot, data: DataDir) -> None:
    import socket

    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(data.root / "window.socket"))
    dead.close()
    first = SingleInstance(data)
    assert not first.hand_over([])
    assert first.serve()
    first.close()


def test_a_start_that_hands_over_loads_no_window() -> None:
    loaded = "import sys, reader.qt.app; print({'reader.qt.program', 'reader.core.quotes'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("message", [b"{}\n", b"[1]\n", b"\xff\n", b"[" * 5000 + b"\n"])
def test_nonsense_is_ignored(qtbot: QtBot, data: DataDir, message: bytes) -> None:
    first = SingleInstance(data)
    assert first.serve()
    taken: list[object] = []
    first.opened.connect(taken.append)
    knock = QLocalSocket()
    knock.connectToServer(first._name)
    assert knock.waitForConnected(2000)
    knock.write(message)
    with qtbot.waitSignal(knock.disconnected):
        knock.flush()
    assert taken == []
    first.close()


def test_a_folder_too_deep_for_a_socket_only_costs_a_second_window(tmp_path: Path) -> None:
    deep = SingleInstance(DataDir(tmp_path / ("x" * 120)))
    assert not deep.hand_over(["a"])
    assert not deep.serve()
