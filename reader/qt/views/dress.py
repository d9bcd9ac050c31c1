"""How everything in the window looks now: the theme and the page's typography, handed down together."""

from __future__ import annotations

from dataclasses import dataclass

from reader.qt.theme import Theme
from reader.qt.typography import Typography


@dataclass(frozen=True)
class Dress:
    """A theme and a typography."""

    theme: Theme
    typography: Typography
