"""The bilingual article on paper or as PDF, as it stands in the window: view, marks, source and page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.core.export import Bilingual
from reader.core.files import replace_file
from reader.core.model import BlockKind, Span
from reader.core.text import Utf16Map
from reader.qt.models.page_text import displayable
from reader.qt.models.speakers import hues, is_said, speaker_name, speakers
from reader.qt.models.views import View
from reader.qt.theme import Theme, load_theme
from reader.qt.typography import Typography

MARGINS_MM = QMarginsF(20, 20, 20, 16)
_SIZE_PT = 10.5
_LEADING = 1.38  # baselines apart, in letter sizes
_LEADING_LARGE = 1.18
_FOOT_MM = 9
_AFTER = 7
_SCALES = {BlockKind.HEADLINE: 1.9, BlockKind.SUBHEAD: 1.2}


@dataclass(frozen=True)
class Sheet:
    """What is to be printed: the article with its translation, the view it is in, and its typeface."""

    bilingual: Bilingual
    view: View = View.SIDE_BY_SIDE
    typography: Typography = field(default_factory=Typography)
    swapped: bool = False


def save_pdf(path: str, sheet: Sheet) -> int:
    """Write a PDF on A4, whole or not at all, and return its number of pages; 0 when the file cannot be written."""
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(made)
    writer.setTitle(sheet.bilingual.article.title)
    writer.setCreator("Comillas")
    writer.setResolution(300)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            MARGINS_MM,
            QPageLayout.Unit.Millimeter,
        )
    )
    pages = print_on(writer, sheet)
    try:
        replace_file(Path(path), bytes(made.data().data()))
    except (OSError, ValueError):
        return 0
    return pages


def print_on(device: QPagedPaintDevice, sheet: Sheet) -> int:
    """Paint the sheet on a printer or PDF, page by page; return the number of pages, 0 when it cannot begin."""
    painter = QPainter()
    if not painter.begin(device):
        return 0
    dots_per_mm = device.logicalDpiY() / 25.4
    page = QRectF(0, 0, device.width(), device.height() - _FOOT_MM * dots_per_mm)
    document = Composer(sheet, load_theme("light")).document
    document.documentLayout().setPaintDevice(device)
    document.setPageSize(page.size())
    pages = document.pageCount()
    for number in range(pages):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = page.translated(0, number * page.height())
        context.palette.setColor(QPalette.ColorRole.Text, load_theme("light").text)
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
        _foot(painter, QSizeF(device.width(), device.height()), sheet, f"{number + 1} / {pages}")
    painter.end()
    return pages


def _foot(painter: QPainter, size: QSizeF, sheet: Sheet, number: str) -> None:
    """Write the source at the left and the page number at the right, under a hairline."""
    theme, article = load_theme("light"), sheet.bilingual.article
    font = QFont(sheet.typography.font().family())
    font.setPointSizeF(8)
    painter.setFont(font)
    room = QRectF(0, 0, size.width(), size.height())
    metrics = painter.fontMetrics()
    top = room.bottom() - metrics.height() * 1.6
    painter.setPen(theme.rule)
    painter.drawLine(QPointF(room.left(), top), QPointF(room.right(), top))
    painter.setPen(theme.muted)
    room.setTop(top + metrics.height() * 0.4)
    wide = int(room.width() - metrics.horizontalAdvance(number) * 2)
    source = metrics.elidedText(displayable(article.source or article.title), Qt.TextElideMode.ElideMiddle, wide)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, source)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, number)


class Composer:
    """Sets one sheet as a text document, without markup: whatever the article holds stays text."""

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._sheet = sheet
        self._theme = theme
        self._bilingual = sheet.bilingual
        self._hues = hues(speakers(sheet.bilingual.analysis.quotes))
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self._cursor = QTextCursor(self.document)
        self._first = True
        self._about()
        if sheet.view is View.QUOTES:
            self._quotes()
        else:
            self._blocks()

    def _about(self) -> None:
        article = self._bilingual.article
        headed = any(block.kind is BlockKind.HEADLINE for block in article.blocks)
        if article.title and (self._sheet.view is View.QUOTES or not headed):
            self._paragraph(article.title, self._letters(1.9, bold=True), after=4)
        facts = " · ".join(filter(None, (article.author, article.date, article.source)))
        if facts:
            self._paragraph(facts, self._letters(0.85, colour=self._theme.muted), after=12)

    def _blocks(self) -> None:
        """Set the article in its view; side by side each paragraph is a row of a table, so that nothing can drift."""
        rows = list(self._bilingual.read())
        table = self._table(len(rows)) if self._sheet.view is View.SIDE_BY_SIDE and rows else None
        columns = (2, 0) if self._sheet.swapped else (0, 2)
        for row, (index, block) in enumerate(rows):
            original = block.span.of(self._bilingual.article.text)
            translation = self._bilingual.translation(index) if self._sheet.view is not View.ORIGINAL else ""
            source, target = tuple(self._source_marks(block.span)), tuple(self._target_marks(index))
            letters = self._letters(_SCALES.get(block.kind, 1.0), bold=block.kind in _SCALES)
            if table is not None:
                for column, text, marks in zip(columns, (original, translation), (source, target), strict=True):
                    self._fill(table.cellAt(row, column).firstCursorPosition(), text, letters, marks, after=0)
                continue
            self._paragraph(original, letters, source, after=2 if translation else _AFTER)
            if translation:
                lighter = self._letters(_SCALES.get(block.kind, 1.0) * 0.95, colour=self._theme.muted)
                self._paragraph(translation, lighter, target, after=9, indent=12)

    def _table(self, rows: int) -> QTextTable:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = QTextLength(QTextLength.Type.PercentageLength, 48)
        gutter = QTextLength(QTextLength.Type.PercentageLength, 4)
        form.setColumnWidthConstraints([share, gutter, share])
        table = self._cursor.insertTable(rows, 3, form)
        spaced = QTextTableCellFormat()
        spaced.setBottomPadding(_AFTER)
        for row in range(rows):
            table.cellAt(row, 0).setFormat(spaced)
            table.cellAt(row, 2).setFormat(spaced)
        return table

    def _quotes(self) -> None:
        for said in self._bilingual.said():
            hue = self._hues.get(said[0].index)
            who = speaker_name(said[0]) or QCoreApplication.translate("printing", "Nobody named")
            colour = self._theme.control if hue is None else self._theme.hue(hue).line
            name = self._letters(0.9, bold=True)
            self._paragraph(who, name, [(Span(0, len(who)), colour)], after=1)
            self._paragraph(self._bilingual.words(said), self._letters(1.0), after=1, indent=12)
            muted = self._letters(1.0, colour=self._theme.muted)
            self._paragraph(self._bilingual.translated_words(said), muted, after=10, indent=12)

    def _source_marks(self, block: Span) -> Iterator[tuple[Span, QColor]]:
        for quote in filter(is_said, self._bilingual.analysis.quotes):
            if quote.span.overlaps(block) and quote.index in self._hues:
                start, end = max(quote.span.start, block.start), min(quote.span.end, block.end)
                yield Span(start - block.start, end - block.start), self._theme.hue(self._hues[quote.index]).line

    def _target_marks(self, index: int) -> Iterator[tuple[Span, QColor]]:
        block = self._bilingual.blocks.get(index)
        for quote, (span, _inner) in block.quotes.items() if block else ():
            if quote in self._hues:
                yield span, self._theme.hue(self._hues[quote]).line

    def _paragraph(
        self,
        text: str,
        letters: QTextCharFormat,
        marks: Sequence[tuple[Span, QColor]] = (),
        *,
        after: float,
        indent: float = 0,
    ) -> None:
        if not self._first:
            self._cursor.insertBlock()
        self._first = False
        self._fill(self._cursor, text, letters, marks, after=after, indent=indent)

    def _fill(
        self,
        cursor: QTextCursor,
        text: str,
        letters: QTextCharFormat,
        marks: Sequence[tuple[Span, QColor]],
        *,
        after: float,
        indent: float = 0,
    ) -> None:
        """Write one paragraph where the cursor is and underline its marks; `after` and `indent` in points."""
        form = QTextBlockFormat()
        leading = _leading(letters.font())
        form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setBottomMargin(after)
        form.setLeftMargin(indent)
        cursor.setBlockFormat(form)
        start, units = cursor.position(), Utf16Map(text)
        cursor.insertText(displayable(text), letters)
        for span, colour in marks:
            mark = QTextCursor(cursor.document())
            mark.setPosition(start + units.to_utf16(span.start))
            mark.setPosition(start + units.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
            line = QTextCharFormat()
            line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            line.setUnderlineColor(colour)
            mark.mergeCharFormat(line)

    def _letters(self, scale: float, *, bold: bool = False, colour: QColor | None = None) -> QTextCharFormat:
        font = self._sheet.typography.font(bold=bold)
        font.setPointSizeF(_SIZE_PT * scale)
        letters = QTextCharFormat()
        letters.setFont(font)
        letters.setForeground(colour or self._theme.text)
        return letters


def _leading(font: QFont) -> float:
    """Return the distance of lines in per cent of the face's own, which differs much from face to face."""
    metrics = QFontMetricsF(font)
    em = font.pointSizeF() * metrics.fontDpi() / 72
    return 100 * em * (_LEADING if font.pointSizeF() < 1.5 * _SIZE_PT else _LEADING_LARGE) / metrics.height()
