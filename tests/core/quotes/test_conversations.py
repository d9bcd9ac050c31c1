"""Who speaks in stories, in marks and with rayas: turns in turn, epithets, pronouns, acts, vocatives, narrators."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Language, Quote
from reader.core.quotes import find_quotes


def told(text: str, language: Language) -> tuple[Quote, ...]:
    """Return the quotes of a story whose paragraphs are lines."""
    return find_quotes(article_from_text(text.strip().replace("\n", "\n\n")), language)


def speakers(text: str, language: Language) -> list[str | None]:
    """Return the best name of each quote's speaker."""
    return [quote.speaker.name if quote.speaker else None for quote in told(text, language)]


KITCHEN = """
Nora put the kettle on. Paul did not look up from the crossword.
“You forgot the bins,” she said.
“I did not.”
“They are in the hall.”
“Then somebody moved them.”
“Who?”
“Somebody strong.”
"""


def test_turns_in_marks_alternate_in_a_story() -> None:
    assert speakers(KITCHEN, "en") == ["Nora", "Paul"] * 3


def test_consecutive_quotes_of_a_report_do_not() -> None:
    text = """
Ann Bell, the mayor of Redwater, spoke on Monday at the bridge that fell last year.
“We will rebuild it before the winter, whatever the state decides to pay,” Bell said.
“Nobody should have to drive forty miles to school, and nobody will have to next year.”
“The engineers have told us what it costs, and we have told them that we know.”
"""
    assert speakers(text, "en") == ["Ann Bell"] * 3


def test_who_acts_beside_the_speech_speaks() -> None:
    text = KITCHEN + "“I am tired of this.” Paul folded the paper.\n“So am I.”\n“Good.” He stood up."
    assert speakers(text, "en")[6:] == ["Paul", "Nora", "Paul"]


def test_who_is_spoken_to_does_not_speak_and_answers() -> None:
    text = """
It was past midnight when Nora spoke into the dark.
“Are you awake, Paul?”
“No.”
“What did he want?”
“Who?”
“The man.”
"""
    assert speakers(text, "en") == ["Nora", "Paul", "Nora", "Paul", "Nora"]


def test_a_narrator_speaks_as_i() -> None:
    text = """
Rosalie Quint was sitting on the stairs.
“You are late,” she said.
“So are you.”
“Am I?”
“Yes,” I said.
“Nick, nobody waits for nobody.”
“I do.”
"""
    assert speakers(text, "en") == ["Rosalie Quint", "I", "Rosalie Quint", "I", "Rosalie Quint", "I"]


def test_pronouns_are_resolved_by_gender() -> None:
    text = "Irene vio pasar la salida; Gonzalo no quiso verla.\n—Era esa —dijo ella.\n—No era.\n—Ponía Medina."
    assert speakers(text, "es") == ["Irene", "Gonzalo", "Irene"]


@pytest.mark.parametrize("verb", ["arrancó", "saltó", "le espetó", "bufó"])
def test_after_a_dash_any_verb_in_small_letters_tells_who_speaks(verb: str) -> None:
    text = f"Osvaldo cebó un mate.\n—Hablá —dijo Osvaldo.\n—Mirá —{verb} el visitante—, yo no sé nada."
    assert speakers(text, "es") == ["Osvaldo", "el visitante", "el visitante"]


def test_a_capital_after_a_dash_tells_what_somebody_does() -> None:
    text = "—¿Falta mucho? —preguntó Nieves.\n—Una legua. —Fermín Sanz señaló la torre—. Aquella."
    assert speakers(text, "es") == ["Nieves", "Fermín Sanz", "Fermín Sanz"]


def test_the_verb_of_a_narrator_who_is_left_out() -> None:
    text = "—¿Y el gallo? —preguntó mi abuela.\n—Aquí está —contesté.\n—Pues suéltalo."
    assert speakers(text, "es") == ["mi abuela", "yo", "mi abuela"]


def test_whom_the_narration_before_is_about_speaks_when_the_verb_leaves_it_out() -> None:
    text = """
—¿Quién firma? —preguntó Marta.
—Usted —contestó Esteban.
El notario levantó la vista de los papeles.
—Aquí firmo yo —dijo.
"""
    assert speakers(text, "es") == ["Marta", "Esteban", "el notario"]


def test_an_interview_keeps_its_order_over_narration() -> None:
    text = """
Amaranta Cifuentes llega con quince minutos de adelanto.
—¿De verdad se retira?
—De los aviones, sí.
—¿Y de cantar?
—De eso no se retira nadie.
Suelta una carcajada y pide agua.
—Al principio se burlaban de mi acento.
—¿Quién se burlaba?
—Todos.
"""
    asked = [None, "Amaranta Cifuentes"] * 2 + ["Amaranta Cifuentes", None, "Amaranta Cifuentes"]
    assert speakers(text, "es") == asked


def test_answers_under_questions_that_are_headings() -> None:
    text = """
Hamish Orr has walked the length of every river in Scotland. Orr lost his sight at forty.
**When did you first think of walking a river?**
“In hospital, where the man in the next bed had his radio on.”
**How do you know where you are?**
“You listen. A river is different every hundred yards.”
**Were you frightened?**
“I was wet.”
"""
    assert speakers(text, "en") == ["Hamish Orr"] * 3


def test_two_who_fit_equally_well_leave_a_doubt() -> None:
    text = """
—Yo la maté —dijo Abel.
—Miente —dijo Saúl.
—Mienten los dos —dijo Tobías.
Hubo un silencio.
—¿Y el arma?
"""
    last = told(text, "es")[-1]
    assert last.speaker is None or last.confidence < 0.5
