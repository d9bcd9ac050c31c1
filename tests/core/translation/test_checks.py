"""Each sign of a bad translation on real kinds of failure, and silence over good ones."""

from __future__ import annotations

import pytest

from reader.core.translation.base import Direction
from reader.core.translation.checks import changed_numbers, check, is_in
from tests.helpers.timing import fastest

EN_ES, ES_EN = Direction("en", "es"), Direction("es", "en")

BAD = [
    (EN_ES, "The law will not change this year.", "", "empty"),
    (EN_ES, "The law will not change this year.", " … ", "empty"),
    (ES_EN, "¡Hola, mundo entero! ¿Cómo estás hoy, viejo amigo?", "How are you?", "truncated"),
    (EN_ES, "The minister told reporters that the new law will not change.", "El ministro dijo.", "truncated"),
    (EN_ES, "He said it was good.", "Dijo que era era era bueno.", "looping"),
    (EN_ES, "He said it was good.", "Dijo que era bueno, que era bueno, que era bueno.", "looping"),
    (EN_ES, "He said it was good.", "Dijo que era gergergergerger bueno.", "looping"),
    (EN_ES, "The law will not change this year.", "The law will not change this year.", "untranslated"),
    (EN_ES, "The law will not change this year.", "La law will not change this year.", "untranslated"),
    (EN_ES, "The law will not change this year.", "La ley cambia what they said of the year and it was.", "language"),
    (EN_ES, "It happened in 1990 and 2015.", "Sucedió en 1990.", "numbers"),
    (EN_ES, "He paid 35 dollars for it.", "Pagó 53 dólares por ello.", "numbers"),
    (EN_ES, 'She said "no" to him.', "Ella le dijo que no.", "marks"),
]


@pytest.mark.parametrize(("direction", "source", "target", "code"), BAD)
def test_what_is_wrong_is_seen(direction: Direction, source: str, target: str, code: str) -> None:
    assert code in check(source, target, direction)


GOOD = [
    (EN_ES, "The law will not change this year.", "La ley no cambiará este año."),
    (EN_ES, "No, no, no, he said.", "No, no, no, dijo."),
    (EN_ES, "Barack Obama", "Barack Obama"),
    (EN_ES, "Hospital animal", "Hospital animal"),
    (EN_ES, "He waited 2 days and three nights.", "Esperó dos días y 3 noches."),
    (EN_ES, "It cost 1,234.56 in all.", "Costó 1.234,56 en total."),
    (EN_ES, "It cost 1.5 billion.", "Costó 1500 millones."),
    (EN_ES, "...", "..."),
    (ES_EN, "Sí.", "Yes."),
    (ES_EN, "Nos sorprendió.", "It took all of us by surprise."),
    (Direction("fr", "de"), "Il est là.", "Er ist da."),
]


@pytest.mark.parametrize(("direction", "source", "target"), GOOD)
def test_what_is_right_passes(direction: Direction, source: str, target: str) -> None:
    assert check(source, target, direction) == ()


def test_changed_numbers_say_which() -> None:
    source, target = "In 1990 and 2015.", "En 1990 y 2016."
    found = changed_numbers(source, target, EN_ES)
    assert found is not None
    lost, new = found
    assert [span.of(source) for span in lost] == ["2015"]
    assert [span.of(target) for span in new] == ["2016"]


def test_a_quote_made_in_the_other_language_is_known() -> None:
    assert is_in("This is what we have for you", "en")
    assert not is_in("This is what we have for you", "es")
    assert not is_in("Make America Great Again", "en")
    assert not is_in("La casa de the Beatles", "es")


@pytest.mark.parametrize("text", ["a " * 50000, "1 " * 50000, "ab" * 50000, ". A" * 30000])
def test_checks_take_bounded_time(text: str) -> None:
    assert fastest(lambda: [check(text, target, EN_ES) for target in (text, "hola")], 1) < 2
