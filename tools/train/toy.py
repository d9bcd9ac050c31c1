"""toy.py OUT: write generated sentence pairs to try the trainer with: OUT/pairs.tsv.xz, and OUT/held_out.en and .es."""

from __future__ import annotations

import lzma
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

BEGINNINGS = {"I want": "Quiero", "We saw": "Vimos", "They sold": "Vendieron", "She lost": "Ella perdió"}
ADJECTIVES = {"red": "rojo", "new": "nuevo", "small": "pequeño", "white": "blanco", "black": "negro", "clean": "limpio"}
NOUNS = {  # with the article, which tells how the adjective ends
    "house": "la casa",
    "book": "el libro",
    "door": "la puerta",
    "garden": "el jardín",
    "table": "la mesa",
    "boat": "el barco",
    "school": "la escuela",
    "car": "el coche",
}
HELD_OUT = 9  # one pair of so many is kept for the trial


def pairs() -> Iterator[tuple[str, str]]:
    """Yield (English, Spanish) sentences that agree in gender."""
    for beginning, adjective, noun in product(BEGINNINGS, ADJECTIVES, NOUNS):
        spanish = ADJECTIVES[adjective]
        if NOUNS[noun].startswith("la "):
            spanish = spanish[:-1] + "a"
        yield f"{beginning} the {adjective} {noun}.", f"{BEGINNINGS[beginning]} {NOUNS[noun]} {spanish}."


def main() -> None:
    """Write the files."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    every = list(pairs())
    held_out = every[::HELD_OUT]
    with lzma.open(out / "pairs.tsv.xz", "wt", encoding="utf-8") as file:
        file.writelines(
            f"toy\t1\t{english}\t{spanish}\n" for english, spanish in every if (english, spanish) not in held_out
        )
    for column, code in enumerate(("en", "es")):
        text = "".join(f"{pair[column]}\n" for pair in held_out)
        (out / f"held_out.{code}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
