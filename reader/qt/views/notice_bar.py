"""One sentence and one action, inline above the page: how the window says that something is the matter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reader.qt.icons import icon
from reader.qt.theme import Theme
from reader.qt.views.dressed import ICON_SIZE, Dressed, IconButton, label


class NoticeBar(Dressed):
    """Shows one notice at a time; the reader acts on it or puts it away."""

    acted = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setProperty("role", "panel")
        self._warning = False
        self._sign = QLabel()
        self._sentence = label(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._close = IconButton("close")
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(10)
        for widget in (self._sign, self._sentence, self._action, self._close):
            row.addWidget(widget)
        row.setStretch(1, 1)
        self.hide()
        self.retranslate()
        self.dress()

    def show_notice(self, sentence: str, action: str = "", *, warning: bool = False, detail: str = "") -> None:
        """Show a sentence, with a button when there is something to do; `detail` is for the curious, as a tip."""
        self._warning = warning
        self._sentence.setText(sentence)
        self._sentence.setToolTip(detail)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def sentence(self) -> str:
        """Return what is said now, "" when nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def clear(self) -> None:
        """Put the notice away without a word."""
        self.hide()

    def retranslate(self) -> None:
        """Set the texts; the sentence is set anew by whoever said it."""
        self._close.name(self.tr("Dismiss"))

    def dress(self) -> None:
        """Draw the sign in the theme's colours."""
        super().dress()
        colour = self.theme.warning if self._warning else self.theme.accent
        self._sign.setPixmap(icon("warning" if self._warning else "info", colour).pixmap(ICON_SIZE))

    def _act(self) -> None:
        self.hide()
        self.acted.emit()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
