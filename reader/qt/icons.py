"""Icons of our own drawing, in the colour asked for: a 20-unit grid, 1.5-unit strokes, filled only to say "on"."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.core.paths import resources

APPLICATION = "comillas"
_SIZES = (16, 20, 24, 30, 32, 40, 48)  # a toolbar's and a menu's at 1x, 1.5x and 2x
_APPLICATION_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, color: QColor) -> QIcon:
    """Return the icon `name` drawn in `color`; disabled, it fades. Raises FileNotFoundError when there is none."""
    return _drawn(name, color.name())


def application_icon() -> QIcon:
    """Return the program's own icon."""
    return _rendered((resources() / "icons" / f"{APPLICATION}.svg").read_bytes(), _APPLICATION_SIZES, 1.0)


def names() -> list[str]:
    """Return the names `icon` knows."""
    return sorted(path.stem for path in (resources() / "icons").glob("*.svg") if path.stem != APPLICATION)


@cache
def _drawn(name: str, color: str) -> QIcon:
    drawing = (resources() / "icons" / f"{name}.svg").read_bytes()
    return _rendered(drawing.replace(b"currentColor", color.encode()), _SIZES, 0.4)


def _rendered(drawing: bytes, sizes: tuple[int, ...], disabled_opacity: float) -> QIcon:
    renderer = QSvgRenderer(QByteArray(drawing))
    made = QIcon()
    for size in sizes:
        for mode, opacity in ((QIcon.Mode.Normal, 1.0), (QIcon.Mode.Disabled, disabled_opacity)):
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setOpacity(opacity)
            renderer.render(painter)
            painter.end()
            made.addPixmap(pixmap, mode)
    return made
