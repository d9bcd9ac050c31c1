"""Capitals that tell nothing about a word: whole lines of them, headlines with one on every word, labels.

A small model takes a word that it knows in lower case for a name when it meets it with a capital: it left "Interview"
as it is and made "Wins Three Awards" of itself. Such words are given to it as it knows them. Which words are names its
own pieces tell: "Spain" is one of them, "spain" two, and "elections" is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence

from reader.core.model import Language, Span
from reader.core.translation.edits import Edit
from reader.core.translation.people import people
from reader.core.translation.wordlists import FUNCTION_WORDS, word_set

Pieces = Callable[[str], int]
"""Tells how many tokens a model needs for a word."""

STAND_IN = re.compile(r"\bX ?(\d+)\b")
"""What a masked piece becomes, as models write it back."""
WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_FIRST_PERSON = frozenset(("I", "I’m", "I'm", "I’ve", "I've", "I’ll", "I'll", "I’d", "I'd"))
_ENDINGS = ("s", "es", "ed", "d", "ing")
_PLACES = word_set("new north south east west san santa saint las los united great")
"""Words that belong to the name after them: "New York" is not a new York."""
_NAMES = word_set("Buenos Aires Costa Rica Puerto Salvador Vegas Angeles Cruz Paz Plata San Santa Los Las El La")
"""Names that are common words in Spanish, which shares its pieces with English."""


def is_capitals(text: str, language: Language) -> bool:
    """Tell whether a text of `language` is written in capitals: a headline, not a few initials."""
    common = FUNCTION_WORDS.get(language, frozenset())
    words = [word for word in WORD.findall(text) if len(word) > 1]
    upper = [word for word in words if word.isupper()]
    if not words or len(upper) <= 0.8 * len(words):
        return False
    return max(map(len, words)) > 4 or (len(words) > 1 and not common.isdisjoint(map(str.lower, words)))


def is_title(text: str) -> bool:
    """Tell whether a headline gives every word a capital, but for small ones: "What the Mayor Said About the Flood"."""
    words: list[str] = WORD.findall(text)
    long = [word for word in words if len(word) > 3]
    if len(words) < 5 or len(long) < 2 or "." in text[-2:]:
        return False
    return sum(word[0].isupper() for word in long) > 0.75 * len(long)


def _is_label(text: str) -> bool:
    """Tell whether a text is a few words that are no sentence: "Interview", "Read more:"."""
    words = WORD.findall(text)
    return 0 < len(words) < 4 and "." not in text[-2:] and all(word.islower() for word in words[1:])


def lowered(text: str, names: Collection[str], covered: Sequence[Span], pieces: Pieces | None) -> list[Edit]:
    """Return edits that write a text in capitals as a sentence, `names` as names; what is `covered` stays."""
    known = {word.lower(): word for name in names for word in WORD.findall(name)}
    edits: list[Edit] = []
    for span, word in _words(text, covered):
        if len(word) < 2:
            continue
        plain = known.get(word.lower()) or _usual(word, pieces)
        if not edits and plain == word.lower():
            plain = plain[:1].upper() + plain[1:]
        if len(plain) == len(word):
            edits.append(Edit(span, plain))
    return edits


def plain(text: str, names: Collection[str], covered: Sequence[Span], pieces: Pieces) -> list[Edit]:
    """Return edits that take the capitals off the common words of a headline, or off a label; names keep theirs."""
    title = is_title(text)
    if not title and not _is_label(text):
        return []
    words = _words(text, covered) if title else _words(text, covered)[:1]
    known = _NAMES.union(*(WORD.findall(name) for name in (*names, *people(text))))
    common = [word not in known and is_common(word, pieces) for _, word in words]
    for at in range(len(words) - 2, -1, -1):
        if words[at][1].lower() in _PLACES and words[at + 1][1][0].isupper() and not common[at + 1]:
            common[at] = False
    return [
        Edit(Span(span.start, span.start + 1), word[0].lower())
        for (span, word), lower in zip(words, common, strict=True)
        if lower
    ]


def first_letter(text: str, source: str) -> list[Edit]:
    """Return the edit that gives the first letter of a translation the case of its source's."""
    first = next((index for index, character in enumerate(text) if character.isalpha()), None)
    model = next((character for character in source if character.isalnum()), "")
    if first is None or STAND_IN.match(text, first) or (first and text[first - 1].isdigit()):
        return []
    word = re.match(r"[\w’']+", text[first:])
    written = word.group() if word else text[first]
    if model.isupper() and text[first].islower() and not STAND_IN.match(source):
        return [Edit(Span(first, first + 1), text[first].upper())] if len(text[first].upper()) == 1 else []
    lowers = model.islower() and written[:1].isupper() and (written[1:].islower() or len(written) == 1)
    if lowers and written not in _FIRST_PERSON and written not in source:
        return [Edit(Span(first, first + 1), text[first].lower())] if len(text[first].lower()) == 1 else []
    return []


def _words(text: str, covered: Sequence[Span]) -> list[tuple[Span, str]]:
    """Return the words outside the `covered` spans, which do not overlap."""
    ordered = sorted(covered)
    found: list[tuple[Span, str]] = []
    for match in WORD.finditer(text):
        before = bisect_left(ordered, match.end(), key=lambda other: other.start)  # those that begin before its end
        if not before or ordered[before - 1].end <= match.start():
            found.append((Span(*match.span()), match.group()))
    return found


def _usual(word: str, pieces: Pieces | None) -> str:
    """Return a word in capitals as it is usually written: "election", "Spain", "NATO"."""
    lower = word.lower()
    return min(lower, lower[:1].upper() + lower[1:], word, key=pieces) if pieces is not None else lower


def is_common(word: str, pieces: Pieces) -> bool:
    """Tell whether a word with a capital is one the model knows without: in one piece, or but for its ending."""
    lower = word.lower()
    if not word[0].isupper() or word[1:] != lower[1:] or len(lower) != len(word):
        return False
    stems = [
        lower.removesuffix(ending) for ending in _ENDINGS if lower.endswith(ending) and len(lower) > len(ending) + 2
    ]
    return any(pieces(form) == 1 for form in (lower, *stems))
