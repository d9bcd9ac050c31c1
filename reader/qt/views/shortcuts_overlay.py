"""What `?` shows: every command with its keys, and a way to give it another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.qt.keymap import COMMANDS, SECTIONS, Command, Keymap, KeyRefused
from reader.qt.theme import Theme
from reader.qt.views.dressed import IconButton, label, rule
from reader.qt.views.overlay import Overlay

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class KeyButton(QPushButton):
    """Shows a command's keys; pressed, it waits for a new one."""

    caught = Signal(str, str)

    def __init__(self, command: Command) -> None:
        super().__init__()
        self.command = command
        self.waiting = False
        self.setProperty("role", "chip")
        self.clicked.connect(self._wait)

    def _wait(self) -> None:
        self.waiting = True
        self.setText(self.tr("Press a key…"))

    def event(self, event: QEvent) -> bool:
        """Take the next key whole, Tab and shortcuts included; Esc lets it be, Backspace takes the key away."""
        if not (self.waiting and isinstance(event, QKeyEvent)):
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS:
            self.waiting = False
            self.caught.emit(self.command.id, _spelled(event))
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop waiting when the reader goes elsewhere."""
        if self.waiting:
            self.waiting = False
            self.caught.emit(self.command.id, "Esc")
        super().focusOutEvent(event)


def _spelled(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text().isprintable() and event.text().strip() and not event.text().isalpha():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # "?" is "?", wherever the keyboard has it
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return pressed.toString(QKeySequence.SequenceFormat.PortableText)


class ShortcutsOverlay(Overlay):
    """Lists the keymap by section; a change is checked and kept by the keymap, and announced."""

    keys_changed = Signal()

    def __init__(self, theme: Theme, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._keymap = keymap
        self._title, self._message = label("title"), label("muted", wrap=True)
        self._usual = QPushButton()
        self._usual.setFlat(True)
        self._usual.clicked.connect(self._reset)
        self._close = IconButton("close")
        self._close.clicked.connect(self.close)
        self._headings = {section: label("heading") for section in SECTIONS}
        self._names = {command.id: label() for command in COMMANDS}
        self._buttons = {command.id: KeyButton(command) for command in COMMANDS}
        for button in self._buttons.values():
            button.caught.connect(self._caught)
        self._scroll = QScrollArea()
        self._body = QWidget()
        self._columns = self._table(self._body)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._usual)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 14, 14)
        column.addLayout(top)
        column.addWidget(self._message)
        column.addWidget(self._scroll, 1)
        self.retranslate()
        self.dress()

    def first_focus(self) -> QWidget:
        """Let the arrow keys scroll."""
        return self._scroll

    def sizeHint(self) -> QSize:
        """Return as much room as the lists want."""
        for child in (self, self._body, *self._body.findChildren(QWidget)):
            child.ensurePolished()  # the style sheet decides how large they are
        self._columns.activate()  # or it answers for the texts before
        wanted = self._columns.totalMinimumSize()
        return QSize(max(wanted.width() + 72, 760), wanted.height() + self._title.sizeHint().height() + 70)

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._title.setText(self.tr("Keyboard shortcuts"))
        self._usual.setText(self.tr("Back to the usual keys"))
        self._close.name(self.tr("Close"))
        for section, heading in self._headings.items():
            heading.setText(next(command.heading() for command in COMMANDS if command.section == section))
        for command in COMMANDS:
            self._names[command.id].setText(command.label())
        self._message.setText(self.tr("Click a key to change it; Backspace takes it away."))
        self._show_keys()

    def _table(self, body: QWidget) -> QHBoxLayout:
        """Lay the sections out in two columns of about the same length."""
        columns = QHBoxLayout(body)
        columns.setContentsMargins(0, 6, 10, 6)
        columns.setSpacing(36)
        for sections in (SECTIONS[:2], SECTIONS[2:]):
            grid = QGridLayout()
            grid.setVerticalSpacing(3)
            grid.setColumnStretch(0, 1)
            for section in sections:
                grid.addWidget(self._headings[section], grid.rowCount(), 0, 1, 2)
                grid.addWidget(rule(), grid.rowCount(), 0, 1, 2)
                for command in COMMANDS:
                    if command.section == section:
                        row = grid.rowCount()
                        grid.addWidget(self._names[command.id], row, 0)
                        grid.addWidget(self._buttons[command.id], row, 1, Qt.AlignmentFlag.AlignRight)
                grid.setRowMinimumHeight(grid.rowCount(), 10)
            grid.setRowStretch(grid.rowCount(), 1)
            columns.addLayout(grid, 1)
        return columns

    def _show_keys(self) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        for command in COMMANDS:
            button = self._buttons[command.id]
            shown = ",  ".join(key.toString(native) for key in self._keymap.keys(command.id))
            button.setText(shown or "—")
            spoken = shown or self.tr("no key")
            button.setAccessibleName(f"{command.label()}: {spoken}")

    def _caught(self, command: str, key: str) -> None:
        try:
            if key != "Esc":
                self._keymap.rebind(command, [] if key == "Backspace" else [key])
                self._message.setText(self.tr("Click a key to change it; Backspace takes it away."))
                self.keys_changed.emit()
        except KeyRefused as refused:
            self._message.setText(str(refused))
        self._show_keys()

    def _reset(self) -> None:
        self._keymap.reset()
        self._show_keys()
        self.keys_changed.emit()
