"""A real text widget over rows laid out lazily: it scrolls, holds its place, and keeps caret and copy in order.

It is a QTextEdit, so caret, selection, copying and screen readers work as everywhere; what is drawn on the text, and
what stands beside it, is the business of `page.PageView`.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.qt.models.page_text import PageText, Place
from reader.qt.models.texts import whole_words
from reader.qt.models.views import Side
from reader.qt.views.page_layout import RowLayout

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Anchor(NamedTuple):
    """A place of the text, and how far its line is below the upper edge of the window, in pixels."""

    place: Place
    below: int


class TextPage(QTextEdit):
    """The scrolling, holding and selecting part of a page."""

    def __init__(self, text: PageText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.rows = RowLayout(text)
        self._moving = False
        self.caret_shown = False
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setEnabled(most > 0))  # no handle where all is in sight
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.setCursorWidth(2)
        self.setTabChangesFocus(True)
        self.setAccessibleName(text.article.title or QCoreApplication.translate("TextPage", "Article"))
        self._describe()

    def refresh(self) -> None:
        """Bring what stands beside the text in line with what shows."""
        self.viewport().update()

    def reshape(self) -> None:
        """Set the columns into the width there is."""

    def across(self, place: Place) -> int:
        """Return the offset on the other side that stands across from a place; a part as far down as it is here."""
        length = max(len(self.text.text(place.row, place.side)), 1)
        return place.offset * len(self.text.text(place.row, place.side.other)) // length

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _describe(self) -> None:
        """Tell who listens in which order the two languages come: the text they are read is that of both."""
        order = QCoreApplication.translate("TextPage", "Each paragraph is followed by its translation.")
        self.setAccessibleDescription(order)

    # -- where the reader is

    def anchor(self) -> Anchor:
        """Return the place at the top of the window."""
        y = self.verticalScrollBar().value()
        row = self.rows.row_at(y + 4)
        if not self.text.rows or self.rows.fold(row) is not None:
            return Anchor(Place(row, Side.ORIGINAL, 0), self.rows.top(row) - y)
        style = self.rows.style(row)
        probe = max(y + style.leading * 0.6, self.rows.top(row) + style.before + 1)
        position = self.rows.position_at(QPointF(self.rows.shape_.text_x, probe))
        place = self.text.place(position)
        return Anchor(place, self.rows.line_top(place) - y)

    def restore(self, anchor: Anchor) -> None:
        """Bring a place back to where it was in the window, to the pixel."""
        place = anchor.place
        if place.side is Side.TRANSLATION and not self.rows.shape_.shows_translation:
            place = Place(place.row, Side.ORIGINAL, self.across(place))
        self._moving = True
        for _ in range(20):
            self.rows.ensure(place.row, place.row)
            y = max(self.rows.line_top(place) - anchor.below, 0)
            shown = self.rows.rows_between(y, y + self.viewport().height())
            if not self.rows.ensure(shown.start, shown.stop - 1):
                break
        self.rows.place_rows()
        self.verticalScrollBar().setValue(self.rows.line_top(place) - anchor.below)
        self._moving = False
        self.refresh()

    def show_place(self, place: Place) -> None:
        """Bring a place into a comfortable part of the window, unless it is there already."""
        self.rows.ensure(place.row, place.row)
        self.rows.place_rows()
        y, height = self.verticalScrollBar().value(), self.viewport().height()
        line = self.rows.line_top(place)
        if not (y + height * 0.08 <= line <= y + height * 0.7):
            self.show_at(place, 0.28)

    def show_at(self, place: Place, part: float) -> None:
        """Bring a place to a part of the window's height, 0 being its upper edge."""
        self.restore(Anchor(place, round(self.viewport().height() * part)))

    def caret_place(self) -> Place:
        """Return where the caret is."""
        return self.text.place(self.textCursor().position())

    def put_caret(self, place: Place) -> None:
        """Move the caret without moving the page."""
        cursor = self.textCursor()
        cursor.setPosition(self.text.position(place))
        y = self.verticalScrollBar().value()
        self._moving = True
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(y)
        self._moving = False

    def watching(self) -> range:
        """Return the rows in the window."""
        y = self.verticalScrollBar().value()
        return self.rows.rows_between(y, y + self.viewport().height())

    def page_by(self, pages: int) -> None:
        """Scroll by whole windows, keeping two lines in common."""
        bar = self.verticalScrollBar()
        step = self.viewport().height() - (2 * self.rows.style(0).leading if self.text.rows else 0)
        bar.setValue(bar.value() + pages * step)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns into the new width, holding the line at the top."""
        anchor = self.anchor()
        super().resizeEvent(event)
        self.reshape()
        self.restore(anchor)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out what comes into sight before it is painted; what was in sight already does not move for it."""
        super().scrollContentsBy(dx, dy)
        if not self._moving:
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the caret on its side of the page when it moves from row to row."""
        before = self.caret_place()
        super().keyPressEvent(event)
        self.caret_shown |= event.key() in _ARROWS
        after = self.caret_place()
        if self.rows.shape_.stacked or after.side is before.side or event.key() not in _ARROWS:
            return
        step = 1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1
        row = before.row + step
        while 0 <= row < self.text.rows and self.rows.fold(row) is not None:
            row += step
        if not 0 <= row < self.text.rows:
            self.put_caret(before)
            return
        offset = 0 if step > 0 else len(self.text.text(row, before.side))
        mode = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        cursor = self.textCursor()
        keep = QTextCursor.MoveMode.KeepAnchor if mode else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self.text.position(Place(row, before.side, offset)), keep)
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is seen to be selected: with two columns only the one the selection began in.

        The clipboard outlives the interpreter, and freeing data made in Python then takes the process down. So Qt
        makes it, in the one place that hands out plain data of its own, and it is emptied and filled here.
        """
        model = QStringListModel([""])
        data = model.mimeData([model.index(0)])
        data.clear()
        data.setText(self.selected_text())
        return data

    def selected_text(self) -> str:
        """Return the selected text, paragraph by paragraph, without rows that do not show."""
        cursor = self.textCursor()
        first, last = self.text.place(cursor.selectionStart()), self.text.place(cursor.selectionEnd())
        began = self.text.place(cursor.anchor()).side
        both = self.rows.shape_.stacked
        pieces = []
        for row in range(first.row, last.row + 1):
            for side in Side:
                if self.rows.fold(row) is not None or not (both or side is began):
                    continue
                text = self.text.text(row, side)
                start = first.offset if (row, side) == first[:2] else 0
                end = last.offset if (row, side) == last[:2] else len(text)
                if first[:2] <= (row, side) <= last[:2] and start < end:
                    pieces.append(text[start:end])
        return "\n\n".join(pieces)

    def selected_phrase(self) -> str:
        """Return the whole words selected in one paragraph of the original, "" for any other selection."""
        cursor = self.textCursor()
        start, end = (self.text.place(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        if not cursor.hasSelection() or start[:2] != end[:2] or start.side is not Side.ORIGINAL:
            return ""
        return whole_words(self.text.text(start.row, start.side), start.offset, end.offset)

    # -- inside

    def _settle(self) -> None:
        """Lay out the rows in sight, holding the first one that was laid out already."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        y = bar.value()
        shown = self.rows.rows_between(y, y + height)
        held = next((row for row in shown if self.rows.is_laid(row)), shown.start)
        below = self.rows.top(held) - y
        for _ in range(20):
            y = self.rows.top(held) - below
            shown = self.rows.rows_between(y, y + height)
            if not self.rows.ensure(shown.start, shown.stop - 1):
                break
        self._moving = True
        self.rows.place_rows()
        bar.setValue(self.rows.top(held) - below)
        self._moving = False
        self.refresh()
