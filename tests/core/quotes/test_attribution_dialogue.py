"""Speakers who take turns: raya dialogue, interviews, transcripts, pieces of one utterance."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Language
from reader.core.quotes import find_quotes


def speakers(text: str, language: Language = "es") -> list[str | None]:
    """Return the best name of each quote's speaker."""
    quotes = find_quotes(article_from_text(text), language)
    return [quote.speaker.name if quote.speaker else None for quote in quotes]


def test_two_who_take_turns() -> None:
    text = "\n\n".join(
        [
            "—¿Ha visto usted el puente? —preguntó Marta.",
            "—Lo vi caer —dijo Esteban.",
            "—¿Y no avisó a nadie?",
            "—Avisé al alcalde.",
            "—Al alcalde —repitió Marta— no le avisa nadie.",
        ]
    )
    assert speakers(text) == ["Marta", "Esteban", "Marta", "Esteban", "Marta", "Marta"]


def test_a_subject_left_out_is_not_the_one_who_spoke_before() -> None:
    text = "Marta abrió la puerta a Esteban.\n\n—Llegas tarde —dijo Marta.\n\n—Había niebla —se excusó."
    assert speakers(text)[1] != "Marta"


def test_turns_before_the_first_name() -> None:
    text = "—¿Quién anda ahí?\n\n—Soy yo —dijo Esteban.\n\n—Pasa —contestó Marta."
    assert speakers(text) == ["Marta", "Esteban", "Marta"]


@pytest.mark.parametrize(("question", "answer"), [("P.–", "R.–"), ("P.—", "R.—"), ("—", "—"), ("–", "–")])
def test_interview(question: str, answer: str) -> None:
    text = "\n\n".join(
        [
            "Leonor Zubiri acaba de publicar su cuarta novela. Nos recibe en su cocina.",
            f"{question}¿Por qué ha tardado tanto?",
            f"{answer}Porque no tenía nada que decir.",
            f"{question}¿Y ahora lo tiene?",
            f"{answer}Ahora tengo deudas, y las deudas hablan mucho.",
        ]
    )
    assert speakers(text) == [None, "Leonor Zubiri", None, "Leonor Zubiri"]


def test_transcript() -> None:
    text = "MODERADORA: “Tienen un minuto.”\nSRA. TOMAZZI: “Me basta con la mitad.”"
    assert [name.upper() if name else None for name in speakers(text)] == ["MODERADORA", "TOMAZZI"]


def test_a_quote_without_words_of_its_own_is_given_to_who_goes_on() -> None:
    text = "“It will hold,” Orla Brandt said, “for ninety years.” Nobody laughed."
    assert speakers(text, "en") == ["Orla Brandt", "Orla Brandt"]
