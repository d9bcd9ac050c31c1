"""Whom a quote is shown to be by when nouns, pronouns or nothing at all name the speaker: sentences of our own."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Language
from reader.core.quotes import find_quotes


def shown(text: str, language: Language) -> str | None:
    """Return the name shown with the last quote."""
    speaker = find_quotes(article_from_text(text), language)[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("rule", "text", "name"),
    [
        (
            "apposition after the name",
            "Mary Brandt mended the bridge. Brandt, a retired welder, spoke. “It will hold,” she said.",
            "Mary Brandt",
        ),
        (
            "apposition gives the noun its name",
            "The board’s director, Tomas Quill, said that it would hold. “I built it,” he said.",
            "Tomas Quill",
        ),
        ("titles stay off", "“It will hold,” said United States President Quill.", "Quill"),
        (
            "the full name instead of the title",
            "Edda Quill won. “It will hold,” said Norwegian Prime Minister Quill.",
            "Edda Quill",
        ),
        (
            "a by-name in marks",
            "Orla “Spanner” Brandt mended it. “It will hold,” Brandt said.",
            "Orla Brandt",
        ),
        (
            "a pronoun tells the gender of an unusual name",
            "Wrenna Tolk keeps a key in her coat.\n\n“It fits no door,” she says.",
            "Wrenna Tolk",
        ),
        ("an adverb is nobody", "Separately, Mary Brandt met the press. “It will hold,” she said.", "Mary Brandt"),
        ("a nationality is nobody", "Brandt answered in fluent Norwegian. “It will hold,” she said.", "Brandt"),
        (
            "what somebody owns may speak",
            "Brandt’s White House has said “it will hold for years and years”.",
            "White House",
        ),
        (
            "her lawyer may be a man",
            "Orla Brandt came late. “She is ill,” her lawyer, Tomas Quill, said.",
            "Tomas Quill",
        ),
        ("a signature", "It stands over the door:\n\n“The river signs nothing at all.” — Anonymous, 1931", "Anonymous"),
        (
            "a signature before the closer",
            "The party was quick to answer.\n\n“This vote must not happen.\nFormer mayor Ann Bell, Civic League.”",
            "Ann Bell",
        ),
        (
            "a title at the end makes no signature",
            "The race goes on.\n\n“I will not leave.”\n\nAnn Bell starred in the film “Night in Lisbon”",
            None,
        ),
    ],
)
def test_english(rule: str, text: str, name: str | None) -> None:
    assert shown(text, "en") == name, rule


@pytest.mark.parametrize(
    ("rule", "text", "name"),
    [
        (
            "a noun for the one person it can be",
            "Marta Ruiz abrió la tienda. «No me voy», aclara la zapatera.\n\nLa librera sonríe. «Me quedo», dice.",
            "Marta Ruiz",
        ),
        (
            "apposition",
            "Llegó una bióloga danesa, Marta Ruiz, que prepara un libro. «Aquí hay trigo», comentó.",
            "Marta Ruiz",
        ),
        (
            "her companion is somebody else",
            "El senador Pablo Gil dudó. Su compañera de grupo Marta Ruiz dijo que «está mal escrito».",
            "Marta Ruiz",
        ),
        (
            "a day is nobody",
            "Un portavoz de los vecinos habló. «No hay luz», advirtió el lunes.",
            "Un portavoz de los vecinos",
        ),
        (
            "a participle is nobody",
            "Marta Ruiz no cede. Preguntada por la fecha, respondió: «Cuando se pueda, y no antes».",
            "Marta Ruiz",
        ),
        (
            "a title in marks is nobody",
            "Marta Ruiz guarda un «Rocinante». «Lo encontré en un tren», dice.",
            "Marta Ruiz",
        ),
        (
            "who has just come in is not the subject",
            "Marta Ruiz espera. Un hombre con un saco empuja la puerta. «Ya cierro», dice.",
            "Marta Ruiz",
        ),
        (
            "paragraphs of quote alone, after a paragraph about one person",
            "«No hay luz», dijo Pablo Gil.\n\nMarta Ruiz escucha con calma. Ha visto pasar siete alcaldes."
            "\n\n«Cuando vino la riada tardamos un año en abrir las ventanas de la casa.\n\n»Pero la gente vino».",
            "Marta Ruiz",
        ),
        (
            "a headline's quote",
            "La última del pueblo: «Un libro es una carta»\n\n«Un libro es una carta», dice Marta Ruiz.",
            "Marta Ruiz",
        ),
        ("quien", "Inauguró el acto el alcalde, Pablo Gil, quien lo calificó como «el mejor del año».", "Pablo Gil"),
        (
            "a subject left out before a verb far from the quote",
            "El Ministerio de Obras aclaró los plazos.\n\nSeñaló que las obras solo se harán «en los días de sol».",
            "Ministerio de Obras",
        ),
        (
            "what somebody was",
            "Marta Ruiz fue la primera mujer que dirigió la mina. «Encontré dos vetas», recuerda.",
            "Marta Ruiz",
        ),
        ("a name in apposition", "«No nos vamos», reconoció el capitán, Pablo Gil.", "Pablo Gil"),
        (
            "one of several",
            "Los agentes hablaron con Pablo Gil. «Era muy educado», relata una de las farmacéuticas.",
            "una de las farmacéuticas",
        ),
        (
            "both",
            "Marta Ruiz y Pablo Gil firman el estudio. Ambos sostienen que el sueño «se mide mal».",
            "Ambos",
        ),
        (
            "the goalkeeper named in the sentence before",
            "Ganó Pablo Gil.\n\nAlabó a su portero, Unai Larrea. El guardameta sonrió. «Tuve suerte», bromeó.",
            "Unai Larrea",
        ),
        (
            "somebody else's brother",
            "«No sobra nadie», sostiene Marta Ruiz. Su hermano es más prosaico. «Empezamos por una multa», admite.",
            "Su hermano",
        ),
        (
            "the last speaker is not the lawyer",
            "«Yo cerré la puerta», dijo Pablo Gil. El abogado de los dueños calificó el relato de «puro invento». "
            "«Recuerda lo que le conviene», sostuvo.",
            "El abogado de los dueños",
        ),
        (
            "several",
            "Los sindicatos acusaron a la empresa de «agitar el miedo». «Los beneficios se van lejos», ironizan.",
            "Los sindicatos",
        ),
        (
            "a letter reads",
            "Los agentes detuvieron a Pablo Gil y le encontraron una carta. «Llevo doce años esperando», decía.",
            "una carta",
        ),
        (
            "in whose view",
            "Pablo Gil habló en el pleno. A su juicio, la cita ha sido «un ejercicio de escapismo».",
            "Pablo Gil",
        ),
        (
            "a prize is nobody",
            "Pablo Gil nació en Oroz. «Me entró por el frío», confesó en 1998 al recibir el Premio Nacional.",
            "Pablo Gil",
        ),
        (
            "a dateline is nobody",
            "Santiago de Chile, 3 sep (Andespress).- El presidente del Senado, Germán Gil, llamó a la calma. «Llevamos "
            "años así», enfatizó.",
            "Germán Gil",
        ),
        (
            "a verb is nobody",
            "Circula por las redes una cadena. El físico Pablo Gil responde: «Es falso».",
            "Pablo Gil",
        ),
        (
            "a book says only where",
            "Marta Ruiz miró el campo. Después escribió en el libro: «Nadie siega ya este trigo».",
            "Marta Ruiz",
        ),
    ],
)
def test_spanish(rule: str, text: str, name: str | None) -> None:
    assert shown(text, "es") == name, rule


def test_the_headline_has_the_speaker_of_its_repetition() -> None:
    text = "La última del pueblo: «Un libro es una carta»\n\nLlueve.\n\n«Un libro es una carta», dice Marta Ruiz."
    speaker = find_quotes(article_from_text(text), "es")[0].speaker
    assert speaker is not None
    assert speaker.name == "Marta Ruiz"


def test_an_answer_in_an_interview_belongs_to_whom_the_text_is_about() -> None:
    text = (
        "Marta Ruiz cumplirá ochenta años. En el pueblo, Ruiz es la última librera.\n\n"
        "—¿Cuál es su libro preferido? —le pregunto.\n\n—El que todavía no he leído.\n\n—¿Y los demás?\n\n"
        "—Los demás ya los conozco."
    )
    quotes = find_quotes(article_from_text(text), "es")
    assert [quote.speaker and quote.speaker.name for quote in quotes] == [None, "Marta Ruiz", None, "Marta Ruiz"]


def test_many_pronouns_in_a_row_end() -> None:
    text = "\n\n".join(["She waited."] * 3000) + "\n\n“It will hold,” she said."
    assert shown(text, "en") == "she"
