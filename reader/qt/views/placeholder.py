"""What stands where an article will be: nothing opened yet, one on its way, or one that could not be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.qt.theme import Theme
from reader.qt.views.dressed import Dressed, label

WIDTH = 560
MOST_RECENTS = 6


class Placeholder(Dressed):
    """One drop target, one sentence, one action, and what was read before."""

    open_asked = Signal()
    paste_asked = Signal()
    recent_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._loading = False
        self._problem = ""
        self._recents: list[tuple[str, str]] = []
        self._title, self._sentence = label("title"), label("muted", wrap=True)
        self._open, self._paste = QPushButton(), QPushButton()
        self._open.setDefault(True)
        self.setFocusProxy(self._open)
        self._open.clicked.connect(self.open_asked)
        self._paste.clicked.connect(self.paste_asked)
        self._before = label("heading")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._box = QWidget()
        self._box.setFixedWidth(WIDTH)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        buttons.addWidget(self._paste)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(40, 36, 40, 36)
        inside.setSpacing(14)
        for text in (self._title, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(text)
        inside.addLayout(buttons)
        self._below = QWidget()
        self._below.setFixedWidth(WIDTH)
        column = QVBoxLayout(self._below)
        column.addWidget(self._before)
        column.addLayout(self._list)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(self._box, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(self._below, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.retranslate()

    def show_empty(self, recents: Sequence[tuple[str, str]]) -> None:
        """Invite to open something; `recents` are (title, source)."""
        self._loading, self._problem, self._recents = False, "", list(recents[:MOST_RECENTS])
        self.retranslate()

    def show_loading(self) -> None:
        """Say that an article is being read."""
        self._loading, self._problem, self._recents = True, "", []
        self.retranslate()

    def show_problem(self, sentence: str, recents: Sequence[tuple[str, str]]) -> None:
        """Say why an article could not be opened."""
        self._loading, self._problem, self._recents = False, sentence, list(recents[:MOST_RECENTS])
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self._open.setText(self.tr("Open a file…"))
        self._paste.setText(self.tr("Read the clipboard"))
        self._before.setText(self.tr("Read before"))
        if self._loading:
            title, sentence = self.tr("Opening…"), ""
        elif self._problem:
            title, sentence = self.tr("This could not be opened"), self._problem
        else:
            title = self.tr("Drop an article here")
            sentence = self.tr("Text, web pages and Markdown in English or Spanish; or paste anything with Ctrl+V.")
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(f"{title}. {sentence}")
        for button in (self._open, self._paste):
            button.setVisible(not self._loading)
        self._below.setVisible(bool(self._recents))
        while (item := self._list.takeAt(0)) is not None:
            item.widget().deleteLater()
        for name, source in self._recents:
            button = QPushButton(QLabel().fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDTH - 60))
            button.setFlat(True)
            button.setStyleSheet("text-align: left;")
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, source=source: self.recent_chosen.emit(source))
            self._list.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and the frame to drop things into."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.page)
        if not self._loading:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.control, 1.2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self._box.geometry()).adjusted(1, 1, -1, -1), 10, 10)
