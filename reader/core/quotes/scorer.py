"""Score candidates with a small network learned from annotated articles: one hidden layer over counted features.

The weights are whole numbers in `speaker_weights_en.json` and `speaker_weights_es.json`, a network for each language so
that what one learns cannot harm the other; tools/quotes/train_speakers.py writes them. A row belongs to one feature and
holds its part of every hidden unit and, last, of the score itself. Sums of rows are kept for feature sets seen before,
which are few: a mention's own and a quote's own features repeat over and over.

A sum is one long integer with a lane of 32 bits for each unit, so that adding two sums is one addition; a lane holds
ZERO more than its value, which keeps it positive: the bit of ZERO tells in every lane at once whether its unit is above
nothing and counts. All is whole numbers, and exact.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from operator import mul
from pathlib import Path
from struct import Struct

from reader.core.model import Language

WEIGHTS: dict[Language, Path] = {
    "en": Path(__file__).with_name("speaker_weights_en.json"),
    "es": Path(__file__).with_name("speaker_weights_es.json"),
}
REMEMBERED = 12_000  # sums kept; about 3 MB
LANE = 32
ZERO_BIT = 24
ZERO = 1 << ZERO_BIT
Features = tuple[int, ...]


class Sums(dict[Features, int]):
    """The sums of the rows of feature sets, remembered."""

    def __init__(self, rows: Sequence[int]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, features: Features) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[features] = sum([self._rows[feature] for feature in features])
        return found


@dataclass(slots=True)
class Scorer:
    """The network: a row for each feature, the long integer that every score begins with, each unit's part in it."""

    sums: Sums
    begin: int
    output: tuple[int, ...]
    scale: int
    lanes: Struct
    ones: int  # 1 in the lane of every unit

    def scores(self, shared: Features, candidates: Iterable[tuple[Features, Features, Features]]) -> list[float]:
        """Return the scores of candidates, each given by three parts of its features, that have `shared` in common."""
        sums, output, scale, ones = self.sums, self.output, self.scale, self.ones
        size, unpack = self.lanes.size, self.lanes.unpack
        direct = LANE * len(output)
        begin = self.begin + sums[shared]
        found = []
        for own, where, verbal in candidates:
            total = begin + sums[own] + sums[where] + sums[verbal]
            above = (total >> ZERO_BIT) & ones
            units = unpack((total & ((above << ZERO_BIT) - above)).to_bytes(size, "little"))
            hidden: int = sum(map(mul, units, output))
            found.append((hidden + ((total >> direct) - ZERO) * scale) / (scale * scale))
        return found


def packed(values: Sequence[int]) -> int:
    """Return values as one long integer with 32 bits for each; negative ones borrow from their neighbour."""
    total = 0
    for value in reversed(values):
        total = (total << LANE) + value
    return total


def chances(scores: Sequence[float]) -> list[float]:
    """Turn scores into probabilities that add up to 1."""
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


@cache
def scorer(language: Language) -> Scorer:
    """Load the weights for one language that come with the program."""
    stored = json.loads(WEIGHTS[language].read_text(encoding="utf-8"))
    output = tuple(stored["output"])
    begin = packed([ZERO + value for value in (*stored["bias"], 0)])
    rows = [packed(row) for row in stored["rows"]]
    ones = packed([1] * len(output))
    return Scorer(Sums(rows), begin, output, stored["scale"], Struct(f"<{len(output)}I"), ones)
