"""The "Aa" popover: theme, face, size, leading, measure; the page changes under it as one chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.qt.i18n import QT_TRANSLATE_NOOP
from reader.qt.theme import SYSTEM, THEMES, Theme, load_theme
from reader.qt.typography import FAMILIES, READING_FACES, SYSTEM_SANS, SYSTEM_SERIF, Typography, resolve_family
from reader.qt.views.dressed import IconButton, label, rule
from reader.qt.views.overlay import Overlay

THEME_NAMES = {
    SYSTEM: QT_TRANSLATE_NOOP("TypographyPopover", "Follow the system"),
    "light": QT_TRANSLATE_NOOP("TypographyPopover", "Light"),
    "sepia": QT_TRANSLATE_NOOP("TypographyPopover", "Sepia"),
    "dark": QT_TRANSLATE_NOOP("TypographyPopover", "Dark"),
    "black": QT_TRANSLATE_NOOP("TypographyPopover", "Black"),
}
_FACE_NAMES = {
    SYSTEM_SERIF: QT_TRANSLATE_NOOP("TypographyPopover", "System serif"),
    SYSTEM_SANS: QT_TRANSLATE_NOOP("TypographyPopover", "System sans"),
}


@dataclass(frozen=True)
class _Measure:
    """A number of the page that is stepped up and down."""

    field: str
    name: str
    step: float
    decimals: int
    unit: str = ""

    def shown(self, page: Typography) -> str:
        """Return the number as the language of the interface writes it."""
        return QLocale().toString(float(getattr(page, self.field)), "f", self.decimals) + self.unit


_MEASURES = (
    _Measure("size_pt", QT_TRANSLATE_NOOP("TypographyPopover", "Size"), 1.0, 0, " pt"),
    _Measure("line_height", QT_TRANSLATE_NOOP("TypographyPopover", "Line height"), 0.05, 2),
    _Measure("column_chars", QT_TRANSLATE_NOOP("TypographyPopover", "Column width"), 2, 0),
    _Measure("paragraph_spacing", QT_TRANSLATE_NOOP("TypographyPopover", "Paragraph space"), 0.1, 1),
)


class ThemeSwatch(QAbstractButton):
    """A sample of a theme to click on: its page, its ink, a quote's underline."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.theme_name = name
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return the size of a stamp."""
        return QSize(52, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sample; the one in use has a thick frame."""
        sample = load_theme(self.theme_name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(3, 3, -3, -3)
        painter.setBrush(sample.page)
        edge = self.palette().accent().color() if self.isChecked() else self.palette().placeholderText().color()
        painter.setPen(QPen(edge, 2.5 if self.isChecked() else 1))
        painter.drawRoundedRect(frame, 6, 6)
        if self.theme_name == SYSTEM:  # half of each, whichever the system shows now
            painter.setClipRect(frame.adjusted(frame.width() // 2, 0, 0, 0))
            painter.setBrush(load_theme("light" if sample.dark else "dark").page)
            painter.drawRoundedRect(frame, 6, 6)
            painter.setClipping(False)
        painter.setPen(sample.text if self.theme_name != SYSTEM else sample.control)
        font = QFont(READING_FACES[0])
        font.setPixelSize(16)
        painter.setFont(font)
        painter.drawText(frame.adjusted(0, -3, 0, -3), Qt.AlignmentFlag.AlignCenter, "Aa")
        painter.setPen(QPen(sample.hues[0].line, 2))
        painter.drawLine(frame.center().x() - 10, frame.bottom() - 8, frame.center().x() + 10, frame.bottom() - 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().windowText().color(), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)
        painter.end()


class TypographyPopover(Overlay):
    """Choices only: what is chosen goes out as a signal, and comes back through `set_typography`."""

    typography_changed = Signal(object)  # Typography
    theme_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._page = Typography()
        self._themes = QButtonGroup(self)
        self._faces = QButtonGroup(self)
        self._values = [label() for _ in _MEASURES]
        self._names = [label("muted") for _ in _MEASURES]
        self._steps = [(IconButton("minus"), IconButton("plus")) for _ in _MEASURES]
        self._usual = QPushButton()
        self._usual.setFlat(True)
        self._usual.clicked.connect(lambda: self._set(Typography()))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(10)
        column.addLayout(self._theme_row())
        column.addWidget(rule())
        column.addLayout(self._face_rows())
        column.addWidget(rule())
        column.addLayout(self._measure_rows())
        column.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()
        self.dress()
        self.set_typography(self._page)

    def set_typography(self, page: Typography) -> None:
        """Show the page as it is set now."""
        self._page = page
        for button in self._faces.buttons():
            button.setChecked(button.property("family") == page.family)
        for measure, value in zip(_MEASURES, self._values, strict=True):
            value.setText(measure.shown(page))

    def set_theme_choice(self, name: str) -> None:
        """Show which theme is chosen ("system" included)."""
        for button in self._themes.buttons():
            button.setChecked(isinstance(button, ThemeSwatch) and button.theme_name == name)

    def first_focus(self) -> QWidget:
        """Begin at the theme in use."""
        return self._themes.checkedButton() or self._themes.buttons()[0]

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Typography and theme"))
        for swatch in self._themes.buttons():
            if isinstance(swatch, ThemeSwatch):
                swatch.setAccessibleName(self.tr(THEME_NAMES[swatch.theme_name]))
                swatch.setToolTip(swatch.accessibleName())
        for face in self._faces.buttons():
            family = face.property("family")
            face.setText(self.tr(_FACE_NAMES[family]) if family in _FACE_NAMES else family)
        for measure, name, (less, more) in zip(_MEASURES, self._names, self._steps, strict=True):
            name.setText(self.tr(measure.name))
            less.name(self.tr("{measure}: less").format(measure=name.text()))
            more.name(self.tr("{measure}: more").format(measure=name.text()))
        self._usual.setText(self.tr("Back to the usual page"))
        self.set_typography(self._page)

    def _theme_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for name in (SYSTEM, *THEMES):
            swatch = ThemeSwatch(name)
            swatch.clicked.connect(lambda checked, name=name: self.theme_chosen.emit(name))
            self._themes.addButton(swatch)
            row.addWidget(swatch)
        return row

    def _face_rows(self) -> QGridLayout:
        rows = QGridLayout()
        rows.setSpacing(6)
        for place, family in enumerate(FAMILIES):
            face = QPushButton()
            face.setProperty("role", "face")
            face.setProperty("family", family)
            face.setCheckable(True)
            # A style sheet on the application wins over setFont; one on the widget wins over that.
            face.setStyleSheet(f'font-family: "{resolve_family(family)}"; font-size: 12pt;')
            face.clicked.connect(lambda checked, family=family: self._set(replace(self._page, family=family)))
            self._faces.addButton(face)
            rows.addWidget(face, place // 3, place % 3)
            rows.setColumnMinimumWidth(place % 3, 124)
            rows.setColumnStretch(place % 3, 1)
        return rows

    def _measure_rows(self) -> QGridLayout:
        rows = QGridLayout()
        rows.setVerticalSpacing(2)
        rows.setColumnStretch(0, 1)
        for place, (measure, name, value, (less, more)) in enumerate(
            zip(_MEASURES, self._names, self._values, self._steps, strict=True)
        ):
            value.setAlignment(Qt.AlignmentFlag.AlignCenter)
            value.setMinimumWidth(56)
            for step, button in ((-measure.step, less), (measure.step, more)):
                button.setAutoRepeat(True)
                button.clicked.connect(lambda checked=False, field=measure.field, step=step: self._step(field, step))
            for column, widget in enumerate((name, less, value, more)):
                rows.addWidget(widget, place, column)
        return rows

    def _step(self, field: str, step: float) -> None:
        changed = {field: round(getattr(self._page, field) + step, 2)}
        self._set(replace(self._page, **changed).clamped())

    def _set(self, page: Typography) -> None:
        self.set_typography(page)
        self.typography_changed.emit(page)
