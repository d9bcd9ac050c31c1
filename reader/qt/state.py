"""What a session shows of itself: frozen values that the window paints and never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reader.core.analysis import Analysis
from reader.core.errors import ReaderError
from reader.core.model import Article
from reader.core.translation.base import Direction


class Phase(StrEnum):
    """Where a session stands with its article."""

    EMPTY = "empty"
    LOADING = "loading"
    READING = "reading"
    FAILED = "failed"


class Flow(StrEnum):
    """Where a session stands with its translation."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"
    NO_PACKAGE = "no_package"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Note:
    """A reader's star and words at one quote."""

    starred: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """All of a session but the translated blocks, which are told one by one as they change.

    `done` and `total` count segments. `problem` belongs to the phase or flow that is FAILED. `notes` are by the
    quote's index. `package` is the name of the package in use, "" while none is known.
    """

    phase: Phase = Phase.EMPTY
    source: str = ""
    article: Article | None = None
    analysis: Analysis | None = None
    notes: Mapping[int, Note] = field(default_factory=dict)
    direction: Direction | None = None
    package: str = ""
    flow: Flow = Flow.WAITING
    done: int = 0
    total: int = 0
    problem: ReaderError | None = None


class Question(StrEnum):
    """What a reader may ask about the translation of a quote."""

    ALTERNATIVES = "alternatives"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a question about a quote: alternatives, or the one text translated back."""

    quote: int
    question: Question
    texts: tuple[str, ...]
