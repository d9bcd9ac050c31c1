"""A theme as data: what each colour is for, read from `resources/themes/*.toml`, where roles refer to named colours."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from reader.core.paths import resources

SYSTEM = "system"
THEMES = ("light", "sepia", "dark", "black")


class Hue(NamedTuple):
    """A speaker's colours: the wash behind the words (text stays readable on it) and the line under them."""

    tint: QColor
    line: QColor


@dataclass(frozen=True)
class Theme:
    """Colours by role.

    `text` and `muted` are readable (>= 4.5:1) on `page`, `surface`, `card`, `selection`, `hover`, `link_highlight`
    and every tint; `on_accent` on `accent`. Lines, `focus`, `control` (edges of fields and buttons)
    and `warning` stand out (>= 3:1). `rule` and `card_border` only decorate. Write no text in a line's colour.
    """

    name: str
    dark: bool
    page: QColor
    surface: QColor
    text: QColor
    muted: QColor
    rule: QColor
    control: QColor
    hover: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    card: QColor
    card_border: QColor
    focus: QColor
    warning: QColor
    link_highlight: QColor
    hues: tuple[Hue, ...]

    def hue(self, speaker: int) -> Hue:
        """Return the colours of the `speaker`-th speaker of an article; after the last hue they begin again."""
        return self.hues[speaker % len(self.hues)]


def system_theme_name() -> str:
    """Return "dark" or "light", as the platform's colour scheme is; light where it says nothing."""
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def load_theme(name: str) -> Theme:
    """Return the theme `name`; "system", and any name there is no theme of, follow the platform."""
    return _read(name if name in THEMES else system_theme_name())


@cache
def _read(name: str) -> Theme:
    data = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    colours = {key: QColor(value) for key, value in data["colours"].items()}
    roles: dict[str, Any] = dict(data["roles"])
    hues = tuple(Hue(colours[tint], colours[line]) for tint, line in roles.pop("hues"))
    by_role = {role: colours[colour] for role, colour in roles.items()}
    return Theme(name=data["name"], dark=data["dark"], hues=hues, **by_role)
