"""Which stretches stand between quotation marks: one written-out passage for every convention and every slip."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Article, Block, BlockKind, Language, Span
from reader.core.quotes.spans import find_spans, raw_quotes
from tests.core.quotes.notation import read, write

ENGLISH = [
    # the marks themselves
    "⟦“We leave at dawn,”⟧ she said.",
    '⟦"We leave at dawn,"⟧ she said.',
    "⟦''We leave at dawn,''⟧ she said.",
    "⟦``We leave at dawn,''⟧ she said.",
    "⟦‘We leave at dawn,’⟧ she said.",
    "⟦'We leave at dawn,'⟧ she said.",
    "⟦“ Space before the words,”⟧ he said.",
    "⟦„Low and high,“⟧ he said.",
    # broken by attribution
    "⟦“I think so,”⟧ he said. ⟦“No, I am sure of it.”⟧",
    '⟦"I think,"⟧ he said, ⟦"that we are lost."⟧',
    "⟦“Well,”⟧ said Ruth—⟦“well, then.”⟧",
    # mixed and swapped shapes
    '⟦“They will be paid,"⟧ Lund said.',
    '⟦"They will be paid,”⟧ Lund said.',
    "⟦“They will be paid,“⟧ Lund said.",
    "⟦”They will be paid,”⟧ Lund said.",
    "⟦”They will be paid,“⟧ Lund said, and left.",
    # nesting: only the outer quote
    "⟦“She called it ‘a farce’ and left,”⟧ he said.",
    "⟦“She called it 'a farce' and left,”⟧ he said.",
    "⟦‘She called it “a farce” and left,’⟧ he said.",
    "⟦“We always say ‘Do no harm,’ ”⟧ he told me.",
    "⟦\"We always say 'Do no harm.'\"⟧ He shrugged.",
    "⟦''We always say 'do no harm,' ''⟧ he said.",
    "⟦“I read the “List” twice, and then the “Appendix” once,”⟧ he said.",
    '⟦“I read the "List" twice,”⟧ he said.',
    # apostrophes are no marks
    "The workers’ vote and the drivers' union won't change rock 'n' roll.",
    "In the ’90s, and in the '80s too, 'twas the players' game; give 'em time.",
    "⟦'It's the workers' money, isn't it,'⟧ she said.",
    "⟦‘If someone’s calling, don’t answer,’⟧ she said.",
    "The boss's and the boys' cars, the Joneses' house and James' hat.",
    # measures, coordinates and code are no marks
    "The 6'2\" guard won a 24\" screen in 5' flat.",
    'A 3/4" pipe and a 12" pizza; ⟦"Both are fine,"⟧ said the plumber.',
    'Type print("hello world") and <a class="big" href=\'x y z\'>, or row["last name"]; ⟦"It works,"⟧ she said.',
    "It stands at 40° 26′ 46″ N, 79° 58′ 56″ W.",
    "⟦“The guard is 6'2\" tall,”⟧ the coach said.",
    # fragments, brackets, question marks
    "The tweet was ⟦“to mock”⟧ her rival.",
    "Closing it would ⟦“[send] the wrong message,”⟧ he added.",
    "⟦“Who goes there?”⟧ he asked. ⟦“No one!”⟧ came the answer.",
    "He said the plan (⟦“a gift,”⟧ in his words) was dead.",
    "Police say driver was ⟦'likely'⟧ asleep at the wheel",
    "Attributed after a dash: ⟦“I would rather walk.”⟧ ― Vera Lunt",
    "⟦“One thing.”⟧⟦“Another thing,”⟧ they said at once.",
    "a space is missing:⟦“Like here,”⟧he said.",
    # several paragraphs, closed only at the last
    "⟦“Our officers are trained.⟧\n\n⟦“They will be there.”⟧",
    "⟦“One.⟧\n⟦“Two.⟧\n⟦“Three,”⟧ he said.",
    '⟦"One paragraph that stops here⟧\n⟦and goes on in the next,"⟧ he said.',
    "⟦‘One.⟧\n\n⟦‘Two,’⟧ he said.",
    # a closer is missing: the rest of the article is safe
    "⟦“We never got the letter⟧, she said.\nThe mayor called it ⟦“a mistake.”⟧",
    "⟦“We never got the letter.⟧\nThe mayor called it ⟦“a mistake.”⟧ He left.",
    '⟦"We never got the letter⟧, she said. ⟦"It was lost,"⟧ she added.',
    # an opener is missing
    "⟦The letter never came,”⟧ she said. ⟦“It was lost.”⟧",
    "A stray mark” here does not hide ⟦“a real quote,”⟧ he said.",
    "Nothing here but a stray “\nThe mayor called it ⟦“a mistake.”⟧",
]

SPANISH = [
    "⟦«Estoy harto»⟧, dijo el alcalde.",
    "⟦“Estoy harto”⟧, dijo el alcalde.",
    '⟦"Estoy harto"⟧, dijo el alcalde.',
    "⟦'Estoy harto'⟧, dijo el alcalde.",
    "⟦‹Estoy harto›⟧, dijo el alcalde.",
    '⟦«El "plan", creo, es humo»⟧, ha precisado.',
    "⟦«El “plan” de los ‘sabios’ es humo»⟧, ha precisado.",
    '⟦"En una democracia"⟧, señaló, ⟦"hay que escuchar"⟧.',
    'Insiste en que ⟦"no hay ningún control"⟧, lo que enfada a todos.',
    "Según el juez, ⟦“no aportan datos”⟧.",
    'Los vecinos exigen cambios: ⟦"Esto es insoportable"⟧',
    "Lo dijo claro: ⟦«¿Quién paga?»⟧. Nadie contestó.",
    "⟦«¡Fuera!»⟧, gritaban.",
    # wrong shapes
    "⟦“La ciencia es inmensa“⟧, manifestó la investigadora.",
    "Para el magistrado, ⟦”es cuando se difunde, y lo sabe”⟧.",
    "Y le escribe ⟦”Porque si no, parece otra cosa“⟧, según el auto.",
    '⟦"Un trozo de pista se soltó”⟧, le explicó una fuente.',
    "⟦«Es arriesgado decir ‘se acabó, salimos ‘porque volverán”⟧, dijo el doctor.",
    "⟦»Al revés van las mías«⟧, dijo el cajista.",
    # a missing mark
    "⟦Estamos buscando la manera de traer más vacunas. Es muy difícil”⟧, agregó.",
    'Los disparos ⟦"deben dirigirse también a los otros⟧, añadió.',
    '⟦"Nadie vino⟧, dijo. ⟦"Ni uno solo"⟧, insistió.',
    "⟦“El señor aquel trabajaba mucho y ganaba poco.⟧\nEl ministro lamentó ⟦“su muerte”⟧.",
    'Dijo la ministra: ⟦Vamos a cumplir el plazo"⟧, y se marchó.',
    "Un ejemplo son las camas, ⟦“suprimidas en nombre de la “eficiencia”⟧.",
    # nested with the same mark
    'Alabó a los dos: ⟦"me encanta "GGG", creo que es enorme, y \'Canelo\' también"⟧.',
    '⟦“Nos reímos con “Benito”; si "Benito" es ingenioso, y “Cucho” también”⟧, dijo.',
    # several paragraphs
    "⟦“Había un fideicomiso.⟧\n⟦“Sí, campos de golf”⟧, reveló.",
    "⟦«Empezamos de cero.⟧\n⟦»Luego llegaron los demás.⟧\n⟦»Y aquí estamos»⟧, contó.",
    "⟦«Empezamos de cero.⟧\n\n⟦«Luego llegaron los demás»⟧, contó.",
    "⟦“Una sola vez.⟧\n⟦”Y ya está”⟧, remató.",
]


def found(text: str, language: Language) -> str:
    return write(text, [(quote.start, quote.end) for quote in raw_quotes(article_from_text(text), language)])


@pytest.mark.parametrize("written", ENGLISH)
def test_english_marks(written: str) -> None:
    assert found(read(written).text, "en") == written


@pytest.mark.parametrize("written", SPANISH)
def test_spanish_marks(written: str) -> None:
    assert found(read(written).text, "es") == written


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n \n"])
def test_an_advertisement_inside_a_quote_is_passed_over(between: str) -> None:
    first, advertisement, last = (
        '"The health issue is partisan,',
        "ADVERTISEMENT",
        'but these numbers are not," he said.',
    )
    text = between.join((first, advertisement, last))
    start = text.index(advertisement)
    blocks = (
        Block(Span(0, len(first)), BlockKind.PARAGRAPH),
        Block(Span(start, start + len(advertisement)), BlockKind.BOILERPLATE),
        Block(Span(text.index(last), len(text)), BlockKind.PARAGRAPH),
    )
    quotes = find_spans(Article(text, blocks, "key"), "en")
    assert [quote.inner.of(text) for quote in quotes] == [first[1:], "but these numbers are not,"]
    assert [quote.utterance for quote in quotes] == [0, 0]


def test_marks_inside_boilerplate_open_nothing() -> None:
    text = 'Read also: "The week in pictures\nHe said "never" and left.'
    first = text.index("\n")
    blocks = (
        Block(Span(0, first), BlockKind.BOILERPLATE),
        Block(Span(first + 1, len(text)), BlockKind.PARAGRAPH),
    )
    assert [quote.span.of(text) for quote in find_spans(Article(text, blocks, "key"), "en")] == ['"never"']


def test_a_table_of_quoted_values_is_no_prose() -> None:
    table = ", ".join(f'"k{n}": "v{n}"' for n in range(40))
    text = f"{table}\n“We publish everything,” she said."
    assert found(text, "en") == f"{table}\n⟦“We publish everything,”⟧ she said."


def test_inner_spans_leave_the_marks_out() -> None:
    text = "''Two of them,'' he said. «Y una»."
    assert [quote.inner.of(text) for quote in find_spans(article_from_text(text), "en")] == ["Two of them,", "Y una"]
