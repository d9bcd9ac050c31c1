"""What is translated first is what quotes need, however quotes lie in one another and in however long a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.model import Quote, QuoteKind, Segment, Span
from reader.qt.picking import Queue
from tests.helpers.timing import fastest

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda at: Span(at[0], at[0] + at[1]))


def quotes_at(spans: list[Span]) -> list[Quote]:
    return [Quote(n, span, span, QuoteKind.SPEECH, n) for n, span in enumerate(spans)]


@given(st.lists(SPANS, max_size=8), st.lists(st.lists(SPANS, min_size=1, max_size=2), min_size=1, max_size=8))
def test_segments_that_share_a_character_with_a_quote_come_first(quoted: list[Span], parts: list[list[Span]]) -> None:
    segments = [Segment(n, 0, "x", tuple(spans)) for n, spans in enumerate(parts)]
    queue, done, order = Queue(segments, quotes_at(quoted)), set(), []
    while batch := queue.next_batch(done):
        order += [segment.index for segment in batch]
        done.update(order)
    needed = [s.index for s in segments if any(a.overlaps(b) for a in s.spans for b in quoted)]
    assert order == needed + [segment.index for segment in segments if segment.index not in needed]


def test_one_line_of_a_hundred_thousand_words_is_set_out_in_no_time() -> None:
    segments = [Segment(n, 0, "x", (Span(n * 80, n * 80 + 79),)) for n in range(8000)]
    assert fastest(lambda: Queue(segments, quotes_at([Span(n * 160, n * 160 + 60) for n in range(4000)])), 1) < 1
