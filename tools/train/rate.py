"""rate.py PACKAGE PARALLEL OUT --into en|es: several translations of each pair, and how good each of them is.

A model that only ever sees people's translations never learns which of its own are the worse ones. Each row of OUT,
`factor<TAB>English<TAB>Spanish`, is one of the package's translations; the factor, inside -1 and 1, is how much more
like the person's it is than their mean. Trained on these (corpus.py --rated-es), good ones become likelier at the cost
of bad ones: expected risk over a list made beforehand ("Classical Structured Prediction Losses for Sequence to Sequence
Learning", Edunov et al., 2018), with each translation's likelihood left out of its factor. PARALLEL is in the format
of corpus.py.
"""

from __future__ import annotations

import argparse
import lzma
import os
from pathlib import Path
from statistics import mean

import sacrebleu
from back import plausible
from corpus import rows
from score import Package

BATCH = 2_000  # pairs between two reports
LEAST = 30.0  # mean chrF, 0 to 100: where translations are less like the person's, that may be the worst of all
WORTH = 4.0  # points of chrF for which the factor would be 1
MOST = 0.999  # 1 is the factor of what nobody rated


def main() -> None:
    """Translate and rate the pairs named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--into", choices=("en", "es"), required=True)
    parser.add_argument("--sources", nargs="*", help="pairs of these sources only")
    parser.add_argument("--beam", type=int, default=5, help="how many translations of each")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    package = Package(given.package, given.threads)
    into = ("en", "es").index(given.into)
    pairs = [row[2:] for row in rows(given.parallel, 4) if given.sources is None or row[0] in given.sources]
    kept = 0
    with lzma.open(given.out, "wt", encoding="utf-8", preset=2) as out:
        for start in range(0, len(pairs), BATCH):
            some = pairs[start : start + BATCH]
            found = package.several([pair[1 - into] for pair in some], given.beam, given.beam)
            for pair, options in zip(some, found, strict=True):
                different = [option for option in dict.fromkeys(options) if option]
                if len(different) < 2 or not plausible(pair[1 - into], different[0]):
                    continue
                scores = [sacrebleu.sentence_chrf(option, [pair[into]]).score for option in different]
                middle = mean(scores)
                if middle < LEAST:
                    continue
                for score, option in zip(scores, different, strict=True):
                    factor = max(-MOST, min(MOST, (score - middle) / WORTH))
                    sides = list(pair)
                    sides[into] = " ".join(option.split())
                    kept += 1
                    print(f"{factor:.3f}", *sides, sep="\t", file=out)
            print(f"{start + len(some)} of {len(pairs)} pairs, {kept} translations kept", flush=True)


if __name__ == "__main__":
    main()
