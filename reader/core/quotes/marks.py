"""Find every character that may be a quotation mark, and say how well it would serve as one.

A mark is read from its shape (“ opens, ” closes, " may do either) and from its neighbours (an opener has space before
it and a word after it). Both only give costs, since newspapers swap, drop and mix marks; `pairing` then picks the
reading of the whole text that costs least. Apostrophes, primes, inches, feet, decades and elisions cost nothing to
pass over.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

NEVER: Final = 99.0
"""The cost of a reading that is ruled out."""

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
    r"[\"“”„‟＂«»‹›‘’‚‛'`]{6,}|''|``|‘‘|’’|[\"“”„‟＂«»‹›‘‛]|(?<!\w)['’‚]|(?<=\w)['’](?!\w)"
    r"|[\n\r\u2028\u2029][\s\u200b]*"
)
"""Marks, rows of marks and paragraph breaks; an apostrophe inside a word is none of them and is not even looked at."""
ROW: Final = 6
"""So many marks side by side are an ornament."""

_OPENING_PUNCTUATION: Final = frozenset("([{¿¡—–―-/|*_=+>~·•")
_CLOSING_PUNCTUATION: Final = frozenset(".,;:!?…)]}%—–―-/*_|<")
_BEFORE_WORDS: Final = frozenset("([{¿¡$€£#@…&*_+.—–-<~=")
_ELISION: Final = re.compile(r"(?:em|er|im|til|till|cause|n|tis|twas|twere|round|bout|cos|coz|bama|tude|hood)\b", re.I)
"""Words that English writes with an apostrophe in front: rock 'n' roll, 'em, 'til."""
_DECADE: Final = re.compile(r"\d0s?\b")


class Mark(NamedTuple):
    """One possible mark: its span, family, and what it costs to read it as opener, closer or no mark at all.

    `fresh` tells whether a sentence or clause may start at it, so that a quote still open before it lacks its closer.
    """

    start: int
    end: int
    family: int
    opening: float
    closing: float
    nothing: float
    fresh: bool = True


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


def _opening_cost(left: str, right: str) -> float:
    """Return how odd an opener would be between `left` and `right`: "said 'We" is 0, "word' word" is dear."""
    if left == "" or left.isspace() or left in _OPENING_PUNCTUATION:
        cost = 0.0
    elif left in ":;,=":
        cost = 0.6
    elif left in _CLOSING_PUNCTUATION:
        cost = 1.0
    else:
        cost = 2.0
    if right == "":
        return cost + 3.5
    if right.isalnum() or right in _BEFORE_WORDS:
        return cost
    return cost + (1.5 if right.isspace() else 2.5)


def _closing_cost(left: str, right: str) -> float:
    """Return how odd a closer would be between `left` and `right`."""
    if left == "":
        return 4.5
    if left.isspace():
        cost = 1.5
    elif left in "([{¿¡":
        cost = 2.5
    else:
        cost = 0.0
    if right == "" or right.isspace() or right in _CLOSING_PUNCTUATION:
        return cost
    return cost + (1.6 if right.isalnum() else 0.4)


def double_mark(text: str, start: int, end: int) -> Mark:
    """Return the costs of a double mark at `text[start:end]`."""
    shape = text[start:end]
    family = FAMILIES[shape]
    left, right = _left(text, start), _right(text, end)
    opening, closing = _opening_cost(left, right), _closing_cost(left, right)
    if shape in OPENERS:
        closing += 1.2 if family == CURLY else 2.5
    elif shape in CLOSERS:
        opening += 1.2 if family == CURLY else 2.0
    nothing = 4.0 if family in (STRAIGHT, TWIN) else 4.6
    if family in (STRAIGHT, TWIN) and left.isdigit() and not right.isalnum():
        nothing = 0.2 if _follows_feet(text, start) else 1.0
    before = text[max(0, start - 4) : start].rstrip()
    return Mark(start, end, family, opening, closing, nothing, not before or not before[-1].isalnum())


def _follows_feet(text: str, start: int) -> bool:
    """Tell whether the inches at `start` come after feet, as in 6'2"."""
    position = start - 1
    while position > start - 4 and position >= 0 and text[position].isdigit():
        position -= 1
    return position >= 0 and position < start - 1 and text[position] in "'’′"


def single_mark(text: str, start: int, end: int) -> Mark:
    """Return the costs of a single mark or word-edge apostrophe at `text[start:end]`."""
    shape = text[start:end]
    family = FAMILIES[shape]
    left, right = _left(text, start), _right(text, end)
    opening = closing = NEVER
    nothing = 0.4
    if (not left or not left.isalnum()) and right and (right.isalnum() or right in _BEFORE_WORDS):
        opening = _opening_cost(left, right) + 0.5
        nothing = 2.2
        if shape in CLOSERS:
            opening += 2.0
            nothing = 0.5
        if _ELISION.match(text, end) or _DECADE.match(text, end):
            opening += 2.5
            nothing = 0.3
    elif shape in OPENERS:
        opening, closing, nothing = 1.0, 2.5, 1.5
    if left and not left.isspace() and left not in "([{¿¡" and not right.isalnum():
        closing = 0.0 if shape not in OPENERS else 2.0
        if left.isalnum():
            nothing = 0.2 if left in "sSnN" or left.isdigit() else 0.8
            closing += 0.3 if left in "sS" and right.isspace() else 0.0
        else:
            nothing = 2.5
    elif left.isspace() and not right.isalnum():
        closing = 1.5
    return Mark(start, end, family, opening, closing, nothing)
