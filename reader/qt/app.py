"""Start the window: here, in a program that runs already, or without a display as a picture."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from reader.core.paths import DataDir
from reader.qt.single_instance import SingleInstance

if TYPE_CHECKING:
    from reader.qt.program import Program


def main(sources: Sequence[str], data: DataDir) -> int:
    """Open the window, or hand the sources to one that is open; return the exit status."""
    if not has_display():
        from reader.qt.headless import show_without_display  # noqa: PLC0415 - a desktop never needs it

        return show_without_display(sources, data)
    app = QApplication([sys.argv[0] if sys.argv else "comillas"])
    single = SingleInstance(data)
    if single.hand_over(sources):
        return 0
    single.serve()
    from reader.qt.program import Program, name_application  # noqa: PLC0415 - half of what a second start took

    name_application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    program = Program(data)
    single.opened.connect(lambda more: _come_forward(program, more))
    program.window.show()
    program.open(sources)
    status = app.exec()
    single.close()
    if not program.close():
        # A batch is still in the engine, which cannot be interrupted; whatever was finished is on disk already.
        sys.stdout.flush()
        os._exit(status)
    return status


def has_display() -> bool:
    """Tell whether windows can be shown: always on macOS and Windows, elsewhere when a display is named."""
    if sys.platform in ("darwin", "win32"):
        return True
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] not in ("offscreen", "minimal")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _come_forward(program: Program, sources: Sequence[str]) -> None:
    program.open([source for source in sources if "://" in source or Path(source).exists()] or list(sources))
    program.window.showNormal() if program.window.isMinimized() else program.window.show()
    program.window.raise_()
    program.window.activateWindow()
