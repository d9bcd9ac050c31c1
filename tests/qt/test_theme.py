"""Every theme can be read: contrast by WCAG 2.1, hues apart for colour-blind readers too."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reader.core.paths import resources
from reader.qt import chrome
from reader.qt.theme import THEMES, Theme, load_theme, system_theme_name

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
VISION = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def linear(colour: QColor) -> list[float]:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def contrast(a: QColor, b: QColor) -> float:
    light, dark = sorted(
        (sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (a, b)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def oklab(colour: QColor, vision: str) -> list[float]:
    """Ottosson's OKLab of a colour as seen with `vision`; 0.02 is about the least difference seen."""
    rgb = [max(0.0, sum(m * c for m, c in zip(row, linear(colour), strict=True))) for row in VISION[vision]]
    to_lms = ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.6300))
    lms = [sum(m * c for m, c in zip(row, rgb, strict=True)) ** (1 / 3) for row in to_lms]
    to_lab = ((0.2105, 0.7936, -0.0041), (1.9780, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))
    return [sum(m * c for m, c in zip(row, lms, strict=True)) for row in to_lab]


def test_text_is_readable_on_every_ground_it_stands_on(theme: Theme) -> None:
    grounds = (theme.page, theme.surface, theme.card)
    pairs = [(ink, ground) for ink in (theme.text, theme.muted, theme.warning, theme.accent) for ground in grounds]
    behind = (theme.selection, theme.hover, theme.link_highlight, *(hue.tint for hue in theme.hues))
    pairs += [(ink, ground) for ink in (theme.text, theme.muted) for ground in behind]
    pairs += [(theme.on_accent, theme.accent)]
    worst = min(pairs, key=lambda pair: contrast(*pair))
    assert contrast(*worst) >= 4.5, [c.name() for c in worst]


def test_marks_stand_out(theme: Theme) -> None:
    grounds = (theme.page, theme.surface, theme.card)
    pairs = [(mark, ground) for mark in (theme.focus, theme.control) for ground in grounds]
    for path in chrome.DRAWN.values():
        drawn = re.search('stroke="(#[0-9a-f]{6})"', path.read_text(encoding="utf-8"))
        assert drawn is not None
        pairs += [(QColor(drawn[1]), ground) for ground in (theme.surface, theme.card)]
    pairs += [(hue.line, ground) for hue in theme.hues for ground in (*grounds, hue.tint, theme.link_highlight)]
    worst = min(pairs, key=lambda pair: contrast(*pair))
    assert contrast(*worst) >= 3.0, [c.name() for c in worst]


def test_at_least_eight_speakers_are_told_apart_by_everyone(theme: Theme) -> None:
    assert len(theme.hues) >= 8
    for vision in VISION:
        for a, b in combinations((hue.line for hue in theme.hues), 2):
            distance = sum((x - y) ** 2 for x, y in zip(oklab(a, vision), oklab(b, vision), strict=True)) ** 0.5
            assert distance >= 0.08, (theme.name, vision, a.name(), b.name())


def test_hues_begin_again_after_the_last(theme: Theme) -> None:
    assert theme.hue(len(theme.hues) + 1) == theme.hues[1]


def test_every_file_is_a_theme_and_every_colour_is_used() -> None:
    assert {path.stem for path in (resources() / "themes").glob("*.toml")} == set(THEMES)
    for name in THEMES:
        loaded = load_theme(name)
        assert loaded.name == name
        assert all(
            getattr(loaded, f.name).isValid() for f in fields(loaded) if isinstance(getattr(loaded, f.name), QColor)
        )


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light])
def test_system_follows_the_platform(qapp: object, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme

    monkeypatch.setattr("reader.qt.theme.QGuiApplication.styleHints", Hints)
    expected = "dark" if scheme == Qt.ColorScheme.Dark else "light"
    assert system_theme_name() == expected
    assert load_theme("system").name == load_theme("no such theme").name == expected


def test_the_chrome_takes_every_colour_from_the_theme(theme: Theme) -> None:
    palette = chrome.palette(theme)
    assert palette.base().color() == theme.page
    assert palette.highlightedText().color() == theme.text
    assert "{" + "theme" not in chrome.style_sheet(theme)
