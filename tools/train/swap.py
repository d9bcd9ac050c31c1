"""swap.py PARALLEL OUT --lists ENGLISH SPANISH: pairs again with rare words in the place of common ones.

A word seen once, or in a dictionary alone, is not learned: met in a sentence it is copied or made up. Where a pair of
segments holds a word and its translation, as Apertium's dictionary has them, both give way to a rare word and its
translation, in the same form: number, person, tense. The rare words are those of the dictionary and of our own
glossary, now and then in quotation marks ("Data Augmentation for Low-Resource Neural Machine Translation",
Fadaee, Bisazza and Monz, 2017, with a dictionary and a generator of forms for their alignments). Names that stand on
both sides give way to other names, some of them words as well. The sentences mean little, and teach which word goes
with which.

PARALLEL and OUT are in the format of corpus.py, the lists as for words.py. Needs what words.py needs.
"""

from __future__ import annotations

import argparse
import lzma
import math
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

import glossary
from corpus import rows
from wordfreq import zipf_frequency
from words import FOLDER, STRESSED, entries, lists, lt_proc

ENOUGH = 300  # a pair of words that both sides of the text have so often is learned from it
RARE = 2.7  # words rarer than one in two million (a Zipf frequency) are not worth learning
EVEN = 0.3  # the power of a word's frequency that it is drawn with: 1 is as in life, 0 all alike
COMMON = 50  # a name that stands in lower case so often is a word
SHARE = 0.7  # of the words that could be swapped in a segment, how many are
MARKED = 0.06  # of the words swapped, how many are put in MARKS: a word or two is what articles quote most often
MARKS = (("“", "”"), ("«", "»"), ('"', '"'))
SPECIAL = re.compile(r"[\^$/<>{}\[\]\\@~*#]")  # means something to Apertium
TOKEN = re.compile(r"\^([^/$]+)/([^$]+)\$")
READING = re.compile(r"([^<]+)((?:<[^>]+>)+)")
NAME = re.compile(r"[A-ZÁÉÍÓÚÑ][a-záéíóúüñ]{2,}")
WORD = re.compile(r"[a-záéíóúüñ]+")
NAMES = Path(__file__).with_name("names.txt")  # words that are names as well, and must stay as they are
WORDLIKE = 0.25  # of the names exchanged, how many give way to one of NAMES
PRONOUNS = {"se", "me", "te", "nos", "os"}  # before a verb: it may not be the one the dictionary means
TENSES = {  # what an English verb may be where the Spanish one is this
    "<inf>": ("<inf>",),
    "<ger>": ("<ger>",),
    "<pp>": ("<pp>",),
    "<ifi>": ("<past>",),
    "<pii>": ("<past>",),
    "<pri>": ("<pres>", "<pri>"),
}


@dataclass(frozen=True)
class Entry:
    """A pair of words of the dictionary; gender is that of a Spanish noun, "<m>" or "<f>"."""

    kind: str
    english: str
    spanish: str
    gender: str = ""


@dataclass(frozen=True)
class Place:
    """Where a word stands in a segment, and the tags after its part of speech."""

    start: int
    end: int
    tags: str


@dataclass
class Swap:
    """One exchange: places on both sides, and what is asked of the generators, in order of preference."""

    places: tuple[Place, Place]
    wanted: tuple[list[str], list[str]]


class Change(NamedTuple):
    """What is put into a pair of segments, on each side: where from and to, the words, and the marks around them."""

    spans: tuple[tuple[int, int], ...]
    words: Sequence[str]
    marks: tuple[str, str] = ("", "")


def readings(lines: list[str], model: Path) -> list[list[tuple[int, int, str, list[str]]]]:
    """Return for each line its words: start, end, the word and its readings ("sing<vblex><past>")."""
    analysed = lt_proc("-w", model, "\n".join(lines)).split("\n")
    found = []
    for line, analysis in zip(lines, analysed, strict=False):
        words, at = [], 0
        for token in TOKEN.finditer(analysis):
            at = line.find(token[1], at)
            if at < 0:
                words = []
                break
            words.append((at, at + len(token[1]), token[1], token[2].split("/")))
            at += len(token[1])
        found.append(words)
    return found


def generated(wanted: set[str], model: Path, regular: Callable[[str], str]) -> dict[str, str]:
    """Return the words that a generator makes of readings, or else regular forms, without those that neither makes."""
    asked = sorted(wanted)
    made = lt_proc("-g", model, "\n".join(f"^{reading}$" for reading in asked))
    found = {}
    for reading, word in zip(asked, made.split("\n"), strict=False):
        form = word if word and not SPECIAL.search(word) else regular(reading)
        if form:
            found[reading] = form
    return found


def swappable(word: glossary.Word) -> bool:
    """Whether a word of the glossary can be put in any form: only nouns may be of several words."""
    if word.kind == "<n>":
        return True
    return word.english.isalpha() and word.spanish.isalpha() and not word.spanish.endswith("se")


def by_lemma(words: list[tuple[int, int, str, list[str]]]) -> dict[tuple[str, str], list[Place]]:
    """Return where each (kind, lemma) stands in a segment, once for each of its readings."""
    found: dict[tuple[str, str], list[Place]] = {}
    for start, end, _, options in words:
        for option in options:
            if match := READING.fullmatch(option):
                kind, _, tags = match[2].partition(">")
                found.setdefault((f"{kind}>", match[1].lower()), []).append(Place(start, end, tags))
    return found


def forms(entry: Entry, english: Place, spanish: Place) -> tuple[list[str], list[str]] | None:
    """Return the readings to generate for `entry` in the place of two words, or None where it does not fit."""
    match entry.kind:
        case "<n>":
            number = english.tags
            if number not in ("<sg>", "<pl>") or spanish.tags != entry.gender + number:
                return None
        case "<vblex>":
            tense = spanish.tags.partition(">")[0] + ">"
            if not english.tags.startswith(TENSES.get(tense, ())):
                return None
        case "<adj>":
            if english.tags not in ("", "<sint>") or not re.fullmatch("<(m|f|mf)><(sg|pl)>", spanish.tags):
                return None
            shared = re.sub("<[mf]>", "<mf>", spanish.tags)
            return (
                [f"{entry.english}<adj>", f"{entry.english}<adj><sint>"],
                [f"{entry.spanish}<adj>{tags}" for tags in (spanish.tags, shared)],
            )
        case _:
            if english.tags or spanish.tags:
                return None
    return [f"{entry.english}{entry.kind}{english.tags}"], [f"{entry.spanish}{entry.kind}{spanish.tags}"]


class Swapper:
    """The dictionary, and how likely each of its rare pairs is to be drawn."""

    def __init__(
        self, known: list[Entry], wanted: set[Entry], seen: tuple[Counter[str], Counter[str]], rng: random.Random
    ) -> None:
        """Take the entries whose words may give way, and those of them whose words may take their place."""
        self._rng = rng
        self._translations: dict[tuple[str, str], list[Entry]] = {}
        rare: dict[tuple[str, str], list[tuple[Entry, float]]] = {}
        for entry in known:
            self._translations.setdefault((entry.kind, entry.english), []).append(entry)
            often = min(seen[0][entry.english], seen[1][entry.spanish])
            common = min(zipf_frequency(entry.english, "en"), zipf_frequency(entry.spanish, "es"))
            stressed = entry.gender == "<f>" and STRESSED.match(entry.spanish)  # "el hada": another article
            if entry in wanted and often < ENOUGH and common >= RARE and not stressed:
                chance = 10 ** (EVEN * common) / (1 + often / 20)
                rare.setdefault((entry.kind, entry.gender), []).append((entry, chance))
        self._rare = {
            key: ([entry for entry, _ in pairs], list(accumulate(chance for _, chance in pairs)))
            for key, pairs in rare.items()
        }
        self.rare = sum(len(pairs) for pairs in rare.values())

    def swaps(self, english: list, spanish: list) -> list[Swap]:
        """Return exchanges for one pair of analysed segments."""
        ours, theirs = by_lemma(english), by_lemma(spanish)
        before = {start: previous[2].lower() for previous, (start, *_) in pairwise(spanish)}
        taken: set[tuple[int, int]] = set()
        found = []
        for (kind, lemma), places in ours.items():
            for entry in self._translations.get((kind, lemma), ()):
                others = theirs.get((kind, entry.spanish), ())
                if len({place.start for place in places}) != 1 or len({place.start for place in others}) != 1:
                    continue
                spots = {(0, places[0].start), (1, others[0].start)}
                if spots & taken or self._rng.random() > SHARE:
                    continue
                if kind == "<vblex>" and before.get(others[0].start) in PRONOUNS:
                    continue
                if swap := self._drawn(entry, places, others):
                    found.append(swap)
                    taken |= spots
                    break
        return found

    def _drawn(self, entry: Entry, places: list[Place], others: list[Place]) -> Swap | None:
        key = (entry.kind, entry.gender)
        if key not in self._rare:
            return None
        candidates, chances = self._rare[key]
        (drawn,) = self._rng.choices(candidates, cum_weights=chances)
        for other in others:
            fitting = [(place, wanted) for place in places if (wanted := forms(drawn, place, other))]
            if len({tuple(wanted[0]) for _, wanted in fitting}) == 1:
                place, wanted = fitting[0]
                return Swap((place, other), wanted)
        return None


def put(text: str, changes: list[Change], side: int) -> str:
    """Return a segment with words exchanged and in their marks, capital letters kept, "a" or "an" as it must be."""
    for change in sorted(changes, key=lambda change: change.spans[side], reverse=True):
        (start, end), word, (opening, closing) = change.spans[side], change.words[side], change.marks
        new = word.capitalize() if text[start].isupper() else word
        head = text[:start]
        if side == 0 and (article := re.search(r"\b([Aa])n? $", head)):
            head = f"{head[: article.start()]}{article[1]}{'n' if new[0] in 'aeioAEIO' else ''} "
        if side == 1 and (joined := re.search(r"\b([yeou]) $", head)):
            head = f"{head[: joined.start()]}{joining(joined[1], new)} "
        text = f"{head}{opening}{new}{closing}{text[end:]}"
    return text


def joining(word: str, after: str) -> str:
    """Return "y" or "e", "o" or "u", as what comes after wants it."""
    sound = after.lower().removeprefix("h")
    if word in "ye":
        return "e" if sound[:1] in ("i", "í") and sound[1:2] not in ("a", "e", "o") else "y"
    return "u" if sound[:1] in ("o", "ó") else "o"


def names(english: str, spanish: str) -> list[str]:
    """Return the words that look like names and stand inside both segments, once each."""
    inside = [re.sub(r"^\W*\w+", "", side) for side in (english, spanish)]
    both = set(NAME.findall(inside[0])) & set(NAME.findall(inside[1]))
    return sorted(name for name in both if english.count(name) == spanish.count(name) == 1)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parallel", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--lists", type=Path, nargs=2, required=True, metavar=("ENGLISH", "SPANISH"))
    parser.add_argument("--sources", nargs="*", help="swap in segments of these sources only")
    parser.add_argument("--seed", type=int, default=5, help="another draws other words")
    parser.add_argument(
        "--into", choices=("en", "es"), help="leave out words of the glossary that are common where they are read"
    )
    parser.add_argument("--glossary-only", action="store_true", help="put in the glossary's words and no others")
    parser.add_argument(
        "--seldom", type=float, default=math.inf, help="with --into: only words read less than so often in the text,"
    )
    parser.add_argument("--common", type=float, default=RARE, help="and at least so common in life (Zipf)")
    parser.add_argument("--apertium", type=Path, default=FOLDER)
    return parser.parse_args()


def main() -> None:
    """Write the pairs."""
    given = arguments()
    rng = random.Random(given.seed)
    seen: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    pairs = []
    for source, _, *both in rows(given.parallel, 4):
        for side, counter in zip(both, seen, strict=True):
            counter.update(WORD.findall(side.lower()))
        if (given.sources is None or source in given.sources) and not SPECIAL.search("".join(both)):
            pairs.append(both)
    known = [
        Entry(kind, one, other, "".join(re.findall("<[mf]>", tags)) if kind == "<n>" else "")
        for (kind, one, other), tags in entries(*lists(*given.lists), given.apertium).items()
        if one.isalpha() and other.isalpha()
    ]
    sources = {"en": [1], "es": [0]}.get(given.into, [])  # the side that is read
    ours = [
        Entry(word.kind, word.english, word.spanish, word.gender)
        for word in glossary.words()
        if swappable(word) and all(seen[side][(word.english, word.spanish)[side]] < ENOUGH for side in sources)
    ]
    known += sorted(set(ours) - set(known), key=lambda entry: (entry.kind, entry.english, entry.spanish))
    wanted = set(ours if given.glossary_only else known)
    for side in sources:
        language = ("en", "es")[side]
        written = {entry: (entry.english, entry.spanish)[side] for entry in wanted}
        wanted = {
            entry
            for entry, word in written.items()
            if seen[side][word] < given.seldom and zipf_frequency(word, language) >= given.common
        }
    swapper = Swapper(known, wanted, seen, rng)
    analysed = [
        readings([pair[side] for pair in pairs], given.apertium / f"{model}.automorf.bin")
        for side, model in enumerate(("eng-spa", "spa-eng"))
    ]
    swaps = [swapper.swaps(*words) for words in zip(*analysed, strict=True)]
    made = [
        generated(
            {form for some in swaps for swap in some for form in swap.wanted[side]}, given.apertium / model, rules
        )
        for side, (model, rules) in enumerate(
            (("spa-eng.autogen.bin", glossary.english_form), ("eng-spa.autogen.bin", glossary.spanish_form))
        )
    ]
    named = [[name for name in names(*pair) if seen[0][name.lower()] <= COMMON] for pair in pairs]
    pool = sorted({name for some in named for name in some})
    wordlike = NAMES.read_text(encoding="utf-8").split()
    exchanged = Counter[str]()
    with lzma.open(given.out, "wt", encoding="utf-8", preset=2) as out:
        for pair, some, own in zip(pairs, swaps, named, strict=True):
            changes: list[Change] = []
            for swap in some:
                words = [
                    next(filter(None, map(written.get, wanted)), "")
                    for written, wanted in zip(made, swap.wanted, strict=True)
                ]
                if all(words):
                    exchanged["words"] += 1
                    marks = rng.choice(MARKS) if rng.random() < MARKED else ("", "")
                    changes.append(Change(tuple((place.start, place.end) for place in swap.places), words, marks))
            for name in own:
                if rng.random() < SHARE:
                    spans = tuple((side.index(name), side.index(name) + len(name)) for side in pair)
                    if all(change.spans[side] != spans[side] for change in changes for side in (0, 1)):
                        exchanged["names"] += 1
                        drawn = rng.choice(wordlike if rng.random() < WORDLIKE else pool)
                        changes.append(Change(spans, (drawn, drawn)))
            if changes:
                texts = [put(text, changes, side) for side, text in enumerate(pair)]
                print("swapped", 1, *texts, sep="\t", file=out)
    print(f"{swapper.rare} rare pairs; exchanged {dict(exchanged)}")


if __name__ == "__main__":
    main()
