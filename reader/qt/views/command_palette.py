"""The command palette: type a few letters of what you want to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.qt.theme import Theme
from reader.qt.views.aside_delegate import ASIDE, AsideDelegate
from reader.qt.views.dressed import label
from reader.qt.views.overlay import Overlay

_SHOWN = 12


@dataclass(frozen=True)
class PaletteEntry:
    """Something that can be done now: an id, its text in the interface's language, the key shown beside it."""

    id: str
    text: str
    key: str = ""


def score(query: str, text: str) -> int | None:
    """Rate how well `query` stands for `text`, higher is better; None when its letters are not in it in order.

    Case and accents do not matter. A run of letters counts, and more at the start of a word.
    """
    wanted, found = _plain(query), _plain(text)
    if wanted in found:
        start = found.index(wanted)
        return 1000 - start + (500 if start == 0 or not found[start - 1].isalnum() else 0)
    at, total = -1, 0
    for letter in wanted:
        if letter.isspace():
            continue
        place = found.find(letter, at + 1)
        if place < 0:
            return None
        total += 10 if place == 0 or not found[place - 1].isalnum() else 5 if place == at + 1 else 0
        at = place
    return total - len(found)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class CommandPalette(Overlay):
    """Shows what can be done; Enter does it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._entries: tuple[PaletteEntry, ...] = ()
        self._line = QLineEdit()
        self._line.textChanged.connect(self._filter)
        self._line.installEventFilter(self)
        self._list = QListWidget()
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._aside = AsideDelegate(theme, self._list)
        self._list.setItemDelegate(self._aside)
        self._list.itemClicked.connect(self._choose)
        self._nothing = label("muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        self.setMaximumWidth(560)
        self.setMinimumWidth(320)
        self.retranslate()
        self.dress()

    def set_entries(self, entries: Iterable[PaletteEntry]) -> None:
        """Offer these, in this order."""
        self._entries = tuple(entries)
        self._filter()

    def open(self, anchor: QWidget | None = None) -> None:
        """Begin with an empty query."""
        self._line.clear()
        self._filter()
        super().open(anchor)

    def first_focus(self) -> QWidget:
        """Type at once."""
        return self._line

    def sizeHint(self) -> QSize:
        """Return room for a dozen commands."""
        row = self._list.sizeHintForRow(0) if self._list.count() else self.fontMetrics().height() + 10
        return QSize(560, self._line.sizeHint().height() + row * _SHOWN + 44)

    def retranslate(self) -> None:
        """Set the texts; the entries come translated."""
        self.setAccessibleName(self.tr("Command palette"))
        self._line.setPlaceholderText(self.tr("What would you like to do?"))
        self._line.setAccessibleName(self.tr("What would you like to do?"))
        self._list.setAccessibleName(self.tr("Commands"))
        self._nothing.setText(self.tr("Nothing is called that."))

    def dress(self) -> None:
        """Paint the keys in the theme's colours."""
        super().dress()
        self._aside.theme = self.theme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list with the arrow keys while the query keeps the focus."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN, Qt.Key.Key_PageUp: -_SHOWN}
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentItem())
                return True
            if event.key() in steps:
                row = self._list.currentRow() + steps[Qt.Key(event.key())]
                self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        query = self._line.text().strip()
        rated = [(score(query, entry.text), entry) for entry in self._entries]
        kept = [(rating, entry) for rating, entry in rated if rating is not None]
        if query:
            kept.sort(key=lambda pair: -pair[0])
        self._list.clear()
        for _rating, entry in kept:
            item = QListWidgetItem(entry.text)
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            item.setData(ASIDE, entry.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text}  {entry.key}".rstrip())
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(kept))
        self._nothing.setVisible(not kept)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.close()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
