"""Score candidates with a small network learned from annotated articles: one hidden layer over counted features.

The weights are whole numbers in `speaker_weights.json`, written by tools/quotes/train_speakers.py; a row belongs to
one feature and holds its part of every hidden unit and, last, of the score itself. Sums of rows are kept for feature
sets seen before, which are few: a mention's own and a quote's own features repeat over and over.

A sum is one long integer with a lane of 32 bits for each unit, so that adding two sums is one addition; a lane holds
ZERO more than its value, which keeps it positive. All is whole numbers, and exact.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp
from pathlib import Path
from struct import Struct

WEIGHTS = Path(__file__).with_name("speaker_weights.json")
REMEMBERED = 12_000  # sums kept; about 3 MB
ZERO = 1 << 24


@dataclass(slots=True)
class Scorer:
    """The network: a row for each feature, the long integer that every score begins with, each unit's part in it."""

    rows: list[tuple[int, ...]]
    begin: int
    output: tuple[int, ...]
    scale: int
    lanes: Struct
    _sums: dict[tuple[int, ...], int] = field(default_factory=dict)

    def total(self, features: tuple[int, ...]) -> int:
        """Return the sum of the rows of a feature set, remembered."""
        if len(self._sums) >= REMEMBERED:
            self._sums.clear()
        found = packed([sum(column) for column in zip(*[self.rows[feature] for feature in features], strict=True)])
        self._sums[features] = found
        return found

    def score(self, parts: tuple[tuple[int, ...], ...]) -> float:
        """Return the score of a candidate whose features come in parts, each perhaps empty."""
        total = self.begin
        known = self._sums
        for part in parts:
            if part:
                total += known.get(part) or self.total(part)
        units = self.lanes.unpack(total.to_bytes(self.lanes.size, "little"))
        zero = ZERO
        score: int = sum(
            [(unit - zero) * weight for unit, weight in zip(units, self.output, strict=False) if unit > zero]
        )
        direct: int = units[-1] - zero
        return (score + direct * self.scale) / (self.scale * self.scale)


def packed(values: Sequence[int]) -> int:
    """Return values as one long integer with 32 bits for each; negative ones borrow from their neighbour."""
    total = 0
    for value in reversed(values):
        total = (total << 32) + value
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
    rows = [tuple(row) for row in stored["rows"]]
    return Scorer(rows, begin, output, stored["scale"], Struct(f"<{len(output) + 1}I"))
