"""The sentences written for the trainer are well-formed, and none of them is one that the packages are measured by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.helpers.measured import news, pairs, robust_rows
from tests.helpers.translated import DIRECTIONS

WRITTEN = Path(__file__).parents[2] / "tools" / "train" / "written"
WORD = re.compile(r"\w+")
RUN = 7  # words in a row that a sentence may not share with one it is measured by
FOREIGN = re.compile(r"[¿¡«»\"]")


@pytest.fixture(scope="module")
def written() -> list[tuple[str, str]]:
    lines = [line for path in WRITTEN.glob("*.tsv") for line in path.read_text(encoding="utf-8").splitlines()]
    return [(english, spanish) for english, spanish in (line.split("\t") for line in lines)]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.lower()))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    if 2 < len(words) < RUN:
        yield words
    yield from (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def _shared(written: list[tuple[str, str]], measured: Iterable[str]) -> list[str]:
    runs = {run for text in measured for run in _runs(text)}
    return [text for pair in written for text in pair if not runs.isdisjoint(_runs(text))]


def test_its_lines_are_pairs(written: list[tuple[str, str]]) -> None:
    for side in zip(*written, strict=True):
        assert len({text.lower() for text in side}) == len(side) > 40_000
    for english, spanish in written:
        short, long = sorted((len(english.split()), len(spanish.split())))
        assert short > 0 and long <= 1.8 * short + 4, english
        assert ("?" in english) == ("?" in spanish) == ("¿" in spanish), english
        assert not FOREIGN.search(english), english


def test_none_is_of_our_own_pairs_or_robust_lines(written: list[tuple[str, str]]) -> None:
    own = [text for direction in DIRECTIONS for side in pairs(direction) for text in side]
    assert not _shared(written, [*own, *(row["text"] for row in robust_rows())])


@pytest.mark.shared
def test_none_is_of_the_news(written: list[tuple[str, str]]) -> None:
    assert not _shared(written, [*news("en"), *news("es")])
