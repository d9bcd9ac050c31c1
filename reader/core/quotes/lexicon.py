"""What the two languages' word lists have in common: the classes a word can belong to, and the lookup.

A word form is looked up once, in lower case, and gives one integer whose bits are the classes below, so that every
later question ("a reporting verb?", "a feminine noun?") is one `&`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module

from reader.core.model import Language


class W:
    """The classes of words that attribution asks about; plain integers, as IntFlag makes each `&` ten times slower."""

    SAY = 1 << 0  # says little but that something was said: "said", "told", "ha señalado"
    ACT = 1 << 1  # says what the words did: "argued", "denounced", "called", "advirtió"
    MIND = 1 << 2  # thinking and showing, now and then with words: "believes", "shows", "considera"
    GERUND = 1 << 3  # a verb without a subject of its own: "saying", "diciendo", "to say", "decir"
    NOUNISH = 1 << 4  # a verb form that is a noun after an article: "report", "nota"
    AUX = 1 << 5  # "has", "would", "ha", "habría"
    PRONOUN = 1 << 6  # can be a subject: "he", "ella", "quien"
    OBJECT = 1 << 7  # cannot: "him", "le"
    FIRST = 1 << 8  # first or second person: "I", "nosotros"
    DET = 1 << 9
    INDEF = 1 << 10  # "a", "another", "una", "algunos"
    PREP = 1 << 11
    CONJ = 1 << 12
    REL = 1 << 13  # "who", "que"
    TITLE = 1 << 14  # before a name: "Sen.", "Mr.", "doña"
    ROLE = 1 << 15  # a noun for a person: "spokeswoman", "diácono"
    GROUP = 1 << 16  # a noun for people together, or an office: "ministry", "sindicato"
    DOC = 1 << 17  # a noun for a text: "letter", "tuit", "auto"
    LINK = 1 << 18  # may stand inside a name: "of", "de", "von"
    STOP = 1 << 19  # no name although a sentence starts with it
    ADV = 1 << 20
    SOURCE = 1 << 21  # "according", "según", "para"
    CALENDAR = 1 << 22  # weekdays and months
    FEM = 1 << 23
    MASC = 1 << 24
    PLURAL = 1 << 25
    TELL = 1 << 26  # the noun after it is who was told: "told", "pidió a"
    VERB = 1 << 27  # another verb: "is", "won", "tiene"
    ABBREV = 1 << 28  # keeps its full stop, which ends no sentence: "Sen.", "Sr."
    CLITIC = 1 << 29  # stands between subject and verb in Spanish: "lo", "se", "le"
    DEMONYM = 1 << 31  # a nationality or language with a capital, no name by itself: "Chilean"
    ADJ = 1 << 30  # may stand between an article and a noun for a person: "former", "propio"
    NATIVE = 1 << 32  # a noun for a person alone, an adjective after a noun: "el danés", "el Gobierno danés"
    THING = 1 << 33  # a name that begins with it is nobody's: "Premio Nacional", "Sierra de Gata"
    PART = 1 << 34  # with "of those" it means one or some of them: "una de las vecinas"


CUE = W.SAY | W.ACT | W.MIND
NOUN = W.ROLE | W.GROUP | W.DOC


@dataclass(frozen=True)
class Lexicon:
    """The words of one language: form in lower case -> classes, and first names whose gender is known."""

    language: Language
    classes: Mapping[str, int]
    female_names: frozenset[str]
    male_names: frozenset[str]

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every form of a verb that can report speech, in lower case."""
        return frozenset(form for form, bits in self.classes.items() if bits & CUE)

    def of(self, word: str) -> int:
        """Return the classes of `word`, 0 when it is unknown."""
        return self.classes.get(word.lower(), 0)


def words(listed: str) -> list[str]:
    """Return the words of a list written as running text."""
    return listed.split()


def collect(*groups: tuple[Iterable[str], int]) -> dict[str, int]:
    """Join (forms, classes) pairs into one table; a form in several groups belongs to all their classes."""
    table: dict[str, int] = {}
    for forms, bits in groups:
        for form in forms:
            table[form] = table.get(form, 0) | int(bits)
    return table


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the word lists of `language`, built on first use."""
    module = import_module(f"reader.core.quotes.lexicon_{language}")
    built: Lexicon = module.build()
    return built
