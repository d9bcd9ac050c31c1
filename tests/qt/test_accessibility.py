"""Every control has a name and a role, the focus shows and goes round, nothing needs a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from reader.qt.program import Program
from tests.helpers.window import press


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
    assert len(buttons) == 7
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
