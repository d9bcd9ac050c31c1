"""Describe a quote and its surroundings in a few dozen readable yes-or-no features, the same for both languages.

The features feed one question, "is this speech, or a title, a nickname, a slogan, a scare quote?", so they look at the
words (how many, capitals, verbs, first person) and at what stands around (a reporting verb, an article, "called").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Final

from reader.core.model import Language, Span
from reader.core.quotes.kind_words import (
    CALLS,
    CLAUSE,
    ITSELF,
    JUDGED_AS,
    JUDGES,
    NAMING,
    PREPOSITIONS,
    SO_CALLED,
    TERMS,
    TITLED,
    WORKS,
)
from reader.core.quotes.lexicon import CUE, W, lexicon, words

WORD: Final = re.compile(r"[^\W_][\w'’-]*")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”»’')\]]{0,2}\s+(?=[\"“«‘¿¡(]?[^\W\d_a-záéíóúñ])")
_LISTED: Final = (
    (SO_CALLED, "so-called"),
    (TITLED, "titled"),
    (WORKS, "work"),
    (TERMS, "term"),
    (frozenset(words("as como")), "as"),
    (frozenset(words("that que")), "that"),
)
_CLASSES_BEFORE: Final = (
    (CUE, "cue"),
    (W.VERB | W.AUX, "verb"),
    (W.PREP, "preposition other"),
    (W.CONJ, "conjunction"),
)
_CLASSES_AFTER: Final = (
    (W.PREP | W.CONJ | W.REL, "small word"),
    (W.VERB | W.AUX, "verb"),
    (W.PRONOUN | W.DET, "pronoun"),
)
_REPORTED: Final = frozenset(
    {"after cue", "before cue", "cue in sentence before", "cue after", "cue in rest", "source before"}
    | {f"{verb} {where}" for verb in ("says", "acts") for where in ("before", "close before", "close after")}
)
"""Features that tell of a reporting verb or a source outside the quote."""
_PARTICIPLES: Final = ("ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas")
_SPANISH_VERB: Final = re.compile(
    r"[a-záéíóúñ]{2,}(?:arse|erse|irse|ando|iendo|amos|emos|imos|aron|ieron|aba|aban|ían|rá|rán|ré|remos|ría|ó|ar|er|ir)$"
)
"""Forms that are nearly always verbs; a few nouns ("mujer", "lugar") do no harm among other features."""
_NON_FINITE: Final = ("ando", "iendo", "ado", "ido", "ar", "er", "ir")
_PUNCTUATED: Final = re.compile(r"[.!?;:,] ")
_PERSONS: Final = W.CLITIC | W.PRONOUN | W.FIRST | W.REL
_CLAUSAL: Final = 1 << 40
_VERBAL: Final = 1 << 41
_REMEMBERED: Final = 30_000
LONG: Final = 9
LONGEST: Final = 15
_LENGTHS: Final = tuple(
    f"length {name}"
    for name, count in (("1", 2), ("2", 1), ("3", 1), ("4-5", 2), ("6-8", 3), ("9-14", 6), ("15+", 1))
    for _ in range(count)
)
"""The name for every number of words from 0 to LONGEST."""


@dataclass(slots=True)
class Setting:
    """A quote in its paragraph: its spans, the paragraph, and where the quotes before and after it end and start.

    `single` tells whether single marks stand round it, `secondary` whether the article mostly uses other marks,
    `headline` whether it stands in the first paragraph of several.
    """

    span: Span
    inner: Span
    paragraph: Span
    previous_end: int
    next_start: int
    single: bool
    secondary: bool
    headline: bool


def features(text: str, setting: Setting, language: Language) -> list[str]:
    """Return the names of the features that hold for one quote."""
    of = lexicon(language).classes
    left = text[max(setting.paragraph.start, setting.previous_end, setting.span.start - 240) : setting.span.start]
    right = text[setting.span.end : min(setting.paragraph.end, setting.next_start, setting.span.end + 120)]
    found = ["bias", *_inside(setting.inner.of(text), language)]
    found.extend(_before(left, setting, of))
    found.extend(_after(right, setting, of))
    if setting.headline:
        found.append("single in headline" if setting.single else "headline")
    elif setting.single and language == "es":
        found.append("single es")
    elif setting.secondary:
        found.append("secondary single")
    found.extend(_joined(set(found)))
    return list(dict.fromkeys(found))


def _inside(inner: str, language: Language) -> Iterator[str]:
    """Yield what the quoted words say of themselves."""
    found, style = _read(inner)
    yield _LENGTHS[min(len(found), LONGEST)]
    body = inner.strip()
    first = next(filter(str.isalnum, body), "")
    yield "starts upper" if first.isupper() else "starts digit" if first.isdigit() else "starts lower"
    if style:
        yield style
    if body.isupper():
        yield "all capitals"
    yield from _grammar(found, body, language)
    if body[-1:] in ".!?…" or body[-2:] in (".'", ".’"):
        yield "ends sentence inside"
    elif body[-1:] == ",":
        yield "ends with comma inside"
    if _PUNCTUATED.search(body):
        yield "punctuation inside"


@lru_cache(1)  # `is_long` asks first, then `features`
def _read(inner: str) -> tuple[list[str], str]:
    """Return the words, and how much they are capitalised as in a title, "" when they are not."""
    found = WORD.findall(inner[:400])
    content = [word[0] for word in found if len(word) > 3 and not word[0].isdigit()]
    capitals = sum(map(str.isupper, content))
    if not content or len(found) < 2 or capitals * 2 <= len(content):
        return found, ""
    return found, "title case" if capitals == len(content) else "mostly title case"


def is_long(inner: str) -> bool:
    """Tell whether quoted words are too many for a title, nickname or term: nine or more, not written like a title."""
    found, style = _read(inner)
    return len(found) >= LONG and not style


class _Inside(dict[str, int]):
    """What each word says inside a quote: its classes, and whether it makes a clause or ends like a Spanish verb."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._of = lexicon(language).classes
        self._spanish = language == "es"

    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        lower = word.lower()
        found = self._of.get(lower, 0)
        if (found & _PERSONS and not found & W.DET) or lower in CLAUSE:
            found |= _CLAUSAL
        if self._spanish and _SPANISH_VERB.match(word):
            found |= _VERBAL
        self[word] = found
        return found


@cache
def _words_inside(language: Language) -> _Inside:
    """Return what words say inside a quote, looked up once for all articles of a language."""
    return _Inside(language)


def _grammar(found: list[str], body: str, language: Language) -> Iterator[str]:
    """Yield which classes of words the quote holds: verbs and pronouns make clauses, titles have few of them."""
    inside = _words_inside(language)
    bits = reduce(or_, [inside[word] for word in found], 0)
    if bits & W.FIRST:
        yield "first person"
    if bits & (W.VERB | W.AUX | _VERBAL) or "n’t" in body or "n't" in body:
        yield "verb inside"
    if bits & _CLAUSAL:
        yield "clause word inside"
    if bits & CUE:
        yield "cue inside"
    if not bits & (W.DET | W.PREP | W.VERB | W.AUX):
        yield "no small words"
    if language == "es" and len(found) > 1 and found[0].islower():
        yield from _first(found[0], inside[found[0]])


def _first(word: str, bits: int) -> Iterator[str]:
    """Yield how a Spanish quote in small letters begins: "“se sientan extraños”" goes on a clause, names do not."""
    if bits & W.PREP:
        yield "preposition first"
    elif word.endswith(_NON_FINITE) or bits & W.GERUND:
        return
    elif bits & (CUE | W.AUX | W.VERB | _VERBAL) or (bits & W.CLITIC and not bits & W.DET):
        yield "verb first"


def _before(left: str, setting: Setting, of: Mapping[str, int]) -> Iterator[str]:
    """Yield what the words before the quote in its paragraph say."""
    clause = left.rstrip()
    if setting.previous_end <= setting.paragraph.start or setting.previous_end < setting.span.start - 240:
        yield "no quote before" if clause else "starts paragraph"
    else:
        yield "quote before"
    if not clause:
        return
    last = clause[-1]
    if last in ":,;(—–-.!?…":
        yield "after " + {":": "colon", ",": "comma", ";": "comma", "(": "bracket"}.get(
            last, "dash" if last in "—–-" else "stop"
        )
    pieces = _SENTENCE_END.split(clause)
    starts = last in ".!?…"
    earlier = pieces[-1] if starts else pieces[-2] if len(pieces) > 1 else ""
    if any(of.get(word.lower(), 0) & CUE for word in WORD.findall(earlier)):
        yield "cue in sentence before"
    if starts:
        yield "starts sentence"
        return
    sentence = pieces[-1]
    before = WORD.findall(sentence)
    if not before:
        return
    lowered = [word.lower() for word in before]
    bits = _classes(lowered, of)
    if last not in ":,;(—–-":
        called = len(bits) > 1 and bits[-2] & W.AUX and lowered[-1] in SO_CALLED
        itself = len(bits) > 1 and lowered[-1] in CALLS and lowered[-2] in ITSELF
        if itself:
            yield "after so-called"
        elif lowered[-1] in JUDGED_AS and any(word.startswith(JUDGES) for word in lowered[-8:-1]):
            yield "after cue"
        else:
            yield "after cue" if called else _word_before(before[-1], lowered[-1], bits[-1])
    yield from _words_near(lowered, bits)


def _word_before(word: str, lowered: str, bits: int) -> str:
    """Return what the word right before the quote is."""
    if lowered.endswith(("'s", "’s")):
        return "after possessive"
    if lowered in PREPOSITIONS:
        return "after preposition " + PREPOSITIONS[lowered]
    for listed, name in _LISTED:
        if lowered in listed:
            return "after " + name
    if bits & W.DET:
        return "after indefinite" if bits & W.INDEF else "after article"
    for classes, name in _CLASSES_BEFORE:
        if bits & classes:
            return "after " + name
    return "after name" if word[:1].isupper() else "after other word"


def _word_after(word: str, bits: int) -> str:
    """Return what the word right after the quote is."""
    if bits & CUE:
        return "before cue"
    if word.lower() in WORKS:
        return "before work"
    for classes, name in _CLASSES_AFTER:
        if bits & classes:
            return "before " + name
    return "before name" if word[0].isupper() else "before other word"


def _classes(forms: Sequence[str], of: Mapping[str, int]) -> list[int]:
    """Return the classes of words; a participle reports only after "ha", "habría", an infinitive never."""
    bits: list[int] = []
    for word in forms:
        found = of.get(word.lower(), 0)
        if found & CUE:
            participle = word.endswith(_PARTICIPLES) and not (bits and bits[-1] & W.AUX)
            infinitive = found & W.GERUND and word.endswith(("ar", "er", "ir"))
            if participle or infinitive or word.lower() in NAMING:
                found &= ~CUE
        bits.append(found)
    return bits


def _words_near(lowered: list[str], bits: list[int]) -> Iterator[str]:
    """Yield which telling words stand a little before the quote in its sentence."""
    near = set(lowered[-5:-1])
    if near & SO_CALLED:
        yield "so-called near"
    if near & TITLED:
        yield "titled near"
    if near & WORKS:
        yield "work near"
    if near & TERMS:
        yield "term near"
    close, before = reduce(or_, bits[-4:], 0), reduce(or_, bits[:-4], 0)
    if close & W.SAY:
        yield "says close before"
    elif close & W.ACT:
        yield "acts close before"
    if before & W.SAY:
        yield "says before"
    if before & W.ACT:
        yield "acts before"
    anywhere = close | before
    if anywhere & W.MIND:
        yield "minds before"
    if anywhere & W.SOURCE:
        yield "source before"
    if anywhere & W.DOC:
        yield "document before"


def _after(right: str, setting: Setting, of: Mapping[str, int]) -> Iterator[str]:
    """Yield what the words after the quote in its paragraph say."""
    rest = right.lstrip()
    if not rest:
        yield "ends paragraph" if setting.next_start >= setting.paragraph.end else "quote follows at once"
        return
    if rest[0] in ".,;:)!?—–-":
        yield "before " + {".": "stop", ",": "comma", ")": "bracket"}.get(rest[0], "other mark")
    sentence = _SENTENCE_END.split(rest, maxsplit=1)[0]
    after = WORD.findall(sentence[:100])
    if not after:
        return
    bits = _classes(after, of)
    if rest[0].isalpha():
        yield _word_after(after[0], bits[0])
    if rest[0].isalpha() or rest[0] in ",—–-":
        close = reduce(or_, bits[:5], 0)
        if close & W.SAY:
            yield "says close after"
        elif close & W.ACT:
            yield "acts close after"
        elif reduce(or_, bits[5:], 0) & CUE:
            yield "cue after"
    elif reduce(or_, bits, 0) & CUE:
        yield "cue in rest"


def _joined(found: set[str]) -> Iterator[str]:
    """Yield the pairs of features that say more together than apart."""
    short = found & {"length 1", "length 2", "length 3"}
    for title in found & {"title case", "mostly title case"}:
        for other in found:
            if other.startswith(("after ", "length ")):
                yield f"{title} & {other}"
    if short:
        for other in found:
            if other.startswith(("after ", "before ", "starts ")):
                yield f"short & {other}"
    if found.isdisjoint(_REPORTED):
        yield "no cue"
        for other in found:
            if other.startswith(("length ", "starts ", "after ")):
                yield f"no cue & {other}"
