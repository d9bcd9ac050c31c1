"""Find whom a mention stands for: surname to full name, "he" and "la ministra" to the one named before.

Everything works on what the article has said so far; a wrong name is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.core.quotes.candidates import Passage
from reader.core.quotes.lexicon import Lexicon, W
from reader.core.quotes.mentions import Form, Mention
from reader.core.quotes.speaker_features import Sighting

NAMES = (Form.NAME, Form.FULL_NAME, Form.TITLED_NAME, Form.INITIAL_NAME)
CAPITAL = "A-ZÀ-ÖØ-Þ"
# Two to five capitals in a row, with "de la", "von" or an initial between; bounded, so linear.
FULL_NAME = re.compile(
    rf"[{CAPITAL}][\w'’-]+(?:[ \u00a0](?:(?:de|del|la|los|las|y|von|van|der|bin|al|el)[ \u00a0]){{0,2}}"
    rf"(?:[{CAPITAL}]\.|[{CAPITAL}][\w'’-]+)){{1,4}}"
)
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Person:
    """A full name of the article, its words, what is known of gender, and the nouns used of it."""

    name: str
    words: tuple[str, ...]
    start: int
    count: int = 1
    gender: int = 0
    roles: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Cast:
    """Everyone whom an article calls by a full name."""

    people: dict[str, Person] = field(default_factory=dict)
    by_word: dict[str, list[Person]] = field(default_factory=dict)

    def full_name(self, mention_words: Iterable[str], at: int, gender: int = 0) -> Person | None:
        """Return the one full name a shorter form can stand for; among several the most used, then the first."""
        words = [word for word in mention_words if word]
        if not words:
            return None
        found = [
            person
            for person in self.by_word.get(words[-1], ())
            if all(word in person.words for word in words)
            and not (gender and person.gender and gender != person.gender)
        ]
        if not found:
            return None
        before = [person for person in found if person.start <= at] or found
        last = [person for person in before if person.words[-1] == words[-1]] or before
        return max(last, key=lambda person: (person.count, -person.start))


def read_cast(text: str, lexicon: Lexicon) -> Cast:
    """Collect the full names of a text, without the titles before them."""
    cast = Cast()
    classes_of = lexicon.classes
    for match in FULL_NAME.finditer(text):
        words = match.group().replace("\u00a0", " ").split(" ")
        skipped = 0
        gender = 0
        while len(words) > 1:
            classes = classes_of.get(words[0].lower().rstrip("."), 0)
            if not classes & (W.STOP | W.TITLE | W.CALENDAR | W.ROLE | W.ADJ):
                break
            gender = gender or classes & (W.MASC | W.FEM)
            skipped += len(words[0]) + 1
            words = words[1:]
        while len(words) > 1 and words[0].lower() in ("de", "del", "la", "los", "las", "el", "y", "al"):
            skipped += len(words[0]) + 1
            words = words[1:]
        if len(words) < 2:
            continue
        words[-1] = POSSESSIVE.sub("", words[-1])
        lower = tuple(word.lower() for word in words)
        if any(classes_of.get(word, 0) & (W.GROUP | W.DOC | W.CALENDAR) for word in lower):
            continue
        name = " ".join(words)
        person = cast.people.get(name)
        if person is not None:
            person.count += 1
            continue
        if not gender:
            gender = gender_of(lower[0], lexicon)
        person = Person(name, lower, match.start() + skipped, gender=gender)
        cast.people[name] = person
        for word in lower[1:]:
            cast.by_word.setdefault(word, []).append(person)
    return cast


def gender_of(given_name: str, lexicon: Lexicon) -> int:
    """Return W.FEM, W.MASC or 0 for a first name."""
    if given_name in lexicon.female_names:
        return int(W.FEM)
    if given_name in lexicon.male_names:
        return int(W.MASC)
    return 0


def name_words(passage: Passage, mention: Mention, lexicon: Lexicon) -> list[str]:
    """Return the words of a name in lower case, without titles and the possessive."""
    narrative = passage.narrative
    words: list[str] = []
    for token in range(mention.first, mention.last + 1):
        word = narrative.words[token]
        if token == mention.last:
            word = POSSESSIVE.sub("", word)
        if not words and token < mention.last and narrative.classes[token] & (W.TITLE | W.ROLE):
            continue
        words.append(word)
    return words


def is_person(sighting: Sighting) -> bool:
    """Tell whether a mention can be what "he", "ella" or an elided subject stands for."""
    mention = sighting.mention
    if mention.classes & (W.GROUP | W.DOC | W.CALENDAR):
        return False
    return mention.form in NAMES or mention.form in (Form.DEFINITE, Form.INDEFINITE)
