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
from collections.abc import Iterator
from pathlib import Path

import sacrebleu
from back import LOWER, plausible
from corpus import rows
from score import Package

BATCH = 2_000  # pairs between two reports
ALIKE = 62.0  # chrF, 0 to 100: what is less like the person's translation has errors that must not be learned
LEAST = 40.0  # chrF: what is less like it is of no use as a source either
KNOWN = 2  # a word that the written side of PARALLEL has less often is made up


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return a parser of what is asked of `scored`, and where to write."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("package", type=Path)
    made.add_argument("parallel", type=Path)
    made.add_argument("out", type=Path)
    made.add_argument("--into", choices=("en", "es"), required=True)
    made.add_argument("--sources", nargs="*", help="pairs of these sources only")
    made.add_argument("--beam", type=int, default=5, help="how many translations of each there are")
    made.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    return made


def scored(given: argparse.Namespace) -> Iterator[tuple[list[str], list[tuple[float, str]]]]:
    """Yield each [English, Spanish] with the package's translations: chrF with the person's, 0 to 100, and text."""
    package = Package(given.package, given.threads)
    into = ("en", "es").index(given.into)
    pairs = [row[2:] for row in rows(given.parallel, 4) if given.sources is None or row[0] in given.sources]
    for start in range(0, len(pairs), BATCH):
        some = pairs[start : start + BATCH]
        found = package.several([pair[1 - into] for pair in some], given.beam, given.beam)
        for pair, options in zip(some, found, strict=True):
            different = [option for option in dict.fromkeys(options) if option]
            yield pair, [(sacrebleu.sentence_chrf(option, [pair[into]]).score, option) for option in different]
        print(f"{start + len(some)} of {len(pairs)} pairs", flush=True)


def main() -> None:
    """Translate the pairs named on the command line."""
    asked = parser(__doc__)
    asked.add_argument("--other", type=Path, help="a second file, for what serves as a source only")
    asked.set_defaults(beam=4)
    given = asked.parse_args()
    into = ("en", "es").index(given.into)
    seen: Counter[str] = Counter()
    for row in rows(given.parallel, 4):
        seen.update(LOWER.findall(row[2 + into]))
    alike: list[str] = []
    other: list[str] = []
    for pair, options in scored(given):
        score, best = max(options, default=(0.0, ""))
        if score < LEAST or not plausible(pair[1 - into], best):
            continue
        sure = score >= ALIKE and all(seen[word] >= KNOWN for word in LOWER.findall(best))
        pair[into] = " ".join(best.split())
        (alike if sure else other).append("\t".join(pair) + "\n")
    print(f"{len(alike)} and {len(other)} kept")
    for path, kept in ((given.out, alike), (given.other, other)):
        if path:
            with lzma.open(path, "wt", encoding="utf-8", preset=2) as out:
                out.writelines(kept)


if __name__ == "__main__":
    main()
