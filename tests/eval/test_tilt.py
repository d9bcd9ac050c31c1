"""The trainer's weights: how long the translations are that a model learns from (tools/train/tilt.py)."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import numpy as np

tilted: Any = runpy.run_path(str(Path(__file__).parents[2] / "tools" / "train" / "tilt.py"))["tilted"]
PAIRS = [["en " * 10, "es " * words] for words in range(7, 16)] + [["one two", "uno dos tres"]]


def ratio(weights: np.ndarray) -> float:
    """Return the Spanish words for an English one of the long pairs."""
    spanish = np.array([len(pair[1].split()) for pair in PAIRS])
    return float((weights * spanish)[1:-1].sum() / (weights * 10)[1:-1].sum())


def test_the_wanted_ratio_is_reached_and_the_sum_stays() -> None:
    before = np.linspace(3, 1, len(PAIRS))
    after = tilted(PAIRS, before, 1.2)
    assert ratio(before) < 1.15 < 1.2 <= ratio(after) < 1.25
    assert np.isclose(after.sum(), before.sum())
    assert after[-1] == before[-1], "a short pair"
    assert after[0] == before[0], "seven words"


def test_what_has_it_stays() -> None:
    before = np.ones(len(PAIRS))
    assert (tilted(PAIRS, before, 1.05) == before).all()
    assert (tilted([], np.ones(0), 1.05) == np.ones(0)).all()
    assert (tilted([["a b", "c"]], np.ones(1), 2) == np.ones(1)).all()


def test_what_weighs_nothing_stays() -> None:
    assert (tilted(PAIRS, np.zeros(len(PAIRS)), 1.2) == 0).all()
