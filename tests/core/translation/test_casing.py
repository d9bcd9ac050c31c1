"""Capitals that tell nothing about a word, and those that do."""

from __future__ import annotations

import pytest

from reader.core.model import Language, Translation
from reader.core.translation.casing import is_capitals, is_title
from reader.core.translation.glossary import Glossary
from reader.core.translation.masks import mask
from reader.core.translation.restoring import restore
from tests.helpers.timing import fastest

KNOWN = """
Spain June York NATO interview read more elections news wins win three awards the new times sign signs trade deal
police arrest two men over stolen painting bank banks of with and meet in
"""
GLOSSARY = Glossary(names=("Ana Banks",))


def pieces(word: str) -> int:
    return 1 if word in KNOWN.split() else 2


@pytest.mark.parametrize(
    ("text", "language", "capitals"),
    [
        ("MAKE AMERICA GREAT", "en", True),
        ("NATO", "en", False),
        ("ADVERTISEMENT", "en", True),
        ("EE. UU.", "es", False),
        ("The NATO summit", "en", False),
        ("THE WAR IS OVER", "en", True),
        ("EL FIN DE UNA ERA", "es", True),
        ("IT", "en", False),
        ("EU, UN, NATO", "en", False),
    ],
)
def test_lines_in_capitals(text: str, language: Language, capitals: bool) -> None:
    assert is_capitals(text, language) is capitals


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Police Arrest Two Men Over Stolen Painting", True),
        ("What the Mayor Said About the Flood", True),
        ("Police arrest two men over stolen painting", False),
        ("Asistieron Luis Soto, Ana Gil y Eva Ruiz.", False),
        ("The New York Times", False),
        ("", False),
    ],
)
def test_headlines_with_a_capital_on_every_word(text: str, title: bool) -> None:
    assert is_title(text) is title


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("SPAIN AND NATO MEET IN JUNE", "Spain and NATO meet in June"),
        ("Police Arrest Two Men Over Stolen Painting", "police arrest two men over stolen painting"),
        ("The New York Times Wins Three Awards", "the New York times wins three awards"),
        ("Ana Banks Signs Trade Deal With Spain", "Ana Banks signs trade deal with Spain"),
        ("Milei Signs Trade Deal With Buenos Aires", "Milei signs trade deal with Buenos Aires"),
        ("Interview", "interview"),
        ("Read more:", "read more:"),
        ("Spain", "Spain"),
        ("Interview.", "Interview."),
        ("Elections in Spain", "Elections in Spain"),
        ("Elections brought news and awards to two men", "Elections brought news and awards to two men"),
    ],
)
def test_what_the_model_is_given(text: str, given: str) -> None:
    assert mask(text, GLOSSARY, "en", pieces=pieces).text == given


def test_the_translation_has_the_capitals_of_the_source() -> None:
    masked = mask("SPAIN AND NATO MEET IN JUNE", Glossary(), "en", pieces=pieces)
    assert restore(Translation("España y la OTAN se reúnen"), masked, "es").text == "ESPAÑA Y LA OTAN SE REÚNEN"
    masked = mask("Interview", Glossary(), "en", pieces=pieces)
    assert restore(Translation("entrevista"), masked, "es").text == "Entrevista"
    masked = mask("Police Arrest Two Men Over Stolen Painting", Glossary(), "en", pieces=pieces)
    assert restore(Translation("la policía detiene a dos hombres"), masked, "es").text.startswith("La policía detiene")


def test_without_a_model_only_lines_in_capitals_change() -> None:
    assert mask("Interview", Glossary(), "en").text == "Interview"
    assert mask("ENTRADA GRATUITA", Glossary(), "es").text == "Entrada gratuita"


def test_many_words_and_addresses_take_no_time() -> None:
    text = "WORDS AND https://example.org/x " * 20_000
    assert fastest(lambda: [mask(some, Glossary(), "en", pieces=pieces) for some in (text, text.title())], 1) < 8
