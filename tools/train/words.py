"""words.py ENGLISH SPANISH OUT [--apertium FOLDER]: what Apertium's bilingual dictionary knows of two lists of words.

The words of our own glossary come besides. A small model learns rare words from nothing else. Needs lt-proc and
Apertium's pair (Debian: lttoolbox, apertium-eng-spa); the lists hold one word a line (Debian: wamerican-large,
wspanish). OUT is xz-packed `words<TAB>1<TAB>English<TAB>Spanish`, a `--parallel` file for corpus.py. Nouns come twice,
with an article the second time, verbs with "to" or without, and one in five begins with a capital.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import glossary

ANSWER = re.compile(r"\^([^<^$/]+)((?:<[^>]+>)+)/([^<^$/@*]+)((?:<[^>]+>)*)")
FOLDER = Path("/usr/share/apertium/apertium-eng-spa")
KINDS = {"eng-spa": ("<n>", "<adj>", "<adv>", "<vblex>"), "spa-eng": ("<n><m>", "<n><f>", "<adj>", "<adv>", "<vblex>")}
STRESSED = re.compile(r"h?[aá]")  # "el agua": the article before a feminine noun cannot be told from its spelling


def lt_proc(mode: str, model: Path, text: str) -> str:
    """Return what lt-proc makes of lines of text with a compiled dictionary of Apertium's."""
    command = ["lt-proc", mode, str(model)]
    return subprocess.run(command, input=text + "\n", capture_output=True, text=True, check=True).stdout


def known(words: list[str], pair: str, folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield (word, its tags, translation, its tags) as the dictionary of `pair` has them."""
    asked = "\n".join(f"^{word}{tags}$" for word in words for tags in KINDS[pair])
    answers = lt_proc("-b", folder / f"{pair}.autobil.bin", asked)
    for answer in ANSWER.finditer(answers):
        word, tags, translation, its_tags = (part.replace("_", " ").replace("#", "") for part in answer.groups())
        yield word.strip(), tags, translation.strip(), its_tags


def forms(kind: str, english: str, spanish: str, tags: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Yield the pairs that teach one entry; `tags` are the Spanish word's."""
    if kind == "<vblex>":
        yield ("to " * (rng.random() < 0.6) + english, spanish)
        return
    yield english, spanish
    feminine = "<f>" in tags
    if kind == "<n>" and (feminine or "<m>" in tags):
        if rng.random() < 0.5:
            yield f"the {english}", f"{'la' if feminine and not STRESSED.match(spanish) else 'el'} {spanish}"
        else:
            yield f"{'an' if english[0] in 'aeio' else 'a'} {english}", f"{'una' if feminine else 'un'} {spanish}"


def lists(english: Path, spanish: Path) -> Iterator[list[str]]:
    """Yield the words of two lists that a dictionary may have, without names."""
    for path in (english, spanish):
        words = path.read_text(encoding="utf-8").split()
        yield [word for word in words if word.isalpha() and word.islower() and word[2:]]


def entries(english: list[str], spanish: list[str], folder: Path) -> dict[tuple[str, str, str], str]:
    """Return the tags of the Spanish word by kind, English word and Spanish word."""
    found: dict[tuple[str, str, str], str] = {}
    for word, tags, translation, its_tags in known(english, "eng-spa", folder):
        found[tags, word, translation] = its_tags
    for word, tags, translation, _ in known(spanish, "spa-eng", folder):
        kind = tags[: tags.index(">") + 1]
        found.setdefault((kind, translation, word), tags)
    return found


def main() -> None:
    """Write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("english", "spanish", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--apertium", type=Path, default=FOLDER)
    given = parser.parse_args()
    found = entries(*lists(given.english, given.spanish), given.apertium)
    found |= {(word.kind, word.english, word.spanish): word.gender for word in glossary.words()}
    rng = random.Random(1)
    with lzma.open(given.out, "wt", encoding="utf-8") as out:
        for (kind, one, other), tags in found.items():
            for pair in forms(kind, one, other, tags, rng):
                shown = (side[:1].upper() + side[1:] for side in pair) if rng.random() < 0.2 else pair
                print("words", 1, *shown, sep="\t", file=out)
    print(f"{len(found)} entries")


if __name__ == "__main__":
    main()
