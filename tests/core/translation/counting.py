"""Count quotation marks by how deep they nest, in a source as it should be and in a translation as it was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.core.model import Quote, Span
from reader.core.translation.marks import HouseStyle, Pair, pairs

PLAIN = HouseStyle(("⟦⟧", "⟨⟩", "⦃⦄", "⟪⟫"), ("⟦⟧", "⟨⟩", "⦃⦄", "⟪⟫"))
"""A style whose marks no text holds, so that they can be counted."""


def wanted_marks(text: str, span: Span, quotes: Sequence[Quote]) -> Counter[tuple[int, str]]:
    """Return how many marks open and close at each depth of `span`."""
    counts: Counter[tuple[int, str]] = Counter()

    def walk(forest: list[Pair], depth: int) -> None:
        for pair in forest:
            opens, closes = pair.opens(text) == "mark", pair.closes(text) == "mark"
            counts[depth, "open"] += opens
            counts[depth, "close"] += closes
            walk(pair.children, depth + (opens or closes))

    walk(pairs(text, span, [quote for quote in quotes if quote.span.overlaps(span)]), 0)
    return +counts


def printed_marks(text: str) -> Counter[tuple[int, str]]:
    """Return how many marks of `PLAIN` open and close at each depth."""
    counts: Counter[tuple[int, str]] = Counter()
    for depth, glyphs in enumerate(PLAIN.spanish):
        counts[depth, "open"], counts[depth, "close"] = text.count(glyphs[0]), text.count(glyphs[1])
    return +counts
