"""Offsets, sentences and words of any string."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.model import Language, Span
from reader.core.text import LONGEST_SENTENCE, Utf16Map, sentence_spans, trimmed
from tests.helpers.timing import timed

ANYTHING = st.text(st.characters(), max_size=300)
PROSE = st.text(st.sampled_from("ab. ,¿?¡!\n“”«»\"'—😀\ud800\0\u200b\u202eÑS"), max_size=200)


def sentences(text: str, language: Language) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)), language)]


@given(ANYTHING)
def test_utf16_offsets_are_those_of_the_codec(text: str) -> None:
    offsets = Utf16Map(text)
    for offset in range(len(text) + 1):
        unit = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert offsets.to_utf16(offset) == unit
        assert offsets.to_python(unit) == offset


def test_the_second_half_of_a_pair_belongs_to_its_character() -> None:
    offsets = Utf16Map("a😀b😀")
    assert [offsets.to_python(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]


SPLIT: list[tuple[Language, list[str]]] = [
    ("es", ["El Sr. Pérez llegó a EE. UU. el lunes.", "Nadie lo esperaba."]),
    ("es", ["Trajo, p. ej., dos cartas de la Sra. Gil.", "Las leyó el Dr. Soto."]),
    ("es", ["¿Y qué?", "¡Nada!", "Así quedó la cosa."]),
    ("es", ["Costó 3.5 millones de euros, un 12,4 % más.", "Nadie protestó."]),
    ("es", ["El autor, J. R. Ruiz, calló.", "Luego… se marchó."]),
    ("en", ["The U.S. senator met Mr. Hale at 5 p.m. on Friday.", "They spoke for an hour."]),
    ("en", ["It rose 2.75 percent, to $1.2 million.", "J. K. Marsh sold at once."]),
    ("en", ["What?!", "No...", "Yes."]),
]


@pytest.mark.parametrize(("language", "expected"), SPLIT)
def test_sentences_end_where_they_end(language: Language, expected: list[str]) -> None:
    assert sentences(" ".join(expected), language) == expected


def test_a_long_quote_of_many_sentences_is_split_again() -> None:
    text = (
        "Then she turned to the council: “We have waited eleven years for this bridge. We have paid for it twice. "
        "We will not pay for it again.” Nobody answered. “Well?”"
    )
    assert sentences(text, "en") == [
        "Then she turned to the council: “We have waited eleven years for this bridge.",
        "We have paid for it twice.",
        "We will not pay for it again.”",
        "Nobody answered.",
        "“Well?”",
    ]


def test_opening_marks_go_with_the_sentence_they_open() -> None:
    text = (
        "El alcalde habló de la sequía durante más de una hora. «¿Qué pueblo es este, que mira al cielo desde hace "
        "once años sin ver una sola nube? ¡Un pueblo que espera! “Agua”, decía mi madre.» Y se fue."
    )
    assert sentences(text, "es") == [
        "El alcalde habló de la sequía durante más de una hora.",
        "«¿Qué pueblo es este, que mira al cielo desde hace once años sin ver una sola nube?",
        "¡Un pueblo que espera!",
        "“Agua”, decía mi madre.»",
        "Y se fue.",
    ]


def test_apostrophes_do_not_part_words() -> None:
    first = (
        "It isn't the neighbours' fault that the rain didn't come, and it isn't ours; we've said so all this long year."
    )
    assert sentences(f"{first} Right?", "en") == [first, "Right?"]


@given(st.one_of(ANYTHING, PROSE), st.sampled_from(("en", "es")), st.data())
def test_sentences_hold_every_word_in_order(text: str, language: Language, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    last = start
    for span in sentence_spans(text, Span(start, end), language):
        assert last <= span.start < span.end <= end
        assert not trimmed(text, last, span.start).of(text)
        assert trimmed(text, *span) == span
        last = span.end
    assert not trimmed(text, last, end).of(text)


@pytest.mark.parametrize(
    "unit", ["a ", "a", "“", "a. ", "“a. ", "\n", "¿", "....", "Mr. ", "😀", "\u200b", "(", "A.B."]
)
def test_a_long_line_without_a_stop_is_cut_and_takes_no_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    spans, seconds = timed(lambda: sentence_spans(text, Span(0, len(text)), "en"))
    assert seconds < 5
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)


@given(ANYTHING)
def test_trimming_takes_nothing_but_space(text: str) -> None:
    span = trimmed(text, 0, len(text))
    assert text[: span.start].strip() == "" or all(not c.isalnum() for c in text[: span.start])
    assert 0 <= span.start <= span.end <= len(text)
    assert trimmed(text, *span) == span
