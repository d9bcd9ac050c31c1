"""What a quote is: S speech, F a fragment inside a clause, N no speech (title, nickname, slogan, scare quote).

None of these sentences is among those the scorer learns from (tools/quotes/sentences.tsv).
"""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Language
from reader.core.quotes.classification import settings, weights
from reader.core.quotes.features import features
from reader.core.quotes.spans import find_spans, raw_quotes
from tests.core.quotes.notation import read, write

CASES: list[tuple[Language, str]] = [
    ("en", "⟦S:“We leave at dawn,”⟧ she said."),
    ("en", "⟦S:“We leave at dawn.”⟧"),
    ("en", "⟦S:“No,”⟧ she said. ⟦S:“Never.”⟧"),
    ("en", "The senator called the vote ⟦F:“a slap in the face”⟧ for farmers."),
    ("en", "She said the offer was ⟦F:“not good enough.”⟧"),
    ("en", "He said that ⟦F:“nobody in the room wanted the war”⟧ and that he was ⟦F:“sorry.”⟧"),
    ("en", "Mr. Lund put it plainly: ⟦S:“The money is gone.”⟧"),
    ("en", "On ⟦N:“Meet the Nation,”⟧ the governor spoke for an hour."),
    ("en", "He wrote the novel ⟦N:“A Winter in Bergen”⟧ at sixty."),
    ("en", "Walter ⟦N:“Slim”⟧ Harper won the race twice."),
    ("es", "Los vecinos se sienten, dicen, ⟦F:«castigados por vivir en cuesta»⟧."),
    ("es", "Su nuevo disco se llamará ⟦N:“Frontera del sur”⟧ y saldrá en mayo."),
    ("es", "El ruido hace que las familias ⟦F:“se sientan extrañas en su calle”⟧."),
    ("en", "They sell ⟦N:“natural”⟧ sugar to the worried."),
    ("en", "Her new single, ⟦N:“Paper Moons,”⟧ is out on Friday."),
    ("en", "Tank ⟦F:'likely'⟧ fired at reporters, inquiry finds"),
    ("en", "⟦S:“Is anybody there?”⟧"),
    ("es", "⟦S:«Yo no empujé a nadie»⟧. Lo repitió tres veces."),
    ("es", "⟦S:«¿Malas noticias?»⟧, quiso saber la portera."),
    ("es", "⟦S:«Salimos al alba»⟧, dijo ella."),
    ("es", "⟦S:«Salimos al alba»⟧."),
    ("es", "Dijo: ⟦S:«Lo sé»⟧."),
    ("es", "La patrona respondió: ⟦S:«Adelante»⟧."),
    ("es", "⟦S:“No”⟧, contestó. ⟦S:“Nunca”⟧."),
    ("es", "La senadora calificó el voto de ⟦F:«bofetada a los agricultores»⟧."),
    ("es", 'El alcalde asegura que la oferta es ⟦F:"claramente insuficiente"⟧.'),
    ("es", "Dijo que ⟦F:“nadie en la sala quería la guerra”⟧ y que estaba ⟦F:“arrepentido”⟧."),
    ("es", "La ministra lo dejó claro: ⟦S:«el dinero se ha terminado y no habrá más ayudas»⟧."),
    ("es", "Escribió la novela ⟦N:«Invierno en Bergen»⟧ a los sesenta años."),
    ("es", "Antonio Vela ⟦N:“el Flaco”⟧ ganó dos veces la carrera."),
    ("es", "Actúa en la serie ⟦N:“Los días contados”⟧ desde 2019."),
    ("es", "La llamada ⟦N:«ley seca»⟧ duró doce años."),
    ("es", "El portal de salud ⟦N:“Vida Sana”⟧ publicó el bulo."),
    ("es", "El nuevo sencillo, ⟦N:'Lunas de papel'⟧, sale el viernes."),
    ("es", "⟦S:—Adiós⟧ —dijo el niño."),
]


@pytest.mark.parametrize(("language", "written"), CASES)
def test_kinds(language: Language, written: str) -> None:
    quotes = find_spans(article_from_text(read(written).text), language)
    labels = [quote.kind.value[0].upper() for quote in quotes]
    assert write(read(written).text, [quote.span for quote in quotes], labels) == written


def test_the_parts_of_one_utterance_are_all_speech() -> None:
    text = '"In a democracy", said the historian, "it is essential to know who holds power".'
    assert [quote.kind.value for quote in find_spans(article_from_text(text), "en")] == ["speech", "speech"]


def test_the_learned_weights_are_few_and_all_in_use() -> None:
    names: set[str] = set()
    for language, written in CASES:
        text = read(written).text
        for setting in settings(text, raw_quotes(article_from_text(text), language)):
            names.update(features(text, setting, language))
    known = weights()
    assert 0 < known["threshold es"] < known["threshold en"] < 1
    assert len(known) < 250
    assert len(names & known.keys()) > 60
