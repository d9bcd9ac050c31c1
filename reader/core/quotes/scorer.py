"""Score candidates with a small network learned from annotated articles: one hidden layer over counted features.

The weights are whole numbers in `speaker_weights.json`, written by tools/quotes/train_speakers.py; a row belongs to
one feature and holds its part of every hidden unit and, last, of the score itself. Sums of rows are kept for feature
sets seen before, which are few: a mention's own and a quote's own features repeat over and over.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp
from pathlib import Path

WEIGHTS = Path(__file__).with_name("speaker_weights.json")
REMEMBERED = 6_000  # sums kept; about 6 MB


@dataclass(slots=True)
class Scorer:
    """The network: a row for each feature, where each hidden unit begins to count, and its part in the score."""

    rows: list[tuple[float, ...]]
    bias: tuple[float, ...]
    output: tuple[float, ...]
    _sums: dict[tuple[int, ...], list[float]] = field(default_factory=dict)

    def total(self, features: tuple[int, ...]) -> list[float]:
        """Return the sum of the rows of a feature set, remembered."""
        found = self._sums.get(features)
        if found is None:
            if len(self._sums) >= REMEMBERED:
                self._sums.clear()
            rows = self.rows
            found = [sum(column) for column in zip(*[rows[feature] for feature in features], strict=True)]
            self._sums[features] = found
        return found

    def score(self, parts: Sequence[tuple[int, ...]]) -> float:
        """Return the score of a candidate whose features come in `parts`."""
        known = self._sums
        sums = [known.get(part) or self.total(part) for part in parts if part]
        units = [sum(column) for column in zip(*sums, strict=True)]
        score: float = units.pop()
        for unit, bias, weight in zip(units, self.bias, self.output, strict=True):
            if unit > bias:
                score += (unit - bias) * weight
        return score


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
    scale = float(stored["scale"])
    rows = [tuple(value / scale for value in row) for row in stored["rows"]]
    return Scorer(
        rows, tuple(-value / scale for value in stored["bias"]), tuple(value / scale for value in stored["output"])
    )
