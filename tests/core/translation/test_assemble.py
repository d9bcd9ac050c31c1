"""The paragraph put together again: stops and marks where the target language puts them, spacing as the author's."""

from __future__ import annotations

import pytest

from reader.core.model import Language, Span, Translation
from reader.core.quotes import find_quotes
from reader.core.translation.assemble import assemble
from reader.core.translation.marks import HouseStyle, house_style
from reader.core.translation.segments import plan

from .building import article_of, identity, quote_of, translated

TO_SPANISH = [
    ("“Yes,” he said.", {"Yes": "Sí", '"X," he said.': '"X", dijo.'}, "«Sí», dijo.", "Sí"),
    (
        "“Is it?” he asked.",
        {"Is it?": "¿Lo es?", '"X," he asked.': '"X", preguntó.'},
        "«¿Lo es?», preguntó.",
        "¿Lo es?",
    ),
    ("He said: “I know it.”", {"He said:": "Dijo:", "I know it.": "Lo sé."}, "Dijo: «Lo sé».", "Lo sé"),
    ("He said, “I know it.”", {"He said,": "Dijo,", "I know it.": "Lo sé."}, "Dijo: «Lo sé».", "Lo sé"),
    ("“I know it.”", {"I know it.": "Lo sé."}, "«Lo sé».", "Lo sé"),
    (
        "“Come now!” Ana said.",
        {"Come now!": "¡Ven!", '"X," said Ana.': '"X", dijo Ana.'},
        "«¡Ven!», dijo Ana.",
        "¡Ven!",
    ),
    ("“I know…” he said.", {"I know…": "Lo sé…", '"X," he said.': '"X", dijo.'}, "«Lo sé…», dijo.", "Lo sé…"),
    ("It was “theft.”", {"It was theft.": "Fue robo."}, "Fue «robo».", "robo"),
    ("Noisy “theft,” he said.", {"Noisy theft, he said.": "Ruidoso robo, dijo."}, "Ruidoso «robo», dijo.", "robo"),
]

TO_ENGLISH = [
    ("«Sí», dijo.", {"Sí": "Yes", '"X", dijo.': '"X", he said.'}, "“Yes,” he said.", "Yes,"),
    ("«¿Lo es?», dijo.", {"¿Lo es?": "Is it?", '"X", dijo.': '"X", he said.'}, "“Is it?” he said.", "Is it?"),
    ("Dijo: «Lo sé».", {"Dijo:": "He said:", "Lo sé": "I know"}, "He said: “I know.”", "I know."),
    ("Fue «robo».", {"Fue robo.": "It was theft."}, "It was “theft.”", "theft."),
    ("Fue «robo», dijo.", {"Fue robo, dijo.": "It was theft, he said."}, "It was “theft,” he said.", "theft,"),
    ("Fue «robo»; y ya.", {"Fue robo; y ya.": "It was theft; and that."}, "It was “theft”; and that.", "theft"),
]

LINKS = {  # word in the source, word in the target: what attention would have said
    "robo": "theft",
    "theft": "robo",
}


def linked(text: str, target: str) -> Translation:
    links = [
        (Span(text.index(one), text.index(one) + len(one)), Span(target.index(other), target.index(other) + len(other)))
        for one, other in LINKS.items()
        if one in text and other in target
    ]
    return Translation(target, links=tuple(links))


def assembled(text: str, language: Language, said: dict[str, str], style: HouseStyle | None = None) -> tuple[str, str]:
    article = article_of(text)
    quotes = find_quotes(article, language)
    segments = plan(article, quotes, language)
    assert {segment.text for segment in segments} == set(said)
    done = {segment.index: linked(segment.text, said[segment.text]) for segment in segments}
    block = assemble(article, 0, quotes, segments, done, "en" if language == "es" else "es", style)
    [(_, inner)] = block.quotes.values()
    return block.text, inner.of(block.text)


@pytest.mark.parametrize(("text", "said", "wanted", "card"), TO_SPANISH)
def test_spanish_puts_stops_after_the_mark(text: str, said: dict[str, str], wanted: str, card: str) -> None:
    assert assembled(text, "en", said) == (wanted, card)


@pytest.mark.parametrize(("text", "said", "wanted", "card"), TO_ENGLISH)
def test_american_english_puts_stops_before_it(text: str, said: dict[str, str], wanted: str, card: str) -> None:
    assert assembled(text, "es", said) == (wanted, card)


def test_house_styles() -> None:
    british = house_style(english="british")
    assert assembled("Fue «robo».", "es", {"Fue robo.": "It was theft."}, british)[0] == "It was ‘theft’."
    assert (
        assembled("Dijo: «Lo sé».", "es", {"Dijo:": "He said:", "Lo sé": "I know"}, british)[0] == "He said: ‘I know.’"
    )
    curly = house_style(spanish="curly")
    assert assembled("It was “theft.”", "en", {"It was theft.": "Fue robo."}, curly)[0] == "Fue “robo”."
    assert house_style("nonsense", "nonsense") == HouseStyle()


def test_nested_marks_follow_the_style_at_every_depth() -> None:
    text = "“She said ‘They shout “no” a lot’ here,” he said."
    block = translated(text, "en", {'"X," he said.': '"X", dijo.'})
    assert block.text == "«She said “They shout ‘no’ a lot” here», dijo."
    assert translated("«Dice “no” y ya», dijo.", "es", {}).text == "“Dice ‘no’ y ya,” dijo."


def test_an_american_stop_goes_inside_nested_marks_that_end_a_quote() -> None:
    block = translated("«Siempre dicen “no”», dijo.", "es", {})
    assert block.text == "“Siempre dicen ‘no,’” dijo."
    assert [inner.of(block.text) for _, inner in block.quotes.values()] == ["Siempre dicen ‘no,’"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("—No sé —dijo Ana—. Ya veremos.", "—No sé —Ana dijo—. Ya veremos."),
        ("—¿Quién es? —preguntó.", "—¿Quién es? —preguntó."),
        ("–Lo mismo –sonríe–, pero antes.", "–Lo mismo –sonríe–, pero antes."),
    ],
)
def test_a_raya_stays_a_raya(text: str, wanted: str) -> None:
    assert translated(text, "es", {}).text == wanted


def test_a_speaker_who_is_interrupted_keeps_the_dash() -> None:
    assert translated("“I want to try to —”", "en", {}).text == "«I want to try to —»"
    assert translated("«Quiero intentar —», dijo.", "es", {}).text == "“Quiero intentar —” dijo."
    assert translated("“We tried to—” he said.", "en", {}).text == "«We tried to—», he said."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Estamos aquí. Somos muchos”, agregó.", "Estamos aquí. Somos muchos,” agregó."),
        ("“Estamos aquí. Somos muchos.", "“Estamos aquí. Somos muchos."),
        ("“ Estamos aquí ”, agregó.", "“Estamos aquí,” agregó."),
        ("''Estamos aquí'', agregó.", "“Estamos aquí,” agregó."),
    ],
)
def test_marks_that_the_author_left_out_stay_out(text: str, wanted: str) -> None:
    assert translated(text, "es", {}).text == wanted


def test_a_lost_stand_in_keeps_the_frame_on_its_side() -> None:
    said = {"We know it now.": "Lo sabemos.", '"X," he said.': "Él dijo."}
    assert translated("“We know it now,” he said.", "en", said).text == "«Lo sabemos», Él dijo."
    said = {"We know it.": "Lo sabemos.", 'He said "X."': "Él dijo."}
    assert translated("He said “We know it.”", "en", said).text == "Él dijo «Lo sabemos»."


def test_any_subset_may_be_done() -> None:
    text = "It rained. “We know it now,” he said. “We wait.”"
    article = article_of(text)
    quotes = find_quotes(article, "en")
    segments = plan(article, quotes, "en")
    everything = {segment.index: identity(segment) for segment in segments}
    wanted = {
        (): "",
        (0,): "It rained.",
        (1,): "«We know it now»",
        (2,): "«…», he said.",
        (1, 2): "«We know it now», he said.",
        (0, 3): "It rained. «We wait».",
    }
    for done, text_then in wanted.items():
        block = assemble(article, 0, quotes, segments, {index: everything[index] for index in done}, "es")
        assert (block.text.strip(), block.pending) == (text_then, 4 - len(done))
    block = assemble(article, 0, quotes, segments, {2: everything[2]}, "es")
    assert block.quotes == {}


def test_links_are_exact() -> None:
    text = "He left. “We know it now,” he said, calling it “theft” again."
    block = translated(text, "en", {'"X," he said, calling it theft again.': '"X", dijo, y lo llamó theft otra vez.'})
    assert block.text == "He left. «We know it now», dijo, y lo llamó «theft» otra vez."
    assert {(link.source.of(text), link.target.of(block.text)) for link in block.sentences} == {
        ("He left.", "He left."),
        ("We know it now,", "We know it now"),
        ("he said, calling it “theft” again.", "dijo, y lo llamó «theft» otra vez."),
    }
    words = {(link.source.of(text), link.target.of(block.text)) for link in block.words}
    assert words >= {("He", "He"), ("left", "left"), ("now", "now")}
    assert {number: inner.of(block.text) for number, (_, inner) in block.quotes.items()} == {
        0: "We know it now",
        1: "theft",
    }


def test_the_authors_spacing_stays() -> None:
    block = translated("  One two.   Three four.\tFive.", "en", {})
    assert block.text == "One two.   Three four.\tFive."


@pytest.mark.parametrize(
    ("edited", "wanted"),
    [
        ("Fue un «robo» grande.", "Fue un «robo» grande."),
        ('Fue un "robo" grande.', "Fue un «robo» grande."),
        ("Fue un robo grande.", "Fue un «robo» grande."),
        ("Fue un “robo” de «los» grandes.", "Fue un «robo» de los grandes."),
        ("", "«»"),
    ],
)
def test_an_edit_may_keep_or_drop_the_marks(edited: str, wanted: str) -> None:
    text = "It was a great “robo”."
    article = article_of(text)
    quotes = [quote_of(text, "“robo”")]
    segments = plan(article, quotes, "en")
    block = assemble(article, 0, quotes, segments, {0: Translation(edited, edited=True)}, "es")
    assert block.text == wanted


def test_warnings_come_with_their_segment() -> None:
    article = article_of("It rained. It snowed.")
    segments = plan(article, (), "en")
    done = {0: Translation("Llovió."), 1: Translation("Nevó nevó.", warnings=("looping",))}
    assert assemble(article, 0, (), segments, done, "es").warnings == ((1, "looping"),)
