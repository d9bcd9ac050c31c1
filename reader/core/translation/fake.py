"""A translator without a model: instant, deterministic, and easy to recognise in a test or a demonstration."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reader.core.model import Span, Translation
from reader.core.translation.base import CancelToken, Direction

_WORD = re.compile(r"\w+")


class FakeTranslator:
    """Upper-cases every word, so that each word's counterpart is plain to see; digits and marks stay.

    `said` replaces the rule for some texts (to play a model that drops, loops or mangles); `gate` is called before
    each text, so that a test can hold the work or cancel it half way.
    """

    def __init__(
        self,
        direction: Direction,
        *,
        said: dict[str, str] | None = None,
        gate: Callable[[str], None] | None = None,
    ) -> None:
        self.direction = direction
        self.fingerprint = f"fake-{direction}"
        self.asked: list[str] = []
        self.loaded = False
        self._said = said or {}
        self._gate = gate

    def translate(
        self,
        texts: Sequence[str],
        *,
        beam: int | None = None,
        careful: bool = False,
        cancel: CancelToken | None = None,
    ) -> list[Translation]:
        """Translate each text, in order; a careful attempt ignores `said`. Raises Cancelled between two texts."""
        return [self._one(text, careful, cancel) for text in texts]

    def alternatives(self, text: str, count: int, *, cancel: CancelToken | None = None) -> list[str]:
        """Return the translation, then the same with its last character doubled, and so on."""
        if cancel is not None:
            cancel.raise_if_set()
        best = self._words(text)
        return [best + best[-1:] * extra for extra in range(count if best else 1)]

    def pieces(self, word: str, *, cancel: CancelToken | None = None) -> int:
        """Return 2: this translator finds every word as rare as any other."""
        return 2

    def unload(self) -> None:
        """Forget having been used."""
        self.loaded = False

    def _one(self, text: str, careful: bool, cancel: CancelToken | None) -> Translation:
        if self._gate is not None:
            self._gate(text)
        if cancel is not None:
            cancel.raise_if_set()
        self.loaded = True
        self.asked.append(text)
        target = text.upper() if careful else self._words(text)
        return Translation(target, links=_same_order(text, target))

    def _words(self, text: str) -> str:
        return self._said.get(text, text.upper())


def _same_order(source: str, target: str) -> tuple[tuple[Span, Span], ...]:
    spans = [[Span(*match.span()) for match in _WORD.finditer(text)] for text in (source, target)]
    return tuple(zip(*spans, strict=False))
