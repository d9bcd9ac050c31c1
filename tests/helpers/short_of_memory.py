"""`python short_of_memory.py DATA FILE MEGABYTES`: read an article with so much memory left, then with all there is.

Says, as JSON, what the window shows each time: the flow, the sentence, and the article that stands there.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from reader.core.paths import DataDir
from reader.qt.program import Program
from reader.qt.state import Flow
from tests.helpers.lone_reader import until

SETTLED = (Flow.DONE, Flow.FAILED)


def leave(megabytes: int) -> None:
    """Let this process grow by no more than that."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * os.sysconf("SC_PAGESIZE") + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))


def shown(program: Program) -> dict[str, object]:
    article = program.window.article
    state = article.session.state
    labels = [label.text() for label in program.window.findChildren(QLabel) if label.isVisible()]
    text = "" if article.page is None else article.page.toPlainText()
    return {"flow": state.flow, "done": state.done, "text": text, "labels": labels}


def main() -> None:
    root, source, megabytes = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    app = QApplication(["comillas"])
    program = Program(DataDir(root))
    program.window.resize(1280, 800)
    program.window.show()
    leave(megabytes)
    program.open([source])
    session = program.window.article.session
    until(app, lambda: session.state.flow in SETTLED)
    report = [shown(program)]
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    session.resume()
    until(app, lambda: session.state.flow in SETTLED)
    report.append(shown(program))
    program.window.close()
    program.close(10)
    print(json.dumps(report))


if __name__ == "__main__":
    main()
