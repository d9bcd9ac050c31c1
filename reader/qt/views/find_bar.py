"""The find bar: one query, hits in both languages, counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from reader.qt.theme import Theme
from reader.qt.views.dressed import Dressed, IconButton, label


class FindBar(Dressed):
    """Asks; whoever holds the text answers with `set_hits`."""

    query = Signal(str)
    next = Signal()
    previous = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setProperty("role", "panel")
        self._hits = (0, 0)
        self._line = QLineEdit()
        self._line.setClearButtonEnabled(True)
        self._line.setMaximumWidth(360)
        self._line.textChanged.connect(self._asked)
        self._count = label("muted")
        self._previous, self._next = IconButton("chevron-up"), IconButton("chevron-down")
        self._previous.clicked.connect(self.previous)
        self._next.clicked.connect(self.next)
        self._close = IconButton("close")
        self._close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.addWidget(self._line, 1)
        for widget in (self._previous, self._next, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
        self.hide()
        self.retranslate()
        self.dress()

    def open(self, text: str = "") -> None:
        """Show the bar, with `text` (what is selected on the page) as the query when there is some."""
        self.show()
        if text:
            self._line.setText(text)
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._asked()

    def close_bar(self) -> None:
        """Hide the bar; the query stays for the next time."""
        self.hide()
        self.closed.emit()

    def text(self) -> str:
        """Return the query."""
        return self._line.text()

    def set_hits(self, current: int, total: int) -> None:
        """Show which hit is looked at, counted from 1 (0: none yet), and how many there are in both languages."""
        self._hits = (current, total)
        if not self._line.text():
            shown = ""
        elif not total:
            shown = self.tr("Not found")
        elif not current:
            shown = self.tr("%n match(es)", "", total)
        else:
            shown = self.tr("{current} of {total}").format(current=current, total=total)
        self._count.setText(shown)
        self._count.setAccessibleName(shown)
        for button in (self._previous, self._next):
            button.setEnabled(total > 0)

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Find"))
        self._line.setPlaceholderText(self.tr("Find in both languages"))
        self._line.setAccessibleName(self.tr("Find in both languages"))
        self._previous.name(self.tr("Previous match"))
        self._next.name(self.tr("Next match"))
        self._close.name(self.tr("Close"))
        for clear in self._line.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear"))
        self.set_hits(*self._hits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous if back else self.next).emit()
        else:
            super().keyPressEvent(event)

    def _asked(self) -> None:
        self.set_hits(0, 0)
        self.query.emit(self._line.text())
