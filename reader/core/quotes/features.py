"""Describe a quote and its surroundings in a few dozen readable yes-or-no features, the same for both languages.

The features feed one question, "is this speech, or a title, a nickname, a slogan, a scare quote?", so they look at the
words (how many, capitals, verbs, first person) and at what stands around (a reporting verb, an article, "called").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reader.core.model import Language, Span
from reader.core.quotes.kind_words import CLAUSE, NAMING, PREPOSITIONS, SO_CALLED, TERMS, TITLED, WORKS
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
_PARTICIPLES: Final = ("ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas")
_SPANISH_VERB: Final = re.compile(
    r"[a-záéíóúñ]{2,}(?:arse|erse|irse|ando|iendo|amos|emos|imos|aron|ieron|aba|aban|ían|rá|rán|ré|remos|ría|ó|ar|er|ir)$"
)
"""Forms that are nearly always verbs; a few nouns ("mujer", "lugar") do no harm among other features."""
_PUNCTUATED: Final = re.compile(r"[.!?;:,] ")
_PERSONS: Final = W.CLITIC | W.PRONOUN | W.FIRST | W.REL
LONG: Final = 9
_LENGTHS: Final = ((1, "1"), (2, "2"), (3, "3"), (5, "4-5"), (8, "6-8"), (14, "9-14"), (9999, "15+"))


class Setting(NamedTuple):
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
    inner = setting.inner.of(text)
    left = text[max(setting.paragraph.start, setting.previous_end, setting.span.start - 240) : setting.span.start]
    right = text[setting.span.end : min(setting.paragraph.end, setting.next_start, setting.span.end + 120)]
    found = ["bias", *_inside(inner, language, of)]
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


def _inside(inner: str, language: Language, of: Mapping[str, int]) -> Iterator[str]:
    """Yield what the quoted words say of themselves."""
    found = WORD.findall(inner[:400])
    length = len(found)
    yield "length " + next(name for most, name in _LENGTHS if length <= most)
    body = inner.strip()
    first = next((c for c in body if c.isalnum()), "")
    yield "starts upper" if first.isupper() else "starts digit" if first.isdigit() else "starts lower"
    style = _title_style(found)
    if style:
        yield style
    if body.isupper():
        yield "all capitals"
    yield from _grammar(found, body, language, of)
    if body[-1:] in ".!?…" or body[-2:] in (".'", ".’"):
        yield "ends sentence inside"
    elif body[-1:] == ",":
        yield "ends with comma inside"
    if _PUNCTUATED.search(body):
        yield "punctuation inside"


def _title_style(found: list[str]) -> str:
    """Return how much the words are capitalised as in a title, "" when they are not."""
    content = [word for word in found if len(word) > 3 and not word[0].isdigit()]
    capitals = sum(word[0].isupper() for word in content)
    if not content or len(found) < 2 or capitals * 2 <= len(content):
        return ""
    return "title case" if capitals == len(content) else "mostly title case"


def is_long(inner: str) -> bool:
    """Tell whether quoted words are too many for a title, nickname or term: nine or more, not written like a title."""
    found = WORD.findall(inner[:400])
    return len(found) >= LONG and not _title_style(found)


def _grammar(found: list[str], body: str, language: Language, of: Mapping[str, int]) -> Iterator[str]:
    """Yield which classes of words the quote holds: verbs and pronouns make clauses, titles have few of them."""
    bits = 0
    clause = False
    for word in found:
        known = of.get(word.lower(), 0)
        bits |= known
        clause = clause or bool(known & _PERSONS and not known & W.DET) or word.lower() in CLAUSE
    if bits & W.FIRST:
        yield "first person"
    spanish = language == "es" and any(map(_SPANISH_VERB.match, found))
    if spanish or bits & (W.VERB | W.AUX) or "n’t" in body or "n't" in body:
        yield "verb inside"
    if clause:
        yield "clause word inside"
    if bits & CUE:
        yield "cue inside"
    if not bits & (W.DET | W.PREP | W.VERB | W.AUX):
        yield "no small words"


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
        participle = word.endswith(_PARTICIPLES) and not (bits and bits[-1] & W.AUX)
        infinitive = found & W.GERUND and word.endswith(("ar", "er", "ir"))
        if found & CUE and (participle or infinitive or word.lower() in NAMING):
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
    if any(b & W.SAY for b in bits[-4:]):
        yield "says close before"
    elif any(b & W.ACT for b in bits[-4:]):
        yield "acts close before"
    if any(b & W.SAY for b in bits[:-4]):
        yield "says before"
    if any(b & W.ACT for b in bits[:-4]):
        yield "acts before"
    if any(b & W.MIND for b in bits):
        yield "minds before"
    if any(b & W.SOURCE for b in bits):
        yield "source before"
    if any(b & W.DOC for b in bits):
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
        if any(b & W.SAY for b in bits[:5]):
            yield "says close after"
        elif any(b & W.ACT for b in bits[:5]):
            yield "acts close after"
        elif any(b & CUE for b in bits[5:]):
            yield "cue after"
    elif any(b & CUE for b in bits):
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
    if not any(
        "says" in name or "acts" in name or "cue" in name or "source" in name for name in found - {"cue inside"}
    ):
        yield "no cue"
        for other in found:
            if other.startswith(("length ", "starts ", "after ")):
                yield f"no cue & {other}"
