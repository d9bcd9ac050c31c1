"""The page: original and translation in one text widget, quotes marked in both, cards beside them.

It knows nothing of sessions: it is given quotes and translated blocks, and tells what the reader looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPalette,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.core.model import Quote, TranslatedBlock
from reader.qt.models.cards import CardContent, CardContents, card_content, word_on_card
from reader.qt.models.highlights import Lit, QuoteMarks, lit_at
from reader.qt.models.page_text import PageText, Place, Reach
from reader.qt.models.views import Side, View, shape
from reader.qt.theme import Theme
from reader.qt.typography import Typography
from reader.qt.views.card import Card, CardStyle
from reader.qt.views.card_column import CardColumn
from reader.qt.views.card_pool import CardPool
from reader.qt.views.page_base import TextPage
from reader.qt.views.page_paint import PagePainter, Scene
from reader.qt.views.page_styles import text_styles

GROWTH = 1.12
"""Space reserved for a translation, as a multiple of its original: Spanish runs about so much longer than English."""

NOTHING = -1
"""What `quote_clicked` says for a click beside every quote."""


class PageView(TextPage):
    """One article on one page."""

    watched = Signal(object)
    scrolled = Signal()
    quote_clicked = Signal(int)
    quote_pointed = Signal(object)
    asked = Signal(int, str)
    stepped = Signal(int, int)
    menu_asked = Signal(object, QPoint)
    unfold_asked = Signal()

    def __init__(self, text: PageText, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._scene = Scene(theme, QuoteMarks(text, ()))
        self._scene.caret = lambda: self.caret_shown
        self._painter = PagePainter(text, self.rows, self._scene)
        self._typography = typography
        self._view, self._cards_shown, self._swapped = View.ORIGINAL, True, False
        self._blocks: dict[int, TranslatedBlock] = {}
        self._quotes: Sequence[Quote] = ()
        self._hues: Mapping[int, int] = {}
        self._notes: Callable[[int], tuple[bool, str]] = lambda index: (False, "")
        self._doubted: Callable[[int], bool] = lambda index: False
        self.contents = CardContents(0, self._content)
        self._pointed = -1
        self._watching = range(0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)  # cards are made in a turn of their own: a frame's work is done
        self._column = CardColumn(CardPool(self.viewport()), self.rows, CardStyle.of(theme, typography))
        self._column.pool.activated.connect(self.quote_clicked)
        self._column.pool.hovered.connect(self._card_hovered)
        self._column.pool.asked.connect(self.asked)
        self._column.pool.stepped.connect(self.stepped)
        self.rows.set_styles(text_styles(typography))
        self.rows.set_growth(GROWTH)
        text.document.setParent(self)  # document and layout hold each other: only the page's end frees both
        text.document.setDocumentLayout(self.rows)
        self.setDocument(text.document)
        self.set_theme(theme)
        self.reshape()
        self.cursorPositionChanged.connect(self._caret_moved)

    # -- what the window says

    def set_quotes(self, quotes: Sequence[Quote], hues: Mapping[int, int]) -> None:
        """Mark the quotes; earlier translations have to be told again."""
        self._quotes, self._hues = quotes, hues
        self._scene.marks = QuoteMarks(self.text, quotes)
        self._scene.active = None
        self._column.opened = self._column.active = None
        self._scene.hues = dict(hues)
        self._scene.lit = Lit()
        self._blocks.clear()
        self._scene.warned.clear()
        self.contents = CardContents(len(quotes), self._content)
        self._column.set_marks(self._scene.marks)
        self._column.set_contents(self.contents)
        self._painter.forget()
        self._soon.start()

    def set_blocks(self, blocks: Sequence[TranslatedBlock]) -> None:
        """Set translated blocks into the page; the line at the top of the window stays where it is."""
        if not blocks:
            return
        anchor = self.anchor()
        for block in blocks:
            self._blocks[block.block] = block
            self.text.set_translation(block.block, block.text)
            self._scene.marks.set_translation(block)
            self._painter.forget(block.block, Side.TRANSLATION)
            self._scene.warned.pop(block.block, None)
            if block.warnings:
                self._scene.warned[block.block] = ", ".join(dict.fromkeys(code for _, code in block.warnings))
            if not block.pending:
                self.rows.finish(block.block)
            for index in block.quotes:
                self.refresh_card(index)
        self.restore(anchor)

    def set_notes(self, notes: Callable[[int], tuple[bool, str]], doubted: Callable[[int], bool]) -> None:
        """Say how to find the star and note of a quote, and whether its translation should be checked."""
        self._notes, self._doubted = notes, doubted

    def refresh_card(self, index: int) -> None:
        """Write one card anew."""
        if index < len(self._quotes):
            self.contents.forget(self.lead(index))
            self._column.set_contents(self.contents, self.lead(index))

    def set_card_filter(self, shown: set[int] | None) -> None:
        """Show the cards of these quotes only; None shows all."""
        self._column.only = shown
        self.refresh()

    def set_extra(self, index: int, extra: str) -> None:
        """Show answers or a note under a quote's card."""
        self._column.extras[index] = extra
        self._column.forget(index)
        self.refresh()

    def set_view(self, view: View, *, cards: bool, swapped: bool) -> None:
        """Change the columns; the sentence at the top of the window stays where it is."""
        if (view, cards, swapped) != (self._view, self._cards_shown, self._swapped):
            anchor = self.anchor()
            self._view, self._cards_shown, self._swapped = view, cards, swapped
            self.reshape()
            self.restore(anchor)

    def set_typography(self, typography: Typography) -> None:
        """Set the text in other type."""
        anchor = self.anchor()
        self._typography = typography
        self._column.style = CardStyle.of(self._scene.theme, typography)
        self._column.forget()
        self.rows.set_styles(text_styles(typography))
        self.reshape()
        self.restore(anchor)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._scene.theme = theme
        self._column.style = CardStyle.of(theme, self._typography)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.page)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        self.setPalette(palette)
        self.refresh()

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
        self._column.active, self._column.opened = index, index if opened else None
        self.refresh()

    def set_hits(self, hits: Sequence[Reach], current: Reach | None) -> None:
        """Mark what was found, and the hit one is at."""
        by_row: dict[int, list[Reach]] = {}
        for hit in hits:
            by_row.setdefault(hit.row, []).append(hit)
        self._scene.hits, self._scene.hit = by_row, current
        self.viewport().update()

    @property
    def lit(self) -> Lit:
        """What is lit up now."""
        return self._scene.lit

    def card(self, index: int) -> Card | None:
        """Return the card that shows a quote now, if one does."""
        return self._column.pool.card(self.lead(index))

    def quote_at(self, place: Place) -> Quote | None:
        """Return the quote at a place."""
        return self._scene.marks.at(place)

    def lead(self, index: int) -> int:
        """Return the quote whose card speaks for a quote."""
        return self._scene.marks.lead(index)

    def quote_place(self, index: int) -> Place | None:
        """Return where a quote begins."""
        reach = self._scene.marks.first_reach(index)
        return None if reach is None else reach.place

    # -- Qt

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tip why a paragraph has a warning line."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.text.place(self.rows.position_at(self._page_point(QPointF(event.pos()))))
            if place.side is Side.TRANSLATION and place.row in self._scene.warned:
                tip = self.tr("Check this translation ({reason})").format(reason=self._scene.warned[place.row])
                QToolTip.showText(event.globalPos(), tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu about what is under the pointer."""
        position = self.rows.position_at(self._page_point(QPointF(event.pos())), exact=True)
        quote = self._scene.marks.at(self.text.place(position)) if position >= 0 else None
        self.menu_asked.emit(None if quote is None else quote.index, event.globalPos())

    # -- inside

    def reshape(self) -> None:
        """Set the columns into the width there is."""
        column = round(self._typography.column_pixels())
        width = self.viewport().width()
        self.rows.set_shape(shape(self._view, width, column, cards=self._cards_shown, swapped=self._swapped))
        self._painter.forget()
        self.rows.place_rows()

    def refresh(self) -> None:
        """Bring cards and watchers in line with what shows, and paint."""
        self._column.update(self.verticalScrollBar().value(), self.viewport().height())
        self.viewport().update()
        watching = self.watching()
        if watching != self._watching:
            self._watching = watching
            self.watched.emit(watching)
        self.scrolled.emit()

    def _content(self, index: int) -> CardContent:
        quotes = self._scene.marks.utterance(index)
        pieces = []
        for quote in quotes:
            reach = self._scene.marks.first_reach(quote.index)
            pieces.append((quote, None if reach is None else self._blocks.get(reach.row)))
        notes = [self._notes(quote.index) for quote in quotes]
        note = "\n".join(text for _, text in notes if text)
        doubtful = any(block is not None and block.warnings for _, block in pieces)
        return card_content(
            self.text.article,
            pieces,
            self._hues.get(quotes[0].index),
            warned=doubtful and self._doubted(quotes[0].index),
            starred=any(starred for starred, _ in notes),
            note=note,
        )

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
        self._column.pool.light(None if quote is None else self.lead(quote.index))
        if quote is not None:
            self._light_word(quote, lit)
        if lit != self._scene.lit:
            self._scene.lit = lit
            self.viewport().update()
        self.quote_pointed.emit(None if quote is None else quote.index)

    def _light_word(self, quote: Quote, lit: Lit) -> None:
        card, content = self._column.pool.card(self.lead(quote.index)), self.contents[self.lead(quote.index)]
        block = self._blocks.get(lit.words[0].row) if lit.words else None
        words = [reach.span for reach in lit.words if reach.side is Side.TRANSLATION]
        if card is not None:
            card.set_word(word_on_card(content, block, quote, words[0]) if block is not None and words else None)

    def _card_hovered(self, index: int, entered: bool) -> None:
        self.light(self.quote_place(index) if entered else None)

    def _caret_moved(self) -> None:
        if self.hasFocus() and not self._moving:
            self.light(self.caret_place())

    def across(self, place: Place) -> int:
        """Return the beginning of the sentence across from a place."""
        lit = lit_at(self.text, self._blocks, place, in_quote=False)
        found = [reach.span.start for reach in lit.sentences if reach.side is place.side.other]
        return min(found) if found else super().across(place)
