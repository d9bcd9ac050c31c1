"""A slim bar beside the scrollbar: where the quotes stand in the article, in their speakers' hues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.qt.theme import Theme
from reader.qt.views.dressed import Dressed

_WIDTH = 12
_MARK_HEIGHT = 3.0


class OverviewMark(NamedTuple):
    """One quote: how far down the article it stands (0 to 1) and its speaker's hue, None for nobody known."""

    fraction: float
    hue: int | None


class OverviewBar(Dressed):
    """Paints marks and the part in view; a click or drag asks to go there."""

    jumped = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._marks: tuple[OverviewMark, ...] = ()
        self._painted: tuple[tuple[float, float], list[tuple[float, int | None]]] | None = None
        self._view = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def set_marks(self, marks: Sequence[OverviewMark]) -> None:
        """Show these quotes."""
        self._marks, self._painted = tuple(marks), None
        self._describe()
        self.update()

    def set_view(self, top: float, bottom: float) -> None:
        """Show which part of the article (fractions of its height) is in the window."""
        if (top, bottom) != self._view:
            self._view = (top, bottom)
            self.update()

    def sizeHint(self) -> QSize:
        """Return a slim size."""
        return QSize(_WIDTH, 120)

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Where the quotes stand"))
        self.setToolTip(self.tr("Where the quotes stand; click to go there"))
        self._describe()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part in view, then a mark for each quote."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.page)
        top, bottom = (min(max(f, 0.0), 1.0) * self.height() for f in self._view)
        if bottom > top:
            painter.fillRect(QRectF(0, top, self.width(), bottom - top), self.theme.hover)
        for line, hue in self._lines():
            colour = self.theme.control if hue is None else self.theme.hue(hue).line
            painter.fillRect(QRectF(2, line, self.width() - 4, _MARK_HEIGHT), colour)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to go where the click is."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def _lines(self) -> list[tuple[float, int | None]]:
        """Return where marks are painted and their hues; of marks on one line of the screen's dots the last."""
        dots, room = self.devicePixelRatioF(), self.height() - _MARK_HEIGHT
        key = (dots, room)
        if self._painted is None or self._painted[0] != key:
            lines = {round(room * min(max(mark.fraction, 0.0), 1.0) * dots): mark.hue for mark in self._marks}
            self._painted = key, [(line / dots, hue) for line, hue in sorted(lines.items())]
        return self._painted[1]

    def _ask(self, event: QMouseEvent) -> None:
        self.jumped.emit(min(max(event.position().y() / max(self.height(), 1), 0.0), 1.0))

    def _describe(self) -> None:
        self.setAccessibleDescription(self.tr("%n quote(s)", "", len(self._marks)))
