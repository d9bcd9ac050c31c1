"""Turns of interviews that no dash or mark sets off: both with letters, only the answers under questions alone."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Language
from reader.core.quotes import find_quotes
from reader.core.quotes.interviews import interview
from tests.core.quotes.notation import read, write
from tests.helpers.timing import fastest

INTRODUCTION = "Leonor Zubiri afina órganos desde hace treinta años. Nos recibe en la catedral de Oroz.\n"
TURNS = [
    "P. ⟦¿Le asusta el silencio?⟧\nR. ⟦No, me gusta.⟧",
    "Pregunta: ⟦¿Y ahora?⟧\nRespuesta: ⟦Ahora duermo.⟧\nP: ⟦Dicen que mal.⟧\nR: ⟦Como todos.⟧",
    # an answer that goes on, a quotation inside a turn
    "P. ⟦¿Hay relevo?⟧\nR. ⟦Tengo una aprendiz.⟧\n⟦Oye mejor que yo.⟧\nP. ⟦¿Y qué dice?⟧\n"
    "R. ⟦Dice «ya veremos» y se ríe.⟧",
    # questions that stand alone
    "¿Cuándo empezó?\n⟦Cuando rompí el primer tubo.⟧\n¿Vive de esto?\n⟦Vivo con esto.⟧\n¿Le molesta internet?\n"
    "⟦Al contrario, yo aprendí así.⟧",
]
NO_TURNS = [
    # nobody says "I": a list of questions about an eclipse
    "¿Cuándo será?\nEl 12 de agosto.\n¿Dónde se verá?\nEn el norte del país.\n¿Hace falta protección?\nSiempre.",
    # letters that are no labels
    "R. García abrió la sesión.\nP. D. No olviden la llave.",
    # one heading that asks
    "¿Y ahora qué?\nYo no lo sé, pero alguien lo sabrá.",
]


@pytest.mark.parametrize("written", TURNS)
def test_turns(written: str) -> None:
    marked = read(INTRODUCTION + written)
    found = [(piece.start, piece.end) for piece in interview(marked.text, "es")]
    assert write(marked.text, found) == INTRODUCTION + written


@pytest.mark.parametrize("text", NO_TURNS)
def test_no_turns(text: str) -> None:
    assert interview(text, "es") == []


def test_english_turns_are_left_to_their_marks() -> None:
    assert interview("Q. Why?\nA. I like it.\nQ. Still?\nA. I do.", "en") == []


@pytest.mark.parametrize("written", TURNS)
def test_the_answers_are_of_the_one_interviewed(written: str) -> None:
    language: Language = "es"
    text = read(INTRODUCTION + written).text
    for quote in find_quotes(article_from_text(text), language):
        line = text[text.rfind("\n", 0, quote.span.start) + 1 : quote.span.start]
        name = quote.speaker.name if quote.speaker else None
        assert name == (None if line.startswith("P") else "Leonor Zubiri"), quote.span.of(text)


@pytest.mark.parametrize("piece", [" ", "\t\n ", "P. ", "P. ¿?\n", "R. a\n", "¿Yo?\nYo.\n", "¿"])
def test_long_texts_take_time_by_their_length(piece: str) -> None:
    short, long = (piece * (size // len(piece)) + "?" for size in (20_000, 200_000))
    assert fastest(lambda: interview(long, "es"), 1) < 30 * fastest(lambda: interview(short, "es")) + 0.05
