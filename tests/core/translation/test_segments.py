"""What is asked for: sentences, quotes of their own, frames with a stand-in; in tables of real turns of phrase."""

from __future__ import annotations

import pytest

from reader.core.model import Block, BlockKind, Language, SegmentRole, Span
from reader.core.quotes import find_quotes
from reader.core.translation.segments import plan

from .building import article_of, asked, quote_of

TABLE: list[tuple[str, Language, str, list[str]]] = [
    ("comma", "en", "“I thought it was terrific,” he said.", ["I thought it was terrific.", '"X," he said.']),
    ("question", "en", "“Is it true?” she asked us.", ["Is it true?", '"X," she asked us.']),
    ("colon", "en", "Trump said: “You are great.”", ["Trump said:", "You are great."]),
    ("comma before", "en", "He told me, “Yes, of course.”", ["He told me,", "Yes, of course."]),
    ("alone", "en", "“We are leaving. We are late.”", ["We are leaving.", "We are late."]),
    ("fragment", "en", "He called it a “scam” again.", ["He called it a scam again."]),
    ("fragment at the end", "en", "It was tantamount to “kidnapping.”", ["It was tantamount to kidnapping."]),
    ("that", "en", "He said that “the question is the timing”.", ["He said that the question is the timing."]),
    (
        "broken",
        "en",
        "“We ran,” he said, “and we were happy.”",
        ["We ran", "and we were happy.", '"X," he said, "Z."'],
    ),
    (
        "after its own stop",
        "en",
        "She felt good. “It was fine,” she said. Then she left.",
        ["She felt good.", "It was fine", '"X," she said.', "Then she left."],
    ),
    ("both sides", "en", "At noon, “We are ready to go,” he said.", ['At noon, "X," he said.', "We are ready to go."]),
    ("nested", "en", "“We say ‘Do no harm’ here,” he said.", ["We say Do no harm here.", '"X," he said.']),
    ("single marks", "en", "'It's ours to lose,' he added.", ["It's ours to lose.", '"X," he added.']),
    ("inches", "en", 'The 6\'2" guard won a 24" screen.', ['The 6\'2" guard won a 24" screen.']),
    ("list", "en", "He named “order”, “peace” and “work”.", ["He named order, peace and work."]),
    ("one stop", "en", "“We won,” he said, like “candy”.", ["We won", '"X," he said, like candy.']),
    ("headline", "en", "A White House charm offensive", ["A White House charm offensive"]),
    ("turn", "en", "Q: Are you sure?", ["Are you sure?"]),
    ("dateline", "en", "PARIS (AP) — It rained.", ["It rained."]),
    ("emoji alone", "en", "😀 🎉", []),
    ("comillas", "es", "«Estoy preocupado», dijo el senador.", ["Estoy preocupado", '"X", el senador dijo.']),
    ("que", "es", "Insiste en que “no hay coches”.", ["Insiste en que no hay coches."]),
    ("según", "es", "Según Hurtado, “se trata de testimonios”.", ["Según Hurtado, se trata de testimonios."]),
    ("headline, colon", "es", "Piden cambios: “15 días son muchos”", ["Piden cambios:", "15 días son muchos"]),
    ("raya", "es", "—No sé —dijo Ana—. Ya veremos.", ["No sé", '"X", Ana dijo.', "Ya veremos."]),
    ("no break in abbreviations", "es", "El Sr. Pérez llegó a EE. UU. ayer.", ["El Sr. Pérez llegó a EE. UU. ayer."]),
    ("made in English", "es", "Escribió: “This is what we have for you”.", ["Escribió:"]),
    ("parenthetical rayas", "es", "El plan —pero no hoy— gustó.", ["El plan —pero no hoy— gustó."]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_what_is_asked_for(language: Language, text: str, wanted: list[str]) -> None:
    assert asked(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "marked", "cue", "frame"),
    [
        ("es", "“Así es”, escribió Trump en Twitter.", "“Así es”", "escribió", '"X", Trump escribió en Twitter.'),
        ("es", "“Así es”, dijo la primera dama.", "“Así es”", "dijo", '"X", la primera dama dijo.'),
        ("es", "“Así es”, se preguntó Ana.", "“Así es”", "preguntó", '"X", Ana se preguntó.'),
        ("es", "“Así es”, dijo a los policías.", "“Así es”", "dijo", '"X", dijo a los policías.'),
        ("es", "“Así es”, comenta Campo, portavoz.", "“Así es”", "comenta", '"X", comenta Campo, portavoz.'),
        ("en", "“It is,” Clinton wrote in 2003.", "“It is,”", "wrote", '"X," wrote Clinton in 2003.'),
        ("en", "“It is,” he said in 2003.", "“It is,”", "said", '"X," he said in 2003.'),
        ("en", "“It is,” Trump told Bill.", "“It is,”", "told", '"X," Trump told Bill.'),
        ("en", "“It is,” X said on X.", "“It is,”", "said", '"Z," said X on X.'),
    ],
)
def test_frames_are_asked_for_in_the_order_the_model_reads_best(
    language: Language, text: str, marked: str, cue: str, frame: str
) -> None:
    assert frame in asked(text, language, [quote_of(text, marked, cue=cue)])


def test_segments_know_where_they_come_from() -> None:
    text = "Trump spoke. “I thought it was terrific,” he said at noon."
    article = article_of(text)
    quotes = find_quotes(article, "en")
    segments = plan(article, quotes, "en")
    assert [segment.index for segment in segments] == [0, 1, 2]
    assert [segment.role for segment in segments] == [SegmentRole.SENTENCE, SegmentRole.QUOTE, SegmentRole.SENTENCE]
    assert [segment.quote for segment in segments] == [None, 0, None]
    assert [span.of(text) for segment in segments for span in segment.spans] == [
        "Trump spoke.",
        "I thought it was terrific,",
        "he said at noon.",
    ]


def test_boilerplate_is_not_asked_for() -> None:
    article = article_of("Read on.\nSign up now.")
    blocks = (article.blocks[0], Block(article.blocks[1].span, BlockKind.BOILERPLATE))
    hidden = type(article)(article.text, blocks, article.key)
    assert [segment.text for segment in plan(hidden, (), "en")] == ["Read on."]


def test_white_space_is_made_single_and_invisible_characters_go() -> None:
    assert asked("One\u00a0 two\tthree\u200b four\u00adteen.", "en") == ["One two three fourteen."]


def test_segments_stay_inside_their_block_when_a_quote_crosses_it() -> None:
    article = article_of("“One two three.\nFour five six.”")
    quote = quote_of(article.text, article.text)
    for segment in plan(article, [quote], "en"):
        assert article.blocks[segment.block].span.contains(Span(segment.spans[0].start, segment.spans[-1].end))
