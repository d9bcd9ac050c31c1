"""Icons of our own drawing, in the colour asked for: a 20-unit grid, 1.5-unit strokes, filled only to say "on"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.core.paths import resources

APPLICATION = "comillas"
_SIZES = (16, 20, 24)  # a menu's, a button's, a toolbar's, in device-independent pixels
_APPLICATION_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, color: QColor) -> QIcon:
    """Return the icon `name` drawn in `color`, sharp on every screen. Raises FileNotFoundError when there is none."""
    return _drawn(name, color.name())


def application_icon() -> QIcon:
    """Return the program's own icon."""
    return _rendered((resources() / "icons" / f"{APPLICATION}.svg").read_bytes(), _APPLICATION_SIZES)


def names() -> list[str]:
    """Return the names `icon` knows."""
    return sorted(path.stem for path in (resources() / "icons").glob("*.svg") if path.stem != APPLICATION)


@cache
def _drawn(name: str, color: str) -> QIcon:
    drawing = (resources() / "icons" / f"{name}.svg").read_bytes()
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}
    sizes = sorted({round(size * ratio) for size in _SIZES for ratio in ratios})  # each costs 0.1 ms at start
    return _rendered(drawing.replace(b"currentColor", color.encode()), sizes)


def _rendered(drawing: bytes, sizes: Iterable[int]) -> QIcon:
    renderer = QSvgRenderer(QByteArray(drawing))
    made = QIcon()
    for size in sizes:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made
