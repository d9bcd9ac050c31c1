"""catalogue.py MO OUT --name NAME: the prose of a program's translations into Spanish, as pairs.

MO is a compiled gettext catalogue. OUT is xz-packed `NAME<TAB>1<TAB>English<TAB>Spanish`, a `--parallel` file for
corpus.py. Text with placeholders or markup, of fewer than five words, or unchanged, is left out; where both sides
have as many sentences, each is a pair of its own.
"""

from __future__ import annotations

import argparse
import gettext
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

SPECIAL = re.compile(r"[%<>{}|\\^_#@*]|https?:")
END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”»]))\s+(?=[¿¡\"“«A-ZÁÉÍÓÚÑ])")
FEWEST, MOST = 5, 60  # words
RATIO = 2.0  # the longest one side may be, as a multiple of the other


def sentences(english: str, spanish: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a message and of its translation side by side, or both whole where they do not match."""
    whole = (" ".join(english.split()), " ".join(spanish.split()))
    ours, theirs = map(END.split, whole)
    yield from zip(ours, theirs, strict=True) if len(ours) == len(theirs) else [whole]


def fit(english: str, spanish: str) -> bool:
    """Whether a pair teaches anything."""
    short, long = sorted((len(english.split()), len(spanish.split())))
    return short >= FEWEST and long <= min(MOST, RATIO * short) and english != spanish


def main() -> None:
    """Write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", required=True)
    given = parser.parse_args()
    with given.catalogue.open("rb") as file:
        messages = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # no other way to list them
    pairs = dict.fromkeys(
        pair
        for english, spanish in messages.items()
        if isinstance(english, str) and isinstance(spanish, str) and not SPECIAL.search(english + spanish)
        for pair in sentences(english.split("\x04")[-1], spanish)
        if fit(*pair)
    )
    with lzma.open(given.out, "wt", encoding="utf-8", preset=2) as out:
        for english, spanish in pairs:
            print(given.name, 1, english, spanish, sep="\t", file=out)
    print(f"{len(pairs)} pairs")


if __name__ == "__main__":
    main()
