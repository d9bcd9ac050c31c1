"""How the page is set: face, size, leading, measure; and the faces that come with the program."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication

from reader.core.paths import resources
from reader.core.settings import Settings

READING_FACES = ("Literata", "Newsreader", "Inter")
SYSTEM_SERIF = "system-serif"
SYSTEM_SANS = "system-sans"
FAMILIES = (*READING_FACES, SYSTEM_SERIF, SYSTEM_SANS)
INTERFACE_FACE = "Inter"
# What the desktop systems bring along, the better reading faces first.
_SYSTEM_SERIFS = ("Charter", "Georgia", "Noto Serif", "Liberation Serif", "DejaVu Serif", "Times New Roman")

SIZES_PT = (9.0, 40.0)
LINE_HEIGHTS = (1.2, 2.2)
COLUMNS_CHARS = (40, 100)
SPACINGS_LINES = (0.0, 1.5)
_SIZE_STEP = 1.0


@dataclass(frozen=True)
class Typography:
    """How an article is set.

    `family` is one of `FAMILIES` or any installed face. `size_pt` is in points. `line_height` is the distance from
    one baseline to the next in multiples of the size, the same for every face. `column_chars` is the measure in
    average characters (60-75 read best: Bringhurst, The Elements of Typographic Style, 2.1.2). `paragraph_spacing`
    is in lines.
    """

    family: str = "Literata"
    size_pt: float = 14.0
    line_height: float = 1.55
    column_chars: int = 66
    paragraph_spacing: float = 0.6

    def clamped(self) -> Typography:
        """Return the same within the limits a page can be set in; a value that is no number becomes the default."""
        plain = Typography()

        def within(value: float, limits: tuple[float, float], otherwise: float) -> float:
            return min(max(value, limits[0]), limits[1]) if math.isfinite(value) else otherwise

        return Typography(
            family=self.family or plain.family,
            size_pt=within(self.size_pt, SIZES_PT, plain.size_pt),
            line_height=within(self.line_height, LINE_HEIGHTS, plain.line_height),
            column_chars=round(within(self.column_chars, COLUMNS_CHARS, plain.column_chars)),
            paragraph_spacing=within(self.paragraph_spacing, SPACINGS_LINES, plain.paragraph_spacing),
        )

    @classmethod
    def of(cls, settings: Settings) -> Typography:
        """Return the page a reader's settings ask for."""
        return cls(
            family=settings.font_family,
            size_pt=settings.font_size,
            line_height=settings.line_height,
            column_chars=settings.column_width,
            paragraph_spacing=settings.paragraph_spacing,
        ).clamped()

    def settings(self) -> dict[str, object]:
        """Return the values to give to `change_settings`, by name."""
        return {
            "font_family": self.family,
            "font_size": self.size_pt,
            "line_height": self.line_height,
            "column_width": self.column_chars,
            "paragraph_spacing": self.paragraph_spacing,
        }

    def larger(self) -> Typography:
        """Return the same one step larger."""
        return replace(self, size_pt=self.size_pt + _SIZE_STEP).clamped()

    def smaller(self) -> Typography:
        """Return the same one step smaller."""
        return replace(self, size_pt=self.size_pt - _SIZE_STEP).clamped()

    def font(self, scale: float = 1.0, *, bold: bool = False, italic: bool = False) -> QFont:
        """Return the reading font at `scale` times the size."""
        font = QFont(resolve_family(self.family))
        font.setPointSizeF(self.size_pt * scale)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def line_pixels(self, scale: float = 1.0) -> float:
        """Return the distance between baselines in logical pixels (for QTextBlockFormat.FixedHeight)."""
        return round(self.size_pt * scale * _pixels_per_point() * self.line_height)

    def column_pixels(self) -> float:
        """Return the measure in logical pixels: `column_chars` times this face's average letter of running text."""
        return self.column_chars * QFontMetricsF(self.font()).horizontalAdvance(_RUNNING_TEXT) / len(_RUNNING_TEXT)

    def paragraph_pixels(self) -> float:
        """Return the space between paragraphs in logical pixels."""
        return round(self.line_pixels() * self.paragraph_spacing)


# Ordinary prose of both languages, so that the average letter is a reader's, not a type designer's "x".
_RUNNING_TEXT = (
    "The committee will meet again on Thursday, and nobody expects it to agree. "
    "El comité volverá a reunirse el jueves y nadie espera que llegue a un acuerdo. "
)


@cache
def load_fonts() -> None:
    """Make the faces in `resources/fonts` available, once, after the application object exists."""
    for path in sorted((resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    resolve_family.cache_clear()


@cache
def resolve_family(family: str) -> str:
    """Return an installed face for `family`: a system choice is looked up, a missing face becomes the default."""
    if family == SYSTEM_SANS:
        return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    if family == SYSTEM_SERIF:
        return next(filter(QFontDatabase.hasFamily, _SYSTEM_SERIFS), READING_FACES[0])
    return family if QFontDatabase.hasFamily(family) else READING_FACES[0]


def interface_font() -> QFont:
    """Return the font of menus, buttons and labels, at the platform's own size."""
    size = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    font = QFont(INTERFACE_FACE)
    font.setPointSizeF(max(size, 9.0))
    return font


def _pixels_per_point() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() / 72
