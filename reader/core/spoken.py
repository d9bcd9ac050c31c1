"""What is said in several pieces ("—Sí —dijo—, pero tarde"), brought together again to be read as one."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.model import Quote, QuoteKind, Span

_STOPS = frozenset(",.;:")


def utterances(quotes: Sequence[Quote]) -> dict[int, list[Quote]]:
    """Group what is said by utterance, under the index of its first quote; what is no speech is left out."""
    found: dict[int, list[Quote]] = {}
    first: dict[int, int] = {}
    for quote in quotes:
        if quote.kind is not QuoteKind.NON_SPEECH:
            found.setdefault(first.setdefault(quote.utterance, quote.index), []).append(quote)
    return found


def joined(pieces: Sequence[tuple[str, Span]]) -> tuple[str, list[int]]:
    """Return pieces, each a text and where it stands in it, as one text, and the offset in it of each.

    The mark that stands before a piece belongs to what is said ("—Sí —dijo—, pero tarde"), and the comma that stands
    for a full stop becomes one ("“We waited,” she said. “Nobody came.”").
    """
    whole, starts = "", []
    before: tuple[str, Span] | None = None
    for text, inner in pieces:
        if before is not None and before[0] is text:
            between = text[before[1].end : inner.start].rstrip(" \u00a0\"'“«‘")
            if between[-1:] == "." and whole[-1:] == ",":
                whole = whole[:-1]
            if whole[-1:].isalnum() and between[-1:] in _STOPS and "\n" not in between:
                whole += between[-1:]
        whole += " " if whole else ""
        starts.append(len(whole))
        whole += inner.of(text).strip()
        before = text, inner
    return whole, starts
