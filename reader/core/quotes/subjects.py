"""Tell which mention of a sentence is its subject, and which name stands in apposition to a noun."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reader.core.quotes.candidates import Passage
from reader.core.quotes.lexicon import W, words
from reader.core.quotes.narrative import FINITE, Kind
from reader.core.quotes.phrases import Form, Mention
from reader.core.quotes.speaker_features import Sighting

NAMES = (Form.NAME, Form.FULL_NAME, Form.TITLED_NAME, Form.INITIAL_NAME)
# Left contexts (see `context.left_context`) of what is no subject: after "by", "to", another preposition.
OBJECTS = (15, 16, 17, 22)
# How many mentions of one paragraph are looked at for an antecedent; newspapers have a few dozen in one.
LOOKED_BACK = 100
COPULAS = frozenset(words("es fue era será sería was is"))
CALLED = frozenset(words("llamado llamada named called"))  # "un muchacho de Montería llamado Deiver Padilla"


def speaks(passage: Passage, sighting: Sighting) -> bool:
    """Tell whether a mention is the subject of a finite reporting verb with nobody between."""
    verb = sighting.verb
    if verb is None or verb.mentions_between or sighting.left in OBJECTS:
        return False
    return not passage.narrative.classes[verb.token] & W.GERUND


def stands(passage: Passage, sighting: Sighting) -> bool:
    """Tell whether a mention can be what its sentence is about: no object, no owner, no place ("desde Oruro")."""
    mention = sighting.mention
    if sighting.left in OBJECTS or mention.possessive:
        return False
    return mention.left == 0 or passage.narrative.words[mention.left - 1] != "desde"


def is_predicate(passage: Passage, sighting: Sighting) -> bool:
    """Tell whether a noun only says something about the subject: "fue la primera mujer que dirigió una mina"."""
    left = sighting.mention.left
    return sighting.mention.form == Form.DEFINITE and left > 0 and passage.narrative.words[left - 1] in COPULAS


def comes_in(passage: Passage, sighting: Sighting) -> bool:
    """Tell whether someone has just come in and is not yet whom the text is about: "un hombre empuja la puerta"."""
    return sighting.mention.form == Form.INDEFINITE and not speaks(passage, sighting)


def only_title(passage: Passage, mention: Mention) -> bool:
    """Tell whether a name is nothing but a title with a capital: "el Presidente"."""
    classes = passage.narrative.classes
    return all(classes[token] & (W.TITLE | W.ROLE) for token in range(mention.first, mention.last + 1))


def apposition(passage: Passage, sighting: Sighting) -> Sighting | None:
    """Return the name that follows a noun between commas: "El gobernador de Los Cardales, Aníbal Ferrufino, dijo"."""
    narrative = passage.narrative
    for number in range(bisect_right(passage.firsts, sighting.mention.last), len(passage.sightings)):
        seen = passage.sightings[number]
        first = seen.mention.left
        if first - sighting.mention.last > 12:
            return None
        between = range(sighting.mention.last + 1, first)
        if any(narrative.kinds[token] >= Kind.QUOTE and narrative.kinds[token] != Kind.COMMA for token in between):
            return None
        called = bool(between) and narrative.words[between[-1]] in CALLED
        if not called and any(
            narrative.classes[token] & FINITE and not narrative.classes[token] & W.DET for token in between
        ):
            return None
        commas = [token for token in between if narrative.kinds[token] == Kind.COMMA]
        if len(commas) > 1:
            return None
        if seen.mention.form in NAMES and (
            called or seen.mention.first == sighting.mention.last + 1 or (commas and first - commas[0] <= 2)
        ):
            return seen
    return None


def apposed_to(passage: Passage, sighting: Sighting) -> Sighting | None:
    """Return the name that a noun between commas describes: "Brandvold, [a former dairy farmer], acknowledged"."""
    comma = sighting.mention.left - 1
    index = bisect_left(passage.firsts, sighting.mention.first) - 1
    if index < 0 or comma < 1 or passage.narrative.kinds[comma] != Kind.COMMA:
        return None
    before = passage.sightings[index]
    closed = sighting.mention.last + 1 < len(passage.narrative)
    named = before.mention.form in NAMES and before.mention.last == comma - 1 and not before.mention.possessive
    return before if named and closed and before.left not in OBJECTS else None


def sentences(passage: Passage, start: int) -> Iterator[tuple[int, list[Sighting]]]:
    """Yield the sentences of a passage that have mentions before `start`, the last first, with those mentions.

    No more than the last LOOKED_BACK mentions, so that an endless paragraph takes no longer than its length.
    """
    numbers = passage.narrative.sentence
    sightings = passage.sightings
    end = mentions_before(passage, start)
    least = max(0, end - LOOKED_BACK)
    while end > least:
        number = numbers[sightings[end - 1].mention.first]
        begin = end - 1
        while begin > least and numbers[sightings[begin - 1].mention.first] == number:
            begin -= 1
        yield number, sightings[begin:end]
        end = begin


def mentions_before(passage: Passage, start: int) -> int:
    """Return how many mentions of a passage begin before the offset `start`."""
    return bisect_left(passage.sightings, start, key=_start)


def _start(sighting: Sighting) -> int:
    """Return where a mention begins."""
    return sighting.mention.start
