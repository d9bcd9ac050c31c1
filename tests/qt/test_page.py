"""The page: rows cannot drift, the line at the top is held, only what is seen is laid out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.analysis import Analysis, analyse
from reader.core.loaders import article_from_text
from reader.core.model import Span, TranslatedBlock
from reader.core.translation.assemble import HouseStyle, assemble
from reader.core.translation.base import Direction
from reader.core.translation.fake import FakeTranslator
from reader.qt.models import speakers as people
from reader.qt.models.page_text import PageText, Place, Reach
from reader.qt.models.views import Side, View
from reader.qt.program import Program
from reader.qt.theme import load_theme
from reader.qt.typography import Typography, load_fonts
from reader.qt.views.page import PageView
from tests.helpers.window import long_story, write


def translated(analysis: Analysis, *, longer: int = 1) -> list[TranslatedBlock]:
    said = {segment.text: " ".join([segment.text.upper()] * longer) for segment in analysis.segments}
    engine = FakeTranslator(Direction("en", "es"), said=said)
    done = dict(enumerate(engine.translate([segment.text for segment in analysis.segments])))
    blocks = []
    for number in sorted({segment.block for segment in analysis.segments}):
        own = [segment for segment in analysis.segments if segment.block == number]
        blocks.append(assemble(analysis.article, number, analysis.quotes, own, done, "es", HouseStyle()))
    return blocks


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(article_from_text(long_story(90), title="Rain over the valley"))


@pytest.fixture
def page(qtbot: QtBot, analysis: Analysis) -> PageView:
    load_fonts()
    made = PageView(PageText(analysis.article), load_theme("light"), Typography())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.set_quotes(analysis.quotes, people.hues(people.speakers(analysis.quotes)))
    return made


def line_on_screen(page: PageView, place: Place) -> int:
    return page.rows.line_top(place) - page.verticalScrollBar().value()


@pytest.mark.parametrize("view", [View.ORIGINAL, View.SIDE_BY_SIDE, View.INTERLINEAR])
@pytest.mark.parametrize("longer", [1, 3])
@pytest.mark.parametrize("start", [0, 700, 3333])
def test_the_top_line_moves_no_pixel_when_translations_arrive(
    page: PageView, analysis: Analysis, view: View, longer: int, start: int
) -> None:
    page.set_view(view, cards=True, swapped=False)
    page.verticalScrollBar().setValue(start)
    blocks = translated(analysis, longer=longer)
    top = page.anchor().place
    before = line_on_screen(page, top)
    middle = page.watching().start + 2
    order = [*blocks[middle:], *blocks[:middle]]
    for number in range(0, len(order), 4):
        page.set_blocks(order[number : number + 4])
        QGuiApplication.processEvents()
        assert line_on_screen(page, top) == before


def test_the_top_line_is_painted_where_it_was(page: PageView, analysis: Analysis) -> None:
    page.set_view(View.SIDE_BY_SIDE, cards=False, swapped=False)
    page.verticalScrollBar().setValue(1500)
    top = page.anchor().place
    y = line_on_screen(page, top)
    strip = page.viewport().rect().adjusted(0, max(y, 0), -page.width() // 2, 0)
    strip.setHeight(24)
    before = page.viewport().grab(strip).toImage()
    page.set_blocks(translated(analysis, longer=2))
    assert page.viewport().grab(strip).toImage() == before


def test_a_change_of_view_keeps_the_sentence_at_the_top(page: PageView, analysis: Analysis) -> None:
    page.set_blocks(translated(analysis))
    page.verticalScrollBar().setValue(2500)
    top = page.anchor()
    for view in (View.SIDE_BY_SIDE, View.INTERLINEAR, View.ORIGINAL, View.SIDE_BY_SIDE):
        for swapped in (False, True):
            page.set_view(view, cards=not swapped, swapped=swapped)
            place = page.anchor().place
            assert place.row == top.place.row
            assert abs(line_on_screen(page, top.place) - top.below) < page.rows.style(top.place.row).leading


def test_rows_of_both_sides_begin_level(page: PageView, analysis: Analysis) -> None:
    page.set_view(View.SIDE_BY_SIDE, cards=True, swapped=False)
    page.set_blocks(translated(analysis, longer=3))
    for row in page.watching():
        left, right = page.rows.origin(row, Side.ORIGINAL), page.rows.origin(row, Side.TRANSLATION)
        assert left.y() == right.y()
        assert left.x() + page.rows.shape_.text_width < right.x()


def test_scrolling_up_over_rows_never_seen_moves_nothing_that_shows(page: PageView) -> None:
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    QGuiApplication.processEvents()
    for _ in range(60):
        top = page.anchor().place
        before = line_on_screen(page, top)
        page.verticalScrollBar().setValue(page.verticalScrollBar().value() - 37)
        assert line_on_screen(page, top) == before + 37


def test_only_rows_near_the_window_are_laid_out(page: PageView) -> None:
    laid = sum(page.rows.is_laid(row) for row in range(page.text.rows))
    assert 3 <= laid <= 30
    assert page.text.rows > 80


def test_hit_testing_finds_the_character_under_every_line(page: PageView, analysis: Analysis) -> None:
    page.set_view(View.INTERLINEAR, cards=True, swapped=False)
    page.set_blocks(translated(analysis))
    for row in page.watching():
        for side in Side:
            letters = [n for n, letter in enumerate(page.text.text(row, side)) if not letter.isspace()]
            for offset in letters[::11]:
                place = Place(row, side, offset)
                [box, *_] = page.rows.rectangles(Reach(row, side, Span(offset, offset + 1)))
                found = page.rows.position_at(QPointF(box.left() + 1, box.center().y()), exact=True)
                assert page.text.place(found) == place


def test_a_copy_takes_the_column_it_began_in(page: PageView, analysis: Analysis) -> None:
    page.set_view(View.SIDE_BY_SIDE, cards=False, swapped=False)
    page.set_blocks(translated(analysis))
    cursor = page.textCursor()
    cursor.setPosition(page.text.position(Place(1, Side.ORIGINAL, 4)))
    cursor.setPosition(page.text.position(Place(3, Side.ORIGINAL, 6)), cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    page.copy()
    texts = [page.text.text(row, Side.ORIGINAL) for row in (1, 2, 3)]
    assert QGuiApplication.clipboard().text() == f"{texts[0][4:]}\n\n{texts[1]}\n\n{texts[2][:6]}"


def test_a_process_that_copied_ends_in_peace() -> None:
    """Data of the clipboard is freed after the interpreter: none of it may be made in Python."""
    own = f"{__file__}::{test_a_copy_takes_the_column_it_began_in.__name__}"
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", own], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_caret_stays_in_its_column(page: PageView, analysis: Analysis) -> None:
    page.set_view(View.SIDE_BY_SIDE, cards=False, swapped=False)
    page.set_blocks(translated(analysis))
    page.setFocus()
    page.put_caret(Place(1, Side.TRANSLATION, 0))
    for _ in range(12):
        QTest.keyClick(page, Qt.Key.Key_Down)
        assert page.caret_place().side is Side.TRANSLATION
    assert page.caret_place().row > 2


def test_hovering_lights_the_sentence_on_both_sides(page: PageView, analysis: Analysis) -> None:
    page.set_view(View.SIDE_BY_SIDE, cards=False, swapped=False)
    page.set_blocks(translated(analysis))
    row = 2
    [first, *_] = page.rows.rectangles(page.text.source_reaches(analysis.article.blocks[row].span)[0])
    QTest.mouseMove(page.viewport(), QPoint(int(first.left()) + 30, int(first.center().y())))
    lit = page.lit
    assert {reach.side for reach in lit.sentences} == {Side.ORIGINAL, Side.TRANSLATION}
    assert {reach.row for reach in lit.sentences} == {row}


def test_a_screen_reader_finds_both_texts(page: PageView, analysis: Analysis) -> None:
    page.set_blocks(translated(analysis))
    text = QAccessible.queryAccessibleInterface(page).textInterface()
    assert text is not None
    whole = text.text(0, text.characterCount())
    assert page.text.text(3, Side.ORIGINAL) in whole
    assert page.text.text(3, Side.TRANSLATION) in whole


def test_larger_type_holds_the_place(page: PageView, tmp_path: Path) -> None:
    page.verticalScrollBar().setValue(2000)
    top = page.anchor().place
    page.set_typography(Typography().larger().larger())
    assert page.anchor().place.row == top.row


def test_quotes_out_of_sight_cost_no_card(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.open([write(tmp_path, long_story(900))])
    article = program.window.article
    qtbot.waitUntil(lambda: article.session.state.analysis is not None, timeout=20_000)
    article.session.stop()
    page = article.page
    assert page is not None
    qtbot.waitUntil(lambda: page.card(0) is not None)
    assert len(page.contents) == 300
    assert len(page.contents._written) < 30
    program.window.perform("bottom")
    qtbot.waitUntil(lambda: page.card(299) is not None)
    assert len(page.contents._written) < 60
