"""Offsets go in and out as Python characters, whatever the text holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.model import Article, Block, BlockKind, Span
from reader.qt.models.page_text import PageText, Place, Reach, displayable
from reader.qt.models.views import Side
from tests.helpers.fuzz import cases

ANY = st.text(max_size=60)


def article_of(paragraphs: list[str]) -> Article:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(at, at + len(paragraph)), BlockKind.PARAGRAPH))
        at += len(paragraph) + 1
    return Article("\n".join(paragraphs), tuple(blocks), "key")


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_is_displayed_keeps_every_character_in_its_place(text: str) -> None:
    assert len(displayable(text)) == len(text)


@settings(max_examples=cases(60))
@given(st.lists(ANY, min_size=1, max_size=4), st.lists(ANY, min_size=4, max_size=4), st.data())
def test_places_survive_the_way_to_qt_and_back(
    originals: list[str], translations: list[str], data: st.DataObject
) -> None:
    page = PageText(article_of(originals))
    assert page.document.blockCount() == 2 * len(originals)
    for row in range(page.rows):
        page.set_translation(row, translations[row])
    for row in range(page.rows):
        for side in Side:
            text = page.text(row, side)
            assert page.block(row, side).text() == text
            offset = data.draw(st.integers(0, len(text)))
            place = Place(row, side, offset)
            assert page.place(page.position(place)) == place


def test_an_emoji_counts_as_one() -> None:
    page = PageText(article_of(["😀 “sí” 😀", "b"]))
    assert page.units(Reach(0, Side.ORIGINAL, Span(2, 6))) == (3, 7)
    assert page.source_reaches(Span(2, 10)) == [
        Reach(0, Side.ORIGINAL, Span(2, 8)),
        Reach(1, Side.ORIGINAL, Span(0, 1)),
    ]


def test_a_new_translation_moves_no_caret_in_front_of_it() -> None:
    from PySide6.QtGui import QTextCursor

    page = PageText(article_of(["one", "two"]))
    before, behind = QTextCursor(page.document), QTextCursor(page.document)
    before.setPosition(page.position(Place(0, Side.ORIGINAL, 2)))
    behind.setPosition(page.position(Place(1, Side.ORIGINAL, 1)))
    page.set_translation(0, "un texto más largo")
    assert page.place(before.position()) == Place(0, Side.ORIGINAL, 2)
    assert page.place(behind.position()) == Place(1, Side.ORIGINAL, 1)
