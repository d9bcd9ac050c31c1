"""What to translate next: what the reader sees, quotes before sentences, then what lies ahead, then the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Container, Iterator, Sequence
from itertools import accumulate

from reader.core.model import Quote, QuoteKind, Segment, Span

BATCH_SEGMENTS = 4
BATCH_CHARACTERS = 320
"""Small enough that a batch is back in a fraction of a second, so that Esc, scrolling and closing are obeyed."""


class Queue:
    """The segments of an article, ready to be picked in the order a reader wants them."""

    def __init__(self, segments: Sequence[Segment], quotes: Sequence[Quote]) -> None:
        self._segments = segments
        self._by_block: dict[int, list[Segment]] = {}
        for segment in segments:
            self._by_block.setdefault(segment.block, []).append(segment)
        self._spoken = _spoken(segments, quotes)
        self._rows = range(0)
        self._sentences = False

    def follow(self, before: Queue) -> Queue:
        """Serve the reader of the queue before, who looks at the same rows; return this queue."""
        self.watch(before._rows, sentences=before._sentences)
        return self

    def watch(self, rows: range, *, sentences: bool) -> None:
        """Note the blocks a reader sees, and whether they want sentences as much as quotes."""
        self._rows, self._sentences = rows, sentences

    def of_block(self, block: int) -> Sequence[Segment]:
        """Return the segments of one block, in order."""
        return self._by_block.get(block, ())

    def nearest(self, blocks: Collection[int], count: int) -> list[int]:
        """Return a few of `blocks`, those in sight first, then those ahead, in order."""
        start, stop = self._rows.start, self._rows.stop
        return sorted(blocks, key=lambda block: (not start <= block < stop, block < start, block))[:count]

    def next_batch(self, done: Container[int]) -> list[Segment]:
        """Return the next few segments that are not `done`; empty when all are."""
        batch: list[Segment] = []
        taken: set[int] = set()
        characters = 0
        for segment in self._in_order():
            if segment.index in done or segment.index in taken:
                continue
            characters += len(segment.text)
            if batch and characters > BATCH_CHARACTERS:
                break
            batch.append(segment)
            taken.add(segment.index)
            if len(batch) == BATCH_SEGMENTS:
                break
        return batch

    def _in_order(self) -> Iterator[Segment]:
        yield from self._of(self._rows, spoken=True)
        if self._sentences:
            yield from self._of(self._rows, spoken=False)
        blocks = sorted(self._by_block)
        ahead = [block for block in blocks if block >= self._rows.start]
        behind = [block for block in blocks if block < self._rows.start]
        yield from self._of(ahead + behind, spoken=not self._sentences)
        yield from self._of(ahead + behind, spoken=False)

    def _of(self, blocks: Sequence[int], *, spoken: bool) -> Iterator[Segment]:
        for block in blocks:
            for segment in self._by_block.get(block, ()):
                if not spoken or segment.index in self._spoken:
                    yield segment


def _spoken(segments: Sequence[Segment], quotes: Sequence[Quote]) -> set[int]:
    """Return the segments that a quote's card needs: its own, and the sentences fragments stand in."""
    spans = sorted(quote.span for quote in quotes if quote.kind is not QuoteKind.NON_SPEECH)
    starts = [span.start for span in spans]
    ends = list(accumulate((span.end for span in spans), max))  # quotes lie in one another: the farthest end so far

    def in_quote(span: Span) -> bool:
        before = bisect_left(starts, span.end)
        return before > 0 and ends[before - 1] > span.start

    return {segment.index for segment in segments if any(map(in_quote, segment.spans))}
