"""A translated block as it is written: text so far, and where every piece of every translation went."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reader.core.model import Language, Link, Span, TranslatedBlock
from reader.core.translation.marks import HouseStyle
from reader.core.translation.placing import Fit, Insertion
from reader.core.translation.shapes import Placed, Unit
from reader.core.translation.stretches import Links

SOFT_ENDS = " \t\n\r\u00a0,;:.—–"
"""What is trimmed off a translated quote or frame part before the rules put stops and joints there."""


class Writer:
    """Collect text and links; every method appends."""

    def __init__(self, target: Language, style: HouseStyle) -> None:
        self._target = target
        self._style = style
        self._parts: list[str] = []
        self._length = 0
        self._closers: list[int] = []
        self._sentences: list[Link] = []
        self._words: list[Link] = []
        self._opened: dict[int, tuple[int, int]] = {}
        self._quotes: dict[int, tuple[Span, Span]] = {}

    def block(self, number: int, pending: int, warnings: tuple[tuple[int, str], ...]) -> TranslatedBlock:
        """Return what was written, as block `number`."""
        return TranslatedBlock(
            number,
            "".join(self._parts),
            tuple(self._sentences),
            tuple(self._words),
            dict(sorted(self._quotes.items())),
            pending,
            warnings,
        )

    def put(self, piece: str) -> None:
        """Write characters that belong to no translation."""
        if piece:
            self._parts.append(piece)
            self._length += len(piece)
            self._closers = []

    def space(self, piece: str) -> None:
        """Write the author's white space, unless nothing stands before it."""
        if self._length:
            self.put(piece)

    def ends_with(self, characters: str) -> bool:
        """Tell whether the last character written is one of `characters`."""
        return bool(self._parts) and self._parts[-1][-1] in characters

    def needs_space(self) -> bool:
        """Tell whether a word would stick to what is written."""
        return bool(self._parts) and not self._parts[-1][-1].isspace()

    def open(self, quote: int | None, glyph: str) -> None:
        """Begin a quote with its mark, "" where the author wrote none."""
        start = self._length
        self.put(glyph)
        if quote is not None:
            self._opened[quote] = (start, self._length)

    def close(self, quote: int | None, glyph: str) -> None:
        """End a quote; without a matching `open` it starts where its sentence starts."""
        end = self._length
        closers = self._closers
        self.put(glyph)
        self._closers = [*closers, len(self._parts) - 1] if glyph else closers
        if quote is not None and quote in self._opened:
            start, inner = self._opened[quote]
            self._quotes[quote] = (Span(start, self._length), Span(inner, max(inner, end)))

    def stop_inside(self, stop: str) -> None:
        """Write a stop before the closing marks that end what is written: American ‘Do no harm,’”."""
        if stop and self._closers:
            self._parts.insert(self._closers[0], stop)
            self._length += len(stop)
            for quote, (span, inner) in self._quotes.items():
                if span.end == self._length - len(stop):
                    moved = Span(inner.start, inner.end + len(stop))
                    self._quotes[quote] = (Span(span.start, span.end + len(stop)), moved)
            self._closers = []
        else:
            self.put(stop)

    def part(self, fit: Fit, number: int, *, trim: bool = False) -> None:
        """Write part `number` of a translation with its marks; `trim` leaves soft stops at its end out."""
        text = fit.text
        start, end = _trimmed(text, fit.parts[number], fit.dropped, trim)
        first = self._length
        pieces: list[tuple[int, int, int]] = []
        position = start
        skips = [span for span in fit.dropped if span.start < end and span.end > start]
        for at, one in _events(fit.owned(number), skips, start, end):
            if at > position:
                self._copy(text, position, at, pieces)
                position = at
            if isinstance(one, Span):
                position = max(position, min(one.end, end))
            else:
                position = self._mark(fit.unit.placed[one.placed], one.opens, text, Span(position, end), pieces)
        self._copy(text, position, end, pieces)
        if pieces:
            target = Span(first, self._length)
            self._sentences += [Link(span, target) for span in fit.unit.spans]
            self._words += _word_links(fit.unit, fit.links, pieces)

    def _copy(self, text: str, start: int, end: int, pieces: list[tuple[int, int, int]]) -> None:
        if start < end:
            pieces.append((start, end, self._length))
            self.put(text[start:end])

    def _mark(self, placed: Placed, opens: bool, text: str, left: Span, pieces: list[tuple[int, int, int]]) -> int:
        """Write a mark of a stretch inside a translation; return where in `left` copying goes on."""
        glyphs = self._style.pair(self._target, placed.depth)
        position = left.start
        if opens:
            self.open(placed.quote, glyphs[0] if placed.opens else "")
            return position
        stop = text[position : position + 1]
        inside = self._style.stops_inside(self._target) and placed.closes and stop in (".", ",")
        if inside and position < left.end and text[position : position + 2] != "..":
            self._copy(text, position, position + 1, pieces)
            position += 1
        self.close(placed.quote, glyphs[1] if placed.closes else "")
        return position


def _trimmed(text: str, part: Span, dropped: Sequence[Span], trim: bool) -> Span:
    """Return `part` without white space at its edges and, with `trim`, without soft stops at its end."""
    start, end = part
    hidden = {at for span in dropped for at in range(span.start, span.end)} if trim else set()
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or (trim and (text[end - 1] in SOFT_ENDS or end - 1 in hidden))):
        if trim and text[end - 1] == "." and text[end - 3 : end] == "...":
            break
        end -= 1
    return Span(start, end)


def _events(
    inserted: Sequence[Insertion], skips: Sequence[Span], start: int, end: int
) -> list[tuple[int, Insertion | Span]]:
    """Merge marks to print and marks to leave out into one list by position, in the order given at one position."""
    events: list[tuple[int, int, Insertion | Span]] = [(min(max(one.at, start), end), 1, one) for one in inserted] + [
        (max(span.start, start), 0, span) for span in skips
    ]
    return [(at, one) for at, _, one in sorted(events, key=lambda event: event[:2])]


def _word_links(unit: Unit, links: Links, pieces: Sequence[tuple[int, int, int]]) -> list[Link]:
    """Carry the links of a translation over to the article and the block."""
    starts = [piece[0] for piece in pieces]
    found: list[Link] = []
    for source, target in links:
        if not 0 <= source.start < source.end <= len(unit.origins):
            continue
        first, last = unit.origins[source.start], unit.origins[source.end - 1]
        piece = bisect_right(starts, target.start) - 1
        if first < 0 or last < first or piece < 0 or target.end <= target.start:
            continue
        start, end, at = pieces[piece]
        if target.end <= end:
            found.append(Link(Span(first, last + 1), Span(at + target.start - start, at + target.end - start)))
    return found
