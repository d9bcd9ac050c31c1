"""How long translations become: weights tilted until a text has as many Spanish words for an English one as wanted.

A model writes as many words as what it learnt from. Short prose has 1.00 to 1.05 Spanish words for an English one and
newspapers translated by people 1.09 (newstest2012), so that version 0.10 wrote six words in a hundred too few in
Spanish, which cost it two points of BLEU. Tilting by exp(slope * log ratio) is the smallest change of a distribution
(by relative entropy) that moves its mean so far.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

LEAST = 8  # words on either side: shorter segments tell little of how somebody writes
STEEPEST = 4.0  # of the slope: beyond it few pairs would stand for all
FARTHEST = 0.5  # log ratio: beyond it one side is not the whole translation


def tilted(pairs: Sequence[Sequence[str]], weights: np.ndarray, ratio: float) -> np.ndarray:
    """Return the weights of one source so changed that `ratio` is reached, or nearly; those that have it stay.

    The last two fields of a pair are English and Spanish. The sum of the weights of the long segments stays.
    """
    if not pairs:
        return weights
    english, spanish = np.array([[len(side.split()) for side in pair[-2:]] for pair in pairs]).T
    longer = np.log(np.maximum(spanish, 1) / np.maximum(english, 1))
    counted = (np.minimum(english, spanish) >= LEAST) & (np.abs(longer) <= FARTHEST)
    if not weights[counted].any():
        return weights
    before, longer, english, spanish = (values[counted] for values in (weights, longer, english, spanish))
    after = before
    for slope in np.arange(0, STEEPEST, 0.1):
        after = before * np.exp(slope * longer)
        if (after * spanish).sum() >= ratio * (after * english).sum():
            break
    changed = weights.copy()
    changed[counted] = after * (before.sum() / after.sum())
    return changed
