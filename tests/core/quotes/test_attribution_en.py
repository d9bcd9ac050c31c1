"""Who said it, in English: each rule with the sentence it is for, all of our own writing."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Quote, SpeakerType
from reader.core.quotes import find_quotes


def quotes_of(text: str) -> list[Quote]:
    return list(find_quotes(article_from_text(text), "en"))


def said_by(text: str) -> list[str | None]:
    """Return the words that name the speaker of each quote."""
    return [quote.speaker.text if quote.speaker else None for quote in quotes_of(text)]


@pytest.mark.parametrize(
    ("rule", "text", "speakers"),
    [
        ("subject, verb after the quote", "“The bridge is safe,” Orla Brandt said.", ["Orla Brandt"]),
        ("verb, subject after the quote", "“The bridge is safe,” said Orla Brandt.", ["Orla Brandt"]),
        ("subject, verb before the quote", "Orla Brandt said: “The bridge is safe.”", ["Orla Brandt"]),
        ("pronoun", "“The bridge is safe,” she said.", ["she"]),
        ("title", "“We will rebuild it,” Sen. Orla Brandt told reporters.", ["Sen. Orla Brandt"]),
        ("told: the one told does not speak", "“The bridge is safe,” Brandt told Kip Moreau.", ["Brandt"]),
        ("told, the one told first named", "Moreau listened. “It is safe,” Brandt told Moreau.", ["Brandt"]),
        ("according to", "The bridge is “as safe as a church,” according to Orla Brandt.", ["Orla Brandt"]),
        ("fragment with that", "Brandt said that the bridge was “as safe as a church.”", ["Brandt"]),
        ("called", "Brandt called the report “a piece of fiction” and left.", ["Brandt"]),
        ("apposition", "“It held for ninety years,” said Orla Brandt, the chief engineer.", ["Orla Brandt"]),
        (
            "apposition before the verb",
            "Orla Brandt, who built it, said “it will hold another ninety.”",
            ["Orla Brandt"],
        ),
        ("noun", "“We were never asked,” said a spokeswoman for the county.", ["a spokeswoman for the county"]),
        ("bare plural", "“Nobody saw it fall,” officials said.", ["officials"]),
        ("definite noun", "“I voted against it,” the mayor said.", ["the mayor"]),
        (
            "organisation",
            "“No further tests are planned,” the Harbor Commission said in a statement.",
            ["Harbor Commission"],
        ),
        ("broken by the attribution", "“It will hold,” said Brandt, “for another ninety years.”", ["Brandt", "Brandt"]),
        ("going on after the attribution", "“It will hold,” Brandt said. “I built it.”", ["Brandt", "Brandt"]),
        ("label", "BRANDT: “It will hold.”", ["BRANDT"]),
        ("letter", "“Do not cross after dark,” the letter reads.", ["the letter"]),
        ("participle", "Brandt shook her head, saying “it will hold.”", ["Brandt"]),
        ("adverbs between", "Brandt has also repeatedly said “it will hold.”", ["Brandt"]),
        ("contraction", "She's telling everyone “the bridge will hold.”", ["She"]),
    ],
)
def test_speaker(rule: str, text: str, speakers: list[str | None]) -> None:
    found = said_by(text)
    assert len(found) == len(speakers)
    for got, wanted in zip(found, speakers, strict=True):
        assert got is not None, rule
        assert got == wanted or wanted in got, rule


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is safe.”",
        "The bridge, painted in 1931, was once “the longest in the county.”",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert said_by(text) == [None]


@pytest.mark.parametrize(
    ("text", "speaker", "resolved"),
    [
        ("Orla Brandt built the bridge.\n\n“It will hold,” Brandt said.", "Brandt", "Orla Brandt"),
        ("Orla Brandt built the bridge.\n\n“It will hold,” Ms. Brandt said.", "Ms. Brandt", "Orla Brandt"),
        ("Maria Brandt built the bridge. It opened in May.\n\n“It will hold,” she said.", "she", "Maria Brandt"),
        (
            "Maria Brandt built the bridge and Peter Moreau paid for it.\n\n“I want it back,” he said.",
            "he",
            "Peter Moreau",
        ),
        ("Sen. Maria Brandt built the bridge.\n\n“It will hold,” the senator said.", "the senator", "Maria Brandt"),
        ("“It will hold,” said Maria Brandt.\n\nThe crowd left. “I built it,” she said.", "she", "Maria Brandt"),
        ("The bridge was closed.\n\n“It will hold,” Brandt said.", "Brandt", "Brandt"),
    ],
)
def test_full_name(text: str, speaker: str, resolved: str) -> None:
    last = quotes_of(text)[-1].speaker
    assert last is not None
    assert (last.text, last.resolved) == (speaker, resolved)


def test_she_is_never_a_man() -> None:
    speaker = quotes_of("Peter Moreau paid for the bridge.\n\n“I want it back,” she said.")[0].speaker
    assert speaker is not None
    assert speaker.type is SpeakerType.PRONOUN
    assert speaker.resolved is None


def test_cue_and_span_are_the_words_of_the_text() -> None:
    text = "“The bridge is safe,” Orla Brandt insisted."
    quote = quotes_of(text)[0]
    assert quote.cue is not None
    assert quote.cue.of(text) == "insisted"
    assert quote.speaker is not None
    assert quote.speaker.span is not None
    assert quote.speaker.span.of(text) == "Orla Brandt"
    assert quote.speaker.type is SpeakerType.NAME
    assert quote.confidence > 0.8


def test_a_speaker_is_kept_over_the_paragraphs_of_one_quote() -> None:
    text = "“It will hold,” Orla Brandt said. “I was there when it was built.\n\n“I will be there when it falls.”"
    assert said_by(text) == ["Orla Brandt"] * 3


def test_the_verb_of_another_quote_is_nobodys() -> None:
    text = "“It will hold,” Brandt said, but Moreau answered, “It will not.”"
    assert said_by(text) == ["Brandt", "Moreau"]


def test_a_dateline_does_not_speak() -> None:
    text = "HARBOR CITY (AP) — The county “lost its nerve,” Orla Brandt said on Monday."
    assert said_by(text) == ["Orla Brandt"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("“Buenas noches a todos,” he wrote jokingly in Spanish.", "es"),
        ("“I was born here,” Orla Brandt said in flawless French.", "fr"),
        ("Speaking in Portuguese, Brandt told the crowd: “The bridge will hold.”", "pt"),
        ("“I was born here,” she said in Spanish class.", None),
        ("“I was born here,” Orla Brandt said.", None),
        ("“I teach Spanish to engineers,” Orla Brandt said.", None),
    ],
)
def test_language_of_the_original(text: str, code: str | None) -> None:
    assert quotes_of(text)[0].original_language == code
