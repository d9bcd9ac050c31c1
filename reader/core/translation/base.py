"""What every translator is: the real engine, the remembered one and the fake one keep the same promise."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from reader.core.errors import Cancelled
from reader.core.model import Translation


class Direction(NamedTuple):
    """From one language to another, as the codes of ISO 639 that packages carry."""

    source: str
    target: str

    @property
    def reverse(self) -> Direction:
        """The way back."""
        return Direction(self.target, self.source)

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


class CancelToken:
    """Tells work on another thread to stop; set once, never cleared."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Ask the work to stop."""
        self._event.set()

    def is_set(self) -> bool:
        """Tell whether somebody asked."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Sleep for at most `seconds`, less when somebody asks; tell whether somebody did."""
        return self._event.wait(seconds)

    def raise_if_set(self) -> None:
        """Raise Cancelled when somebody asked."""
        if self._event.is_set():
            raise Cancelled


class Settings(Protocol):
    """The values of the reader's settings that translation looks at; read anew for every batch."""

    @property
    def beam(self) -> int:
        """How many hypotheses the search keeps: 1 is greedy and fastest, 4 what Argos uses."""

    @property
    def threads(self) -> int:
        """Processor cores to use, 0 for as many as the machine has to spare."""

    @property
    def memory_megabytes(self) -> int:
        """Largest size of the translation memory before the least recently used go."""

    @property
    def unload_minutes(self) -> int:
        """Idle minutes after which a model leaves memory."""

    @property
    def keep_names(self) -> bool:
        """Whether the names of the article's speakers stay as they are."""


class Translator(Protocol):
    """Turns texts of one language into another; called from one thread at a time."""

    @property
    def direction(self) -> Direction:
        """The languages it goes between."""

    @property
    def fingerprint(self) -> str:
        """Identify the model and tokenizer by content, so that what they said can be remembered."""

    def translate(
        self,
        texts: Sequence[str],
        *,
        beam: int | None = None,
        careful: bool = False,
        cancel: CancelToken | None = None,
    ) -> list[Translation]:
        """Translate each text, in order, with word links; never loses one.

        `beam` overrides the setting, `careful` forbids repeated phrases: what a second attempt asks for.
        Raises Cancelled, TranslationError.
        """

    def alternatives(self, text: str, count: int, *, cancel: CancelToken | None = None) -> list[str]:
        """Return up to `count` different translations of `text`, likeliest first. Raises as `translate` does."""

    def pieces(self, word: str, *, cancel: CancelToken | None = None) -> int:
        """Return how many tokens `word` takes: the fewer, the more usual it is. Raises as `translate` does."""

    def unload(self) -> None:
        """Give its memory back; the next call loads again."""
