"""Long texts are cut where a reader would breathe, and nothing of them is lost."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.core.model import Span, Translation
from reader.core.translation.parts import joined, part_spans


def tokens(text: str) -> list[Span]:
    """One token a word, mark or single letter of a long word: enough like a real tokenizer."""
    return [Span(*match.span()) for match in re.finditer(r"\w{1,3}|[^\w\s]", text)]


def pieces(text: str, most: int) -> list[str]:
    return [span.of(text) for span in part_spans(text, tokens(text), most)]


def test_a_text_that_fits_stays_whole() -> None:
    assert pieces("One two. Three four.", 12) == ["One two. Three four."]


def test_sentences_come_first() -> None:
    assert pieces("One two. Three four! “Five six.” Seven.", 8) == ["One two.", "Three four!", "“Five six.”", "Seven."]


def test_then_marks_then_spaces_then_anything() -> None:
    assert pieces("aa bb cc, dd ee ff", 5) == ["aa bb cc,", "dd ee ff"]
    assert pieces("aa bb cc dd ee ff", 4) == ["aa bb cc dd", "ee ff"]
    assert pieces("a" * 30, 4) == ["a" * 12, "a" * 12, "a" * 6]


LONG = (
    "The minister said on Monday that the road would be closed for at least two years, and the people of the valley "
    "asked who would pay for the longer way; nobody had an answer"
)


def test_a_long_sentence_is_cut_where_a_reader_breathes() -> None:
    spans = part_spans(LONG, tokens(LONG), comfortable=40)
    assert [span.of(LONG) for span in spans] == [
        "The minister said on Monday that the road would be closed for at least two years,",
        "and the people of the valley asked who would pay for the longer way; nobody had an answer",
    ]
    assert len(part_spans(LONG, tokens(LONG))) == 1


def test_nothing_is_cut_inside_marks_or_without_a_place_to_breathe() -> None:
    quoted = LONG.replace("on Monday", "“").replace("; nobody", "”; nobody")
    assert [span.of(quoted)[-20:] for span in part_spans(quoted, tokens(quoted), comfortable=40)] == [
        "nobody had an answer"
    ]
    plain = LONG.replace(",", "").replace(";", "")
    assert len(part_spans(plain, tokens(plain), comfortable=40)) == 1


def test_what_was_cut_goes_on_as_one_sentence() -> None:
    text = "One two, and Three; I see"
    spans = [Span(0, 8), Span(9, 19), Span(20, 25)]
    whole = joined(text, spans, [Translation("Uno dos."), Translation("Y Three"), Translation("Veo.")])
    assert whole.text == "Uno dos, y Three; Veo."


@given(st.text(alphabet="ab ,.;?“”\n\t😀é", max_size=200), st.integers(2, 12), st.integers(2, 12), st.integers(1, 3))
def test_all_but_white_space_is_in_one_part(text: str, most: int, comfortable: int, times: int) -> None:
    text *= times
    spans = part_spans(text, tokens(text), most, comfortable)
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    between = [
        text[a:b] for a, b in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True)
    ]
    assert not "".join(between).strip()
    for span in spans:
        inside = [token for token in tokens(text) if span.contains(token)]
        assert len(inside) <= most or len(tokens(text)) <= most


def test_joined_parts_keep_the_space_between_them_and_their_links() -> None:
    text = "One two.\n Three."
    spans = [Span(0, 8), Span(10, 16)]
    parts = [
        Translation("Uno dos.", links=((Span(0, 3), Span(0, 3)),)),
        Translation("Tres.", links=((Span(0, 5), Span(0, 4)),)),
    ]
    whole = joined(text, spans, parts)
    assert whole.text == "Uno dos.\n Tres."
    assert [(a.of(text), b.of(whole.text)) for a, b in whole.links] == [("One", "Uno"), ("Three", "Tres")]
