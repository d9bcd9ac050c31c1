"""Decide what each quote is: speech, a fragment inside a clause, or no speech at all (title, nickname, scare quote).

Speech or not is a logistic regression over `features`; its weights, some hundred numbers in kinds.json, are learned
by tools/quotes/train_kinds.py. Fragment or full speech is a matter of grammar and is decided by rule.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from reader.core.model import Language, QuoteKind, Span
from reader.core.quotes.features import WORD, Setting, features, is_long
from reader.core.quotes.marks import FAMILIES, is_single
from reader.core.quotes.pairing import RawQuote

_WEIGHTS: Final = Path(__file__).with_name("kinds.json")
_SENTENCE_INSIDE: Final = re.compile(r"[.!?…][\"”»’')\]]*\s+[\"“«‘¿¡(]?[^\W\d_a-záéíóúñ]")
_SIGNED: Final = re.compile(r"[.,]? ?[—–―] ?[^\W\d_a-zß-ÿ][^.!?\n]{2,60}$")
"""Who signs a motto in its own line: "“The river signs nothing.” — Anonymous, 1931"."""
SHORT: Final = 3
_CLAUSES: Final = frozenset(("verb inside", "clause word inside", "length 6-8"))
_SHORT: Final = frozenset(("length 1", "length 2"))
_NAMED: Final = frozenset(("after so-called", "after titled", "after work", "after term", "after article", "after as"))
"""What never stands before a clause that goes on the writer's: "hace que las familias “se sientan extrañas”"."""
_ANNOUNCED: Final = frozenset(("starts upper", "after colon", "says close before"))
"""However short: "Dijo: «Lo sé»."."""
_OPENING: Final = frozenset(("starts upper", "starts paragraph", "ends sentence inside"))
"""However short: "“Good.” He stood up."."""
_TITLES: Final = frozenset(("title case", "mostly title case"))


@cache
def weights() -> dict[str, float]:
    """Return the learned weight of every feature; "threshold en" is from which probability no speech."""
    loaded: dict[str, float] = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return loaded


def settings(text: str, quotes: Sequence[RawQuote]) -> Iterator[Setting]:
    """Yield every quote with its paragraph and its neighbours."""
    single = [
        quote.opened and not quote.spoken and _is_single(text[quote.start : quote.inner_start]) for quote in quotes
    ]
    singles, marked = sum(single), sum(not quote.spoken for quote in quotes)
    paragraph = Span(0, -1)
    first_end = text.find("\n", len(text) - len(text.lstrip()))
    for position, quote in enumerate(quotes):
        if quote.start >= paragraph.end:
            start = text.rfind("\n", 0, quote.start) + 1
            stop = text.find("\n", quote.start)
            paragraph = Span(start, len(text) if stop < 0 else stop)
        yield Setting(
            span=Span(quote.start, quote.end),
            inner=Span(quote.inner_start, quote.inner_end),
            paragraph=paragraph,
            previous_end=quotes[position - 1].end if position else 0,
            next_start=quotes[position + 1].start if position + 1 < len(quotes) else len(text),
            single=single[position],
            secondary=single[position] and 2 * singles <= marked,
            headline=quote.start < first_end,
        )


def _is_single(mark: str) -> bool:
    """Tell whether `mark` is a single quotation mark."""
    return mark in FAMILIES and is_single(FAMILIES[mark])


def not_speech(text: str, setting: Setting, language: Language) -> float:
    """Return the probability that a quote is no speech."""
    if is_long(setting.inner.of(text)):
        return 0.0
    known = weights()
    names = features(text, setting, language)
    if ("punctuation inside" in names or not _TITLES.intersection(names)) and _is_statement(text, setting, names):
        return 0.0  # "Mine. From the boat."
    if "ends sentence inside" in names and _is_alone(text, setting) and _begins_small(setting.inner.of(text)):
        return 0.0  # "Nobody did."
    if "after so-called" in names and _CLAUSES.isdisjoint(names):
        return 1.0
    if "verb first" in names and _SHORT.isdisjoint(names) and _NAMED.isdisjoint(names):
        return 0.0
    total = sum([known[name] for name in names if name in known])
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _is_short(inner: str) -> bool:
    """Tell whether so few words are quoted that hiding them costs little, and showing a term as speech much."""
    return len(inner.split(maxsplit=SHORT)) < SHORT


def _is_statement(text: str, setting: Setting, names: Collection[str]) -> bool:
    """Tell whether a quote can only be speech: a question, announced by a colon, or all its paragraph says.

    In an English headline, single marks round words in lower case quote someone: "Tank 'likely' fired at reporters".
    """
    if _ANNOUNCED.issubset(names) or _OPENING.issubset(names) or setting.inner.of(text).lstrip().startswith(("¿", "¡")):
        return True
    if "starts upper" in names and _SHORT.isdisjoint(names):
        begins = "starts paragraph" in names or "starts sentence" in names
        if "after colon" in names or (begins and "clause word inside" in names):
            return True
    plain = setting.single and not setting.secondary and not setting.headline
    if plain and "starts lower" in names and "single es" not in names:
        return text[setting.paragraph.end - 1] not in ".!?…"
    if _SHORT.isdisjoint(names) and _SIGNED.match(text, setting.span.end, setting.paragraph.end):
        return not any(map(str.isalnum, text[setting.paragraph.start : setting.span.start]))
    return _is_alone(text, setting)


def _begins_small(inner: str) -> bool:
    """Tell whether no word but the first has a capital."""
    return not any(word[0].isupper() for word in WORD.findall(inner)[1:])


def _is_alone(text: str, setting: Setting) -> bool:
    """Tell whether a quote is all that its paragraph says."""
    if setting.paragraph.end - setting.paragraph.start >= setting.span.end - setting.span.start + 8:
        return False
    before = text[setting.paragraph.start : setting.span.start]
    return not any(map(str.isalnum, before + text[setting.span.end : setting.paragraph.end]))


def kinds(text: str, quotes: Sequence[RawQuote], language: Language) -> list[QuoteKind]:
    """Return the kind of every quote; turns of dialogue and continued paragraphs are always speech."""
    threshold, of_short = weights()["threshold " + language], weights()["threshold short " + language]
    found: list[QuoteKind] = []
    for quote, setting in zip(quotes, settings(text, quotes), strict=True):
        if quote.continues or quote.spoken:
            found.append(QuoteKind.SPEECH)
        elif not_speech(text, setting, language) >= (of_short if _is_short(setting.inner.of(text)) else threshold):
            found.append(QuoteKind.NON_SPEECH)
        else:
            found.append(QuoteKind.FRAGMENT if _is_fragment(text, setting) else QuoteKind.SPEECH)
    return found


def _is_fragment(text: str, setting: Setting) -> bool:
    """Tell whether the quoted words are part of the sentence around them: he called it "a disgrace"."""
    inner = setting.inner.of(text).strip()
    left = text[max(setting.paragraph.start, setting.span.start - 80) : setting.span.start].rstrip()
    first = next((character for character in inner if character.isalnum()), "")
    if not left or left[-1] in ".!?…":
        return False
    if _SENTENCE_INSIDE.search(inner):
        return False
    length = len(inner.split())
    if left[-1] == ":":
        return length < 3 and not first.isupper()
    if first.isupper() and left[-1] == ",":
        return False
    return not (first.isupper() and length >= 4)
