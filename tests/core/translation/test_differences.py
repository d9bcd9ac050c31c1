"""What a back-translation changed: negations, numbers, names."""

from __future__ import annotations

import pytest

from reader.core.model import Language
from reader.core.translation.differences import differences, with_differences

TABLE: list[tuple[Language, str, str, list[tuple[str, str]]]] = [
    ("en", "He did not pay.", "He paid.", [("negation", "not")]),
    ("en", "He paid.", "He didn’t pay.", [("negation", "didn’t")]),
    ("en", "He will not pay.", "He won't pay.", []),
    ("es", "Nunca dijo nada a Ana.", "No dijo nada a Ana.", []),
    ("es", "No vino. No llamó.", "No vino. Llamó.", [("negation", "No")]),
    ("en", "It cost $5 million.", "It cost 6 million.", [("number", "5"), ("number", "6")]),
    ("en", "It cost 5 million.", "It cost five million.", []),
    ("en", "He met Petro in Paris.", "He met Peter in Paris.", [("name", "Petro"), ("name", "Peter")]),
    ("en", "He read Trump’s book.", "He read the book of Trump.", []),
    ("en", "Petro came.", "Petro came.", []),
    ("en", "", "", []),
]


@pytest.mark.parametrize(("language", "original", "back", "wanted"), TABLE)
def test_differences(language: Language, original: str, back: str, wanted: list[tuple[str, str]]) -> None:
    found = differences(original, back, language)
    assert [(one.kind.value, one.span.of(original if one.in_original else back)) for one in found] == wanted
    assert [one.in_original for one in found] == sorted((one.in_original for one in found), reverse=True)


def test_differences_are_marked_for_people() -> None:
    assert with_differences("He did not pay Petro 5.", "He paid Peter 5.", "en") == "He paid ‹Peter› 5. (− not, Petro)"
    assert with_differences("He paid.", "He paid.", "en") == "He paid."
