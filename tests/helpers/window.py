"""A whole program for a test: real window, real analysis, a translator without a model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.paths import DataDir
from reader.core.translation.fake import FakeTranslator
from reader.qt.program import Program
from reader.qt.state import Flow, Phase
from reader.qt.views.article_view import ArticleView

STORY = """Mayor opens the long bridge

“We waited forty years for this,” said Ana Torres, the mayor. “Nobody believed in it.”

The bridge is 812 metres long. It cost 14 million euros, and the town calls it “the needle”.

Luis Vega, who built it, was tired. “It will stand for a century,” he said.

Advertisement

“I drive over it every day,” Torres added. Nobody asked her about the price.

The old ferry stopped on Monday. Its captain told the radio that he would “sleep for a week”.
"""


def long_story(paragraphs: int) -> str:
    """Return a story of so many paragraphs, every third with a quote."""
    quoted = "“We counted them one by one, and number {n} was missing,” said Ana Torres, the mayor of the town."
    plain = "The river was high that week, and the {n}th gauge showed it. People came to look at it in the evening."
    body = [
        (quoted if n % 3 == 0 else plain).format(n=n) + " The rain went on through the night."
        for n in range(paragraphs)
    ]
    return "Rain over the valley\n\n" + "\n\n".join(body) + "\n"


def program_with(data: Path, gate: Callable[[str], None] | None = None) -> Program:
    """Build the program over a data folder, with a fake engine for the packages that come with it."""
    program = Program(DataDir(data), make=lambda package, fingerprint: FakeTranslator(package.direction, gate=gate))
    program.window.resize(1280, 800)
    program.window.show()
    return program


def write(folder: Path, text: str, name: str = "story.txt") -> str:
    """Write a story to a file and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def is_read(article: ArticleView) -> bool:
    """Tell whether an article is open and wholly translated."""
    state = article.session.state
    return state.phase is Phase.READING and state.analysis is not None and state.flow is Flow.DONE


def press(program: Program, key: str) -> None:
    """Press a key as a reader would: wherever the focus is."""
    target: QWidget = QApplication.focusWidget() or program.window
    sequence = QKeySequence(key)
    QTest.keySequence(target, sequence)
    QApplication.processEvents()


def click(widget: QWidget, x: int, y: int) -> None:
    """Click on a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().topLeft().__class__(x, y))
