"""Paint the page: washes and lines of quotes, what is lit, what was found, the selection, the letters, the caret.

A quote is never marked by colour alone: speech has a wash and a solid line under it, a fragment a dotted line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)

from reader.core.model import BlockKind, QuoteKind
from reader.qt.models.highlights import Lit, QuoteMark, QuoteMarks
from reader.qt.models.page_text import PageText, Reach
from reader.qt.models.speakers import is_said
from reader.qt.models.views import Side
from reader.qt.theme import Hue, Theme
from reader.qt.views.page_layout import FOLD_HEIGHT, RowLayout

Context = QAbstractTextDocumentLayout.PaintContext
LINE = 1.6
ACTIVE_LINE = 2.6


@dataclass
class Scene:
    """What is painted besides the letters; the page view keeps it up to date."""

    theme: Theme
    marks: QuoteMarks
    hues: dict[int, int] = field(default_factory=dict)
    active: int | None = None
    lit: Lit = field(default_factory=Lit)
    hits: dict[int, list[Reach]] = field(default_factory=dict)
    hit: Reach | None = None
    pending: bool = False
    caret: Callable[[], bool] = lambda: True
    warned: dict[int, str] = field(default_factory=dict)
    fold_label: Callable[[int], str] = lambda row: ""


class PagePainter:
    """Paints the rows of a layout that show; keeps the rectangles of marks between two frames."""

    def __init__(self, text: PageText, layout: RowLayout, scene: Scene) -> None:
        self._text = text
        self._layout = layout
        self.scene = scene
        self._kept: dict[tuple[int, Side], list[tuple[QuoteMark, list[QRectF]]]] = {}
        layout.painted = self.paint
        layout.changed = self.forget

    def forget(self, row: int = -1, side: Side = Side.ORIGINAL) -> None:
        """Reckon the marks of a side of a row anew, those of every row for -1."""
        if row < 0:
            self._kept.clear()
        else:
            self._kept.pop((row, side), None)

    def paint(self, painter: QPainter, context: Context) -> None:
        """Paint every row inside the context's clip."""
        clip = context.clip
        painter.fillRect(clip, self.scene.theme.page)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._selected_side(context)
        for row in self._layout.rows_between(clip.top(), clip.bottom()):
            folded = self._layout.fold(row)
            if folded is not None:
                if folded:
                    self._paint_fold(painter, row)
                continue
            self._layout.ensure(row, row)
            self._paint_side(painter, context, row, Side.ORIGINAL, side)
            if self._layout.shape_.shows_translation:
                self._paint_side(painter, context, row, Side.TRANSLATION, side)

    # -- one side of one row

    def _paint_side(self, painter: QPainter, context: Context, row: int, side: Side, selected: Side | None) -> None:
        theme = self.scene.theme
        if side is Side.TRANSLATION and not self._text.text(row, side):
            if self.scene.pending:
                self._paint_pending(painter, row)
            return
        if side is Side.TRANSLATION and row in self.scene.warned:
            self._paint_warning(painter, row)
        marks = self._marks(row, side)
        for mark, rectangles in marks:
            self._paint_wash(painter, mark, rectangles)
        self._paint_lit(painter, row, side)
        for reach in self.scene.lit.words:
            if (reach.row, reach.side) == (row, side):
                self._fill(painter, self._layout.rectangles(reach), theme.selection, 3)
        for reach in self.scene.hits.get(row, ()):
            if reach.side is side:
                colour = theme.selection if reach == self.scene.hit else theme.hover
                self._fill(painter, self._layout.rectangles(reach), colour, 2, edge=theme.accent)
        painter.setPen(self._ink(row, side))
        block = self._text.block(row, side)
        origin = self._layout.origin(row, side)
        shown = self._selections(context, block.position(), block.length()) if selected in (None, side) else []
        block.layout().draw(painter, origin, shown, context.clip)
        for mark, rectangles in marks:
            self._paint_line(painter, mark, rectangles)
        if self.scene.caret() and block.position() <= context.cursorPosition < block.position() + block.length():
            painter.setPen(theme.text)
            block.layout().drawCursor(painter, origin, context.cursorPosition - block.position(), 2)

    def _ink(self, row: int, side: Side) -> QColor:
        theme, kind = self.scene.theme, self._text.article.blocks[row].kind
        below = side is Side.TRANSLATION and self._layout.shape_.stacked
        return theme.muted if below or kind in (BlockKind.BYLINE, BlockKind.BOILERPLATE) else theme.text

    def _marks(self, row: int, side: Side) -> list[tuple[QuoteMark, list[QRectF]]]:
        """Return the row's marks with their rectangles relative to the row's top, so that moving it keeps them."""
        kept = self._kept.get((row, side))
        top = self._layout.top(row)
        if kept is None:
            kept = [
                (mark, [rectangle.translated(0, -top) for rectangle in self._layout.rectangles(mark.reach)])
                for mark in self.scene.marks.of(row, side)
                if is_said(mark.quote)
            ]
            self._kept[row, side] = kept
        return [(mark, [rectangle.translated(0, top) for rectangle in rectangles]) for mark, rectangles in kept]

    def _hue(self, mark: QuoteMark) -> Hue:
        theme, hue = self.scene.theme, self.scene.hues.get(mark.quote.index)
        return Hue(theme.hover, theme.muted) if hue is None else theme.hue(hue)

    def _paint_wash(self, painter: QPainter, mark: QuoteMark, rectangles: Sequence[QRectF]) -> None:
        active = self.scene.marks.lead(mark.quote.index) == self.scene.active
        if mark.quote.kind is QuoteKind.SPEECH or active:
            self._fill(painter, rectangles, self._hue(mark).tint, 3)

    def _paint_line(self, painter: QPainter, mark: QuoteMark, rectangles: Sequence[QRectF]) -> None:
        active = self.scene.marks.lead(mark.quote.index) == self.scene.active
        pen = QPen(self._hue(mark).line, ACTIVE_LINE if active else LINE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if mark.quote.kind is QuoteKind.FRAGMENT and not active:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1.2, 1.6])
        painter.setPen(pen)
        for rectangle in rectangles:
            y = round(rectangle.bottom()) - 2.5
            painter.drawLine(QPointF(rectangle.left(), y), QPointF(rectangle.right(), y))

    def _paint_lit(self, painter: QPainter, row: int, side: Side) -> None:
        for reach in self.scene.lit.sentences:
            if (reach.row, reach.side) == (row, side):
                self._fill(painter, self._layout.rectangles(reach), self.scene.theme.link_highlight, 3)

    def _paint_pending(self, painter: QPainter, row: int) -> None:
        """Paint a quiet hint of lines where a translation will come."""
        origin, style = self._layout.origin(row, Side.TRANSLATION), self._layout.style(row)
        width = self._layout.shape_.translation_width - style.indent
        original = self._text.block(row, Side.ORIGINAL).layout()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.scene.theme.hover)
        for number in range(original.lineCount()):
            part = min(original.lineAt(number).naturalTextWidth() / max(self._layout.shape_.text_width, 1), 1.0)
            bar = QRectF(origin.x(), origin.y() + (number + 0.38) * style.leading, width * part, style.leading * 0.26)
            painter.drawRoundedRect(bar, 3, 3)

    def _paint_warning(self, painter: QPainter, row: int) -> None:
        """Paint a line in the margin of a paragraph whose translation failed a check."""
        origin, style = self._layout.origin(row, Side.TRANSLATION), self._layout.style(row)
        lines = self._text.block(row, Side.TRANSLATION).layout().lineCount()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.scene.theme.warning)
        painter.drawRect(QRectF(origin.x() - 12, origin.y() + 3, 2, lines * style.leading - 6))

    def _paint_fold(self, painter: QPainter, row: int) -> None:
        shape, theme = self._layout.shape_, self.scene.theme
        left = min(shape.text_x, shape.translation_x) if shape.shows_translation else shape.text_x
        right = max(shape.text_x + shape.text_width, shape.translation_x + shape.translation_width)
        box = QRectF(left, self._layout.top(row), right - left, FOLD_HEIGHT)
        font = self._layout.style(row).font
        painter.setFont(font)
        painter.setPen(theme.muted)
        label = self.scene.fold_label(row)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        start = box.left() + painter.fontMetrics().horizontalAdvance(label) + 14
        painter.setPen(QPen(theme.rule, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(start, box.center().y()), QPointF(box.right(), box.center().y()))

    # -- selection

    def _selected_side(self, context: Context) -> Side | None:
        """Return the side a selection began on: with columns side by side the other column is not part of it."""
        if self._layout.shape_.stacked or not self._layout.shape_.shows_translation:
            return None
        for selection in context.selections:
            if selection.cursor.hasSelection():
                return self._text.place(selection.cursor.anchor()).side
        return None

    def _selections(self, context: Context, start: int, length: int) -> list[QTextLayout.FormatRange]:
        found = []
        for selection in context.selections:
            first = max(selection.cursor.selectionStart() - start, 0)
            last = min(selection.cursor.selectionEnd() - start, length)
            if first < last:
                part = QTextLayout.FormatRange()
                part.start, part.length = first, last - first
                part.format = QTextCharFormat()
                part.format.setBackground(self.scene.theme.selection)
                part.format.setForeground(self.scene.theme.text)
                found.append(part)
        return found

    @staticmethod
    def _fill(
        painter: QPainter, rectangles: Sequence[QRectF], colour: QColor, radius: float, edge: QColor | None = None
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1))
        painter.setBrush(colour)
        for rectangle in rectangles:
            painter.drawRoundedRect(rectangle.adjusted(-1.5, 1, 1.5, -1), radius, radius)
