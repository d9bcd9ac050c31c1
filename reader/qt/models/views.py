"""The four views of an article, and where their columns stand; plain numbers, no widgets.

All lengths are device-independent pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

NARROW = 900
"""Below this width two columns of text would be cramped, so side by side is set as interlinear."""

MARGIN = 28
GUTTER = 40
CARD_GUTTER = 32
CARD_WIDTH = 304
CARD_LEAST = 224
CARD_SHARE = 0.22
COLUMN_LEAST = 300


class View(IntEnum):
    """How the article is shown; the number is the key that picks it."""

    ORIGINAL = 1
    SIDE_BY_SIDE = 2
    INTERLINEAR = 3
    QUOTES = 4


class Side(IntEnum):
    """Which of the two texts of a row."""

    ORIGINAL = 0
    TRANSLATION = 1

    @property
    def other(self) -> Side:
        """The side across."""
        return Side.TRANSLATION if self is Side.ORIGINAL else Side.ORIGINAL


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the columns of a page stand: left edges and widths; a width of 0 is a column that is not there.

    `stacked` puts the translation of a paragraph under it (or above it, when `swapped`), in the same column.
    """

    text_x: int
    text_width: int
    translation_x: int
    translation_width: int
    cards_x: int
    cards_width: int
    stacked: bool = False
    swapped: bool = False

    @property
    def shows_translation(self) -> bool:
        """Whether the translation has a place on this page."""
        return self.translation_width > 0


def shape(view: View, width: int, column: int, *, cards: bool, swapped: bool) -> Shape:
    """Lay out the columns of `view` in a page of `width`; `column` is the ideal width of a column of text.

    The text gives way first, down to a readable least; then the cards narrow; then they leave the page.
    """
    room = max(width - 2 * MARGIN, 120)
    columns = 2 if view is View.SIDE_BY_SIDE and width >= NARROW else 1
    cards_width = _cards_width(room, columns, column) if cards else 0
    beside = cards_width + CARD_GUTTER if cards_width else 0
    each = min(column, (room - beside - GUTTER * (columns - 1)) // columns)
    whole = each * columns + GUTTER * (columns - 1) + beside
    left = MARGIN + max((room - whole) // 2, 0)
    cards_x = left + whole - cards_width
    if columns == 2:
        first, second = left, left + each + GUTTER
        text_x, translation_x = (second, first) if swapped else (first, second)
        return Shape(text_x, each, translation_x, each, cards_x, cards_width, swapped=swapped)
    below = each if view in (View.SIDE_BY_SIDE, View.INTERLINEAR) else 0
    return Shape(left, each, left, below, cards_x, cards_width, stacked=bool(below), swapped=swapped and bool(below))


def _cards_width(room: int, columns: int, column: int) -> int:
    """Give the cards what the text can spare: their full width, less, or nothing."""
    text = COLUMN_LEAST * columns + GUTTER * (columns - 1)
    spare = room - text - CARD_GUTTER
    if spare < CARD_LEAST:
        return 0
    unused = room - column * columns - GUTTER * (columns - 1) - CARD_GUTTER
    return min(CARD_WIDTH, max(CARD_LEAST, unused, min(round(room * CARD_SHARE), spare)))
