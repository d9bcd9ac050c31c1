"""What a reader does from beginning to end, with real keys and a whole program."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from reader.core.paths import resources
from reader.qt.models.views import Side, View
from reader.qt.program import Program
from reader.qt.state import Flow, Phase
from reader.qt.views.quote_editor import QuoteEditor
from tests.helpers.window import STORY, is_read, long_story, press, program_with, write

MARKED = "“We waited forty years for this,”"


def wait_read(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: is_read(program.window.article), timeout=15_000)


def test_by_keyboard_alone(qtbot: QtBot, reading: Program) -> None:
    window, article = reading.window, reading.window.article
    page = article.page
    assert page is not None
    assert page.hasFocus()
    press(reading, "J")
    assert article.active == 0
    assert article.opened
    press(reading, "J")
    press(reading, "J")
    press(reading, "K")
    assert article.active == 2
    press(reading, "K")
    press(reading, "C")
    copied = QGuiApplication.clipboard().text()
    assert "We waited forty years for this. Nobody believed in it." in copied
    assert "NOBODY BELIEVED IN IT" in copied
    press(reading, "S")
    assert article.session.state.notes[0].starred
    press(reading, "Return")
    assert not article.opened
    press(reading, "T")
    assert article.view is View.SIDE_BY_SIDE
    for key, view in (("3", View.INTERLINEAR), ("4", View.QUOTES), ("1", View.ORIGINAL), ("2", View.SIDE_BY_SIDE)):
        press(reading, key)
        assert article.view is view
    press(reading, "X")
    assert article.swapped
    press(reading, "Q")
    assert page.rows.shape_.cards_width == 0
    press(reading, "N")
    first = page.caret_place()
    press(reading, "N")
    assert page.caret_place() > first
    press(reading, "P")
    assert page.caret_place() == first
    press(reading, "Ctrl+F")
    QTest.keyClicks(QApplication.focusWidget(), "forty")
    assert article.finder.hits == 2
    press(reading, "Esc")
    assert not article.find_bar.isVisible()
    assert page.hasFocus()
    press(reading, "Ctrl++")
    assert window.dress.typography.size_pt == 15.0
    press(reading, "Ctrl+W")
    assert window.article.page is None


def test_hovering_a_quote_marks_its_word_and_its_card(qtbot: QtBot, reading: Program) -> None:
    press(reading, "2")
    page = reading.window.article.page
    assert page is not None
    reach = page.text.source_reaches(reading.window.article.quote(0).inner)[0]  # type: ignore[union-attr]
    [box, *_] = page.rows.rectangles(reach)
    scroll = page.verticalScrollBar().value()
    QTest.mouseMove(page.viewport(), QPoint(int(box.left()) + 5, int(box.center().y()) - scroll))
    assert {page.text.text(r.row, r.side)[r.span.start : r.span.end] for r in page.lit.words} == {"We", "WE"}
    assert {reach.side for reach in page.lit.sentences} == set(Side)
    card = page.card(0)
    assert card is not None
    assert card.lit
    QTest.mouseMove(page.viewport(), QPoint(2, 2))
    assert not page.lit.words
    assert not card.lit


def test_a_click_on_a_card_and_on_a_quote(qtbot: QtBot, reading: Program) -> None:
    article = reading.window.article
    page = article.page
    assert page is not None
    card = page.card(3)
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert (article.active, article.opened) == (3, True)
    [box, *_] = page.rows.rectangles(page.text.source_reaches(article.quote(0).inner)[0])  # type: ignore[union-attr]
    at = QPoint(int(box.center().x()), int(box.center().y()) - page.verticalScrollBar().value())
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (article.active, article.opened) == (0, True)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert article.active is None


def editor_of(program: Program) -> QuoteEditor:
    [editor] = [child for child in program.window.findChildren(QuoteEditor) if child.isVisible()]
    return editor


def test_editing_a_translation_keeps_it_for_good(qtbot: QtBot, reading: Program, tmp_path: Path) -> None:
    article = reading.window.article
    press(reading, "J")
    press(reading, "E")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, "Cuarenta")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Cuarenta" in (article.content(0).translation or ""))  # type: ignore[union-attr]
    press(reading, "Ctrl+W")
    reading.open([write(tmp_path, STORY, "again.txt")])
    wait_read(qtbot, reading)
    assert "Cuarenta" in (reading.window.article.content(0).translation or "")  # type: ignore[union-attr]


def test_naming_a_speaker_and_writing_a_note(qtbot: QtBot, reading: Program) -> None:
    article = reading.window.article
    press(reading, "J")
    press(reading, "Shift+S")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, "Marta Gil")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(article.content(0), "speaker", "") == "Marta Gil")
    wait_read(qtbot, reading)
    press(reading, "J")
    press(reading, "M")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "call her")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert article.session.state.notes[0].text == "call her"
    assert getattr(article.content(0), "note", "") == "call her"


def test_alternatives_and_back_translation_show_on_the_card(qtbot: QtBot, reading: Program) -> None:
    article = reading.window.article
    press(reading, "J")
    for key in ("A", "B"):
        with qtbot.waitSignal(article.session.answered):
            press(reading, key)
    card = article.page.card(0) if article.page is not None else None
    assert card is not None
    assert card.extra


def test_pasting_and_dropping(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText(STORY)
    press(program, "Ctrl+V")
    wait_read(qtbot, program)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(write(tmp_path, long_story(6), name)) for name in ("one.txt", "two.txt")])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )  # fmt: skip
    program.window.dropEvent(event)
    assert program.window.tabs.count() == 3
    wait_read(qtbot, program)
    program.window.open_sources([str(tmp_path / "one.txt")])
    assert program.window.tabs.count() == 3
    press(program, "Ctrl+W")
    press(program, "Ctrl+W")
    assert program.window.tabs.count() == 1


def test_a_file_that_cannot_be_opened_says_so_in_the_window(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.window.open_sources([str(tmp_path / "nothing.txt")])
    article = program.window.article
    qtbot.waitUntil(lambda: article.session.state.phase is Phase.FAILED)
    assert "nothing.txt" in article.placeholder.accessibleName()
    program.open([write(tmp_path, STORY)])
    wait_read(qtbot, program)


def test_the_place_is_remembered(qtbot: QtBot, data_dir: Path, tmp_path: Path) -> None:
    source = write(tmp_path, long_story(80))
    places = []
    for number in range(2):
        program = program_with(data_dir)
        program.open([source])
        wait_read(qtbot, program)
        page = program.window.article.page
        assert page is not None
        if not number:
            page.verticalScrollBar().setValue(2000)
        places.append(page.anchor().place.row)
        program.window.close()
        assert program.close()
    assert places[0] == places[1] > 5


def test_boilerplate_is_set_aside_and_one_click_away(qtbot: QtBot, reading: Program) -> None:
    page = reading.window.article.page
    assert page is not None
    [row] = [row for row in range(page.text.rows) if page.rows.fold(row)]
    assert page.text.text(row, Side.ORIGINAL) == "Advertisement"
    at = QPoint(page.rows.shape_.text_x + 10, page.rows.top(row) + 12 - page.verticalScrollBar().value())
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.rows.fold(row) is None
    press(reading, "H")
    assert page.rows.fold(row)


def test_esc_stops_and_what_is_done_stays(qtbot: QtBot, data_dir: Path, tmp_path: Path) -> None:
    count, held, go = [0], threading.Event(), threading.Event()

    def gate(text: str) -> None:
        count[0] += 1
        if count[0] == 12:
            held.set()
            go.wait(10)

    program = program_with(data_dir, gate)
    program.open([write(tmp_path, long_story(40))])
    qtbot.waitUntil(held.is_set, timeout=10_000)
    press(program, "Esc")
    go.set()
    state = program.window.article.session.state
    assert state.flow is Flow.STOPPED
    assert 0 < state.done < state.total
    count[0] = 100
    program.window.status.asked.emit("resume")
    wait_read(qtbot, program)
    program.window.close()
    assert program.close()


def test_closing_in_the_middle_of_a_translation_is_quick_and_loses_nothing(
    qtbot: QtBot, data_dir: Path, tmp_path: Path
) -> None:
    count, held = [0], threading.Event()

    def gate(text: str) -> None:
        count[0] += 1
        if count[0] > 20:
            held.set()
            time.sleep(0.02)

    source = write(tmp_path, long_story(60))
    program = program_with(data_dir, gate)
    program.open([source])
    qtbot.waitUntil(held.is_set, timeout=10_000)
    done = program.window.article.session.state.done
    start = time.perf_counter()
    program.window.close()
    assert program.close()
    assert time.perf_counter() - start < 1
    asked: list[str] = []
    again = program_with(data_dir, asked.append)
    again.open([source])
    wait_read(qtbot, again)
    assert len(asked) <= again.window.article.session.state.total - done
    again.window.close()
    assert again.close()


def test_two_hundred_random_things_in_a_row(
    qtbot: QtBot, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "open", QFileDialog.deleteLater)  # its own keys are Qt's business
    dice = random.Random(20)
    sources = [write(tmp_path, STORY), write(tmp_path, long_story(25), "long.txt")]
    sources += [str(resources() / "articles" / "en-river.md"), str(resources() / "articles" / "es-librera.md")]
    program = program_with(data_dir)
    keys = ["1", "2", "3", "4", "T", "Q", "X", "J", "K", "N", "P", "G", "W", "H", "Space", "Home", "End", "Esc"]
    keys += ["Ctrl+W", "Ctrl++", "Ctrl+-", "C", "S", "A", "Return", "Alt+Left"]
    steps: list[Callable[[], object]] = [
        lambda: program.open([dice.choice(sources)]),
        lambda: program.open([dice.choice(sources)]),
        *(lambda key=key: press(program, key) for key in keys),
        lambda: program.window.resize(dice.randint(640, 1700), dice.randint(420, 1100)),
        lambda: program.preferences.change(theme=dice.choice(["light", "dark"])),
        lambda: program.interface.use(dice.choice(["en", "es"])),
        QApplication.processEvents,
        lambda: qtbot.wait(5),
    ]
    for _ in range(200):
        dice.choice(steps)()
        QApplication.processEvents()
    program.interface.use("en")
    program.window.close()
    assert program.close(5)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_interface_speaks_both_languages_without_restart(reading: Program, language: str) -> None:
    reading.preferences.change(interface_language=language)
    QApplication.processEvents()
    menus = [action.text() for action in reading.window.menuBar().actions()]
    assert menus[0] == {"en": "File", "es": "Archivo"}[language]
    reading.preferences.change(interface_language="en")


def test_the_menu_of_a_quote(qtbot: QtBot, reading: Program) -> None:
    article = reading.window.article
    assert article.page is not None
    article.page.menu_asked.emit(0, QPoint(10, 10))
    [menu] = [child for child in reading.window.findChildren(QMenu) if child.isVisible()]
    assert article.active == 0
    [again] = [action for action in menu.actions() if action.text() == "Translate again"]
    with qtbot.waitSignal(article.session.translated):
        again.trigger()
    assert article.content(0).translation == "WE WAITED FORTY YEARS FOR THIS. NOBODY BELIEVED IN IT"  # type: ignore[union-attr]
    menu.close()


def test_going_back_after_a_jump_and_forth_again(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.open([write(tmp_path, long_story(80))])
    wait_read(qtbot, program)
    page = program.window.article.page
    assert page is not None
    press(program, "J")
    start = page.anchor().place.row
    for _ in range(8):
        press(program, "J")
    there = page.anchor().place.row
    assert there > start
    for _ in range(8):
        press(program, "Alt+Left")
    assert page.anchor().place.row <= start + 1
    for _ in range(8):
        press(program, "Alt+Right")
    assert abs(page.anchor().place.row - there) <= 1


def test_without_a_column_the_open_card_stands_under_its_quote(qtbot: QtBot, reading: Program) -> None:
    press(reading, "Q")
    press(reading, "J")
    page = reading.window.article.page
    assert page is not None
    card = page.card(0)
    assert card is not None
    assert card.isVisible()
    press(reading, "Esc")
    assert page.card(0) is None
