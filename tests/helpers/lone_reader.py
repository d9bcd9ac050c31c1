"""`python lone_reader.py DATA FILE`: read a whole article with the real engine and say, as JSON, what that left behind.

Tests start it where something is missing: a network, room on the disk, the right to write, a home. Whatever makes a
socket is counted too.
"""

from __future__ import annotations

import json
import os
import socket
import stat
import sys
import time
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication

from reader.core.paths import DataDir
from reader.qt.models.views import View
from reader.qt.program import Program
from tests.helpers.window import is_read

SOCKETS: list[str] = []
sys.addaudithook(lambda event, _: SOCKETS.append(event) if event.startswith(("socket.", "urllib.")) else None)


def refused(place: Path) -> bool:
    """Tell whether nothing can be written in a folder."""
    try:
        (place / "probe").write_text("x")
        (place / "probe").unlink()
    except OSError:
        return True
    return False


def files(root: Path, word: str) -> dict[str, tuple[int, bool]]:
    """Return the files and folders of the data folder: whom they are readable for, and whether `word` is in them."""
    found = {}
    for path in (root, *sorted(root.rglob("*"))):
        state = path.lstat()
        holds = stat.S_ISREG(state.st_mode) and word.encode() in path.read_bytes()
        found[str(path.relative_to(root.parent))] = (stat.S_IMODE(state.st_mode), holds)
    return found


def until(app: QApplication, ready: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not ready() and time.monotonic() < end:  # type: ignore[operator]
        app.processEvents()


def main() -> None:
    root, source = Path(sys.argv[1]), Path(sys.argv[2])
    interfaces = [name for _, name in socket.if_nameindex()]
    closed = all(refused(place) for place in (Path.cwd(), Path("/tmp"), source.parent))
    app = QApplication(["comillas"])
    program = Program(DataDir(root))
    program.window.show()
    program.open([str(source)])
    article = program.window.article
    until(app, lambda: is_read(article))
    session = article.session
    segment = session.state.analysis.segments[-1]  # type: ignore[union-attr]
    session.edit(segment, "Fin.")
    session.note(session.state.analysis.quotes[0], "a note")  # type: ignore[union-attr]
    until(app, lambda: session.translation_of(segment).text == "Fin.", 10)  # type: ignore[union-attr]
    for view in View:
        program.window.set_view(view)
        app.processEvents()
    program.preferences.change(theme="dark")
    state = session.state
    troubles = program.troubles
    program.window.close()
    closed_well = program.close(10)
    app.processEvents()
    shiboken6.delete(program.window)
    report = {
        "confined": closed,
        "interfaces": interfaces,
        "sockets": SOCKETS,
        "flow": str(state.flow),
        "done": [state.done, state.total],
        "edited": session.translation_of(segment).text,  # type: ignore[union-attr]
        "troubles": troubles,
        "closed": closed_well,
        "files": files(root, "zorzal"),
        "left": sorted(os.listdir(os.environ["TMPDIR"])) if "TMPDIR" in os.environ else [],
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
