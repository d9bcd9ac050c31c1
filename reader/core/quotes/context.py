"""Tell what stands beside a phrase or a quote, and which reporting verb a mention is the subject of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.core.quotes.lexicon import W
from reader.core.quotes.narrative import Kind, Narrative
from reader.core.quotes.phrases import Mention

SENTENCE_REACH = 40
LOOSE_VERB = W.AUX | W.VERB
# What may stand between a verb and its subject: "dijo a la agencia Efe la ministra".
LEADS_TO_SUBJECT = int(W.PREP | W.DET | W.ADV | W.TITLE | W.ROLE | W.ADJ | W.GROUP | W.DOC | W.LINK)


@dataclass(slots=True, eq=False)
class Verb:
    """The reporting verb a mention may be the subject of: its token, and how it is reached."""

    token: int
    inverted: bool
    gap: int
    mentions_between: int


def _verb_context(paragraph: Narrative, token: int) -> int:
    """Return 10 to 12 for a finite reporting verb, 13 for "saying"; the token is one of them."""
    cue = paragraph.cue[token]
    if paragraph.classes[token] & W.GERUND:
        return 13
    return 10 if cue & W.SAY else 11 if cue & W.ACT else 12


def left_context(paragraph: Narrative, first: int) -> int:
    """Return what stands just before a phrase that begins at token `first`, as a number below 23."""
    token = first - 1
    if token >= 0 and _is_article(paragraph, token):
        token -= 1
    if token < 0:
        return 0
    kind = paragraph.kinds[token]
    if kind == Kind.COMMA:
        return 2 if token and paragraph.kinds[token - 1] == Kind.QUOTE else 3
    if kind >= Kind.QUOTE:
        return 1 if kind == Kind.QUOTE else kind  # 4 to 9
    return _verb_context(paragraph, token) if paragraph.cue[token] else _word_before(paragraph, token)


def _is_article(paragraph: Narrative, token: int) -> bool:
    """Tell whether a token is an article and nothing else; a name's phrase may begin after it."""
    classes = paragraph.classes[token]
    return bool(classes & W.DET) and not classes & (W.PREP | W.CONJ) and not paragraph.cue[token]


def _word_before(paragraph: Narrative, token: int) -> int:
    """Return what the word before a phrase is, 14 to 22: "according to", "by", "to", another preposition, a verb."""
    classes = paragraph.classes[token]
    word = paragraph.words[token]
    if classes & W.SOURCE or (word in ("to", "of", "de", "del") and token and paragraph.classes[token - 1] & W.SOURCE):
        return 14
    if word in ("to", "a", "al") and token and paragraph.cue[token - 1]:
        return 22  # "explicó a Efe", "said to Moreau"
    if classes & W.PREP:
        return 15 if word in ("by", "por") else 16 if word in ("to", "a", "al") else 17
    return 18 if classes & W.REL else 19 if classes & W.CONJ else 20 if classes & LOOSE_VERB else 21


RIGHT_ORDER = ((14, W.AUX), (15, W.VERB), (16, W.CLITIC), (17, W.ADV), (18, W.REL), (19, W.CONJ), (20, W.PREP))
IN_RIGHT_ORDER = W.AUX | W.VERB | W.CLITIC | W.ADV | W.REL | W.CONJ | W.PREP


def right_context(paragraph: Narrative, last: int) -> int:
    """Return what stands just after a phrase that ends at token `last`, as a number below 22."""
    token = last + 1
    if token >= len(paragraph.kinds):
        return 0
    kind = paragraph.kinds[token]
    if kind >= Kind.QUOTE:
        return 1 if kind == Kind.QUOTE else kind  # 3 to 9
    if paragraph.cue[token]:
        return _verb_context(paragraph, token)
    classes = paragraph.classes[token]
    if classes & IN_RIGHT_ORDER:
        for value, group in RIGHT_ORDER:
            if classes & group:
                return value
    return 21


def following_verb(paragraph: Narrative, mention: Mention, firsts: list[int]) -> Verb | None:
    """Find the reporting verb after the mention in its sentence: "Trump, who has won, also said".

    `firsts` are the first tokens of all mentions; "thinks" counts when nothing better follows.
    """
    start = mention.last + 1
    thinking = None
    stops, cues = paragraph.stops, paragraph.cues
    for number in range(bisect_left(cues, start), len(cues)):
        token = cues[number]
        if token - start >= SENTENCE_REACH or stops[token] != stops[start]:
            break
        if thinking is not None and not paragraph.cue[token] & (W.SAY | W.ACT):
            continue
        between = bisect_right(firsts, token) - bisect_left(firsts, start)
        verb = Verb(token, False, token - start, between)
        if paragraph.cue[token] & (W.SAY | W.ACT):
            return verb
        thinking = verb
    return thinking


def preceding_verb(paragraph: Narrative, mention: Mention) -> Verb | None:
    """Find the reporting verb the mention follows: "said Caddell", "explicó a AFP Factual la doctora Sanz"."""
    token = mention.left - 1
    steps = 0
    if token >= 0 and _is_article(paragraph, token):
        token -= 1
    if token >= 0 and paragraph.kinds[token] == Kind.WORD and paragraph.classes[token] & W.PREP:
        return None  # "declaró a Televisa", "said in Ohio"
    while token >= 0 and steps < 7:
        kind = paragraph.kinds[token]
        if kind >= Kind.QUOTE:
            return None
        if paragraph.cue[token]:
            return Verb(token, True, steps, 0)
        if kind == Kind.WORD and steps and not paragraph.classes[token] & LEADS_TO_SUBJECT:
            return None
        token -= 1
        steps += 1
    return None


NEIGHBOURS = tuple(enumerate((W.REL | W.CONJ, W.PRONOUN, W.PREP, W.DET, LOOSE_VERB), start=11))


def neighbour(paragraph: Narrative, token: int, step: int) -> int:
    """Return what the token beside a quote is, as a number below 20."""
    if not 0 <= token < len(paragraph.kinds):
        return 0
    kind = paragraph.kinds[token]
    if kind >= Kind.QUOTE:
        if kind == Kind.COMMA and 0 <= token + step < len(paragraph.kinds) and paragraph.cue[token + step]:
            return 17 if paragraph.classes[token + step] & W.GERUND else 16
        return kind - 1  # 1 to 8
    classes = paragraph.classes[token]
    if paragraph.cue[token]:
        return 9 if classes & W.SAY else 18 if classes & W.GERUND else 10
    for value, group in NEIGHBOURS:
        if classes & group:
            return value
    return 19


def beside(paragraph: Narrative, token: int, step: int) -> int:
    """Return the reporting verb beside a quote, looking past commas, colons, "that" and up to three words, or -1."""
    cursor = token + step
    passed = 0
    kinds = paragraph.kinds
    while 0 <= cursor < len(kinds) and passed < 4:
        kind = kinds[cursor]
        if kind in (Kind.QUOTE, Kind.END):
            return -1
        if kind <= Kind.NAME:
            if paragraph.cue[cursor]:
                return cursor
            passed += 1
        cursor += step
    return -1


def leading_verb(paragraph: Narrative, token: int) -> int:
    """Return the last reporting verb before a quote in its sentence: "said it would be, for all, “a relief”"; or -1."""
    number = bisect_left(paragraph.cues, token) - 1
    if number < 0:
        return -1
    verb = paragraph.cues[number]
    ends = paragraph.ends_before
    return verb if token - verb <= SENTENCE_REACH and ends[verb] == ends[token] else -1


def after_apposition(paragraph: Narrative, last: int) -> int:
    """Return what verb follows the commas after a mention: "Pantucci, at the institute, said"; 0 without commas.

    1 a reporting verb, 2 an auxiliary, 3 another verb, 4 something else, 5 no second comma.
    """
    cursor = last + 1
    kinds = paragraph.kinds
    if cursor >= len(kinds) or kinds[cursor] not in (Kind.COMMA, Kind.OPEN):
        return 0
    limit = min(len(kinds) - 1, cursor + 24)
    cursor += 1
    while cursor < limit:
        kind = kinds[cursor]
        if kind in (Kind.END, Kind.QUOTE):
            break
        if kind in (Kind.COMMA, Kind.CLOSE):
            classes = paragraph.classes[cursor + 1]
            if paragraph.cue[cursor + 1] and not classes & W.GERUND:
                return 1
            if classes & (W.AUX | W.CLITIC):
                return 2
            return 3 if classes & W.VERB else 4
        cursor += 1
    return 5
