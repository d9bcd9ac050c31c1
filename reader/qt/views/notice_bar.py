"""One sentence and one action, inline above the page: how the window says that something is the matter.

A question (which language?) has an action for each answer.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reader.qt.icons import icon
from reader.qt.theme import Theme
from reader.qt.views.dressed import ICON_SIZE, Dressed, IconButton, label


class NoticeBar(Dressed):
    """Shows one notice at a time; the reader acts on it or puts it away."""

    acted = Signal(int)  # which action, from 0
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setProperty("role", "panel")
        self._warning = False
        self._sign = QLabel()
        self._sentence = label(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions: list[QPushButton] = []
        self._answers = QHBoxLayout()
        self._close = IconButton("close")
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        row.addLayout(self._answers)
        row.addWidget(self._close)
        self.hide()
        self.retranslate()
        self.dress()

    def show_notice(self, sentence: str, *actions: str, warning: bool = False, detail: str = "") -> None:
        """Show a sentence, with a button for each thing to do; `detail` is for the curious, as a tip."""
        self._warning = warning
        self._sentence.setText(sentence)
        self._sentence.setToolTip(detail)
        for old in self._actions:
            old.hide()
            old.deleteLater()
        self._actions = [QPushButton(action) for action in filter(None, actions)]
        for number, button in enumerate(self._actions):
            button.clicked.connect(lambda _checked=False, number=number: self._act(number))
            self._answers.addWidget(button)
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

    def _act(self, number: int) -> None:
        self.hide()
        self.acted.emit(number)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
