"""Quotes only: the cards of an article in order, or speaker by speaker; only those in sight are made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.qt.models.cards import CardContent, Density
from reader.qt.theme import Theme
from reader.qt.typography import Typography
from reader.qt.views.card import CardStyle, card_height
from reader.qt.views.card_pool import CardPool, CardSpot

TOP = 32
BOTTOM = 120
GAP = 12
HEADING = 56


class QuotesView(QAbstractScrollArea):
    """A column of full cards; it shows what it is given and tells what is asked of it."""

    asked = Signal(int, str)
    stepped = Signal(int, int)
    quote_clicked = Signal(int)
    menu_asked = Signal(object, QPoint)

    def __init__(self, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._typography = theme, typography
        self._style = CardStyle.of(theme, typography)
        self._contents: Mapping[int, CardContent] = {}
        self._lines: list[int | str] = []
        self._tops: list[int] = [TOP]
        self._heights: dict[tuple[CardContent, Density, int, str], int] = {}
        self._active: int | None = None
        self._opened: int | None = None
        self._extras: dict[int, str] = {}
        self._pool = CardPool(self.viewport())
        self._pool.activated.connect(self.quote_clicked)
        self._pool.asked.connect(self.asked)
        self._pool.stepped.connect(self.stepped)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_quotes(self, contents: Mapping[int, CardContent], groups: Sequence[tuple[str, Sequence[int]]]) -> None:
        """Show cards group by group; a group without a name has no heading."""
        self._contents = contents
        self._lines = []
        for name, quotes in groups:
            if name:
                self._lines.append(name)
            self._lines += quotes
        self._arrange()

    def refresh(self, contents: Mapping[int, CardContent]) -> None:
        """Write the cards anew, holding the one at the top."""
        self._contents = contents
        top = self.top_quote()
        below = 0 if top is None else self._tops[self._lines.index(top)] - self.verticalScrollBar().value()
        self._arrange()
        if top is not None:
            self.verticalScrollBar().setValue(self._tops[self._lines.index(top)] - below)

    def set_active(self, index: int | None, extras: dict[int, str], *, opened: bool) -> None:
        """Go to one card, and open it."""
        self._active, self._opened, self._extras = index, index if opened else None, extras
        self.refresh(self._contents)

    def set_dress(self, theme: Theme, typography: Typography) -> None:
        """Take other colours and type."""
        self._theme, self._typography = theme, typography
        self._style = CardStyle.of(theme, typography)
        self._heights.clear()
        self.refresh(self._contents)

    def top_quote(self) -> int | None:
        """Return the first quote whose card is wholly in the window."""
        first = bisect_right(self._tops, self.verticalScrollBar().value() - 1)
        return next((line for line in self._lines[max(first - 1, 0) :] if isinstance(line, int)), None)

    def show_quote(self, index: int, *, at_top: bool = False) -> None:
        """Bring a card into the window."""
        if index not in self._lines:
            return
        line = self._lines.index(index)
        headed = line > 0 and isinstance(self._lines[line - 1], str)
        top, bottom = self._tops[line - headed], self._tops[line + 1]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if at_top or top < bar.value():
            bar.setValue(top - GAP)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def page_by(self, pages: int) -> None:
        """Scroll by whole windows."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * (self.viewport().height() - 60))

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reckon the cards' heights in the new width."""
        self.refresh(self._contents)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the cards."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and the names of groups."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.page)
        font = self._typography.font(1.05, bold=True)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        scroll, height = self.verticalScrollBar().value(), self.viewport().height()
        left, width = self._column()
        for line, top in zip(self._lines, self._tops, strict=False):
            if isinstance(line, str) and -HEADING < top - scroll < height:
                box = QRectF(left, top - scroll, width, HEADING - 12)
                painter.setPen(self._theme.text)
                painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, line)
                painter.setPen(QPen(self._theme.rule, 1))
                painter.drawLine(box.bottomLeft() + QPoint(0, 5), box.bottomRight() + QPoint(0, 5))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu."""
        self.menu_asked.emit(None, event.globalPos())

    # -- inside

    def _column(self) -> tuple[int, int]:
        width = min(round(self._typography.column_pixels()), self.viewport().width() - 56)
        return (self.viewport().width() - width) // 2, width

    def _arrange(self) -> None:
        _, width = self._column()
        heights = [self._line_height(line, width) for line in self._lines]
        self._tops = list(accumulate(heights, initial=TOP))
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(self._tops[-1] + BOTTOM - self.viewport().height(), 0))
        self._place()
        self.viewport().update()

    def _line_height(self, line: int | str, width: int) -> int:
        if isinstance(line, str):
            return HEADING
        key = (self._contents[line], self._density(line), width, self._extra(line))
        known = self._heights.get(key)
        if known is None:
            content, density, _, extra = key
            known = self._heights[key] = card_height(content, self._style, density, width, extra) + GAP
        return known

    def _density(self, quote: int) -> Density:
        return Density.OPEN if quote == self._opened else Density.WHOLE

    def _extra(self, quote: int) -> str:
        return self._extras.get(quote, "") if quote == self._opened else ""

    def _place(self) -> None:
        scroll, height = self.verticalScrollBar().value(), self.viewport().height()
        left, width = self._column()
        first = max(bisect_right(self._tops, scroll) - 1, 0)
        spots = []
        for number in range(first, len(self._lines)):
            line, top, bottom = self._lines[number], self._tops[number], self._tops[number + 1]
            if top > scroll + height:
                break
            if isinstance(line, int):
                box = QRect(left, top - scroll, width, bottom - top - GAP)
                spots.append(CardSpot(self._contents[line], box, self._density(line), self._extra(line)))
        self._pool.show(spots, self._style, self._active)
        self.viewport().update()
