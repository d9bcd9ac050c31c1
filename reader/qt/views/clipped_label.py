"""A label that shows at most so many lines and ends in an ellipsis when there is more."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget


class ClippedLabel(QLabel):
    """Plain text in at most `lines` lines, any number for 0; the whole text stays what it says to a screen reader."""

    def __init__(self, parent: QWidget, lines: int = 0) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(lines != 1)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setMargin(0)

    def set_lines(self, lines: int) -> None:
        """Change how many lines are shown."""
        if lines != self._lines:
            self._lines = lines
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, the last one cut with an ellipsis."""
        if not self._lines:
            super().paintEvent(event)
            return
        painter = QPainter(self)
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


def _units(text: str, start: int) -> str:
    """Return `text` from a UTF-16 unit on; no more of it than a line could ever show."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * (start + 400)].decode("utf-16-le", "ignore")
