"""How fast the window is: start, opening, changes of view, and the event loop while it scrolls and translates."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader.core.loaders import article_from_text
from reader.core.paths import DataDir
from reader.qt.models.views import View
from reader.qt.program import Program
from reader.qt.state import Flow
from tests.bench.figures import Figure, best_of
from tests.helpers.window import long_story

WORDS_A_PARAGRAPH = 26
LINE = "—No quiero ir a la ciudad número {n} —dijo Marta Gil—. Ve tú si quieres, que yo me quedo aquí con los niños.\n"
START = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reader.core.paths import DataDir
from reader.qt.program import Program
app = QApplication(["comillas"])
program = Program(DataDir(Path(sys.argv[1])))
program.window.show()
program.open([sys.argv[2]])
while program.window.article.page is None:
    app.processEvents()
program.window.repaint()
print(time.time())
program.window.close()
program.close()
"""


BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bare"])
window = QMainWindow()
window.show()
app.processEvents()
window.repaint()
print(time.time())
"""


def app() -> QApplication:
    """Return the application."""
    made = QApplication.instance() or QApplication(["bench"])
    assert isinstance(made, QApplication)
    return made


def spin(until: Callable[[], bool], seconds: float) -> None:
    """Run the event loop until something holds."""
    end = time.perf_counter() + seconds
    while not until() and time.perf_counter() < end:
        app().processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


class Gaps:
    """Measures the time between two turns of the event loop while it is alive, and the window's own part of it.

    On a busy machine most of a gap is waiting for a processor; the own part is what the window's thread computed.
    """

    def __init__(self) -> None:
        self.found: list[tuple[float, float]] = []
        self._last = self._now()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def figures(self, name: str) -> list[Figure]:
        """Stop, and return the gaps."""
        self._timer.stop()
        wall, own = (sorted(gap[part] for gap in self.found) for part in (0, 1))
        at = int(len(wall) * 0.99)
        return [
            Figure(f"{name}: gap, half of them below", wall[len(wall) // 2], "ms"),
            Figure(f"{name}: gap, 99 of 100", wall[at], "ms", goal="<= 16 ms"),
            Figure(f"{name}: gap, longest", wall[-1], "ms", goal="<= 50 ms"),
            Figure(f"{name}: of it the window's own work, longest", own[-1], "ms"),
        ]

    def _tick(self) -> None:
        now = self._now()
        self.found.append(((now[0] - self._last[0]) * 1000, (now[1] - self._last[1]) * 1000))
        self._last = now

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()


def start(source: Path) -> Figure:
    """Measure from the start of the process to the painted article, against a bare window."""
    found: dict[str, list[float]] = {START: [], BARE: []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(4):
            for script, times in found.items():
                before = time.time()
                command = [sys.executable, "-c", script, folder, str(source)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                times.append(float(done.stdout.split()[-1]) - before)
    ours, bare = min(found[START]) * 1000, min(found[BARE]) * 1000
    name = "process start to painted article, best of 4"
    return Figure(name, ours, "ms", ours / bare, "a bare PySide6 window", "< 1500 ms")


def opening(program: Program, name: str, text: str, goal: str) -> list[Figure]:
    """Measure from the text to the painted page, and to the marked quotes."""
    article = program.window.tabs.add()
    before = time.perf_counter()
    article.session.show(article_from_text(text))
    program.window.repaint()
    painted = time.perf_counter()
    gaps = Gaps()
    spin(lambda: article.session.state.analysis is not None, 120)
    marked = time.perf_counter()
    article.session.stop()
    return [
        Figure(f"open {name}: painted", (painted - before) * 1000, "ms", goal=goal),
        Figure(f"open {name}: quotes marked", (marked - before) * 1000, "ms"),
        *gaps.figures(f"open {name}"),
    ]


def views(program: Program) -> list[Figure]:
    """Measure how long a change of view takes to be painted."""
    window, figures = program.window, []
    for view in (View.SIDE_BY_SIDE, View.INTERLINEAR, View.QUOTES, View.ORIGINAL):

        def change(view: View = view) -> None:
            window.set_view(view)
            window.repaint()
            app().processEvents()

        found = []
        for _ in range(5):
            window.set_view(View.ORIGINAL if view is not View.ORIGINAL else View.SIDE_BY_SIDE)
            app().processEvents()
            found.append(best_of(1, change))
        name = view.name.lower().replace("_", " ")
        figures.append(Figure(f"change of view to {name}, slowest of 5", max(found) * 1000, "ms", goal="<= 50 ms"))
    return figures


def scrolling(program: Program, seconds: float, name: str) -> list[Figure]:
    """Scroll without pause, and measure the gaps."""
    page = program.window.article.page
    assert page is not None
    bar, gaps = page.verticalScrollBar(), Gaps()
    timer = QTimer()
    timer.setInterval(16)
    timer.timeout.connect(lambda: bar.setValue((bar.value() + 24) % max(bar.maximum(), 1)))
    timer.start()
    end = time.perf_counter() + seconds
    spin(lambda: time.perf_counter() > end, seconds + 1)
    timer.stop()
    return gaps.figures(name)


def measure(*, quick: bool = False) -> list[Figure]:
    """Return the figures; `quick` leaves out the longest article."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "story.txt"
        source.write_text(long_story(58), encoding="utf-8")
        figures = [start(source)]
        app()
        program = Program(DataDir(Path(folder) / "data"))
        program.window.resize(1360, 900)
        program.window.show()
        program.window.open_sources([str(source)])
        session = program.window.article.session
        spin(lambda: session.state.flow is Flow.RUNNING, 20)
        program.window.set_view(View.SIDE_BY_SIDE)
        figures += scrolling(program, 8, "scrolling while translating")
        session.stop()
        spin(lambda: not program.jobs.busy, 10)
        figures += opening(program, "10000 words", long_story(10_000 // WORDS_A_PARAGRAPH), "<= 300 ms")
        figures += views(program)
        figures += scrolling(program, 3, "scrolling 10000 words")
        if not quick:
            figures += opening(program, "100000 words", long_story(100_000 // WORDS_A_PARAGRAPH), "< 2000 ms")
            figures += scrolling(program, 3, "scrolling 100000 words")
            novel = "".join(LINE.format(n=n) for n in range(4500))
            figures += opening(program, "100000 words, 9000 quotes", novel, "< 2000 ms")
        program.window.close()
        program.close(5)
    return figures
