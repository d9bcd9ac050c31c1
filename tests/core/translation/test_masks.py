"""What a model must not touch survives, whatever it does with the stand-ins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.model import Language, Span, Translation
from reader.core.translation.alignment import words
from reader.core.translation.glossary import Glossary, Term
from reader.core.translation.masks import mask
from reader.core.translation.restoring import restore
from tests.helpers.fuzz import cases
from tests.helpers.timing import fastest

GLOSSARY = Glossary(
    (Term("en", "scam", "estafa"), Term("en", "White House", "Casa Blanca"), Term("es", "fideicomiso", "fideicomiso")),
    ("Gustavo Petro", "Field"),
)

MASKED = [
    ("Visit https://example.com/a?b=1, now.", "Visit X1, now.", ["https://example.com/a?b=1"]),
    ("See (www.elpais.com).", "See (X1).", ["www.elpais.com"]),
    ("Write to me.you@x-y.org today", "Write to X1 today", ["me.you@x-y.org"]),
    ("Thanks @john for #MeToo!", "Thanks X1 for X2!", ["@john", "#MeToo"]),
    ("Open report.final.pdf first", "Open X1 first", ["report.final.pdf"]),
    ("I 😀 you ❤️ too", "I X1 you X2 too", ["😀", "❤️"]),
    ("He paid $1,234.56 and €5 today", "He paid X1 and X2 today", ["$1,234.56", "€5"]),
    ("It cost 1.234,56 € in all", "It cost X1 in all", ["1.234,56 €"]),
    ("At 10:30 on 12/05/2024", "At X1 on X2", ["10:30", "12/05/2024"]),
    ("It grew 0.5% this year", "It grew X1% this year", ["0.5"]),
    ("Better watch his a** now", "Better watch his X1 now", ["a**"]),
    ('A 24" screen and 6\'2" tall', "A X1 screen and X2 tall", ['24"', "6'2\""]),
    ("In 2019 three of 12 left", "In 2019 three of 12 left", []),
    ("The plan is a Scam.", "The plan is a X1.", ["Estafa"]),
    ("The White House said so.", "The X1 said so.", ["Casa Blanca"]),
    ("A scammer told Field.", "A scammer told Field.", []),
    ("X1 met https://a.b/c today", "X1 met X2 today", ["https://a.b/c"]),
    ("He [Field] left (early)", "He (Field) left (early)", []),
]


@pytest.mark.parametrize(("text", "wanted", "kept"), MASKED)
def test_what_is_kept_from_the_model(text: str, wanted: str, kept: list[str]) -> None:
    masked = mask(text, GLOSSARY, "en")
    assert masked.text == wanted
    assert list(masked.kept.values()) == kept


def test_names_and_plain_numbers_are_masked_on_demand() -> None:
    assert mask("Gustavo Petro met Field.", GLOSSARY, "en").text == "Gustavo Petro met Field."
    assert mask("Gustavo Petro met Fields.", GLOSSARY, "en", names=True).text == "X1 met Fields."
    assert mask("In 2019 three of 12 left.", GLOSSARY, "en", names=True).text == "In X1 three of X2 left."


RESTORED = [
    ("en", "Visit https://a.b/c, now.", "Visite X1, ahora.", "Visite https://a.b/c, ahora."),
    ("en", "Visit https://a.b/c, now.", "Visite X 1, ahora.", "Visite https://a.b/c, ahora."),
    ("en", "Visit https://a.b/c, now.", "Visite X1 y X1, ahora.", "Visite https://a.b/c y, ahora."),
    ("en", "Visit https://a.b/c, now.", "Visite ahora.", "Visite ahora https://a.b/c."),
    ("en", "He [the mayor] left (early).", "Él (el alcalde) se fue (pronto).", "Él [el alcalde] se fue (pronto)."),
    ("en", "He [the mayor] left.", "Él (el alcalde) se (fue).", "Él [el alcalde] se [fue]."),
    ("en", "He [the mayor] left (early).", "Él se fue (pronto).", "Él se fue (pronto)."),
    ("en", "[The table] is ours.", "La mesa) es nuestra.", "La mesa] es nuestra."),
    ("en", "He left (early).", "Se fue [pronto].", "Se fue [pronto]."),
    ("en", "Ask @ann or @bob.", "Pregunta a X2 o X1.", "Pregunta a @bob o @ann."),
    ("en", "😀 I love it 🎉🎉", "Me encanta", "😀 Me encanta 🎉🎉"),
    ("en", "MAKE SPAIN WORK", "Haz que España funcione", "HAZ QUE ESPAÑA FUNCIONE"),
    ("en", "Is it true?", "Es cierto.", "¿Es cierto?"),
    ("en", "Come here!", "Ven aquí", "¡Ven aquí!"),
    ("es", "¿Es cierto?", "¿Is it true?", "Is it true?"),
    ("en", "A headline without a stop", "Un titular.", "Un titular"),
    ("en", "It rained.", "llovió", "Llovió."),
    ("en", "and it rained.", "Y llovió.", "y llovió."),
    ("es", "y yo también.", "I too.", "I too."),
    ("en", "He came , saw.", "Vino , vio .", "Vino, vio."),
    ("en", "The ship left.", "El ⁇ barco salió.", "El barco salió."),
    ("en", "We wait...", "Esperamos...", "Esperamos..."),
    ("en", "He lives in the U.S.", "Vive en EE.UU.", "Vive en EE.UU."),
]


@pytest.mark.parametrize(("language", "source", "said", "wanted"), RESTORED)
def test_the_raw_output_is_put_right(language: Language, source: str, said: str, wanted: str) -> None:
    target: Language = "es" if language == "en" else "en"
    assert restore(Translation(said), mask(source, Glossary(), language), target).text == wanted


def test_links_are_carried_over() -> None:
    source = "😀 Visit https://a.b/c soon"
    masked = mask(source, Glossary(), "en")
    said = "Pronto visite X1"
    links = tuple(
        (
            Span(masked.text.index(one), masked.text.index(one) + len(one)),
            Span(said.index(two), said.index(two) + len(two)),
        )
        for one, two in (("Visit", "visite"), ("X1", "X1"), ("soon", "Pronto"))
    )
    done = restore(Translation(said, links=links), masked, "es")
    assert done.text == "😀 Pronto visite https://a.b/c"
    assert {(one.of(source), two.of(done.text)) for one, two in done.links} == {
        ("Visit", "visite"),
        ("https://a.b/c", "https://a.b/c"),
        ("soon", "Pronto"),
    }


def test_names_keep_their_capital_in_capitals() -> None:
    assert mask("MAYOR MEETS GUSTAVO PETRO TODAY", GLOSSARY, "en").text == "Mayor meets Gustavo Petro today"


@settings(max_examples=cases(200))
@given(st.text(max_size=80), st.sampled_from(["en", "es"]))
def test_an_echo_gives_the_text_back(text: str, language: Language) -> None:
    masked = mask(text, GLOSSARY, language)
    spans = tuple((span, span) for span in words(masked.text))
    done = restore(Translation(masked.text, links=spans), masked, language)
    for source, target in done.links:
        assert 0 <= source.start < source.end <= len(text)
        assert 0 <= target.start < target.end <= len(done.text)
    for piece in masked.kept.values():
        assert (piece.upper() if masked.caps else piece) in (done.text.upper() if masked.caps else done.text)


@settings(max_examples=cases(200))
@given(st.text(alphabet="aA1.,:/@#$€😀 X\"'*-_%¿?", max_size=60), st.text(alphabet="aX1 2.,?", max_size=30))
def test_nothing_masked_is_lost(text: str, said: str) -> None:
    masked = mask(text, Glossary(), "en")
    done = restore(Translation(said), masked, "es")
    for piece in masked.kept.values():
        assert piece in done.text or piece.upper() in done.text


@pytest.mark.parametrize(
    "text", ["a." * 20000, "1" * 40000, "1.1" * 15000, "@" * 40000, "a@" * 20000, "😀" * 9000, "a*" * 9000]
)
def test_masking_takes_linear_time(text: str) -> None:
    assert fastest(lambda: restore(Translation(text), mask(text, GLOSSARY, "en"), "es"), 1) < 5
