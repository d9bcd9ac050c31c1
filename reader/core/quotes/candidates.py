"""Gather, for one quote, who may have said it: the mentions around it, the speaker before, a signature after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.core.model import Language, Quote
from reader.core.quotes.lexicon import W
from reader.core.quotes.mentions import find_mentions
from reader.core.quotes.narrative import Kind, Narrative, read_paragraph
from reader.core.quotes.phrases import Form
from reader.core.quotes.scorer import Features
from reader.core.quotes.speaker_features import Setting, Sighting, elided, nobody, outside, pair, sight

# How many mentions before and after the quote are looked at; more never held the speaker in the training articles.
BEFORE = 8
AFTER = 5

# Forms in which people sign.
SIGNING = (Form.FULL_NAME, Form.TITLED_NAME)
# Forms that say whom a paragraph is about.
TOPICS = (Form.NAME, Form.FULL_NAME, Form.TITLED_NAME, Form.INITIAL_NAME, Form.HE_SHE, Form.DEFINITE)


class Passage(NamedTuple):
    """A paragraph with its mentions."""

    narrative: Narrative
    sightings: list[Sighting]
    firsts: list[int]  # first token of each mention
    quote_tokens: list[int]


class Choice:
    """What choosing a candidate says; plain integers, as `Kind` is."""

    NOBODY = 0
    NEAR = 1  # a mention in the quote's paragraph
    FAR = 2  # one outside it
    ELIDED = 3  # the subject is left out, as Spanish may


@dataclass(slots=True, eq=False)
class Candidate:
    """One who may have said the quote, with the features of the pair; its own features stand in the sighting.

    They come in halves, for halves come again more often than wholes, and the scorer keeps their sums.
    """

    choice: int  # see `Choice`
    sighting: Sighting | None
    where: Features  # and how it relates to the quote before
    verbal: Features = ()  # what verbs have to do with it
    verb: int = -1

    @property
    def features(self) -> Features:
        """All features of the pair."""
        return self.where + self.verbal


@dataclass(slots=True)
class Previous:
    """The quote before in the same paragraph, and who was found to have said it."""

    token: int
    sighting: Sighting | None


def read_passage(
    text: str, start: int, end: int, quotes: Sequence[Quote], *, language: Language, names: Collection[str]
) -> Passage:
    """Read a paragraph whose quotes are `quotes`."""
    narrative = read_paragraph(text, start, end, quotes, language=language, names=names)
    mentions = find_mentions(narrative)
    return Passage(
        narrative,
        sight(narrative, mentions),
        [mention.first for mention in mentions],
        list(narrative.quote_tokens.values()),
    )


def _apart(narrative: Narrative, token: int, previous: Previous) -> int:
    """Return how far the quote before in the paragraph is: 0 at once before, 1 in this sentence, 2 farther."""
    if token - previous.token <= 2:
        return 0
    return 1 if narrative.sentence[token] == narrative.sentence[previous.token] else 2


def _same(sighting: Sighting | None, before: Sighting | None) -> int:
    """Tell whether a candidate is who said the quote before: 0 the very words, 1 the same word, 2 no, 3 nobody did."""
    if before is None:
        return 3
    if sighting is None:
        return 2
    return 0 if sighting is before else 1 if sighting.word == before.word else 2


def candidates(
    passage: Passage, place: Setting, previous: Previous | None, far: Sequence[tuple[int, Sighting]], *, spanish: bool
) -> list[Candidate]:
    """Return all candidates for the speaker of a quote whose setting is `place`; nobody comes first.

    `far` are sightings outside the paragraph, each with its kind: 0 the speaker of the quote before, 1 the subject of
    a paragraph that ends with a colon, 2 of one that does not, 3 a signature after, 4 whom the paragraph before is
    about from its first word on.
    """
    narrative, sightings = passage.narrative, passage.sightings
    token = place.token
    at = bisect_left(passage.firsts, token)
    near = (1 if place.left_verb >= 0 else 0) + (2 if place.right_verb >= 0 else 0)
    before = previous.sighting if previous is not None else None
    # How a candidate relates to the quote before in the paragraph is a number below 16: this and `_same`, or 0.
    since = 1 + 4 * _apart(narrative, token, previous) if previous is not None else 0
    nobody_relation = since + _same(None, before) if since else 0
    gathered = [Candidate(Choice.NOBODY, None, nobody(nobody_relation, near))]
    quote_tokens = passage.quote_tokens
    here = bisect_left(quote_tokens, token)
    first, end = max(0, at - BEFORE), min(len(sightings), at + AFTER)
    for index in range(first, end):
        sighting = sightings[index]
        if index < at:
            crossed = here - bisect_left(quote_tokens, sighting.mention.last)
        else:
            crossed = bisect_left(quote_tokens, sighting.mention.first) - here - 1
        relation = since + _same(sighting, before) if since else 0
        where, verbal = pair(narrative, place, sighting, index=index, at=at, crossed=crossed, previous=relation)
        gathered.append(Candidate(Choice.NEAR, sighting, where, verbal))
    for kind, sighting in far:
        gathered.append(Candidate(Choice.FAR, sighting, outside(kind)))
    if spanish:
        beside = {place.left_verb, place.right_verb}
        for verb in sorted(beside if max(beside) >= 0 else {place.lead}):  # "Señaló que se hará en «pocos días»"
            if verb < 0 or narrative.classes[verb] & W.GERUND:
                continue
            claimed = any(
                seen.verb is not None and seen.verb.token == verb and seen.verb.mentions_between == 0
                for seen in sightings[first:end]
            )
            where, verbal = elided(narrative, place, verb, claimed, nobody_relation)
            gathered.append(Candidate(Choice.ELIDED, None, where, verbal, verb))
    return gathered


def last_subject(passage: Passage) -> tuple[int, Sighting] | None:
    """Return who the last sentence of a paragraph is about: the subject of its reporting verb, or its first mention."""
    narrative = passage.narrative
    if not len(narrative) or not passage.sightings:
        return None
    kind = 1 if narrative.kinds[-1] == Kind.COLON else 2
    last = narrative.sentence[passage.sightings[-1].mention.first]
    final = [seen for seen in passage.sightings if narrative.sentence[seen.mention.first] == last]
    people = [seen for seen in final if seen.mention.form not in (Form.INITIAL_NAME, Form.IT)] or final
    speaking = [seen for seen in people if seen.verb is not None and seen.verb.mentions_between == 0]
    return kind, (speaking or people)[0]


def topic(passage: Passage) -> Sighting | None:
    """Return the name or pronoun that a paragraph begins with: "Ibarra listens to both of them."."""
    if not passage.sightings:
        return None
    first = passage.sightings[0]
    return first if first.mention.left == 0 and first.mention.form in TOPICS else None


def signature(passage: Passage) -> Sighting | None:
    """Return who signs a quote in the next paragraph: "― Veronica Cruz", "Former mayor Ann Bell"."""
    if not passage.sightings or len(passage.narrative) > 30:
        return None
    first = passage.sightings[0]
    named = next((seen for seen in passage.sightings if seen.mention.form in SIGNING), first)
    return named if first.mention.left <= 2 else None
