"""Figures on their way into English."""

from __future__ import annotations

import pytest

from reader.core.model import Translation
from reader.core.translation.glossary import Glossary
from reader.core.translation.masks import mask
from reader.core.translation.numerals import in_english
from reader.core.translation.restoring import restore


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("12.000", "12,000"),
        ("1.250.000", "1,250,000"),
        ("6,3", "6.3"),
        ("0,125", "0.125"),
        ("1.250,50", "1,250.50"),
        ("25,50 €", "€25.50"),
        ("25 €", "€25"),
        ("US$1.250", "US$1,250"),
        ("US$ 3,5", "US$ 3.5"),
    ],
)
def test_figures_get_the_marks_of_english(spanish: str, english: str) -> None:
    assert in_english(spanish) == english


@pytest.mark.parametrize(
    "figure",
    ["3,500", "1,250,000", "1,250.50", "10.30", "0.125", "12.05.2021", "10:30", "3/4", "€25 €", "@ana", "🙂", ""],
)
def test_what_may_be_english_already_or_no_figure_stays(figure: str) -> None:
    assert in_english(figure) == figure


def test_only_english_gets_them() -> None:
    masked = mask("En la isla viven 12.000 personas.", Glossary(), "es")
    said = Translation(masked.text)
    assert restore(said, masked, "en").text == "En la isla viven 12,000 personas."
    assert restore(said, masked, "es").text == "En la isla viven 12.000 personas."
