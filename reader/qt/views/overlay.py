"""A panel that lies over the window, never in its way: Esc or a click beside it closes it, focus goes back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reader.qt.theme import Theme
from reader.qt.views.dressed import Dressed

_MARGIN = 8


class Overlay(Dressed):
    """A child of the window, drawn over it; not a window of its own, so it looks and behaves alike everywhere."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, stays: bool = False) -> None:
        """Make it hidden. `stays`: a click beside it does not close it."""
        super().__init__(theme, parent)
        self._stays = stays
        self._window = parent
        self._anchor: QWidget | None = None
        self._focus_before: QWidget | None = None
        self.setProperty("role", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.hide()

    def open(self, anchor: QWidget | None = None) -> None:
        """Show it under `anchor`, or in the upper middle of the window, and move the focus into it."""
        self._anchor = anchor
        self._focus_before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)
        _application().installEventFilter(self)

    def toggle(self, anchor: QWidget | None = None) -> None:
        """Open it, or close it when it is open."""
        if self.isVisible():
            self.close()
        else:
            self.open(anchor)

    def first_focus(self) -> QWidget:
        """Return the widget that gets the focus when it opens."""
        return self

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the focus back to where it was, before Qt gives it to whoever is next."""
        before, self._focus_before = self._focus_before, None
        inside = QApplication.focusWidget()
        if before is not None and isValid(before) and (inside is None or self._holds(inside)):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that it is closed."""
        _application().removeEventFilter(self)
        super().hideEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; keep every other key from the window underneath."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a click beside it; take keys before the window's shortcuts do; stay in place when it resizes."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and not self._stays:
            place = self.mapFromGlobal(event.globalPosition().toPoint())
            if watched.isWidgetType() and not self.rect().contains(place) and not self._on_anchor(event):
                self.close()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(watched, QWidget) and self._holds(watched):
            event.accept()
        elif kind == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _on_anchor(self, event: QMouseEvent) -> bool:
        """Tell whether the click is on the button that opened it, which closes it by itself."""
        anchor = self._anchor
        return anchor is not None and anchor.rect().contains(anchor.mapFromGlobal(event.globalPosition().toPoint()))

    def _place(self) -> None:
        parent = self._window
        room = parent.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self.sizeHint().expandedTo(self.minimumSize()).boundedTo(room.size()).boundedTo(self.maximumSize())
        x, y = room.center().x() - size.width() // 2, room.top() + (room.height() - size.height()) // 4
        if self._anchor is not None:
            below = self._anchor.mapTo(parent, QPoint(0, self._anchor.height() + 4))
            x, y = below.x(), below.y()
        x = max(room.left(), min(x, room.right() - size.width()))
        y = max(room.top(), min(y, room.bottom() - size.height()))
        self.setGeometry(QRect(QPoint(x, y), size))


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("an overlay needs an application")
    return app
