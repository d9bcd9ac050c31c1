"""Pictures of the window: taken one by one into `build/screens/`, and laid out on contact sheets to be looked at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from reader.qt.program import Program
from reader.qt.views.clipped_label import ClippedLabel

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "screens"
_THUMB = 620
_COLUMNS = 3
_CAPTION = 26


class Album:
    """Takes pictures of one window and keeps them under a name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pictures: dict[str, QImage] = {}
        self.cut: list[str] = []
        FOLDER.mkdir(parents=True, exist_ok=True)

    def take(self, window: QWidget, caption: str, *, scale: float = 1.0) -> None:
        """Paint the window as it is now, at 1x or more, and note the texts that do not fit where they stand."""
        picture = QImage(window.size() * scale, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(scale)
        window.render(picture, QPoint())
        picture.save(str(FOLDER / f"{self.name}-{caption.replace(' ', '-')}.png"))
        self.pictures[caption] = picture
        self.cut += [f"{caption}: {text}" for text in cut_texts(window)]

    def sheet(self) -> Path:
        """Lay all pictures out on one sheet and return where it is."""
        thumbs = {
            caption: picture.scaledToWidth(_THUMB, Qt.TransformationMode.SmoothTransformation)
            for caption, picture in self.pictures.items()
        }
        tallest = max(thumb.height() for thumb in thumbs.values()) + _CAPTION
        rows = -(-len(thumbs) // _COLUMNS)
        sheet = QImage(_COLUMNS * (_THUMB + 12) + 12, rows * (tallest + 12) + 12, QImage.Format.Format_RGB32)
        sheet.fill(QColor("#888888"))
        painter = QPainter(sheet)
        painter.setFont(QFont("Inter", 10))
        for number, (caption, thumb) in enumerate(thumbs.items()):
            thumb.setDevicePixelRatio(1.0)
            x = 12 + number % _COLUMNS * (_THUMB + 12)
            y = 12 + number // _COLUMNS * (tallest + 12)
            painter.drawText(x, y + 16, caption)
            painter.drawImage(x, y + _CAPTION, thumb)
        painter.end()
        path = FOLDER / f"contact-{self.name}.png"
        sheet.save(str(path))
        return path


def cut_texts(window: QWidget) -> list[str]:
    """Return the visible texts on buttons and one-line labels that are wider than their place."""
    found = []
    for widget in window.findChildren(QWidget):
        wraps = isinstance(widget, QLabel) and (widget.wordWrap() or not widget.pixmap().isNull())
        if not widget.isVisible() or wraps or isinstance(widget, ClippedLabel):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            shown = widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            only_icon = isinstance(widget, QAbstractButton) and not widget.icon().isNull()
            narrow = not only_icon and widget.fontMetrics().horizontalAdvance(shown) > widget.width() + 1
            if narrow or _beyond_its_scroll_area(widget):
                found.append(shown)
    return found


def _beyond_its_scroll_area(widget: QWidget) -> bool:
    """Tell whether part of a widget lies to the right of what can be seen, in a list that scrolls only downwards."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is None or above.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return False
    return widget.mapTo(above.viewport(), QPoint(widget.width(), 0)).x() > above.viewport().width() + 1


def colours(picture: QImage) -> int:
    """Return how many colours a coarse grid over the picture meets: a blank window has one."""
    step = max(1, picture.width() // 160)
    return len({picture.pixel(x, y) for x in range(0, picture.width(), step) for y in range(0, picture.height(), step)})


def put_away(program: Program) -> None:
    """Close a program and delete its window: hundreds of widgets that every later theme would have to dress."""
    program.window.close()
    assert program.close()
    program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
