"""Score candidates with a small network learned from annotated articles: one hidden layer over counted features.

The weights are whole numbers in `speaker_weights.json`, written by tools/quotes/train_speakers.py; a row belongs to
one feature and holds its part of every hidden unit and, last, of the score itself. Sums of rows are kept for feature
sets seen before, which are few: a mention's own and a quote's own features repeat over and over.

A sum is one long integer with a lane of 32 bits for each unit, so that adding two sums is one addition; a lane holds
ZERO more than its value, which keeps it positive: the bit of ZERO tells in every lane at once whether its unit is above
nothing and counts. All is whole numbers, and exact.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp
from operator import mul
from pathlib import Path
from struct import Struct

WEIGHTS = Path(__file__).with_name("speaker_weights.json")
REMEMBERED = 12_000  # sums kept; about 3 MB
LANE = 32
ZERO_BIT = 24
ZERO = 1 << ZERO_BIT
Features = tuple[int, ...]


@dataclass(slots=True)
class Scorer:
    """The network: a row for each feature, the long integer that every score begins with, each unit's part in it."""

    rows: list[int]  # each as one long integer
    begin: int
    output: tuple[int, ...]
    scale: int
    lanes: Struct
    ones: int  # 1 in the lane of every unit
    _sums: dict[Features, int] = field(default_factory=dict)

    def total(self, features: Features) -> int:
        """Return the sum of the rows of a feature set that is not empty, remembered."""
        found = self._sums.get(features)
        if found is None:
            if len(self._sums) >= REMEMBERED:
                self._sums.clear()
            found = self._sums[features] = sum([self.rows[feature] for feature in features])
        return found

    def scores(self, shared: Features, candidates: Iterable[Sequence[Features]]) -> list[float]:
        """Return the scores of candidates, each given by the parts of its features, that have `shared` in common."""
        begin = self.begin + self.total(shared)
        known, output, scale, ones = self._sums.get, self.output, self.scale, self.ones
        size, unpack = self.lanes.size, self.lanes.unpack
        direct = LANE * len(output)
        found = []
        for parts in candidates:
            total = begin
            for part in parts:
                if part:
                    total += known(part) or self.total(part)
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
def scorer() -> Scorer:
    """Load the weights that come with the program."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    output = tuple(stored["output"])
    begin = packed([ZERO + value for value in (*stored["bias"], 0)])
    rows = [packed(row) for row in stored["rows"]]
    ones = packed([1] * len(output))
    return Scorer(rows, begin, output, stored["scale"], Struct(f"<{len(output)}I"), ones)
