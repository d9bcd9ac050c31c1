"""back.py PACKAGE FLUENT OUT --rough en|es: back-translation. FLUENT, a segment a line, with its translation beside it.

OUT is xz-packed `English<TAB>Spanish` for corpus.py, without the segments whose translation is empty, a copy, a loop or
of another length altogether. A small model makes words up where it knows none: `--known WORDS`, a list of the rough
language's words, leaves out what has more than one lower-case word that is not in it, and `--sure FILE` gets what has
none: good enough to be a target too.
"""

from __future__ import annotations

import argparse
import lzma
import os
import re
from itertools import pairwise
from pathlib import Path

from score import Package

BATCH = 20_000  # segments between two reports
RATIO, SLACK = 2.0, 4  # the longest one side may be in words: RATIO times the other, and SLACK more
VARIED = 0.6  # the least share of a translation's pairs of neighbouring words that differ; less is a loop
DOUBTFUL = 1  # the most unknown words of a translation that serves as a source
LOWER = re.compile(r"(?<![\w’'-])[a-záéíóúüñ]+(?![\w’'-])")


def plausible(fluent: str, rough: str) -> bool:
    """Whether `rough` can be a translation of `fluent`."""
    words = rough.split()
    short, long = sorted((len(fluent.split()), len(words)))
    if not words or rough == fluent or long > RATIO * short + SLACK:
        return False
    pairs = list(pairwise(words))
    return len(set(pairs)) >= VARIED * len(pairs)


def main() -> None:
    """Translate the text named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("fluent", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rough", choices=("en", "es"), required=True, help="the language translated into")
    parser.add_argument("--beam", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--known", type=Path, help="a list of words, one a line")
    parser.add_argument("--sure", type=Path, help="a second file, for segments without unknown words")
    given = parser.parse_args()
    known = set(given.known.read_text(encoding="utf-8").lower().split()) if given.known else None
    package = Package(given.package, given.threads)
    lines = given.fluent.read_text(encoding="utf-8").splitlines()
    kept, sure = [], []
    for start in range(0, len(lines), BATCH):
        some = lines[start : start + BATCH]
        for fluent, rough in zip(some, package.translate(some, given.beam), strict=True):
            unknown = sum(word not in known for word in LOWER.findall(rough)) if known else 0
            if unknown <= DOUBTFUL and plausible(fluent, rough):
                sides = (rough, fluent) if given.rough == "en" else (fluent, rough)
                row = "\t".join(" ".join(side.split()) for side in sides) + "\n"
                kept.append(row)
                sure += [row] * (not unknown)
        print(f"{start + len(some)} of {len(lines)} segments, {len(kept)} kept, {len(sure)} sure", flush=True)
    for path, rows in ((given.out, kept), (given.sure, sure)):
        if path:
            with lzma.open(path, "wt", encoding="utf-8", preset=2) as out:
                out.writelines(rows)


if __name__ == "__main__":
    main()
