"""List lines with a small aside at the right (a key, a count), which the text gives way to."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.qt.theme import Theme

ASIDE = Qt.ItemDataRole.UserRole + 1
_MARGIN = 10


class AsideDelegate(QStyledItemDelegate):
    """Paints `ASIDE`'s text at the right of the line, quieter than the line itself."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Shorten the text to what the aside leaves."""
        super().initStyleOption(option, index)
        icon = 0 if option.icon.isNull() else option.decorationSize.width() + 8
        aside = option.fontMetrics.horizontalAdvance(str(index.data(ASIDE)))
        room = option.rect.width() - icon - aside - 3 * _MARGIN
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line, then the aside."""
        super().paint(painter, option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(self.theme.text if selected else self.theme.muted)
        place = option.rect.adjusted(0, 0, -_MARGIN, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(ASIDE)))
        painter.restore()
