"""What `comillas` does without a display: paint the same window into a file and print the quotes it shows."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.core.errors import StorageError
from reader.core.paths import DataDir, resources
from reader.qt.i18n import error_sentence
from reader.qt.models.speakers import is_said, is_unsure, speaker_name
from reader.qt.program import SAMPLE, Program, name_application
from reader.qt.state import Flow, Phase, State
from reader.qt.views.article_view import ArticleView

PICTURE = "comillas.png"
SIZE = (1360, 900)
PATIENCE_MS = 120_000
SETTLED = frozenset({Flow.DONE, Flow.FAILED, Flow.NO_PACKAGE, Flow.STOPPED})


def show_without_display(sources: Sequence[str], data: DataDir) -> int:
    """Paint the first source (a sample without any) to `comillas.png` here, print its quotes; return the status.

    Raises what opening the source raises, StorageError("output") when the picture cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["comillas"])
    name_application()
    program = Program(data, keep_tabs=False)
    try:
        program.window.resize(*SIZE)
        program.window.show()
        program.open(list(sources[:1]) or [str(resources() / "articles" / SAMPLE)])
        article = program.window.article
        # Neither quit() nor close(): a window that closes remembers its size and view for the next start.
        article.session.changed.connect(lambda state: _is_settled(state) and app.exit())
        QTimer.singleShot(PATIENCE_MS, app.exit)
        app.exec()
        state = article.session.state
        if state.phase is Phase.FAILED and state.problem is not None:
            raise state.problem
        if state.problem is not None:
            print(f"comillas: {error_sentence(state.problem)}", file=sys.stderr)
        for trouble in program.troubles:
            print(f"comillas: {trouble}", file=sys.stderr)
        _save(program)
        print_quotes(article)
    finally:
        program.window.hide()
        program.close()
    return 0


def print_quotes(article: ArticleView) -> None:
    """Print each quote with its speaker and translation, as the cards show them."""
    analysis = article.session.state.analysis
    for quote in () if analysis is None else analysis.quotes:
        content = article.content(quote.index)
        if is_said(quote) and content is not None and content.quote == quote.index:
            who = (speaker_name(quote) or "—") + (" ?" if is_unsure(quote) else "")
            print(f"{who}: {content.original}\n    {content.translation or '—'}")


def _is_settled(state: State) -> bool:
    return state.phase is Phase.FAILED or (state.analysis is not None and state.flow in SETTLED)


def _save(program: Program) -> None:
    picture = Path(PICTURE)
    QApplication.processEvents()  # the last word of the status line has yet to find its room
    if not program.window.grab().save(str(picture)):
        raise StorageError("output", path=str(picture.absolute()))
    print(f"comillas: there is no display; the window was painted to {picture}", file=sys.stderr)
