"""Read everyone an article calls by a full name, with gender and the nouns that introduce them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.core.quotes.lexicon import CUE, Lexicon, W, words

# Where and by whom an agency's report was written: "Santiago de Chile, 3 sep (EFE).-".
DATELINE = re.compile(r"[^\n(]{2,60}\([^\n)]{2,30}\)\.? ?[-–—]")
CAPITAL = "A-ZÀ-ÖØ-Þ"
# Two to five capitals in a row, with "de la", "von", an initial or a by-name in marks between; words bounded too, so
# linear: in an endless row of capitals each may begin a name.
FULL_NAME = re.compile(
    rf"[{CAPITAL}][\w'’-]{{0,60}}\.?(?:[ \u00a0](?:(?:de|del|la|los|las|von|van|der|bin|al|el)[ \u00a0]){{0,2}}"
    r"(?:[“\"‘«][\w'-]{1,60}[”\"’»][ \u00a0])?"
    rf"(?:[{CAPITAL}]\.|[{CAPITAL}][\w'’-]{{1,60}})){{1,4}}"
)
# The first pronoun after a name, with no other capital and no quote between, tells the gender of who is named.
REFERRED = re.compile(
    rf"[^\n{CAPITAL}“”\"«»‘—]{{0,200}}?"
    r"\b((?i:he|she|his|her(?= (?!(?:to|in|on|at|and|for|that|if|a|the|about)\b)\w)|himself|herself|él|ella))\b"
)
FEMALE_WORDS = frozenset(("she", "her", "herself", "ella"))
# A capital between two words, one of which may be a verb: "Aguado recalled", "dice Ibarra".
BESIDE_NAME = re.compile(rf"(?<![\w'’-])([a-zà-öø-ÿ]+ )?([{CAPITAL}][\w'’-]+)(?= ([a-zà-öø-ÿ]+))?")
POSSESSIVE = re.compile(r"['’]s?$")
WORDS = re.compile(r"[\w'’-]+|[^\w\s]")
# A capital after a small letter or a comma: a name for certain, not the first word of a sentence.
INSIDE = re.compile(rf"[{CAPITAL}](?<=[a-zà-öø-ÿ,] .)[\w'’-]+")
LINKS = frozenset(words("de del la los las el y al"))
# Names that are no person's: "the White House", "la Casa Blanca".
NOT_A_PERSON = int(W.GROUP | W.DOC | W.CALENDAR)
NOT_A_NAME = int(W.STOP | W.TITLE | W.CALENDAR | W.ROLE | W.ADJ | W.DEMONYM)
SHORT_TITLES = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "dra": "doctora"}
FOREMOST = 50  # how many people may be whom an article is about
LOOKED_AT = 50  # of those with one office or surname, on each side
INTRODUCTION = 90  # characters before and after a full name that may say what the person is


@dataclass(slots=True)
class Person:
    """A full name of the article, its words in lower case, how often it stands, gender, and the nouns used of it."""

    name: str
    words: tuple[str, ...]
    start: int
    end: int
    count: int
    weight: int  # how often the last word of the name stands with a capital within a sentence
    gender: int = 0
    ending: int = 0  # the gender that a Spanish given name's last letter suggests
    roles: frozenset[str] = frozenset()

    def fits(self, gender: int) -> bool:
        """Tell whether nothing speaks against a gender."""
        known = self.gender or self.ending
        return not gender or not known or gender == known

    @property
    def likely(self) -> bool:
        """Tell whether it is a person for certain, and no place or event: a given name, a title or a noun says so."""
        return bool(self.gender or self.roles)


@dataclass(slots=True)
class Cast:
    """Everyone whom an article calls by a full name, found by every word of the name but the first."""

    foremost: list[Person] = field(default_factory=list)  # those who are named most, the most named first
    by_name: dict[str, Person] = field(default_factory=dict)
    by_word: dict[str, list[Person]] = field(default_factory=dict)  # in the order of the text, as those by role
    by_role: dict[str, list[Person]] = field(default_factory=dict)
    genders: dict[str, int] = field(default_factory=dict)  # surname -> gender, from "Mrs. Clinton"

    def full_name(self, mention: Sequence[str], at: int, gender: int = 0) -> Person | None:
        """Return whom a shorter form stands for; among several who end in it the most used, then the first."""
        if not mention:
            return None
        found = [
            person
            for person in _around(self.by_word.get(mention[-1], []), at)
            if person.fits(gender) and all(word in person.words for word in mention)
        ]
        before = [person for person in found if person.start <= at] or found
        surnamed = [person for person in before if person.words[-1] == mention[-1]]
        surnamed = surnamed or [person for person in before if len(mention) == 1]
        return max(surnamed, key=lambda person: (person.count, -person.start), default=None)

    def named(self, name: str) -> Person | None:
        """Return the person with exactly this name."""
        return self.by_name.get(name)

    def in_role(self, role: str, at: int, gender: int = 0) -> Person | None:
        """Return whom the article calls by the noun `role`: the last introduced before `at`, else the first after."""
        known = _around(self.by_role.get(role, []), at)
        before = bisect_right(known, at, key=_start)
        for person in (*reversed(known[:before]), *known[before:]):
            if person.fits(gender):
                return person
        return None


def _start(person: Person) -> int:
    """Return where a person is first named in full."""
    return person.start


def _around(people: list[Person], at: int) -> list[Person]:
    """Return those first named before and after an offset, LOOKED_AT of each; `people` are in the order of the text."""
    if len(people) <= LOOKED_AT:
        return people
    before = bisect_right(people, at, key=_start)
    return people[max(0, before - LOOKED_AT) : before + LOOKED_AT]


def names_inside(text: str) -> Counter[str]:
    """Return the words, in lower case, that stand with a capital within a sentence, and how often."""
    found: Counter[str] = Counter()
    for word, count in Counter(INSIDE.findall(text)).items():
        found[POSSESSIVE.sub("", word).lower()] += count
    return found


def read_cast(text: str, lexicon: Lexicon, inside: Mapping[str, int]) -> Cast:
    """Collect the full names of a text, without the titles before them; `inside` comes from `names_inside`."""
    counts: dict[str, int] = {}
    starts: dict[str, int] = {}
    for match in FULL_NAME.finditer(text):
        name = match.group()
        counts[name] = counts.get(name, 0) + 1
        starts.setdefault(name, match.start())
    written = DATELINE.match(text)
    dateline = written.end() if written else 0
    cast = Cast()
    people = cast.by_name
    for found, count in counts.items():
        gender, lower, name = _split(found, lexicon)
        if len(lower) == 1 and gender:
            cast.genders.setdefault(lower[0], gender)
        if len(lower) < 2 or any(lexicon.classes.get(word, 0) & NOT_A_PERSON for word in lower):
            continue
        if lexicon.classes.get(lower[0], 0) & W.THING or starts[found] < dateline:
            continue
        person = people.get(name)
        if person is None:
            start = starts[found] + len(found) - len(found.lstrip()) + found.find(name.split(" ")[0])
            end = starts[found] + len(found)
            known = gender or gender_of(lower[0], lexicon)
            person = Person(name, lower, start, end, count, inside.get(lower[-1], 0), known)
            people[name] = person
        else:
            person.count += count
        person.roles |= _roles(text, starts[found], found, lexicon)
    for person in people.values():  # in the order of the text
        person.gender = person.gender or cast.genders.get(person.words[-1], 0) or referred(text, person.end)
        if lexicon.language == "es":
            person.ending = int({"a": W.FEM, "o": W.MASC}.get(person.words[0][-1], 0))
        cast.foremost.append(person)
        for word in person.words[1:]:
            cast.by_word.setdefault(word, []).append(person)
        for role in person.roles:
            cast.by_role.setdefault(role, []).append(person)
    cast.foremost.sort(key=lambda person: -person.weight)
    del cast.foremost[FOREMOST:]
    return cast


def _split(found: str, lexicon: Lexicon) -> tuple[int, tuple[str, ...], str]:
    """Return the gender a title tells, the words of the name in lower case, and the name without titles."""
    parts = found.replace("\u00a0", " ").split(" ")
    gender = 0
    while parts:
        word = parts[0].lower().rstrip(".")
        classes = lexicon.classes.get(word, 0)
        stopped = parts[0].endswith(".") and len(parts[0]) > 2
        if not (classes & NOT_A_NAME or word in LINKS or stopped or word.endswith("mente")):
            break
        gender = gender or classes & (W.MASC | W.FEM)
        parts = parts[1:]
    parts = [part for part in parts if part[0].isalnum()]  # without “Reme” in “Remedios “Reme” Aguado”
    for number in range(len(parts) - 2, 0, -1):
        if lexicon.classes.get(parts[number].lower(), 0) & W.TITLE:  # "United States President Trump"
            parts = parts[number + 1 :]
            break
    if not parts:
        return 0, (), ""
    parts[-1] = POSSESSIVE.sub("", parts[-1])
    return int(gender), tuple(part.lower() for part in parts), " ".join(parts)


def referred(text: str, end: int) -> int:
    """Return the gender of the pronoun that takes up a name which ends at `end`, 0 without one."""
    found = REFERRED.match(text, end)
    if found is None:
        return 0
    return int(W.FEM if found[1].lower() in FEMALE_WORDS else W.MASC)


def speaking(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the capitalised words, in lower case, that stand right beside a reporting verb somewhere."""
    classes = lexicon.classes
    found: set[str] = set()
    for before, name, after in BESIDE_NAME.findall(text):
        if classes.get(after, 0) & (W.SAY | W.ACT) or classes.get(before[:-1], 0) & W.SAY:
            found.add(name.lower())
    return frozenset(found)


def gender_of(given_name: str, lexicon: Lexicon) -> int:
    """Return W.FEM, W.MASC or 0 for a first name."""
    if given_name in lexicon.female_names:
        return int(W.FEM)
    if given_name in lexicon.male_names:
        return int(W.MASC)
    return 0


def _roles(text: str, start: int, found: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the nouns for a person beside a name: "el juez del Supremo Ángel Hurtado", "Campo, portavoz de"."""
    classes = lexicon.classes
    roles = {word for word in (part.lower().rstrip(".") for part in found.split()) if classes.get(word, 0) & W.TITLE}
    before = WORDS.findall(text, max(0, start - INTRODUCTION), start)
    known: set[str] = set()
    for number, word in enumerate(reversed(before)):
        bits = classes.get(word.lower(), 0)
        if bits & (W.ROLE | W.TITLE):
            known.add(word.lower())
        elif (
            (known and (bits & W.DET or (bits & W.PREP and word.lower() not in ("de", "del", "of", "for", "en"))))
            or bits & (W.AUX | W.VERB | W.REL | CUE)
            or not (word[0].isalnum() or (word == "," and number == 0))
        ):
            break
    roles |= known
    end = start + len(found)
    after = WORDS.findall(text, end, end + INTRODUCTION)
    if after[:1] == [","]:
        roles |= _apposed(after[1:], classes)
    return frozenset(SHORT_TITLES.get(role, role) for role in roles)


def _apposed(after: list[str], classes: Mapping[str, int]) -> set[str]:
    """Return the nouns for a person in the words up to the next mark, unless they are a clause with a verb."""
    roles: set[str] = set()
    for number, word in enumerate(after):
        bits = classes.get(word.lower(), 0)
        if not word[0].isalnum():
            return roles
        if bits & W.ROLE and number < 5:
            roles.add(word.lower())
        elif bits & W.PREP and not roles:  # "The Valley Report, similar al español"
            return roles
        elif bits & (CUE | W.AUX | W.VERB) and not bits & (W.NOUNISH | W.PREP):
            return set()
    return roles if len(after) > 5 else set()
