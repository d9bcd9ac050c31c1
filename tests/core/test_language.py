"""Spanish or English, with how sure we are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.language import article_language, block_languages
from reader.core.loaders import article_from_text
from reader.core.model import Language, LanguageChoice

ENGLISH = (
    "The ferry did not sail on Tuesday, and the islanders who had waited since dawn went home without a word. "
    "By noon the harbour was empty but for two dogs and a man who sold oranges."
)
SPANISH = (
    "El transbordador no salió el martes, y los isleños que esperaban desde el amanecer volvieron a casa sin decir "
    "palabra. A mediodía no quedaban en el puerto más que dos perros y un hombre que vendía naranjas."
)


def language_of(text: str) -> LanguageChoice:
    return article_language(article_from_text(text))


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (SPANISH, "es")])
def test_a_paragraph_is_enough_to_be_sure(text: str, language: Language) -> None:
    found = language_of(text)
    assert found.language == language
    assert found.confidence > 0.9
    assert not found.chosen


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“We are not leaving,” the mayor said.", "en"),
        ("—No nos vamos —dijo la alcaldesa.", "es"),
        ("The war is over", "en"),
        ("La guerra ha terminado", "es"),
        ("¿Qué pasa con los trenes?", "es"),
        ("Who is to blame for the trains?", "en"),
    ],
)
def test_short_texts_are_still_told_apart(text: str, language: Language) -> None:
    assert language_of(text).language == language


@pytest.mark.parametrize("text", ["", "Madrid", "Real Madrid 3, Arsenal 1", "12345", "\0\ud800", "— “” —", "OK"])
def test_without_evidence_nothing_is_claimed(text: str) -> None:
    assert language_of(text).confidence < 0.5


def test_a_quote_in_the_other_language_changes_nothing() -> None:
    text = f"{ENGLISH}\n\n“No nos vamos,” she wrote in Spanish.\n\n{ENGLISH}"
    assert language_of(text).language == "en"
    assert block_languages(article_from_text(text), "en") == {}


def test_a_paragraph_in_the_other_language_is_noticed() -> None:
    article = article_from_text(f"{ENGLISH}\n\n{SPANISH}\n\n{ENGLISH}")
    assert block_languages(article, "en") == {1: "es"}
    assert block_languages(article, "es") == {0: "en", 2: "en"}


def test_a_short_line_in_the_other_language_is_not() -> None:
    article = article_from_text(f"{ENGLISH}\n\nPor Ana Ruiz, desde el puerto\n\n{ENGLISH}")
    assert block_languages(article, "en") == {}


def test_the_middle_of_a_long_article_counts() -> None:
    text = "\n\n".join([ENGLISH] + [SPANISH] * 200 + [ENGLISH])
    assert language_of(text).language == "es"


def test_boilerplate_does_not_count() -> None:
    assert language_of("Advertisement\nPublicidad\n" + SPANISH).language == "es"


@given(st.text(st.characters(), max_size=300))
def test_any_text_gets_the_same_answer_twice(text: str) -> None:
    article = article_from_text(text)
    first = article_language(article)
    assert first == article_language(article)
    assert 0 <= first.confidence <= 1
    for language in ("en", "es"):
        assert all(0 <= index < len(article.blocks) for index in block_languages(article, language))
