"""gather.py OUT --en FILE... --es FILE...: sentences that translators were given, with their translations, in rows.

FILE has `number<TAB>sentence` and FILE.out `number<TAB>translation` (translators.md is what they are told). A pair is
left out when one side is far longer, when one asks and the other does not, when one has quotation marks or numbers that
the other lacks, or when it shares seven words in a row with a text that models are chosen by (`--apart`).
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

RUN = 7  # words
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
SPACED_MARK = re.compile(r"\s+([,.;:?!])(?=\s|$)")
MARKS = re.compile(r'["“”«»]')
STRANGE_NUMBERS = 2  # a year in two digits, a fraction in words


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every seven words in a row."""
    words = WORD.findall(text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def numbers(text: str) -> Counter[str]:
    """Return a text's numbers without points, commas and last noughts: 2.5 billion is 2500 millones."""
    found = NUMBER.findall(THOUSANDS.sub("", text))
    return Counter(re.sub(r"[.,]", "", number).rstrip("0") for number in found)


def fault(english: str, spanish: str, apart: set[tuple[str, ...]]) -> str | None:
    """Return why a pair is left out, or None."""
    short, long = sorted((len(english.split()), len(spanish.split())))
    if long > 1.75 * short + 4:
        return "length"
    if ("?" in english) != ("?" in spanish):
        return "question"
    if bool(MARKS.search(english)) != bool(MARKS.search(spanish)):
        return "marks"
    one, other = numbers(english), numbers(spanish)
    if ((one - other) + (other - one)).total() > STRANGE_NUMBERS:
        return "numbers"
    return None if apart.isdisjoint(runs(english) | runs(spanish)) else "apart"


def numbered(path: Path) -> dict[int, str]:
    """Return the lines of a file by their numbers; those without one are left out."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {int(row[0]): row[1].strip() for row in rows if len(row) == 2 and row[0].isdigit()}


def pairs(paths: Iterable[Path]) -> Iterable[tuple[str, str]]:
    """Yield sentences, their stray spaces before marks taken out, with their translations."""
    for path in paths:
        sources = numbered(path)
        for number, translation in numbered(path.with_name(path.name + ".out")).items():
            if number in sources:
                yield SPACED_MARK.sub(r"\1", sources[number]), translation


def main() -> None:
    """Write the pairs, of the sources `from_en` and `from_es`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--en", type=Path, nargs="*", default=[], help="English sentences")
    parser.add_argument("--es", type=Path, nargs="*", default=[])
    parser.add_argument("--apart", type=Path, nargs="*", default=[], help="plain texts to have nothing of")
    given = parser.parse_args()
    lines = [line for path in given.apart for line in path.read_text(encoding="utf-8").splitlines()]
    apart = {run for line in lines for run in runs(line)}
    told = Counter[str]()
    with lzma.open(given.out, "wt", encoding="utf-8", preset=2) as out:
        for language, paths in (("en", given.en), ("es", given.es)):
            for source, translation in pairs(paths):
                english, spanish = (source, translation) if language == "en" else (translation, source)
                why = fault(english, spanish, apart)
                told[why or f"from_{language}"] += 1
                if why is None:
                    print(f"from_{language}", 1, english, spanish, sep="\t", file=out)
    print(*(f"{count} {name}" for name, count in told.most_common()), sep=", ")


if __name__ == "__main__":
    main()
