"""nearest.py PACKAGE PARALLEL OUT --into en|es: pairs again with a translation of a model's own.

Of the translations that the package finds it is the one most like the person's: as right, and easier to learn
("Sequence-Level Knowledge Distillation", Kim and Rush, 2016, section 3.3: sequence-level interpolation). OUT gets those
that are very like it and have no word made up; `--other FILE` those that are less like it, good enough as a source for
the other direction. PARALLEL is in the format of corpus.py, OUT and FILE `English<TAB>Spanish` for its `--fluent-en`
and `--fluent-es`.
"""

from __future__ import annotations

import argparse
import lzma
import os
from collections import Counter
from pathlib import Path

import sacrebleu
from back import BATCH, LOWER, plausible
from corpus import rows
from score import Package

ALIKE = 62.0  # chrF, 0 to 100: what is less like the person's translation has errors that must not be learned
LEAST = 40.0  # chrF: what is less like it is of no use as a source either
KNOWN = 2  # a word that the written side of PARALLEL has less often is made up


def main() -> None:
    """Translate the pairs named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--into", choices=("en", "es"), required=True)
    parser.add_argument("--other", type=Path, help="a second file, for what serves as a source only")
    parser.add_argument("--sources", nargs="*", help="pairs of these sources only")
    parser.add_argument("--beam", type=int, default=4, help="how many translations there are to choose from")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    package = Package(given.package, given.threads)
    into = ("en", "es").index(given.into)
    seen: Counter[str] = Counter()
    pairs = []
    for source, _, *pair in rows(given.parallel, 4):
        seen.update(LOWER.findall(pair[into]))
        if given.sources is None or source in given.sources:
            pairs.append(pair)
    alike: list[str] = []
    other: list[str] = []
    for start in range(0, len(pairs), BATCH):
        some = pairs[start : start + BATCH]
        found = package.several([pair[1 - into] for pair in some], given.beam, given.beam)
        for pair, options in zip(some, found, strict=True):
            score, best = max((sacrebleu.sentence_chrf(option, [pair[into]]).score, option) for option in options)
            if score < LEAST or not plausible(pair[1 - into], best):
                continue
            sure = score >= ALIKE and all(seen[word] >= KNOWN for word in LOWER.findall(best))
            pair[into] = " ".join(best.split())
            (alike if sure else other).append("\t".join(pair) + "\n")
        print(f"{start + len(some)} of {len(pairs)} pairs, {len(alike)} and {len(other)} kept", flush=True)
    for path, kept in ((given.out, alike), (given.other, other)):
        if path:
            with lzma.open(path, "wt", encoding="utf-8", preset=2) as out:
                out.writelines(kept)


if __name__ == "__main__":
    main()
