"""rare.py PARALLEL OUT --fluent en|es --rough RULES --back MODEL: fluent segments with the better of two rough sides.

Back-translation by a small model reads well, and makes words up where the fluent side has one it does not know: the
model that learns from it learns them wrong. A rule-based translation reads badly and has its words from a dictionary.
OUT gets the segments whose words stand in PARALLEL from MODEL, and those with a rare word from RULES. Words that the
rules left as they were get our glossary's translation. All but PARALLEL are xz-packed `English<TAB>Spanish`.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from pathlib import Path

import glossary
from back import LOWER
from corpus import rows

FEW = 4  # a word that PARALLEL has less often is rare


def main() -> None:
    """Write the segments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fluent", choices=("en", "es"), required=True)
    parser.add_argument("--rough", type=Path, nargs="+", required=True, help="translations by rule")
    parser.add_argument("--back", type=Path, nargs="+", required=True, help="translations by a model")
    given = parser.parse_args()
    side = ("en", "es").index(given.fluent)
    seen: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for row in rows(given.parallel, 4):
        for text, counter in zip(row[2:], seen, strict=True):
            counter.update(LOWER.findall(text.lower()))
    known = {
        word: translation
        for word, translation in glossary.translations("es" if given.fluent == "en" else "en").items()
        if seen[1 - side][word] < FEW  # not a word of the rough side's language too
    }
    kept = [0, 0]
    with lzma.open(given.out, "wt", encoding="utf-8", preset=2) as out:
        for paths, wanted in ((given.back, False), (given.rough, True)):
            for row in (row for path in paths for row in rows(path, 2)):
                if any(seen[side][word] < FEW for word in LOWER.findall(row[side])) == wanted:
                    kept[wanted] += 1
                    if wanted:
                        row[1 - side] = LOWER.sub(lambda word: known.get(word[0], word[0]), row[1 - side])
                    print(*row, sep="\t", file=out)
    print(f"{kept[0]} segments of the model, {kept[1]} with rare words of the rules")


if __name__ == "__main__":
    main()
