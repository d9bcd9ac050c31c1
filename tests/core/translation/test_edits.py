"""Spans survive replacements, there and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.model import Span
from reader.core.translation.edits import Edit, Edited


def test_spans_follow_their_words() -> None:
    before = "see https://a.b now"
    edited = Edited(before, [Edit(Span(4, 15), "X1"), Edit(Span(16, 16), "right ")])
    assert edited.text == "see X1 right now"
    assert edited.forward(Span(4, 15)).of(edited.text) == "X1"
    assert edited.back(Span(4, 6)).of(before) == "https://a.b"
    assert edited.forward(Span(0, 3)).of(edited.text) == "see"
    assert edited.back(edited.forward(Span(0, 3))).of(before) == "see"
    assert edited.forward(Span(6, 9)) == edited.forward(Span(4, 15))


def test_overlapping_edits_are_left_out() -> None:
    assert Edited("abcdef", [Edit(Span(1, 4), "-"), Edit(Span(2, 5), "+"), Edit(Span(5, 6), "!")]).text == "a-e!"


@given(st.data())
def test_untouched_spans_come_back(data: st.DataObject) -> None:
    text = data.draw(st.text(max_size=30))
    edges = st.integers(0, len(text))
    cuts = data.draw(st.lists(st.tuples(edges, edges, st.text(max_size=3)), max_size=5))
    edits = [Edit(Span(min(a, b), max(a, b)), new) for a, b, new in cuts]
    edited = Edited(text, edits)
    a, b = sorted((data.draw(edges), data.draw(edges)))
    after = edited.forward(Span(a, b))
    assert 0 <= after.start <= after.end <= len(edited.text)
    if a < b and not any(edit.span.start <= b and a <= edit.span.end for edit in edits):
        assert after.of(edited.text) == text[a:b]
        assert edited.back(after) == Span(a, b)
