"""Any string of any characters gives spans in bounds, in order and not overlapping, in linear time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.loaders import article_from_text
from reader.core.model import Article, Language, QuoteKind
from reader.core.quotes.spans import find_spans
from tests.helpers.timing import fastest

SOUP = st.text(alphabet="\"“”„‟«»‹›‘’‚‛'`—–―-,.;:?!¿¡…()[] \t\n\r\u00a0\u200b\u2028aAzñÉ1ß🙂", max_size=120)
PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "''",
            "«",
            "»",
            "—",
            " —",
            "— ",
            "-",
            "\n",
            "\n\n",
            " ",
            ", dijo Ana",
            ", he said",
            "Ven",
            "no.",
            "¿Qué?",
        ]
    ),
    max_size=40,
).map("".join)
LANGUAGES: list[Language] = ["en", "es"]


def check(text: str, language: Language) -> None:
    quotes = find_spans(article_from_text(text), language)
    end = 0
    for index, quote in enumerate(quotes):
        assert quote.index == index
        assert end <= quote.span.start <= quote.inner.start < quote.inner.end <= quote.span.end <= len(text)
        assert any(character.isalnum() for character in quote.inner.of(text))
        assert "\n" not in quote.span.of(text)
        assert quote.utterance <= index
        assert quotes[quote.utterance].utterance == quote.utterance
        assert quote.kind in QuoteKind
        end = quote.span.end


@given(SOUP, st.sampled_from(LANGUAGES))
def test_soup_of_marks(text: str, language: Language) -> None:
    check(text, language)


@given(PIECES, st.sampled_from(LANGUAGES))
def test_pieces_of_sentences(text: str, language: Language) -> None:
    check(text, language)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: Language) -> None:
    check(text, language)


@given(PIECES, st.sampled_from(LANGUAGES))
def test_what_went_before_does_not_spoil_what_follows(text: str, language: Language) -> None:
    tail = "\n\n\n\nThe day was long.\n\n\n\nIt rained.\n\n\n\n“We leave at dawn,” she said.\n\n\n\nIt rained again."
    quotes = find_spans(article_from_text(text + tail), language)
    assert "“We leave at dawn,”" in [quote.span.of(text + tail) for quote in quotes]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "'",
        "“",
        "”",
        "«",
        "’",
        "—",
        "-",
        "\n",
        '"a ',
        '"a" ',
        "“a\n",
        "—a —",
        ". —A",
        ": —A ",
        "“¿Qué?” ",
        "a”, dijo. ",
        "«a, dijo ",
        "cosa larga” aquí ",
        "“Ven”, dijo Ana. ",
        "x ",
    ],
)
def test_time_is_linear_in_the_length(unit: str, language: Language) -> None:
    def seconds(length: int) -> float:
        text = "“Ven”, dijo. " + (unit * (length // len(unit) + 1))[:length]
        return fastest(lambda: find_spans(Article(text, (), "key"), language))

    small, large = seconds(4_000), seconds(40_000)
    assert large <= 20 * small + 0.02, f"{unit!r}: {small:.4f} s, then {large:.4f} s for ten times as much"
