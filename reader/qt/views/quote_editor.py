"""What a reader writes about a quote: its translation sentence by sentence, a note, who said it, its kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.model import QuoteKind
from reader.qt.theme import Theme
from reader.qt.views.dressed import label
from reader.qt.views.overlay import Overlay

WIDTH = 460


class QuoteEditor(Overlay):
    """A small panel over the window; Ctrl+Enter keeps what was written, Esc does not."""

    kept = Signal()

    def __init__(self, theme: Theme, parent: QWidget, title: str) -> None:
        super().__init__(theme, parent, stays=True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = label("heading")
        self._title.setText(title)
        self.setAccessibleName(title)
        self._keep, self._leave = QPushButton(self.tr("Keep")), QPushButton(self.tr("Cancel"))
        self._keep.setDefault(True)
        self._keep.clicked.connect(self._done)
        self._leave.clicked.connect(self.close)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addLayout(self.fields)
        column.addLayout(buttons)
        self._first: QWidget = self._keep

    def sizeHint(self) -> QSize:
        """Return a readable width and the height the fields need."""
        return QSize(WIDTH, max(self.heightForWidth(WIDTH), super().sizeHint().height()))

    def first_focus(self) -> QWidget:
        """Write at once."""
        return self._first

    def add(self, widget: QWidget, *, first: bool = False) -> None:
        """Add a field or a caption."""
        self.fields.addWidget(widget)
        if first:
            self._first = widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._done()
        else:
            super().keyPressEvent(event)

    def _done(self) -> None:
        self.kept.emit()
        self.close()


class TextEditor(QuoteEditor):
    """One field for each piece of text, with what it belongs to above it."""

    written = Signal(int, str)

    def __init__(
        self, theme: Theme, parent: QWidget, title: str, pieces: Sequence[tuple[str, str]], font: QFont
    ) -> None:
        """Show (caption, text) pairs; `written` tells the number and text of each that was changed."""
        super().__init__(theme, parent, title)
        self._before = [text for _, text in pieces]
        self._edits: list[QPlainTextEdit] = []
        for caption, text in pieces:
            if caption:
                above = label("muted", wrap=True)
                above.setText(caption)
                self.add(above)
            edit = QPlainTextEdit(text)
            edit.setTabChangesFocus(True)
            edit.document().setDefaultFont(font)
            edit.setFixedHeight(96 if len(pieces) == 1 else 72)
            edit.setAccessibleName(caption or title)
            self._edits.append(edit)
            self.add(edit, first=len(self._edits) == 1)
        self.kept.connect(self._tell)

    def _tell(self) -> None:
        for number, (edit, before) in enumerate(zip(self._edits, self._before, strict=True)):
            if edit.toPlainText() != before:
                self.written.emit(number, edit.toPlainText())


class SpeakerEditor(QuoteEditor):
    """A name, offered from the article's speakers, and the kind of quote."""

    corrected = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget, names: Sequence[str], name: str, kind: QuoteKind) -> None:
        """Show what was found; `corrected` tells the name ("" for nobody) and the kind."""
        super().__init__(theme, parent, "")
        self._title.setText(self.tr("Who said it?"))
        self.setAccessibleName(self._title.text())
        self._line = QLineEdit(name)
        self._line.setPlaceholderText(self.tr("Nobody known"))
        self._line.setAccessibleName(self.tr("Name of the speaker"))
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._line.setCompleter(completer)
        self._line.returnPressed.connect(self._done)
        self.add(self._line, first=True)
        texts = {
            QuoteKind.SPEECH: self.tr("Speech"),
            QuoteKind.FRAGMENT: self.tr("Fragment"),
            QuoteKind.NON_SPEECH: self.tr("Not speech"),
        }
        self._kinds = QButtonGroup(self)
        row = QHBoxLayout()
        for value, text in texts.items():
            chip = QPushButton(text)
            chip.setProperty("role", "chip")
            chip.setProperty("kind", value.value)
            chip.setCheckable(True)
            chip.setChecked(value is kind)
            self._kinds.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        self.fields.addLayout(row)
        self.kept.connect(lambda: self.corrected.emit(self._line.text().strip(), self._chosen()))

    def _chosen(self) -> str:
        return str(self._kinds.checkedButton().property("kind"))
