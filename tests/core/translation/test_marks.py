"""Which characters are quotation marks, and how they pair, in the odd cases that print offers."""

from __future__ import annotations

import pytest

from reader.core.model import Span
from reader.core.translation.marks import HouseStyle, Pair, pairs

TABLE = [
    ("“a” b", ["a"]),
    ('"a" "b"', ["a", "b"]),
    ('«El "a" b» c', ['El "a" b', "a"]),
    ("“a ‘b,’ ” c", ["a ‘b,’", "b,"]),
    ("'it's a' b", ["it's a"]),
    ("the workers' vote", []),
    ("the 'workers' vote' b", ["workers' vote"]),
    ("'a b's' or 'c'", ["a b's", "c"]),
    ("the ’90s and rock ’n’ roll", []),
    ('a 6\'2" and 24" thing', []),
    ("''a b'' c", ["a b"]),
    ("„a“ b", ["a"]),
    ('“a" b', ["a"]),
    ("”a b” c", ["a b"]),
    ('"a "b", c"', ['a "b", c', "b"]),
    ("‹a› b", ["a"]),
    ("", []),
]


def inners(text: str) -> list[str]:
    found: list[str] = []

    def walk(forest: list[Pair]) -> None:
        for pair in forest:
            found.append(pair.inner.of(text).strip())
            walk(pair.children)

    walk(pairs(text, Span(0, len(text)), ()))
    return found


@pytest.mark.parametrize(("text", "wanted"), TABLE)
def test_marks_pair(text: str, wanted: list[str]) -> None:
    assert inners(text) == wanted


def test_a_lonely_double_mark_counts_and_a_lonely_single_one_does_not() -> None:
    for text, count in (("a” b", 1), ("“a b", 1), ("a’ b", 0), ("'a b", 0)):
        assert len(pairs(text, Span(0, len(text)), ())) == count


def test_styles_alternate_below_the_last_pair() -> None:
    style = HouseStyle()
    assert [style.pair("es", depth) for depth in range(5)] == ["«»", "“”", "‘’", "“”", "‘’"]
    assert [style.pair("en", depth) for depth in range(4)] == ["“”", "‘’", "“”", "‘’"]
