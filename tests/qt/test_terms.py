"""What a reader teaches the program in the window: terms in and out, words kept or translated one way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.core.translation.base import Direction
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.glossary import Term
from reader.qt import work
from reader.qt.models.page_text import Place
from reader.qt.models.texts import whole_words
from reader.qt.models.views import Side
from reader.qt.program import Program
from reader.qt.views.context_menu import context_menu
from tests.helpers.window import is_read, write


def select(program: Program, words: str) -> None:
    """Select words of the original, as dragging over them does."""
    page = program.window.article.page
    assert page is not None
    row = next(row for row in range(page.text.rows) if words in page.text.text(row, Side.ORIGINAL))
    start = page.text.text(row, Side.ORIGINAL).index(words)
    cursor = page.textCursor()
    cursor.setPosition(page.text.position(Place(row, Side.ORIGINAL, start)))
    cursor.setPosition(page.text.position(Place(row, Side.ORIGINAL, start + len(words))), cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def notice(program: Program) -> str:
    return program.window.article.notices.bar.sentence()


def whole_translation(program: Program) -> str:
    return "\n".join(block.text for block in program.window.article.session.blocks.values())


def test_a_word_is_kept_at_once_and_undone(qtbot: QtBot, reading: Program) -> None:
    article = reading.window.article
    before = whole_translation(reading)
    assert "FERRY" in before
    select(reading, "erry")
    reading.window.perform("keep_word")
    qtbot.waitUntil(lambda: "ferry" in whole_translation(reading) and is_read(article), timeout=10_000)
    assert "“ferry” stays as it is" in notice(reading)
    assert reading.translation.terms.glossary().terms == (Term("en", "ferry", "ferry"),)
    undo = next(button for button in article.notices.bar.findChildren(QPushButton) if button.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: whole_translation(reading) == before, timeout=10_000)
    assert reading.translation.terms.glossary().terms == ()
    assert notice(reading) == ""


def test_only_sentences_with_the_word_are_translated_again(qtbot: QtBot, reading: Program) -> None:
    article = reading.window.article
    translator = reading.translation._in_use(Direction("en", "es")).translator
    assert isinstance(translator, FakeTranslator)
    before = len(translator.asked)
    select(reading, "captain")
    reading.window.perform("keep_word")
    qtbot.waitUntil(lambda: "captain" in whole_translation(reading) and is_read(article), timeout=10_000)
    asked = translator.asked[before:]
    assert asked
    assert all("told the radio" in text for text in asked)


def test_a_word_is_always_translated_as_one_says(qtbot: QtBot, reading: Program) -> None:
    article = reading.window.article
    select(reading, "ferry")
    reading.window.perform("translate_word")
    edit = QApplication.focusWidget()
    assert isinstance(edit, QPlainTextEdit)
    edit.setPlainText("transbordador")
    next(b for b in reading.window.findChildren(QPushButton) if b.isVisible() and b.text() == "Keep").click()
    qtbot.waitUntil(lambda: "transbordador" in whole_translation(reading) and is_read(article), timeout=10_000)
    assert "“ferry” is now always “transbordador”" in notice(reading)
    reading.window.terms.translate_as(Term("en", "ferry", "ferry"), " ")
    qtbot.waitUntil(lambda: "transbordador" not in whole_translation(reading) and is_read(article), timeout=10_000)
    assert reading.translation.terms.glossary().terms == ()


def test_without_a_word_of_the_original_one_is_asked_for(reading: Program) -> None:
    assert reading.window.article.page is not None
    reading.window.perform("keep_word")
    assert reading.translation.terms.glossary().terms == ()
    assert not reading.jobs.busy


def test_the_menu_at_a_selection_offers_both(reading: Program) -> None:
    actions = reading.window.commands.actions
    assert actions["keep_word"] not in context_menu(reading.window, None).actions()
    select(reading, "ferry")
    offered = context_menu(reading.window, None).actions()
    assert [actions["keep_word"], actions["translate_word"]] == offered[1:3]


def test_terms_come_in_and_go_out(qtbot: QtBot, reading: Program, tmp_path: Path) -> None:
    terms = reading.window.terms
    terms.import_terms(write(tmp_path, "en,ferry,balsa\nen,captain,=\nnothing\n", "terms.csv"))
    qtbot.waitUntil(lambda: "2 terms taken over." in notice(reading), timeout=10_000)
    assert "1 line holds no term." in notice(reading)
    qtbot.waitUntil(lambda: "balsa" in whole_translation(reading), timeout=10_000)
    out = tmp_path / "out.csv"
    terms.export(work.export_terms, str(out))
    qtbot.waitUntil(lambda: notice(reading) == "Written: out.csv", timeout=10_000)
    assert out.read_text("utf-8") == "from,term,translation\nen,ferry,balsa\nen,captain,=\n"


def test_edits_go_out_and_what_fails_is_said(qtbot: QtBot, reading: Program, tmp_path: Path) -> None:
    analysis = reading.window.article.session.state.analysis
    assert analysis is not None
    reading.translation.edit(Direction("en", "es"), analysis.segments[0], "Un puente.")
    out = tmp_path / "out.tmx"
    reading.window.terms.export(work.export_edits, str(out))
    qtbot.waitUntil(lambda: notice(reading) == "Written: out.tmx", timeout=10_000)
    assert "Un puente." in out.read_text("utf-8")
    reading.window.terms.export(work.export_edits, str(tmp_path / "none" / "out.tmx"))
    qtbot.waitUntil(lambda: "cannot be written" in notice(reading), timeout=10_000)
    reading.window.terms.import_terms(str(tmp_path / "missing.csv"))
    qtbot.waitUntil(lambda: "There is no file" in notice(reading), timeout=10_000)


def test_a_selection_is_taken_as_whole_words() -> None:
    assert whole_words("The old ferry, gone", 9, 13) == "ferry"
    assert whole_words("The old ferry, gone", 7, 14) == "ferry"
    assert whole_words("The old ferry, gone", 5, 10) == "old ferry"
    assert whole_words("“…”", 0, 3) == ""
