"""The column of cards beside the page: each level with its quote, only those in sight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from itertools import islice, takewhile

from PySide6.QtCore import QRect

from reader.qt.models.cards import CardContent, Density, stack
from reader.qt.models.highlights import QuoteMarks
from reader.qt.views.card import CardStyle, card_height
from reader.qt.views.card_pool import CardPool, CardSpot
from reader.qt.views.page_layout import RowLayout

PEEK_WIDTH = 460
ABOVE = 12
"""Quotes above the window that are reckoned with, since their cards may reach into it."""


class CardColumn:
    """Reckons where cards stand and shows those in the window."""

    def __init__(self, pool: CardPool, layout: RowLayout, style: CardStyle) -> None:
        self.pool = pool
        self.style = style
        self.opened: int | None = None
        self.active: int | None = None
        self.only: set[int] | None = None
        self.extras: dict[int, str] = {}
        self._layout = layout
        self._contents: Mapping[int, CardContent] = {}
        self._marks: QuoteMarks | None = None
        self._heights: dict[tuple[int, Density, int], int] = {}

    def set_marks(self, marks: QuoteMarks) -> None:
        """Take over where the quotes stand."""
        self._marks = marks
        self._heights.clear()

    def set_contents(self, contents: Mapping[int, CardContent], changed: int | None = None) -> None:
        """Take over what the cards say; `changed` is the one quote that differs, None when any may."""
        self._contents = contents
        self.forget(changed)

    def forget(self, changed: int | None = None) -> None:
        """Reckon heights anew, of one quote or of all."""
        if changed is None:
            self._heights.clear()
        else:
            for key in [key for key in self._heights if key[0] == changed]:
                del self._heights[key]

    def update(self, scroll: int, height: int) -> None:
        """Show the cards of the window that begins at `scroll` and is `height` high."""
        shape = self._layout.shape_
        if not shape.cards_width:
            self.pool.show(self._peek(scroll), self.style, self.active)
            return
        wishes = self._wishes(scroll, height)
        spots = []
        for placed in stack(wishes, self._height, self.opened):
            if placed.top + placed.height > scroll - 40 and placed.top < scroll + height + 40:
                box = QRect(shape.cards_x, placed.top - scroll, shape.cards_width, placed.height)
                extra = self.extras.get(placed.quote, "")
                spots.append(CardSpot(self._contents[placed.quote], box, placed.density, extra))
        self.pool.show(spots, self.style, self.active)

    def _peek(self, scroll: int) -> list[CardSpot]:
        """Return the open card alone, under its quote: the page has no room for a column, or the reader wants none."""
        if self._marks is None or self.opened is None:
            return []
        reach, shape = self._marks.first_reach(self.opened), self._layout.shape_
        lines = self._layout.rectangles(reach) if reach is not None else []
        if not lines:
            return []
        width = min(shape.text_width, PEEK_WIDTH)
        content, extra = self._contents[self.opened], self.extras.get(self.opened, "")
        tall = card_height(content, self.style, Density.OPEN, width, extra)
        box = QRect(shape.text_x, round(lines[-1].bottom()) + 6 - scroll, width, tall)
        return [CardSpot(content, box, Density.OPEN, extra)]

    def _wishes(self, scroll: int, height: int) -> list[tuple[int, int]]:
        if self._marks is None:
            return []
        order = self._marks.order
        rows = self._layout.rows_between(scroll, scroll + height)
        at = bisect_left(order, (rows.start, 0))
        before = filter(self._shows, (order[n] for n in range(at - 1, -1, -1)))
        near = takewhile(lambda one: one[0] <= rows.stop, (order[n] for n in range(at, len(order))))
        wanted = [*reversed([*islice(before, ABOVE)]), *filter(self._shows, near)]
        reaches = ((index, self._marks.first_reach(index)) for _, index in wanted)
        return [(index, self._layout.line_top(reach.place)) for index, reach in reaches if reach is not None]

    def _shows(self, one: tuple[int, int]) -> bool:
        row, index = one
        return (
            index in self._contents
            and (self.only is None or index in self.only)
            and self._layout.fold(row) is None
            and (self._marks is None or self._marks.lead(index) == index)
            and (self._contents[index].is_said or index == self.opened)
        )

    def _height(self, quote: int, density: Density) -> int:
        width = self._layout.shape_.cards_width
        key = (quote, density, width)
        known = self._heights.get(key)
        if known is None:
            extra = self.extras.get(quote, "") if density is Density.OPEN else ""
            known = self._heights[key] = card_height(self._contents[quote], self.style, density, width, extra)
        return known
