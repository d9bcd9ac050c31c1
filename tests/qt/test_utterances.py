"""What is said in several pieces has one card, which reads as one and speaks for all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.core.analysis import Analysis, analyse
from reader.core.loaders import article_from_text
from reader.core.model import QuoteKind, Span, TranslatedBlock
from reader.core.spoken import utterances
from reader.qt.models.cards import card_content, word_on_card
from reader.qt.models.speakers import speakers
from reader.qt.program import Program
from tests.helpers.window import press


def whole(text: str, language: str) -> Analysis:
    """Return the quotes of a text."""
    return analyse(article_from_text(text), "es" if language == "es" else "en")


@pytest.mark.parametrize(
    ("language", "text", "card"),
    [
        ("es", "—Diez minutos más —concedió Remedios—, y luego frío.", "Diez minutos más, y luego frío."),
        ("es", "—Pasen —dijo Ana al fin—. Pero sin ruido.", "Pasen. Pero sin ruido."),
        ("es", "—¡Ya! —gritó Ana—. Basta.", "¡Ya! Basta."),
        ("es", "«No lo sé», dijo Ana Ruiz. «Ni quiero saberlo».", "No lo sé. Ni quiero saberlo"),
        ("en", "“We waited,” said Ann Bell. “Nobody came.”", "We waited. Nobody came."),
        ("en", "“We waited,” Ann Bell said, “and nobody came.”", "We waited, and nobody came."),
    ],
)
def test_a_card_reads_as_one(language: str, text: str, card: str) -> None:
    analysis = whole(text, language)
    assert len(analysis.quotes) == 2
    assert card_content(analysis.article, [(quote, None) for quote in analysis.quotes], 0).original == card


def test_the_translation_waits_for_all_pieces() -> None:
    analysis = whole("“We waited,” Ann Bell said, “and nobody came.”", "en")
    text = "“ESPERAMOS”, DIJO ANN BELL, “Y NADIE VINO”."
    spans = {0: (Span(0, 11), Span(1, 10)), 1: (Span(28, 42), Span(29, 41))}
    block = TranslatedBlock(0, text, (), (), spans)
    first, second = analysis.quotes
    assert card_content(analysis.article, [(first, block), (second, None)], 0).translation is None
    content = card_content(analysis.article, [(first, block), (second, block)], 0)
    assert content.translation == "ESPERAMOS, Y NADIE VINO"
    word = word_on_card(content, block, second, Span(text.index("NADIE"), text.index("NADIE") + 5))
    assert word is not None
    assert word.of(content.translation) == "NADIE"


def test_who_speaks_for_whom() -> None:
    analysis = whole("“We waited,” said Ann Bell. “Nobody came.” She sang “Amelia”.\n\n“Why?” asked Joe Lane.", "en")
    quotes = tuple(replace(q, kind=QuoteKind.NON_SPEECH) if q.index == 2 else q for q in analysis.quotes)
    assert {lead: [q.index for q in said] for lead, said in utterances(quotes).items()} == {0: [0, 1], 3: [3]}
    assert [(entry.name, entry.utterances) for entry in speakers(quotes)] == [("Ann Bell", 1), ("Joe Lane", 1)]


def test_any_piece_chooses_the_card_of_all(reading: Program) -> None:
    article = reading.window.article
    page = article.page
    assert page is not None
    page.quote_clicked.emit(1)
    assert (article.active, article.opened) == (0, True)
    assert page.card(1) is page.card(0)
    page.quote_clicked.emit(1)
    assert not article.opened
    press(reading, "J")
    assert article.active == 2


def test_a_star_at_any_piece_shows_on_the_card(reading: Program) -> None:
    article = reading.window.article
    analysis = article.session.state.analysis
    assert analysis is not None
    article.session.star(analysis.quotes[1], starred=True)
    content = article.content(0)
    assert content is not None
    assert content.starred
