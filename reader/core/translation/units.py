"""The text of a unit as it is asked for, and where the marks that were taken out of it stood."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.core.model import SegmentRole, Span
from reader.core.translation.marks import Pair
from reader.core.translation.shapes import Placed, Unit

_ODD = re.compile("\\s\\s|[^\\S ]|[\u00ad\u200b\u200c\u2060\ufeff]")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u2060\ufeff")


def write_unit(
    text: str,
    spans: Sequence[Span],
    inside: Sequence[Pair],
    depth: int,
    parts: Sequence[tuple[str, Span]] | None = None,
) -> Unit:
    """Write the text of a unit: white space made single, marks and invisible characters left out."""
    covered = [span for span in spans if span.start < span.end]
    marked = list(_walk(text, inside, depth, covered))
    marks = [pair.open for pair, _ in marked if pair.opens(text) == "mark"] + [pair.close for pair, _ in marked]
    dropped = {at for mark in marks for at in range(mark.start, mark.end)}
    letters: list[str] = []
    origins: list[int] = []
    for made_up, span in parts if parts is not None else [("", span) for span in covered]:
        letters += made_up
        origins += [-1] * len(made_up)
        if (
            not dropped
            and not _ODD.search(text, span.start, span.end)
            and not (letters[-1:] == [" "] == [text[span.start]])
        ):
            letters += text[span.start : span.end]
            origins += range(span.start, span.end)
            continue
        for at in range(span.start, span.end):
            character = text[at]
            if at in dropped:
                if letters and letters[-1].isalnum() and text[at + 1 : at + 2].isalnum():
                    letters.append(" ")
                    origins.append(at)
            elif character.isspace():
                if letters and letters[-1] != " ":
                    letters.append(" ")
                    origins.append(at)
            elif character not in _INVISIBLE:
                letters.append(character)
                origins.append(at)
    while letters and letters[-1] == " ":
        letters.pop()
        origins.pop()
    unit = Unit("".join(letters), origins, tuple(covered), SegmentRole.SENTENCE)
    if marked:
        unit.placed = _placed(text, origins, marked, covered)
    return unit


def _walk(text: str, forest: Sequence[Pair], depth: int, spans: Sequence[Span]) -> Iterator[tuple[Pair, int]]:
    """Yield the pairs that touch any of `spans` and how many marks are around each, outermost first."""
    if not spans:
        return
    end = max(span.end for span in spans)
    first = bisect_left(forest, min(span.start for span in spans), key=lambda pair: pair.span.end)
    for number in range(first, len(forest)):
        pair = forest[number]
        if pair.span.start > end:
            return
        if any(pair.span.start <= span.end and span.start <= pair.span.end for span in spans):
            yield pair, depth
            yield from _walk(text, pair.children, depth + pair.levels(text), spans)


def _placed(
    text: str, origins: Sequence[int], marked: Sequence[tuple[Pair, int]], spans: Sequence[Span]
) -> list[Placed]:
    known = sorted((origin, index) for index, origin in enumerate(origins) if origin >= 0)
    offsets = [origin for origin, _ in known]
    found: list[Placed] = []
    for pair, depth in marked:
        opens = pair.opens(text) == "mark" and _holds(spans, text, pair.open)
        closes = bool(pair.closes(text)) and _holds(spans, text, pair.close)
        first, last = bisect_left(offsets, pair.inner.start), bisect_left(offsets, pair.inner.end)
        start = known[first][1] if first < len(known) else len(origins)
        end = max(known[last - 1][1] + 1, start) if last > first else start
        if opens or closes or pair.quote is not None:
            found.append(Placed(start, end, depth, opens, closes, pair.quote))
    return found


def _holds(spans: Sequence[Span], text: str, mark: Span) -> bool:
    """Tell whether a mark is printed with `spans`: where its first character that is not white space stands."""
    piece = mark.of(text)
    at = mark.start + len(piece) - len(piece.lstrip())
    return any(span.start <= at < span.end for span in spans)
