"""Who speaks, and how often; a click shows one speaker's cards only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.qt.models.speakers import SpeakerEntry
from reader.qt.theme import Theme
from reader.qt.views.aside_delegate import ASIDE, AsideDelegate
from reader.qt.views.dressed import Dressed, label

_DOT = 12


class SpeakersPanel(Dressed):
    """A list with counts; the first line is everyone."""

    filtered = Signal(object)  # a speaker's name ("": nobody known), None for everyone

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setProperty("role", "panel")
        self._entries: tuple[SpeakerEntry, ...] = ()
        self._title = label("heading")
        self._list = QListWidget()
        self._list.setIconSize(QSize(_DOT, _DOT))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._aside = AsideDelegate(theme, self._list)
        self._list.setItemDelegate(self._aside)
        self._list.currentRowChanged.connect(self._picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._title)
        column.addWidget(self._list, 1)
        self.retranslate()

    def set_speakers(self, entries: Sequence[SpeakerEntry]) -> None:
        """List these; everyone is shown again."""
        self._entries = tuple(entries)
        self._fill(0)

    def sizeHint(self) -> QSize:
        """Return a narrow column."""
        return QSize(230, 400)

    def retranslate(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("Speakers"))
        self.setAccessibleName(self.tr("Speakers"))
        self._list.setAccessibleName(self.tr("Speakers"))
        self._fill(max(self._list.currentRow(), 0))

    def dress(self) -> None:
        """Draw the dots in the theme's hues."""
        super().dress()
        self._aside.theme = self.theme
        self._fill(max(self._list.currentRow(), 0))

    def _fill(self, current: int) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        total = sum(entry.utterances for entry in self._entries)
        self._add(self.tr("Everyone"), total, None)
        for entry in self._entries:
            colour = self.theme.control if entry.hue is None else self.theme.hue(entry.hue).line
            name = entry.name or self.tr("Nobody named")
            self._add(f"{name} ?" if entry.unsure else name, entry.utterances, colour)
        self._list.setCurrentRow(min(current, self._list.count() - 1))
        self._list.blockSignals(False)

    def _add(self, name: str, count: int, colour: QColor | None) -> None:
        item = QListWidgetItem(name)
        dot = QPixmap(2 * _DOT, 2 * _DOT)
        dot.fill(Qt.GlobalColor.transparent)
        if colour is not None:
            painter = QPainter(dot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(3, 3, 2 * _DOT - 6, 2 * _DOT - 6)
            painter.end()
        item.setIcon(dot)
        item.setData(ASIDE, count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, " + self.tr("%n quote(s)", "", count))
        self._list.addItem(item)

    def _picked(self, row: int) -> None:
        if row >= 0:
            self.filtered.emit(None if row == 0 else self._entries[row - 1].name)
