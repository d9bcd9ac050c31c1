"""Which quotes are one utterance: equal letters are linked, different letters are not."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Language
from reader.core.quotes.spans import find_spans
from tests.core.quotes.notation import read, write

CASES: list[tuple[Language, str]] = [
    ("en", "⟦a:“I think this is it,”⟧ he said. ⟦a:“I have never seen such a crowd.”⟧"),
    ("en", "⟦a:“I think,”⟧ he said, ⟦a:“that this is it.”⟧"),
    ("en", "⟦a:“I think,”⟧ said Vera Lunt, the mayor of Easton, ⟦a:“that this is it.”⟧"),
    ("en", "⟦a:“We will be there.⟧\n\n⟦a:“We will be ready.”⟧"),
    ("en", '⟦a:"One paragraph that stops here⟧\n⟦a:and goes on in the next,"⟧ he said.'),
    ("en", "⟦a:“I think this is it,”⟧ he said, adding that it was ⟦b:“a bit late.”⟧"),
    ("en", "He called it ⟦a:“a farce”⟧ and ⟦b:“a shame on all of us.”⟧"),
    ("en", "⟦a:“We are leaving,”⟧ said Lund. Her rival disagreed. ⟦b:“Nobody is leaving,”⟧ Ortiz said."),
    ("en", "⟦a:“We are leaving,”⟧ said Lund.\n⟦b:“Nobody is leaving,”⟧ Ortiz said."),
    ("en", "⟦a:“We never got the letter⟧, she said.\n⟦b:“It was sent in May,”⟧ the mayor said."),
    ("es", "⟦a:«En una democracia»⟧, señaló el historiador, ⟦a:«hay que escuchar a todos»⟧."),
    ("es", "⟦a:“No podemos más”⟧, comentó Ruiz. ⟦a:“Hay mucha gente que sufre”⟧."),
    ("es", "⟦a:“Vamos bien”⟧, dijo el ministro. La oposición no lo ve así. ⟦b:“Vamos fatal”⟧, replicó Ruiz."),
    ("es", "García ⟦a:“guió los pasos”⟧ para que se revelaran los datos, ⟦b:“aprovechando su puesto”⟧."),
    ("es", "⟦a:—Señora⟧ —dijo el médico—, ⟦a:su marido vivirá.⟧\n⟦b:—Gracias a Dios.⟧"),
    ("es", "⟦a:—Hola⟧ —dijo, y pensó: ⟦b:«Qué raro»⟧—. ⟦a:Pasa, por favor.⟧"),
    ("es", "⟦a:«Empezamos de cero.⟧\n⟦a:»Luego llegaron los demás»⟧, contó."),
]


@pytest.mark.parametrize(("language", "written"), CASES)
def test_parts_of_one_utterance_are_linked(language: Language, written: str) -> None:
    text, labels, _ = read(written)
    quotes = find_spans(article_from_text(text), language)
    letters = {labels.index(letter): letter for letter in labels}
    got = write(text, [quote.span for quote in quotes], [letters.get(quote.utterance, "?") for quote in quotes])
    assert got == written
