"""Describe a quote and one who may have said it as a set of small numbers, the same in English and in Spanish.

A feature is a slot and a value; `SLOTS` fixes how many values each slot has, and a pair is described by one number for
each slot it fills: the slot's offset plus the value. Nothing here knows a word; the word lists gave every token its
classes, so weights learned on English carry over to Spanish.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from reader.core.model import Quote
from reader.core.quotes.context import (
    Verb,
    after_apposition,
    beside,
    following_verb,
    leading_verb,
    left_context,
    neighbour,
    preceding_verb,
    right_context,
)
from reader.core.quotes.lexicon import W
from reader.core.quotes.narrative import Kind, Narrative
from reader.core.quotes.phrases import Mention
from reader.core.quotes.scorer import Features

SLOTS: dict[str, int] = {
    "place": 13,  # before or after, and how many sentences away
    "distance": 22,
    "mentions_between": 8,
    "quotes_between": 6,
    "form": 15,
    "left": 23,
    "right": 22,
    "verb": 27,  # the verb it is the subject of: class, side, mentions between
    "verb_gap": 15,
    "verb_quote": 32,  # where that verb stands to the quote, and how near
    "beside": 6,  # whether the verb beside the quote is the mention's own
    "before_quote": 20,
    "after_quote": 20,
    "quote": 32,
    "position": 8,
    "previous": 16,  # how it relates to the speaker of the quote before
    "rank": 10,
    "possessive": 2,
    "number": 6,
    "none": 4,
    "far": 6,
    "form_left": 60,
    "lead": 21,  # the reporting verb before the quote in its sentence: class and distance
    "lead_left": 23,
    "tail_right": 22,  # what follows the reporting verb after the quote
    "verbs_between": 8,
    "commas_between": 8,
    "apposition": 6,
    "leads": 2,  # whether the verb before the quote is the mention's own
    "elided_left": 23,
    "elided_right": 22,
    "elided_verb": 12,
    "elided_subject": 3,
}
OFFSETS = dict(zip(SLOTS, accumulate(SLOTS.values(), initial=0), strict=False))
SIZE = sum(SLOTS.values())

# Distances are told apart by how many of these rising numbers they exceed: so much `bisect_left` finds.
OWN_GAPS = (0, 1, 2, 4, 8, 15)
LEAD_GAPS = (0, 1, 4, 9)
LENGTHS = (15, 39, 109)
DISTANCES = (0, 1, 2, 3, 5, 8, 12, 20, 32, 60)
VERB_GAPS = (0, 1, 3, 7, 15)
# Offsets that every mention, quote or pair asks for, looked up once.
FORM, LEFT, RIGHT, RANK = (OFFSETS[slot] for slot in ("form", "left", "right", "rank"))
POSSESSIVE, NUMBER, FORM_LEFT = (OFFSETS[slot] for slot in ("possessive", "number", "form_left"))
APPOSITION, VERB, VERB_GAP = (OFFSETS[slot] for slot in ("apposition", "verb", "verb_gap"))
LEAD, LEAD_LEFT, TAIL_RIGHT = (OFFSETS[slot] for slot in ("lead", "lead_left", "tail_right"))
BEFORE_QUOTE, AFTER_QUOTE = OFFSETS["before_quote"], OFFSETS["after_quote"]
QUOTE, POSITION = OFFSETS["quote"], OFFSETS["position"]
PLACE, DISTANCE, PREVIOUS, BESIDE = (OFFSETS[slot] for slot in ("place", "distance", "previous", "beside"))
MENTIONS, QUOTES = OFFSETS["mentions_between"], OFFSETS["quotes_between"]
VERBS, COMMAS = OFFSETS["verbs_between"], OFFSETS["commas_between"]
VERB_QUOTE, LEADS = OFFSETS["verb_quote"], OFFSETS["leads"]

COUNTED = W.PLURAL | W.GROUP | W.DOC | W.OBJECT
CHAIN = int(W.AUX | W.ADV | W.CLITIC)


@dataclass(slots=True, eq=False)
class Sighting:
    """A mention in its paragraph with what does not depend on any quote."""

    mention: Mention
    verb: Verb | None
    left: int  # what stands before it, see `context.left_context`
    rank: int  # how many mentions of its sentence come before it
    word: str  # its last word in lower case: a surname, a pronoun
    fixed: tuple[int, ...]


def _verb_class(classes: int) -> int:
    """Return 0 for "said", 1 for "argued", 2 for "thinks"."""
    return 0 if classes & W.SAY else 1 if classes & W.ACT else 2


def _number(classes: int) -> int:
    """Return what kind of thing the noun is: one person, several, a group, a text, an object pronoun."""
    if not classes & COUNTED:
        return 0
    return 1 if classes & W.PLURAL else 2 if classes & W.GROUP else 3 if classes & W.DOC else 4


def sight(paragraph: Narrative, mentions: list[Mention]) -> list[Sighting]:
    """Describe the mentions of a paragraph, each by itself."""
    firsts = [mention.first for mention in mentions]
    seen: list[Sighting] = []
    rank = 0
    sentence = -1
    for mention in mentions:
        if paragraph.sentence[mention.first] != sentence:
            sentence = paragraph.sentence[mention.first]
            rank = 0
        seen.append(_sight(paragraph, mention, firsts, rank))
        rank += 1
    return seen


def _own_verb(paragraph: Narrative, mention: Mention, firsts: list[int]) -> Verb | None:
    """Return the reporting verb the mention is most likely the subject of."""
    before = preceding_verb(paragraph, mention)
    after = None if mention.possessive else following_verb(paragraph, mention, firsts)
    if before is None or after is None:
        return before or after
    if before.gap == 0:
        return before
    return before if before.gap < 4 and after.gap > 2 else after


def _sight(paragraph: Narrative, mention: Mention, firsts: list[int], rank: int) -> Sighting:
    """Describe one mention."""
    form, last = mention.form, mention.last
    left = left_context(paragraph, mention.left)
    right = right_context(paragraph, last)
    verb = _own_verb(paragraph, mention, firsts)
    side = 1 if left in (10, 11, 12) else 2 if right in (10, 11, 12, 14) else 3 if left in (14, 15) else 0
    opening = paragraph.sentence[mention.first] == paragraph.sentence[0]
    value, gap = 26, 14  # no verb
    if verb is not None:
        classes = paragraph.classes[verb.token]
        if classes & W.GERUND:
            value = 24 + (1 if classes & W.TELL else 0)
        else:
            between = verb.mentions_between
            value = _verb_class(classes) * 8 + (4 if verb.inverted else 0) + (between if between < 2 else 2)
        gap = bisect_left(OWN_GAPS, verb.gap) + (7 if verb.inverted else 0)
    fixed = (
        FORM + form,
        LEFT + left,
        RIGHT + right,
        RANK + (rank if rank < 4 else 4) + (5 if opening else 0),
        POSSESSIVE + mention.possessive,
        NUMBER + _number(mention.classes),
        FORM_LEFT + form * 4 + side,
        APPOSITION + after_apposition(paragraph, last),
        VERB + value,
        VERB_GAP + gap,
    )
    return Sighting(mention, verb, left, rank, paragraph.words[last], fixed)


@dataclass(slots=True)
class Setting:
    """A quote in its paragraph with what does not depend on who said it."""

    token: int
    left_verb: int  # token of a reporting verb beside the quote, -1 without one
    right_verb: int
    lead: int  # token of the last reporting verb before the quote in its sentence, -1 without one
    features: tuple[int, ...]


def _lead(paragraph: Narrative, token: int, lead: int) -> int:
    """Return class and distance of the reporting verb before a quote, 20 without one."""
    if lead < 0:
        return 20
    kind = 3 if paragraph.classes[lead] & W.GERUND else _verb_class(paragraph.classes[lead])
    return kind * 5 + bisect_left(LEAD_GAPS, token - lead - 1)


def setting(text: str, paragraph: Narrative, quote: Quote, *, first: bool) -> Setting:
    """Describe a quote by itself: its neighbours, length, capital and last mark; `first` of its paragraph."""
    token = paragraph.quote_tokens[quote.index]
    start, end = quote.inner
    last = text[end - 1 : end]
    capital = 0 if text[start : start + 1].islower() else 1
    tail = 0 if last == "," else 1 if last == "." else 2 if last in ("?", "!", "…") else 3
    length = bisect_left(LENGTHS, end - start)
    left_verb = beside(paragraph, token, -1)
    right_verb = beside(paragraph, token, 1)
    lead = left_verb if left_verb >= 0 else leading_verb(paragraph, token)
    features = (
        LEAD + _lead(paragraph, token, lead),
        LEAD_LEFT + (left_context(paragraph, lead) if lead >= 0 else 0),
        TAIL_RIGHT + (right_context(paragraph, right_verb) if right_verb >= 0 else 2),
        BEFORE_QUOTE + neighbour(paragraph, token - 1, -1),
        AFTER_QUOTE + neighbour(paragraph, token + 1, 1),
        QUOTE + length * 8 + capital * 4 + tail,
        POSITION + (1 if token else 0) + (2 if token < len(paragraph) - 1 else 0) + (0 if first else 4),
    )
    return Setting(token, left_verb, right_verb, lead, features)


def pair(
    paragraph: Narrative, place: Setting, seen: Sighting, *, index: int, at: int, crossed: int, previous: int
) -> tuple[Features, Features]:
    """Describe a mention of the quote's own paragraph as its speaker: where it stands, and what verbs say.

    `index` is the mention's number in the paragraph, `at` the number of the first mention after the quote, `crossed`
    how many quotes stand between, `previous` how it relates to the speaker of the quote before (0 to 15).
    """
    mention = seen.mention
    token = place.token
    sentence = paragraph.sentence
    before = index < at
    if before:
        side = 0
        low, high = mention.last + 1, token
        sentences = sentence[token] - sentence[mention.last]
        distance = token - mention.last - 1
        between = at - index - 1
    else:
        side = 1
        low, high = token + 1, mention.first
        sentences = sentence[mention.first] - sentence[token]
        distance = mention.left - token - 1
        between = index - at
    verbs = paragraph.verbs[high] - paragraph.verbs[low]
    commas = paragraph.commas[high] - paragraph.commas[low]
    where = (
        PLACE + 4 * side + (sentences if sentences < 3 else 3),
        DISTANCE + 11 * side + bisect_left(DISTANCES, distance),
        MENTIONS + 4 * side + (between if between < 3 else 3),
        QUOTES + 3 * side + (crossed if crossed < 2 else 2),
        PREVIOUS + previous,
    )
    verbs_between = VERBS + 4 * side + (verbs if verbs < 3 else 3)
    commas_between = COMMAS + 4 * side + (commas if commas < 3 else 3)
    verb = seen.verb
    lonely = place.left_verb < 0 and place.right_verb < 0
    if verb is None:
        return where, (verbs_between, commas_between, VERB_QUOTE + 31, BESIDE + (2 if lonely else 0))
    if verb.token < token:
        gap = token - verb.token - 1
        order = 0 if before else 1
    else:
        gap = verb.token - token - 1
        order = 3 if before else 4 if verb.inverted else 2
    own = 1 if verb.token in (place.left_verb, place.right_verb) else 2 if lonely else 0
    return where, (
        verbs_between,
        commas_between,
        VERB_QUOTE + order * 6 + bisect_left(VERB_GAPS, gap),
        BESIDE + own + (3 if verb.mentions_between else 0),
        LEADS + (1 if verb.token == place.lead else 0),
    )


def nobody(previous: int, near: int) -> Features:
    """Describe the choice of nobody; `near` says which verbs stand beside the quote (0 to 3)."""
    return OFFSETS["none"] + near, PREVIOUS + previous


def outside(kind: int) -> Features:
    """Describe a mention outside the quote's paragraph, by its kind (0 to 4, see `candidates`)."""
    return OFFSETS["far"] + kind, PLACE + 8 + kind


def elided(paragraph: Narrative, place: Setting, verb: int, claimed: bool, previous: int) -> tuple[Features, Features]:
    """Describe a subject left out before the reporting verb `verb`: "«…», zanjó"; in halves, as `pair` does.

    `claimed` tells that some mention stands where the verb's subject would.
    """
    after = verb > place.token
    gap = (verb - place.token if after else place.token - verb) - 1
    first = verb
    while first > 0 and paragraph.kinds[first - 1] == Kind.WORD and paragraph.classes[first - 1] & CHAIN:
        first -= 1
    kind = _verb_class(paragraph.classes[verb]) + (3 if after else 0) + (6 if gap > 1 else 0)
    return (
        OFFSETS["elided_left"] + left_context(paragraph, first),
        OFFSETS["elided_right"] + right_context(paragraph, verb),
    ), (
        OFFSETS["elided_verb"] + kind,
        OFFSETS["elided_subject"] + (1 if claimed else 0),
        PREVIOUS + previous,
    )
