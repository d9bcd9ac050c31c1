"""The sentences written for the trainer are well-formed, and none of them is one that the packages are measured by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
WRITTEN = HERE.parents[1] / "tools" / "train" / "written"
WORD = re.compile(r"\w+")
RUN = 7  # words in a row that a sentence may not share with one it is measured by
FOREIGN = re.compile(r"[¿¡«»\"]")


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    lines = [line for path in WRITTEN.glob("*.tsv") for line in path.read_text(encoding="utf-8").splitlines()]
    return [(english, spanish) for english, spanish in (line.split("\t") for line in lines)]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.lower()))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    if 2 < len(words) < RUN:
        yield words
    yield from (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def _measured() -> Iterator[str]:
    for path in HERE.glob("translation_pairs_*.tsv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from line.split("\t")
    for line in (HERE / "robustness.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]


def test_its_lines_are_pairs(pairs: list[tuple[str, str]]) -> None:
    for side in zip(*pairs, strict=True):
        assert len({text.lower() for text in side}) == len(side) > 40_000
    for english, spanish in pairs:
        short, long = sorted((len(english.split()), len(spanish.split())))
        assert short > 0 and long <= 1.8 * short + 4, english
        assert ("?" in english) == ("?" in spanish) == ("¿" in spanish), english
        assert not FOREIGN.search(english), english


def test_none_is_measured_by(pairs: list[tuple[str, str]]) -> None:
    runs = {run for text in _measured() for run in _runs(text)}
    shared = [text for pair in pairs for text in pair if not runs.isdisjoint(_runs(text))]
    assert not shared
