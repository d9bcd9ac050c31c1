"""People's full names in a text, which no translation may change."""

from __future__ import annotations

import pytest

from reader.core.translation.attempts import Attempt, translate_all
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.glossary import Glossary
from reader.core.translation.people import people
from tests.helpers.timing import fastest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Luis Iglesias, Juan Soto y Ana Botín cantaron.", ("Luis Iglesias", "Juan Soto", "Ana Botín")),
        ("Yesterday President Joe Biden’s plan failed.", ("Joe Biden",)),
        ("Vino Luis Pérez de la Fuente.", ("Luis Pérez de la Fuente",)),
        ("Mary O’Neill met Robert De Niro.", ("Mary O’Neill", "Robert De Niro")),
        ("Luis llegó tarde.", ()),
        ("Murió Juan Pablo II.", ()),
        ("La vida de Juana de Arco", ()),
        ("Vive en Virginia Occidental, en Estados Unidos.", ()),
        ("Will Congress act?", ()),
        ("Judge Rules Grace Must Leave Texas Before Sunday", ()),
        ("", ()),
    ],
)
def test_full_names(text: str, names: tuple[str, ...]) -> None:
    assert people(text) == names


def test_a_name_that_was_translated_is_kept_the_second_time() -> None:
    text = "Luis Iglesias sang."
    translator = FakeTranslator(Direction("en", "es"), said={text: "Luis Churches cantó."})
    [done] = translate_all([text], Attempt(translator, Glossary(), beam=2))
    assert "Luis Iglesias" in done.text


def test_a_long_row_of_capitals_takes_no_time() -> None:
    assert fastest(lambda: people("Juan de la " * 20_000 + "Juan Pérez " * 20_000), 1) < 2


class Knowing(FakeTranslator):
    """Knows some words in lower case, as a model does."""

    def pieces(self, word: str, *, cancel: CancelToken | None = None) -> int:
        return 1 if word in ("white", "house", "united", "states", "president") else 2


def test_names_that_are_made_of_common_words_may_be_translated() -> None:
    text = "The White House praised United States President Trump."
    said = "La Casa Blanca elogió al presidente de Estados Unidos, Trump."
    translator = Knowing(Direction("en", "es"), said={text: said})
    glossary = Glossary(names=("United States President Trump", "White House"))
    [done] = translate_all([text], Attempt(translator, glossary, beam=2))
    assert done.text == said
    assert translator.asked == [text]
