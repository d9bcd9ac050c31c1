"""rate.py PACKAGE PARALLEL OUT --into en|es: several translations of each pair, and how good each of them is.

A model that only ever sees people's translations never learns which of its own are the worse ones. Each row of OUT,
`factor<TAB>English<TAB>Spanish`, is one of the package's translations; the factor, inside -1 and 1, is how much more
like the person's it is than their mean, by the mean of chrF and BLEU: chrF alone forgives what is too short. Trained on
these (corpus.py --rated-es), good ones become likelier at the cost of bad ones: expected risk over a list made
beforehand ("Classical Structured Prediction Losses for Sequence to Sequence Learning", Edunov et al., 2018), with each
translation's likelihood left out of its factor. PARALLEL is in the format of corpus.py.
"""

from __future__ import annotations

import lzma
from statistics import mean

import sacrebleu
from back import plausible
from nearest import parser, scored

LEAST = 20.0  # mean of chrF and BLEU, 0 to 100: where translations are less like the person's, that may be the worst
WORTH = 6.0  # points of that mean for which the factor would be 1
MOST = 0.999  # 1 is the factor of what nobody rated


def main() -> None:
    """Translate and rate the pairs named on the command line."""
    given = parser(__doc__).parse_args()
    into = ("en", "es").index(given.into)
    kept = 0
    with lzma.open(given.out, "wt", encoding="utf-8", preset=2) as out:
        for pair, options in scored(given):
            if len(options) < 2 or not plausible(pair[1 - into], options[0][1]):
                continue
            person = [pair[into]]
            scores = [(chrf + sacrebleu.sentence_bleu(option, person).score) / 2 for chrf, option in options]
            middle = mean(scores)
            if middle < LEAST:
                continue
            for score, (_, option) in zip(scores, options, strict=True):
                factor = max(-MOST, min(MOST, (score - middle) / WORTH))
                sides = list(pair)
                sides[into] = " ".join(option.split())
                kept += 1
                print(f"{factor:.3f}", *sides, sep="\t", file=out)
    print(f"{kept} translations kept")


if __name__ == "__main__":
    main()
