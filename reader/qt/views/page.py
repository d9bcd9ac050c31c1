"""The page: original and translation in one real text widget, cards beside it, the line at the top held in place.

It is a QTextEdit (caret, selection, copying, screen readers) over a document layout of our own; see `page_layout` for
why. It knows nothing of sessions: it is given quotes and translated blocks, and tells what the reader looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.core.model import Quote, TranslatedBlock
from reader.qt.models.cards import CardContent, card_content
from reader.qt.models.highlights import Lit, QuoteMarks, lit_at
from reader.qt.models.page_text import PageText, Place, Reach
from reader.qt.models.views import Side, View, shape
from reader.qt.theme import Theme
from reader.qt.typography import Typography
from reader.qt.views.card import CardStyle
from reader.qt.views.card_column import CardColumn
from reader.qt.views.card_pool import CardPool
from reader.qt.views.page_layout import RowLayout
from reader.qt.views.page_paint import PagePainter, Scene
from reader.qt.views.page_styles import text_styles

GROWTH = 1.12
"""Space reserved for a translation, as a multiple of its original: Spanish runs about so much longer than English."""

NOTHING = -1
"""What `quote_clicked` says for a click beside every quote."""


class Anchor(NamedTuple):
    """A place of the text, and how far its line is below the upper edge of the window, in pixels."""

    place: Place
    below: int


class PageView(QTextEdit):
    """One article on one page."""

    watched = Signal(object)
    scrolled = Signal()
    quote_clicked = Signal(int)
    quote_pointed = Signal(object)
    asked = Signal(int, str)
    menu_asked = Signal(object, QPoint)
    unfold_asked = Signal()

    def __init__(self, text: PageText, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.rows = RowLayout(text)
        self._scene = Scene(theme, QuoteMarks(text, ()))
        self._painter = PagePainter(text, self.rows, self._scene)
        self._typography = typography
        self._view, self._cards_shown, self._swapped = View.ORIGINAL, True, False
        self._blocks: dict[int, TranslatedBlock] = {}
        self._quotes: Sequence[Quote] = ()
        self._hues: Mapping[int, int] = {}
        self._notes: Callable[[int], tuple[bool, str]] = lambda index: (False, "")
        self._contents: dict[int, CardContent] = {}
        self._moving = False
        self._pointed = -1
        self._watching = range(0)
        self._arrange_widget()
        self._column = CardColumn(CardPool(self.viewport()), self.rows, CardStyle.of(theme, typography))
        self._column.pool.activated.connect(self.quote_clicked)
        self._column.pool.hovered.connect(self._card_hovered)
        self._column.pool.asked.connect(self.asked)
        self.rows.set_styles(text_styles(typography))
        self.rows.set_growth(GROWTH)
        text.document.setDocumentLayout(self.rows)
        self.setDocument(text.document)
        self.set_theme(theme)
        self._reshape()
        self.cursorPositionChanged.connect(self._caret_moved)

    # -- what the window says

    def set_quotes(self, quotes: Sequence[Quote], hues: Mapping[int, int]) -> None:
        """Mark the quotes; earlier translations have to be told again."""
        self._quotes, self._hues = quotes, hues
        self._scene.marks = QuoteMarks(self.text, quotes)
        self._scene.hues = dict(hues)
        self._scene.lit = Lit()
        self._blocks.clear()
        self._contents = {quote.index: self._content(quote) for quote in quotes}
        self._column.set_marks(self._scene.marks)
        self._column.set_contents(self._contents)
        self._painter.forget()
        self._refresh()

    def set_blocks(self, blocks: Sequence[TranslatedBlock]) -> None:
        """Set translated blocks into the page; the line at the top of the window stays where it is."""
        anchor = self.anchor()
        for block in blocks:
            self._blocks[block.block] = block
            self.text.set_translation(block.block, block.text)
            self._scene.marks.set_translation(block)
            self._painter.forget(block.block, Side.TRANSLATION)
            if not block.pending:
                self.rows.finish(block.block)
            for index in block.quotes:
                self.refresh_card(index)
        self.restore(anchor)

    def set_notes(self, notes: Callable[[int], tuple[bool, str]]) -> None:
        """Say how to find the star and note of a quote."""
        self._notes = notes

    def refresh_card(self, index: int) -> None:
        """Write one card anew."""
        if index < len(self._quotes):
            self._contents[index] = self._content(self._quotes[index])
            self._column.set_contents(self._contents, index)

    def set_extra(self, index: int, extra: str) -> None:
        """Show answers or a note under a quote's card."""
        self._column.extras[index] = extra
        self._column.forget(index)
        self._refresh()

    def set_view(self, view: View, *, cards: bool, swapped: bool) -> None:
        """Change the columns; the sentence at the top of the window stays where it is."""
        if (view, cards, swapped) != (self._view, self._cards_shown, self._swapped):
            anchor = self.anchor()
            self._view, self._cards_shown, self._swapped = view, cards, swapped
            self._reshape()
            self.restore(anchor)

    def set_typography(self, typography: Typography) -> None:
        """Set the text in other type."""
        anchor = self.anchor()
        self._typography = typography
        self._column.style = CardStyle.of(self._scene.theme, typography)
        self._column.forget()
        self.rows.set_styles(text_styles(typography))
        self._reshape()
        self.restore(anchor)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._scene.theme = theme
        self._column.style = CardStyle.of(theme, self._typography)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.page)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        self.setPalette(palette)
        self._refresh()

    def set_folds(self, folds: dict[int, bool], label: Callable[[int], str]) -> None:
        """Hide rows behind a line that says so."""
        anchor = self.anchor()
        self._scene.fold_label = label
        self.rows.set_folds(folds)
        self.restore(anchor)

    def set_pending(self, pending: bool, *, expected: bool) -> None:
        """Hint at translations on their way; keep space for them only while they are `expected` at all."""
        anchor = self.anchor()
        self._scene.pending = pending
        self.rows.set_growth(GROWTH if expected else 0.0)
        self.restore(anchor)

    def set_active(self, index: int | None, *, opened: bool) -> None:
        """Mark one quote as the one the reader is at, its card open or not."""
        self._scene.active = index
        self._column.opened = index if opened else None
        self._refresh()

    def set_hits(self, hits: Sequence[Reach], current: Reach | None) -> None:
        """Mark what was found, and the hit one is at."""
        by_row: dict[int, list[Reach]] = {}
        for hit in hits:
            by_row.setdefault(hit.row, []).append(hit)
        self._scene.hits, self._scene.hit = by_row, current
        self.viewport().update()

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
            place = Place(place.row, Side.ORIGINAL, self._across(place))
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
        self._refresh()

    def show_place(self, place: Place) -> None:
        """Bring a place into a comfortable part of the window, unless it is there already."""
        self.rows.ensure(place.row, place.row)
        self.rows.place_rows()
        y, height = self.verticalScrollBar().value(), self.viewport().height()
        line = self.rows.line_top(place)
        if not (y + height * 0.08 <= line <= y + height * 0.7):
            self.restore(Anchor(place, round(height * 0.28)))

    def quote_place(self, index: int) -> Place | None:
        """Return where a quote begins."""
        reach = self._scene.marks.first_reach.get(index)
        return None if reach is None else Place(reach.row, reach.side, reach.span.start)

    def caret_place(self) -> Place:
        """Return where the caret is."""
        return self.text.place(self.textCursor().position())

    def put_caret(self, place: Place) -> None:
        """Move the caret without moving the page."""
        cursor = self.textCursor()
        cursor.setPosition(self.text.position(place))
        y = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(y)

    def watching(self) -> range:
        """Return the rows in the window."""
        y = self.verticalScrollBar().value()
        return self.rows.rows_between(y, y + self.viewport().height())

    def page_by(self, pages: int) -> None:
        """Scroll by whole windows, keeping two lines in common."""
        bar = self.verticalScrollBar()
        step = self.viewport().height() - 2 * round(self._typography.line_pixels())
        bar.setValue(bar.value() + pages * step)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns into the new width, holding the line at the top."""
        anchor = self.anchor()
        super().resizeEvent(event)
        self._reshape()
        self.restore(anchor)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out what comes into sight before it is painted; what was in sight already does not move for it."""
        super().scrollContentsBy(dx, dy)
        if not self._moving:
            self._settle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what the pointer is on."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._point(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the quote under the pointer, or open a fold."""
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return
        at = self._page_point(event.position())
        row = self.rows.row_at(at.y())
        if self.rows.fold(row):
            self.unfold_asked.emit()
            return
        position = self.rows.position_at(at, exact=True)
        quote = self._scene.marks.at(self.text.place(position)) if position >= 0 else None
        self.quote_clicked.emit(NOTHING if quote is None else quote.index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the caret on its side of the page when it moves from row to row."""
        before = self.caret_place()
        super().keyPressEvent(event)
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu about what is under the pointer."""
        position = self.rows.position_at(self._page_point(QPointF(event.pos())), exact=True)
        quote = self._scene.marks.at(self.text.place(position)) if position >= 0 else None
        self.menu_asked.emit(None if quote is None else quote.index, event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is seen to be selected: with two columns only the one the selection began in."""
        data = QMimeData()
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

    # -- inside

    def _arrange_widget(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.setCursorWidth(2)

    def _reshape(self) -> None:
        column = round(self._typography.column_pixels())
        width = self.viewport().width()
        self.rows.set_shape(shape(self._view, width, column, cards=self._cards_shown, swapped=self._swapped))
        self._painter.forget()
        self.rows.place_rows()

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
        self._refresh()

    def _refresh(self) -> None:
        """Bring cards and watchers in line with what shows, and paint."""
        self._column.update(self.verticalScrollBar().value(), self.viewport().height())
        self.viewport().update()
        watching = self.watching()
        if watching != self._watching:
            self._watching = watching
            self.watched.emit(watching)
        self.scrolled.emit()

    def _content(self, quote: Quote) -> CardContent:
        reach = self._scene.marks.first_reach.get(quote.index)
        block = None if reach is None else self._blocks.get(reach.row)
        starred, note = self._notes(quote.index)
        hue = self._hues.get(quote.index)
        return card_content(self.text.article, quote, block, hue, starred=starred, note=note)

    def _page_point(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())

    def _point(self, point: QPointF) -> None:
        position = self.rows.position_at(self._page_point(point), exact=True)
        if position == self._pointed:
            return
        self._pointed = position
        self.light(self.text.place(position) if position >= 0 else None)

    def light(self, place: Place | None) -> None:
        """Light up a place and its counterpart; None lets everything go."""
        quote = None if place is None else self._scene.marks.at(place)
        lit = Lit() if place is None else lit_at(self.text, self._blocks, place, in_quote=quote is not None)
        self._column.pool.light(None if quote is None else quote.index)
        if lit != self._scene.lit:
            self._scene.lit = lit
            self.viewport().update()
        self.quote_pointed.emit(None if quote is None else quote.index)

    def _card_hovered(self, index: int, entered: bool) -> None:
        self.light(self.quote_place(index) if entered else None)

    def _caret_moved(self) -> None:
        if self.hasFocus():
            self.light(self.caret_place())

    def _across(self, place: Place) -> int:
        """Return the offset on the other side that stands across from a place."""
        lit = lit_at(self.text, self._blocks, place, in_quote=False)
        found = [reach.span.start for reach in lit.sentences if reach.side is place.side.other]
        if found:
            return min(found)
        length = max(len(self.text.text(place.row, place.side)), 1)
        return place.offset * len(self.text.text(place.row, place.side.other)) // length


_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
