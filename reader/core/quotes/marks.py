"""Find every character that may be a quotation mark, and say how well it would serve as one.

A mark is read from its shape (“ opens, ” closes, " may do either) and from its neighbours (an opener has space before
it and a word after it). Both only give costs, since newspapers swap, drop and mix marks; `pairing` then picks the
reading of the whole text that costs least. Apostrophes, primes, inches, feet, decades and elisions cost nothing to
pass over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

NEVER: Final = 990
"""The cost, in tenths like all costs, of a reading that is ruled out."""

CURLY, STRAIGHT, TWIN, GUILLEMET, LOW, SINGLE_CURLY, SINGLE_STRAIGHT, SINGLE_GUILLEMET = range(8)
"""Families of marks; those from SINGLE_CURLY on are single marks."""

_SHAPES: Final = {
    CURLY: ("“", "”", "‟"),
    STRAIGHT: ('"', "＂"),
    TWIN: ("''", "``", "’’", "‘‘"),
    GUILLEMET: ("«", "»"),
    LOW: ("„",),
    SINGLE_CURLY: ("‘", "’", "‛", "‚"),
    SINGLE_STRAIGHT: ("'",),
    SINGLE_GUILLEMET: ("‹", "›"),
}
FAMILIES: Final = {shape: family for family, shapes in _SHAPES.items() for shape in shapes}
OPENERS: Final = frozenset(("“", "„", "‟", "«", "``", "‘‘", "‘", "‛", "‚", "‹"))
CLOSERS: Final = frozenset(("”", "»", "’’", "’", "›"))
MARK_CHARACTERS: Final = "\"“”„‟＂«»‹›‘’‚‛'`"

TOKEN: Final = re.compile(
    r"[\"“”„‟＂«»‹›‘’‚‛'`\n\r\u2028\u2029](?:(?<![\n\r\u2028\u2029])[\"“”„‟＂«»‹›‘’‚‛'`]{5,}"
    r"|(?<=')'|(?<=`)`|(?<=‘)‘|(?<=’)’|(?<=[\"“”„‟＂«»‹›‘‛])|(?<!\w['’‚])(?<=['’‚])|(?<=\w['’])(?!\w)"
    r"|(?<=[\n\r\u2028\u2029])[\s\u200b]*)"
)
"""Marks, rows of marks and paragraph breaks; an apostrophe inside a word is none of them and is not even looked at.

All begin with one class of characters and look back at which it was: so the search passes over letters at full speed.
"""
ROW: Final = 6
"""So many marks side by side are an ornament."""

_OPENING_PUNCTUATION: Final = frozenset("([{¿¡—–―-/|*_=+>~·•")
_CLOSING_PUNCTUATION: Final = frozenset(".,;:!?…)]}%—–―-/*_|<")
_BEFORE_WORDS: Final = frozenset("([{¿¡$€£#@…&*_+.—–-<~=")
_ELISION: Final = re.compile(r"(?:em|er|im|til|till|cause|n|tis|twas|twere|round|bout|cos|coz|bama|tude|hood)\b", re.I)
"""Words that English writes with an apostrophe in front: rock 'n' roll, 'em, 'til."""
_DECADE: Final = re.compile(r"\d0s?\b")


REMEMBERED: Final = 8192
"""Readings kept, by the characters round a mark; an article has a few hundred."""


class Reading(NamedTuple):
    """What a possible mark may be: its family, and what it costs to read it as opener, closer or no mark at all.

    Costs are tenths, whole numbers, so that equal ones stay equal however they are added up. `fresh` tells whether a
    sentence or clause may start at the mark, so that a quote still open before it lacks its closer.
    """

    family: int
    opening: int
    closing: int
    nothing: int
    fresh: bool = True


@dataclass(slots=True)
class Mark:
    """One possible mark: its span and how it can be read."""

    start: int
    end: int
    reading: Reading


def is_single(family: int) -> bool:
    """Tell whether marks of `family` are single ones, which apostrophes look like."""
    return family >= SINGLE_CURLY


def _left(text: str, start: int) -> str:
    """Return the character before a mark, looking past other marks; "" at the start of the paragraph."""
    position, steps = start - 1, 0
    while position >= 0 and steps < 3 and text[position] in MARK_CHARACTERS:
        position -= 1
        steps += 1
    if position < 0 or text[position] in "\n\r\u2028\u2029":
        return ""
    return text[position]


def _right(text: str, end: int) -> str:
    """Return the character after a mark, looking past other marks; "" at the end of the paragraph."""
    position, steps, length = end, 0, len(text)
    while position < length and steps < 3 and text[position] in MARK_CHARACTERS:
        position += 1
        steps += 1
    if position >= length or text[position] in "\n\r\u2028\u2029":
        return ""
    return text[position]


def _opening_cost(left: str, right: str) -> int:
    """Return how odd an opener would be between `left` and `right`: "said 'We" is 0, "word' word" is dear."""
    if left == "" or left.isspace() or left in _OPENING_PUNCTUATION:
        cost = 0
    elif left in ":;,=":
        cost = 6
    elif left in _CLOSING_PUNCTUATION:
        cost = 10
    else:
        cost = 20
    if right == "":
        return cost + 35
    if right.isalnum() or right in _BEFORE_WORDS:
        return cost
    return cost + (15 if right.isspace() else 25)


def _closing_cost(left: str, right: str) -> int:
    """Return how odd a closer would be between `left` and `right`."""
    if left == "":
        return 45
    if left.isspace():
        cost = 15
    elif left in "([{¿¡":
        cost = 25
    else:
        cost = 0
    if right == "" or right.isspace() or right in _CLOSING_PUNCTUATION:
        return cost
    return cost + (16 if right.isalnum() else 4)


def double_mark(text: str, start: int, end: int) -> Mark:
    """Return the double mark at `text[start:end]`."""
    left = _left(text, start)
    feet = left.isdigit() and _follows_feet(text, start)
    before = text[max(0, start - 4) : start].rstrip()
    fresh = not before or not before[-1].isalnum()
    return Mark(start, end, _double(text[start:end], left, _right(text, end), feet, fresh))


@lru_cache(REMEMBERED)
def _double(shape: str, left: str, right: str, feet: bool, fresh: bool) -> Reading:
    """Return how a double mark can be read between two characters; `feet` stand before the digit on its left."""
    family = FAMILIES[shape]
    opening, closing = _opening_cost(left, right), _closing_cost(left, right)
    if shape in OPENERS:
        closing += 12 if family == CURLY else 25
    elif shape in CLOSERS:
        opening += 12 if family == CURLY else 20
    nothing = 40 if family in (STRAIGHT, TWIN) else 46
    if family in (STRAIGHT, TWIN) and left.isdigit() and not right.isalnum():
        nothing = 2 if feet else 10
    return Reading(family, opening, closing, nothing, fresh)


def _follows_feet(text: str, start: int) -> bool:
    """Tell whether the inches at `start` come after feet, as in 6'2"."""
    position = start - 1
    while position > start - 4 and position >= 0 and text[position].isdigit():
        position -= 1
    return position >= 0 and position < start - 1 and text[position] in "'’′"


def single_mark(text: str, start: int, end: int) -> Mark:
    """Return the single mark or word-edge apostrophe at `text[start:end]`."""
    elided = _ELISION.match(text, end) is not None or _DECADE.match(text, end) is not None
    return Mark(start, end, _single(text[start:end], _left(text, start), _right(text, end), elided))


@lru_cache(REMEMBERED)
def _single(shape: str, left: str, right: str, elided: bool) -> Reading:
    """Return how a single mark can be read between two characters; `elided` tells of 'em or '90s after it."""
    opening = closing = NEVER
    nothing = 4
    if (not left or not left.isalnum()) and right and (right.isalnum() or right in _BEFORE_WORDS):
        opening = _opening_cost(left, right) + 5
        nothing = 22
        if shape in CLOSERS:
            opening += 20
            nothing = 5
        if elided:
            opening += 25
            nothing = 3
    elif shape in OPENERS:
        opening, closing, nothing = 10, 25, 15
    if left and not left.isspace() and left not in "([{¿¡" and not right.isalnum():
        closing = 0 if shape not in OPENERS else 20
        if left.isalnum():
            nothing = 2 if left in "sSnN" or left.isdigit() else 8
            closing += 3 if left in "sS" and right.isspace() else 0
        else:
            nothing = 25
    elif left.isspace() and not right.isalnum():
        closing = 15
    return Reading(FAMILIES[shape], opening, closing, nothing)
