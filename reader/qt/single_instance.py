"""One running program: a second start hands its files to the first, which opens them, and ends.

They meet at a local socket inside the data folder, which only its owner can enter; no network is involved.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reader.core.paths import DataDir

_WAIT_MS = 500
_ANSWER_MS = 2000
"""How long one that took the call may be busy, most of all with starting; a dead one does not take it."""

_MOST_BYTES = 64 * 1024
_LONGEST_PATH = 100  # sockaddr_un holds 104 to 108 bytes
_TAKEN = b"taken\n"


class SingleInstance(QObject):
    """Hands sources over to a running program, or becomes the one that takes them."""

    opened = Signal(list)  # absolute paths and addresses; empty: only show the window

    def __init__(self, data: DataDir, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _meeting_place(data)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def hand_over(self, sources: Sequence[str]) -> bool:
        """Give the sources to a running program; False when there is none that answers, and we should open them."""
        if not self._name:
            return False
        message = json.dumps([_absolute(source) for source in sources]).encode() + b"\n"
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if len(message) > _MOST_BYTES or not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(message)
        answered = socket.waitForBytesWritten(_WAIT_MS) and socket.waitForReadyRead(_ANSWER_MS)
        return answered and bytes(socket.readAll().data()) == _TAKEN

    def serve(self) -> bool:
        """Take what later starts hand over; False when that cannot be, which costs nothing but a second window."""
        if not self._name:
            return False
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)  # left behind by a program that was killed; `hand_over` got no answer
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop taking."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._listen)
            socket.disconnected.connect(socket.deleteLater)
            self._take(socket)

    def _listen(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        """Read one line when it is there; a socket is dropped once both sides are done."""
        if socket.bytesAvailable() > _MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            sources = _sources(bytes(socket.readLine().data()))
            if sources is not None:
                socket.write(_TAKEN)
                socket.flush()
            socket.disconnectFromServer()
            if sources is not None:
                self.opened.emit(sources)


def _sources(line: bytes) -> list[str] | None:
    try:
        sources = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return sources if isinstance(sources, list) and all(isinstance(source, str) for source in sources) else None


def _meeting_place(data: DataDir) -> str:
    """Return where programs with this data folder meet: a socket in it, a named pipe on Windows, "" for nowhere."""
    if sys.platform == "win32":
        return "comillas-" + sha256(str(data.root).encode()).hexdigest()[:16]
    path = str(data.root.absolute() / "window.socket")
    return path if len(path.encode()) <= _LONGEST_PATH else ""


def _absolute(source: str) -> str:
    return source if "://" in source else str(Path(source).absolute())
