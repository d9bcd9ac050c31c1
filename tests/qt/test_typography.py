"""The page is set as asked, within limits, on any machine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QRawFont

from reader.core.paths import resources
from reader.core.settings import Settings, fits
from reader.qt.typography import (
    FAMILIES,
    READING_FACES,
    SIZES_PT,
    Typography,
    interface_font,
    load_fonts,
    resolve_family,
)


@pytest.fixture(autouse=True)
def fonts(qapp: object) -> None:
    load_fonts()


def test_the_faces_shipped_are_found_and_stay_small() -> None:
    files = list((resources() / "fonts").glob("*.ttf"))
    assert set(READING_FACES) <= set(QFontDatabase.families())
    assert sum(path.stat().st_size for path in files) < 1_500_000
    assert len(list((resources() / "fonts").glob("OFL-*.txt"))) == len(READING_FACES)


@pytest.mark.parametrize("path", sorted((resources() / "fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_each_has_the_letters_and_marks_of_both_languages(path: object) -> None:
    font = QRawFont(str(path), 16)
    missing = [c for c in "áéíóúüñÁÉÍÓÚÜÑçÇŁšğő¿¡«»“”‘’‹›—–…·ªº€$0123456789" if not font.supportsCharacter(ord(c))]
    assert not missing


@pytest.mark.parametrize("family", [*FAMILIES, "No Such Face", ""])
def test_every_choice_resolves_to_an_installed_face(family: str) -> None:
    assert QFontDatabase.hasFamily(resolve_family(family))


def test_values_out_of_range_are_brought_back() -> None:
    odd = Typography(family="", size_pt=float("nan"), line_height=99, column_chars=-3, paragraph_spacing=-1).clamped()
    assert (odd.family, odd.size_pt, odd.line_height, odd.column_chars) == ("Literata", 14.0, 2.2, 40)
    assert odd.paragraph_spacing == 0.0


def test_settings_and_page_say_the_same() -> None:
    assert Typography.of(Settings()) == Typography()
    page = Typography("Inter", 17.5, 1.4, 58, 1.0)
    assert all(fits(name, value) for name, value in page.settings().items())
    assert Typography.of(replace(Settings(), **page.settings())) == page


def test_larger_and_smaller_stop_at_the_limits() -> None:
    page = Typography()
    assert page.larger().smaller() == page
    for _ in range(60):
        page = page.larger()
    assert page.size_pt == SIZES_PT[1]
    assert page.line_pixels() > Typography().line_pixels()


def test_the_column_holds_the_characters_it_promises() -> None:
    page = Typography(column_chars=66)
    line = "She had been waiting since morning, and the door stayed closed all day."[:66]
    assert QFontMetricsF(page.font()).horizontalAdvance(line) == pytest.approx(page.column_pixels(), rel=0.08)


def test_the_interface_is_never_smaller_than_nine_points() -> None:
    assert interface_font().pointSizeF() >= 9
