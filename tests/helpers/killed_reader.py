"""Read as a person does until somebody kills us: open, translate, edit, write notes, install a package, close, again.

`python killed_reader.py DATA PACKAGE`: every line on standard input, a number, starts one reading in a process of its
own, forked so that it starts fast. What the reader was shown is said on standard output, a JSON list a line: first
["started", pid], last ["ended"], once that process has gone.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader.core.model import Segment
from reader.core.translation import install
from reader.core.translation.engine import ArgosTranslator  # noqa: F401 - what the program imports late, before the fork
from reader.core.translation.packages import Package
from reader.qt.jobs import Lane
from reader.qt.program import Program
from tests.helpers.window import is_read, long_story, program_with


def say(*values: object) -> None:
    """Write one line in one piece."""
    os.write(1, json.dumps(values).encode() + b"\n")


class Reading:
    """One person with one window, who does a little more each time the window has changed."""

    def __init__(self, program: Program, number: int, package: str) -> None:
        self.program, self.number, self.package = program, number, package
        self.said: dict[str, str] = {}
        self.open()

    def open(self) -> None:
        """Open the next story, and install the package once more."""
        install = self.program.translation.install
        self.program.jobs.submit(Lane.PACKAGES, install, Path(self.package), done=self.installed, failed=self.fail)
        path = Path(self.program.library.path).parent.parent / f"story-{self.number}.txt"
        path.write_text(long_story(30).replace("gauge", f"gauge of day {self.number},"), encoding="utf-8")
        self.program.open([str(path)])
        self.session = self.program.window.article.session
        self.session.translated.connect(self.look)

    def look(self) -> None:
        """Say what is on the screen, and do something."""
        analysis = self.session.state.analysis
        assert analysis is not None and self.session.state.article is not None
        for segment in analysis.segments:
            translation = self.session.translation_of(segment)
            if translation is not None and self.said.get(segment.text) != translation.text:
                self.said[segment.text] = translation.text
                say("shown", segment.text, translation.text)
                if len(self.said) % 7 == 0 and not translation.edited:
                    self.edit(segment)
        if len(self.said) % 3 == 0 and analysis.quotes:
            quote = analysis.quotes[len(self.said) % len(analysis.quotes)]
            self.session.note(quote, f"note {len(self.said)}")
            say("noted", self.session.state.article.key, *quote.span, f"note {len(self.said)}")

    def edit(self, segment: Segment) -> None:
        words = f"mío {self.number} {len(self.said)}"
        say("asked", segment.text, words)
        self.session.edit(segment, words)

    def go_on(self) -> None:
        if self.session.state.problem is not None:
            self.fail(self.session.state.problem)
        if is_read(self.program.window.article):
            self.number += 1
            self.program.window.tabs.close_tab(0)
            self.open()

    def installed(self, package: Package) -> None:
        say("installed", package.name)

    def fail(self, error: Exception) -> None:
        say("failed", repr(error))


def read(data: Path, package: str, number: int) -> None:
    app = QApplication(["comillas"])
    program = program_with(data)
    for trouble in program.troubles:
        say("trouble", trouble)
    reading = Reading(program, number, package)
    turn = QTimer()
    turn.start(20)
    parent = os.getppid()
    while os.getppid() == parent:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        reading.go_on()


def main() -> None:
    data, package = Path(sys.argv[1]), sys.argv[2]
    for line in sys.stdin:
        child = os.fork()
        if not child:
            say("started", os.getpid())
            if int(line) % 20 != 9:  # a trial, a process of its own, changes nothing and takes longer than all the rest
                install.try_package = lambda package, cancel: None  # type: ignore[assignment]
            read(data, package, int(line) * 100)
        _, status = os.waitpid(child, 0)
        say("ended", status)


if __name__ == "__main__":
    main()
