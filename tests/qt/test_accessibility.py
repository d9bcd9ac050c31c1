"""Every control has a name and a role, the focus shows and goes round, nothing needs a mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from reader.core.loaders import article_from_text
from reader.core.model import Quote, QuoteKind, Span, Speaker, SpeakerType
from reader.qt.models.cards import Density, card_content
from reader.qt.models.speakers import UNSURE, speakers
from reader.qt.program import Program
from reader.qt.views.card import Card, CardStyle
from tests.helpers.screens import put_away
from tests.helpers.window import is_read, long_story, press, program_with, write


def every(node: QAccessibleInterface, depth: int = 0) -> list[QAccessibleInterface]:
    found = [node]
    if depth < 14:
        for number in range(node.childCount()):
            child = node.child(number)
            if child is not None and not child.state().invisible:
                found += every(child, depth + 1)
    return found


def test_every_control_has_a_name(reading: Program) -> None:
    press(reading, "J")
    press(reading, "Ctrl+F")
    press(reading, "W")
    controls = [*reading.window.findChildren(QAbstractButton), *reading.window.findChildren(QLineEdit)]
    shown = [control for control in controls if control.isVisible()]
    assert len(shown) > 20
    nameless = [
        type(control).__name__
        for control in shown
        if not (control.accessibleName() or control.toolTip() or getattr(control, "text", str)())
    ]
    assert nameless == []


def test_the_tree_tells_what_is_what(reading: Program) -> None:
    press(reading, "J")
    nodes = every(QAccessible.queryAccessibleInterface(reading.window))
    roles = {node.role() for node in nodes}
    wanted = {
        QAccessible.Role.EditableText,
        QAccessible.Role.Button,
        QAccessible.Role.ProgressBar,
        QAccessible.Role.MenuBar,
    }
    assert wanted - {QAccessible.Role.ProgressBar} <= roles
    names = [node.text(QAccessible.Text.Name) for node in nodes]
    assert any("Ana Torres" in name and "WE WAITED FORTY YEARS" in name for name in names)


def test_who_listens_is_told_in_which_order_the_languages_come(reading: Program) -> None:
    node = QAccessible.queryAccessibleInterface(reading.window.article.page)
    paragraphs = node.text(QAccessible.Text.Value).split("\n")
    assert paragraphs[:2] == ["Mayor opens the long bridge", "MAYOR OPENS THE LONG BRIDGE"]
    assert node.text(QAccessible.Text.Description) == "Each paragraph is followed by its translation."
    reading.interface.use("es")
    QApplication.processEvents()
    assert node.text(QAccessible.Text.Description) == "A cada párrafo le sigue su traducción."
    reading.interface.use("en")


def test_the_tab_key_goes_round_and_comes_back_to_the_page(reading: Program) -> None:
    page = reading.window.article.page
    assert page is not None
    page.setFocus()
    seen = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or reading.window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is page:
            break
    assert seen[-1] is page
    assert len(seen) > 2


def test_the_buttons_of_an_open_card_can_be_reached_and_pressed(reading: Program) -> None:
    press(reading, "J")
    article = reading.window.article
    card = None if article.page is None else article.page.card(0)
    assert card is not None
    buttons = [button for button in card.findChildren(QAbstractButton) if button.isVisible()]
    assert [button.accessibleName() for button in buttons][-1] == "Translate again"  # the fake engine is doubted
    assert len(buttons) == 8
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or reading.window, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is buttons[0]:
            break
    assert QApplication.focusWidget() is buttons[0]
    press(reading, "Space")
    assert article.session.state.notes[0].starred


def test_keys_reach_the_window_while_the_page_has_the_focus(reading: Program) -> None:
    page = reading.window.article.page
    assert page is not None
    reading.window.resize(900, 420)
    page.setFocus()
    press(reading, "End")
    assert page.verticalScrollBar().value() == page.verticalScrollBar().maximum() > 0
    press(reading, "Home")
    assert page.verticalScrollBar().value() == 0
    press(reading, "Space")
    assert page.verticalScrollBar().value() > 0
    QApplication.clipboard().setText("A short text that somebody copied from somewhere else today.")
    press(reading, "Ctrl+V")
    assert reading.window.tabs.count() == 2


def card_of(reading: Program, index: int) -> Card:
    page = reading.window.article.page
    card = None if page is None else page.card(index)
    assert card is not None
    return card


def test_the_cards_are_one_stop_of_the_tab_key_and_arrows_go_through_them(reading: Program) -> None:
    article = reading.window.article
    assert article.page is not None
    article.page.setFocus()
    press(reading, "Tab")
    assert QApplication.focusWidget() is card_of(reading, 0)
    stops = [card for card in article.page.findChildren(Card) if card.focusPolicy() == Qt.FocusPolicy.TabFocus]
    assert stops == [card_of(reading, 0)]
    press(reading, "Down")
    assert article.active == 2  # quote 1 goes on with what quote 0 says
    assert QApplication.focusWidget() is card_of(reading, 2)
    press(reading, "J")
    assert QApplication.focusWidget() is card_of(reading, article.active)
    press(reading, "Up")
    assert (article.active, article.opened) == (2, True)
    assert QApplication.focusWidget() is card_of(reading, 2)
    press(reading, "Return")
    assert not article.opened
    press(reading, "Space")
    assert article.opened
    press(reading, "Tab")
    assert QApplication.focusWidget() in card_of(reading, 2).findChildren(QAbstractButton)


def test_arrows_go_through_the_view_of_quotes_only(reading: Program) -> None:
    reading.window.perform("view_quotes")
    article = reading.window.article
    press(reading, "Tab")
    first = QApplication.focusWidget()
    assert isinstance(first, Card)
    for number in (2, 3):
        press(reading, "Down")
        focus = QApplication.focusWidget()
        assert isinstance(focus, Card)
        assert focus.content is not None
        assert focus.content.quote == article.active == number


def test_a_card_that_leaves_the_window_gives_the_focus_to_the_page(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    program.open([write(tmp_path, long_story(80))])
    qtbot.waitUntil(lambda: is_read(program.window.article), timeout=20_000)
    page = program.window.article.page
    assert page is not None
    page.setFocus()
    press(program, "Tab")
    assert isinstance(QApplication.focusWidget(), Card)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert QApplication.focusWidget() is page


def test_a_card_says_who_how_and_what_and_presses(reading: Program) -> None:
    card = card_of(reading, 0)
    node = QAccessible.queryAccessibleInterface(card)
    assert node.role() == QAccessible.Role.Button
    name = node.text(QAccessible.Text.Name)
    assert name.startswith("Ana Torres")
    assert "speech" in name
    assert "check this translation" in name
    assert "WE WAITED FORTY YEARS" in name
    card.click()
    assert reading.window.article.active == 0


def test_only_the_quote_that_failed_a_check_is_doubted(reading: Program) -> None:
    article = reading.window.article
    assert article.page is not None
    contents = article.page.contents
    assert contents[0].warned
    assert not contents[4].warned
    article.choose(4)
    buttons = card_of(reading, 4).findChildren(QAbstractButton)
    assert "Translate again" not in [button.accessibleName() for button in buttons if button.isVisible()]
    assert "check this translation" not in card_of(reading, 4).accessibleName()


def test_guessed_speakers_carry_a_question_mark(qtbot: QtBot, data_dir: Path) -> None:
    ana, luis = (Speaker(name, SpeakerType.NAME, Span(6, 9)) for name in ("Ana", "Luis"))
    sure = Quote(0, Span(0, 4), Span(1, 3), QuoteKind.SPEECH, 0, ana, confidence=0.9)
    guess = replace(sure, index=1, speaker=luis, confidence=UNSURE - 0.01)
    entries = speakers([sure, guess, replace(sure, index=2, confidence=0.1)])
    assert [(entry.name, entry.unsure) for entry in entries] == [("Ana", False), ("Luis", True)]
    program = program_with(data_dir)
    panel = program.window.article.shelf.panel
    panel.set_speakers(entries)
    names = panel.findChild(QListWidget)
    assert names is not None
    assert [names.item(row).text() for row in range(names.count())] == ["Everyone", "Ana", "Luis ?"]
    card = Card(program.window)
    content = card_content(article_from_text("«Sí», x"), [(guess, None)], 0)
    card.show_content(content, CardStyle.of(program.window.dress.theme, program.window.dress.typography), Density.FULL)
    assert "Luis ?" in [label.text() for label in card.findChildren(QLabel)]
    assert card.accessibleName().startswith("Luis ?")
    put_away(program)
