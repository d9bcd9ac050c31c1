"""A label that shows at most so many lines and ends in an ellipsis when there is more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget

from reader.core.model import Span
from reader.core.text import Utf16Map


class ClippedLabel(QLabel):
    """Plain text in at most `lines` lines, any number for 0; the whole text stays what it says to a screen reader."""

    def __init__(self, parent: QWidget, lines: int = 0) -> None:
        super().__init__(parent)
        self._lines = lines
        self._mark: Span | None = None
        self._colour = QColor()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(lines != 1)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setMargin(0)

    def set_lines(self, lines: int) -> None:
        """Change how many lines are shown."""
        if lines != self._lines:
            self._lines = lines
            self.update()

    def set_mark(self, mark: Span | None, colour: QColor) -> None:
        """Mark a stretch of the text, in Python characters, with a wash of `colour`; None takes the mark away."""
        if mark != self._mark:
            self._mark, self._colour = mark, colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, the last one cut with an ellipsis."""
        painter = QPainter(self)
        if self._mark is not None:
            self._paint_mark(painter, self._mark)
        if not self._lines:
            painter.end()
            super().paintEvent(event)
            return
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        text = self.text()
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            y = number * metrics.lineSpacing()
            last = number == self._lines - 1
            start, end = line.textStart(), line.textStart() + line.textLength()
            if last and end < len(text.encode("utf-16-le")) // 2:
                rest = metrics.elidedText(_units(text, start), Qt.TextElideMode.ElideRight, self.width())
                painter.drawText(QPointF(0, y + metrics.ascent()), rest)
            else:
                line.draw(painter, QPointF(0, y))
        layout.endLayout()

    def _paint_mark(self, painter: QPainter, mark: Span) -> None:
        units = Utf16Map(self.text())
        start, end = units.to_utf16(mark.start), units.to_utf16(mark.end)
        metrics = QFontMetricsF(self.font())
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid() and (not self._lines or number < self._lines):
            line.setLineWidth(self.width())
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = line.cursorToX(first), line.cursorToX(last)
                box = QRectF(left[0], number * metrics.lineSpacing(), right[0] - left[0], metrics.height())
                painter.fillRect(box.adjusted(-1, 0, 1, 0), self._colour)
            number += 1
        layout.endLayout()


def _units(text: str, start: int) -> str:
    """Return `text` from a UTF-16 unit on; no more of it than a line could ever show."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * (start + 400)].decode("utf-16-le", "ignore")
