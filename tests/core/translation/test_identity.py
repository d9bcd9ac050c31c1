"""Any text, any quotes: nothing crashes, no word is lost, every link is in bounds, marks stay as many and as deep."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.model import Language, Quote, QuoteKind, Span, Translation, other_language
from reader.core.translation.assemble import assemble
from reader.core.translation.segments import plan
from tests.helpers.fuzz import cases
from tests.helpers.timing import fastest

from .building import article_of, identity
from .counting import PLAIN, printed_marks, wanted_marks

PIECES = st.sampled_from(
    [
        "word",
        "Palabra",
        "said",
        "él",
        "X",
        "X1",
        "5",
        "24",
        " ",
        " ",
        " ",
        ". ",
        ", ",
        ": ",
        "? ",
        "! ",
        "… ",
        "\n",
        "“",
        "”",
        '"',
        "«",
        "»",
        "‘",
        "’",
        "'",
        "''",
        "—",
        " —",
        "-",
        "(",
        ")",
        "[",
        "]",
        "¿",
        "😀",
        "\u200b",
        "\u00a0",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@st.composite
def texts_with_quotes(draw: st.DrawFn) -> tuple[str, list[Quote]]:
    text = draw(TEXTS)
    quotes: list[Quote] = []
    for index in range(draw(st.integers(0, 4))):
        edges = sorted(draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
        verb = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
        quotes.append(
            Quote(
                index,
                Span(edges[0], edges[3]),
                Span(edges[1], edges[2]),
                draw(st.sampled_from(QuoteKind)),
                draw(st.integers(0, index)),
                cue=Span(verb[0], verb[1]) if draw(st.booleans()) else None,
            )
        )
    return text, quotes


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


@settings(max_examples=cases(200))
@given(texts_with_quotes(), st.sampled_from(["en", "es"]))
def test_identity_keeps_every_word_and_mark(given_text: tuple[str, list[Quote]], language: Language) -> None:
    text, quotes = given_text
    article = article_of(text)
    segments = plan(article, quotes, language)
    done = {segment.index: identity(segment) for segment in segments}
    for number, block in enumerate(article.blocks):
        result = assemble(article, number, quotes, segments, done, other_language(language), PLAIN)
        assert letters(result.text) == letters(block.span.of(text))
        assert result.pending == 0
        wanted = wanted_marks(text, block.span, quotes)
        if all(depth < len(PLAIN.spanish) for depth, _ in wanted):
            assert printed_marks(result.text) == wanted


@settings(max_examples=cases(200))
@given(texts_with_quotes(), st.sampled_from(["en", "es"]), st.data())
def test_any_translation_of_any_subset_stays_in_bounds(
    given_text: tuple[str, list[Quote]], language: Language, data: st.DataObject
) -> None:
    text, quotes = given_text
    article = article_of(text)
    segments = plan(article, quotes, language)
    span = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))
    done = {
        segment.index: Translation(
            data.draw(TEXTS), links=tuple(data.draw(st.lists(st.tuples(span, span), max_size=3)))
        )
        for segment in segments
        if data.draw(st.booleans())
    }
    missing = 0
    for number, block in enumerate(article.blocks):
        result = assemble(article, number, quotes, segments, done, other_language(language), PLAIN)
        missing += result.pending
        for outer, inner in result.quotes.values():
            assert 0 <= outer.start <= inner.start <= inner.end <= outer.end <= len(result.text)
        for link in (*result.sentences, *result.words):
            assert 0 <= link.target.start <= link.target.end <= len(result.text)
            assert block.span.start <= link.source.start < link.source.end <= block.span.end
    assert missing == len(segments) - len(done)


@settings(max_examples=cases(200))
@given(texts_with_quotes(), st.sampled_from(["en", "es"]), st.randoms())
def test_marks_do_not_depend_on_what_the_model_says(
    given_text: tuple[str, list[Quote]], language: Language, random: st.random.Random
) -> None:
    text, quotes = given_text
    article = article_of(text)
    segments = plan(article, quotes, language)
    done: dict[int, Translation] = {}
    for segment in segments:
        words = [word for word in segment.text.replace("X", "").split() if word.isalnum()]
        random.shuffle(words)
        done[segment.index] = Translation(" ".join(words))
    for number, block in enumerate(article.blocks):
        wanted = wanted_marks(text, block.span, quotes)
        result = assemble(article, number, quotes, segments, done, other_language(language), PLAIN)
        if all(depth < len(PLAIN.spanish) for depth, _ in wanted):
            assert printed_marks(result.text) == wanted


HOSTILE = [
    '"a ' * 3000,
    "“" * 6000,
    "a” " * 2000,
    "'a' " * 2000,
    "«a " * 1500 + "»" * 1500,
    "1" * 9000,
    "—a —b " * 1500,
]


@pytest.mark.parametrize("text", [*HOSTILE, *(text.replace(" ", ". A") for text in HOSTILE)])
def test_time_grows_with_the_text_only(text: str) -> None:
    article = article_of(text)

    def translated() -> None:
        segments = plan(article, (), "en")
        done = {segment.index: identity(segment) for segment in segments}
        assemble(article, 0, (), segments, done, "es")

    assert fastest(translated, 1) < 5
