"""Who said it, in Spanish: each rule with the sentence it is for, all of our own writing."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Quote, SpeakerType
from reader.core.quotes import find_quotes


def quotes_of(text: str) -> list[Quote]:
    return list(find_quotes(article_from_text(text), "es"))


def said_by(text: str) -> list[str | None]:
    """Return the name to show for the speaker of each quote, the words of the text where there are any."""
    return [quote.speaker.text if quote.speaker else None for quote in quotes_of(text)]


@pytest.mark.parametrize(
    ("rule", "text", "speakers"),
    [
        ("verb, subject", "«El puente es seguro», aseguró Berta Oyarzun.", ["Berta Oyarzun"]),
        ("perfect", "«El puente es seguro», ha señalado Berta Oyarzun.", ["Berta Oyarzun"]),
        ("conditional perfect", "«El puente es seguro», habría dicho Berta Oyarzun.", ["Berta Oyarzun"]),
        ("pluperfect", "«El puente es seguro», había advertido Berta Oyarzun.", ["Berta Oyarzun"]),
        ("subject, verb, que", "Berta Oyarzun explicó que el puente «es seguro del todo».", ["Berta Oyarzun"]),
        ("colon", "Berta Oyarzun fue tajante y dijo: «El puente es seguro».", ["Berta Oyarzun"]),
        ("según", "Según Oyarzun, «el puente aguantará otro siglo».", ["Oyarzun"]),
        ("para", "Para Oyarzun, el puente «aguantará otro siglo sin obras».", ["Oyarzun"]),
        ("clitic", "«El puente es seguro», le explicó Oyarzun a este diario.", ["Oyarzun"]),
        ("the one told stands first", "«El puente es seguro», explicó a Efe la ingeniera.", ["la ingeniera"]),
        ("title", "«El puente es seguro», dijo el alcalde Tomás Ibarra.", ["Tomás Ibarra"]),
        ("noun", "«No nos preguntaron», lamentó una vecina.", ["una vecina"]),
        ("noun with its own", "«No nos preguntaron», lamentó una vecina de Oroz.", ["una vecina de Oroz"]),
        ("organisation", "«No habrá más obras», informó el Ayuntamiento.", ["el Ayuntamiento"]),
        ("broken", "«El puente», sostuvo Oyarzun, «aguantará otro siglo».", ["Oyarzun", "Oyarzun"]),
        ("document", "El auto señala que el puente «no reúne las condiciones exigidas».", ["El auto"]),
        ("the verb is reflexive", "«¿Y quién paga el puente?», se preguntó Oyarzun.", ["Oyarzun"]),
        ("el propio", "El propio alcalde admitió que «el puente no es seguro».", ["El propio alcalde"]),
        ("raya", "—El puente es seguro —dijo María—. Crucen sin miedo.", ["María", "María"]),
    ],
)
def test_speaker(rule: str, text: str, speakers: list[str]) -> None:
    found = said_by(text)
    assert len(found) == len(speakers)
    for got, wanted in zip(found, speakers, strict=True):
        assert got is not None, rule
        assert got == wanted or wanted in got or got in wanted, rule


@pytest.mark.parametrize(
    ("rule", "text", "name"),
    [
        ("who spoke before", "«Es seguro», dijo Berta Oyarzun. «Aguantará un siglo», añadió.", "Berta Oyarzun"),
        ("whom the text is about", "Berta Oyarzun visitó ayer el puente. «Es seguro», aseguró.", "Berta Oyarzun"),
        (
            "in the paragraph before",
            "Berta Oyarzun visitó ayer el puente.\n«Es seguro», aseguró ante los vecinos.",
            "Berta Oyarzun",
        ),
        ("no object", "Berta Oyarzun habló con Tomás Ibarra. «Es seguro», declaró a Televisa.", "Berta Oyarzun"),
        (
            "noun with its name",
            "El alcalde de Oroz, Tomás Ibarra, abrió el puente. «Es seguro», aseguró.",
            "Tomás Ibarra",
        ),
        (
            "sentence without a subject",
            "Berta Oyarzun visitó el puente. Recorrió las obras a pie. «Es seguro», aseguró.",
            "Berta Oyarzun",
        ),
        ("an office that spoke", "El Ministerio aclaró los plazos. «Abrirá en mayo», precisó.", "El Ministerio"),
    ],
)
def test_subject_left_out(rule: str, text: str, name: str) -> None:
    last = quotes_of(text)[-1].speaker
    assert last is not None, rule
    assert last.type is SpeakerType.ELIDED, rule
    assert last.span is None
    assert (last.text, last.resolved) == (name, name), rule


def test_a_subject_left_out_of_a_lone_sentence_is_nobody() -> None:
    quote = quotes_of("«El puente es seguro», añadió.")[0]
    assert quote.speaker is None
    assert quote.cue is not None


@pytest.mark.parametrize(
    ("text", "speaker", "resolved"),
    [
        ("Berta Oyarzun abrió el puente.\n«Es seguro», dijo Oyarzun.", "Oyarzun", "Berta Oyarzun"),
        (
            "La ministra Berta Oyarzun abrió el puente.\n«Es seguro», dijo la ministra.",
            "la ministra",
            "Berta Oyarzun",
        ),
        (
            "El diácono Jorge Sanz habló ayer.\nEl propio diácono contó que «el puente es seguro».",
            "El propio diácono",
            "Jorge Sanz",
        ),
        ("María Oyarzun abrió el puente con Luis Ibarra.\n«Es seguro», dijo ella.", "ella", "María Oyarzun"),
        (
            "Tomás Ibarra, portavoz de los vecinos, no lo ve claro.\n«No es seguro», dijo el portavoz.",
            "el portavoz",
            "Tomás Ibarra",
        ),
    ],
)
def test_full_name(text: str, speaker: str, resolved: str) -> None:
    last = quotes_of(text)[-1].speaker
    assert last is not None
    assert (last.text, last.resolved) == (speaker, resolved)


def test_quien_gives_way_to_the_name_before_it() -> None:
    text = "Abrió el puente la primera dama, Marta Ruiz, quien lo calificó como «el más bello del país»."
    speaker = quotes_of(text)[0].speaker
    assert speaker is not None
    assert speaker.text == "Marta Ruiz"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("«No tengo miedo», contestó el entrenador en un inglés perfecto.", "en"),
        ("—Adiós —dijo María en francés—. Hasta mañana.", "fr"),
        ("Ya en catalán, la ministra añadió: «El puente es de todos».", "ca"),
        ("«No tengo miedo», contestó el entrenador.", None),
        ("«Doy clases en inglés», contestó el entrenador.", None),
    ],
)
def test_language_of_the_original(text: str, code: str | None) -> None:
    assert {quote.original_language for quote in quotes_of(text)} == {code}
