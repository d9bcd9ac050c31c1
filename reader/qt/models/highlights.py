"""What is marked on the page: quotes on both sides, and what lights up together.

Everything is in the page's own terms (rows, sides, character offsets into a side's text).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.core.model import Link, Quote, Span, TranslatedBlock
from reader.core.spoken import utterances
from reader.qt.models.page_text import PageText, Place, Reach
from reader.qt.models.speakers import is_said
from reader.qt.models.views import Side


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """One stretch of a quote on the page."""

    reach: Reach
    quote: Quote


@dataclass(frozen=True, slots=True)
class Lit:
    """What lights up under the pointer or caret: a sentence on both sides and, inside a quote, a word on both."""

    sentences: tuple[Reach, ...] = ()
    words: tuple[Reach, ...] = ()


class QuoteMarks:
    """Which quotes stand where on the page, on either side; a row is marked when it is first looked at."""

    def __init__(self, page: PageText, quotes: Sequence[Quote]) -> None:
        self._page, self._quotes = page, quotes
        self._spoken = utterances(quotes)
        self._leads = {quote.index: lead for lead, said in self._spoken.items() for quote in said}
        self._in_row: dict[int, list[Quote]] = {}
        self._original: dict[int, list[QuoteMark]] = {}
        self._translation: dict[int, list[QuoteMark]] = {}
        self.order: list[tuple[int, int]] = []
        """The row each quote begins in, and the quote's index; sorted."""
        for quote in quotes:
            rows = page.source_rows(quote.span)
            for row in rows:
                self._in_row.setdefault(row, []).append(quote)
            if rows:
                self.order.append((rows.start, quote.index))
        self.order.sort()

    def lead(self, index: int) -> int:
        """Return the quote whose card speaks for a quote."""
        return self._leads.get(index, index)

    def utterance(self, index: int) -> Sequence[Quote]:
        """Return the quotes that share a card with a quote."""
        return self._spoken.get(self.lead(index)) or [self._quotes[index]]

    def first_reach(self, index: int) -> Reach | None:
        """Return where a quote begins, and how far it goes in that row; None for one that stands nowhere."""
        reaches = self._page.source_reaches(self._quotes[index].span) if index < len(self._quotes) else ()
        return reaches[0] if reaches else None

    def set_translation(self, block: TranslatedBlock) -> None:
        """Note where the quotes of a row stand in its translation."""
        self._translation[block.block] = [
            QuoteMark(Reach(block.block, Side.TRANSLATION, span), self._quotes[index])
            for index, (span, _inner) in block.quotes.items()
        ]

    def of(self, row: int, side: Side) -> Sequence[QuoteMark]:
        """Return the marks on one side of a row, in order."""
        if side is Side.TRANSLATION:
            return self._translation.get(row, ())
        if row not in self._original:
            reaches = ((self._page.source_reach(row, quote.span), quote) for quote in self._in_row.get(row, ()))
            self._original[row] = [QuoteMark(reach, quote) for reach, quote in reaches if reach is not None]
        return self._original[row]

    def at(self, place: Place) -> Quote | None:
        """Return the innermost quote at a place; words that are nobody's only where nothing else is."""
        found = [m for m in self.of(place.row, place.side) if m.reach.span.start <= place.offset < m.reach.span.end]
        return min(found, key=_breadth).quote if found else None


def _breadth(mark: QuoteMark) -> tuple[bool, int]:
    span = mark.reach.span
    return not is_said(mark.quote), span.end - span.start


def lit_at(page: PageText, blocks: Mapping[int, TranslatedBlock], place: Place, *, in_quote: bool) -> Lit:
    """Return what lights up with a place: its sentence and the counterpart, in a quote its word and the counterpart."""
    block = blocks.get(place.row)
    if block is None:
        return Lit()
    start = page.article.blocks[place.row].span.start
    sentences = _both_sides(block.sentences, place, start)
    words = _both_sides(block.words, place, start) if in_quote else ()
    return Lit(sentences, words)


def _both_sides(links: Sequence[Link], place: Place, start: int) -> tuple[Reach, ...]:
    """Return both ends of the links at a place; the narrowest, where links lie in one another."""
    original = place.side is Side.ORIGINAL

    def near(link: Link) -> Span:
        return Span(link.source.start - start, link.source.end - start) if original else link.target

    here = [link for link in links if near(link).start <= place.offset < near(link).end]
    if not here:
        return ()
    narrow = min(here, key=lambda link: near(link).end - near(link).start)
    same = [link for link in links if near(link) == near(narrow)]
    found = {Reach(place.row, Side.ORIGINAL, Span(li.source.start - start, li.source.end - start)) for li in same}
    found |= {Reach(place.row, Side.TRANSLATION, link.target) for link in same}
    return tuple(sorted(found))
