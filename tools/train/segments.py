"""Encoded segments and files of them; needs numpy only, so that a machine that just trains needs no more."""

from __future__ import annotations

from pathlib import Path

import numpy as np


class Tokens:
    """Token ids of many segments, end to end, with the offset each one starts at."""

    def __init__(self, ids: np.ndarray, offsets: np.ndarray) -> None:
        self.ids, self.offsets = ids, offsets

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, index: int) -> np.ndarray:
        return self.ids[self.offsets[index] : self.offsets[index + 1]]

    @property
    def lengths(self) -> np.ndarray:
        """The number of tokens of each segment."""
        return np.diff(self.offsets)


def packed(parts: list[np.ndarray]) -> Tokens:
    """Return segments end to end."""
    offsets = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
    return Tokens(np.concatenate(parts) if parts else np.zeros(0, np.uint16), offsets)


def join(parts: list[Tokens]) -> Tokens:
    """Return the segments of all parts as one."""
    starts = np.cumsum([0] + [len(part.ids) for part in parts])
    offsets = [np.zeros(1, np.int64)] + [part.offsets[1:] + start for part, start in zip(parts, starts, strict=False)]
    return Tokens(np.concatenate([part.ids for part in parts]), np.concatenate(offsets))


class Corpus:
    """Encoded segment pairs, how often an epoch shows each, and the factor of its loss: below 0 it is unlearned."""

    def __init__(self, source: Tokens, target: Tokens, weights: np.ndarray, factors: np.ndarray | None = None) -> None:
        self.source, self.target, self.weights = source, target, weights
        self.factors = np.ones(len(weights), np.float32) if factors is None else factors
        self.lengths = np.maximum(source.lengths, target.lengths)

    def __len__(self) -> int:
        return len(self.weights)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        return self.source[index], self.target[index]

    @property
    def groups(self) -> np.ndarray:
        """A number for each segment, the same for rated translations of one source, which stand side by side."""
        first = np.ones(len(self), bool)
        for index in np.flatnonzero(self.factors[1:] != 1) + 1:
            first[index] = not np.array_equal(self.source[index], self.source[index - 1])
        return np.cumsum(first) - 1


def read(path: Path) -> Corpus:
    """Return an encoded corpus."""
    with np.load(path) as stored:
        source, target = (Tokens(stored[side], stored[f"{side}_offsets"]) for side in ("source", "target"))
        return Corpus(source, target, stored["weights"], stored["factors"])
