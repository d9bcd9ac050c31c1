"""A screen reader finds every control, named and with its role; the keyboard reaches each, and sees where it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.core.paths import DataDir, resources
from reader.qt.program import Program
from reader.qt.state import Flow
from reader.qt.theme import THEMES
from tests.helpers.screens import put_away

ROLE = QAccessible.Role
CONTROLS = {ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.EditableText, ROLE.List, ROLE.ListItem, ROLE.PageTab}
CONTROLS |= {ROLE.MenuItem, ROLE.ButtonMenu, ROLE.ComboBox, ROLE.Slider, ROLE.SpinBox, ROLE.ProgressBar, ROLE.Link}
PANELS = ("typography", "palette", "shortcuts", "packages", "settings", "about", "find", "speakers")
STILL = ("QTimeLine", "QMovie")
QT_S_OWN = ("qt_toolbar_ext_button", "ScrollLeftButton", "ScrollRightButton", "qt_menubar_ext_button")


@pytest.fixture
def program(qtbot: QtBot, data_dir: Path) -> Iterator[Program]:
    program = Program(DataDir(data_dir))
    program.preferences.change(interface_language="en")
    program.window.show()
    qtbot.waitExposed(program.window)
    program.window.perform("view_side")
    program.open([str(resources() / "articles" / "en-ice.md")])
    qtbot.waitUntil(lambda: program.window.article.session.state.flow is Flow.DONE, timeout=90_000)
    yield program
    program.preferences.change(interface_language="en")
    put_away(program)


def tree(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield top
    for number in range(top.childCount()):
        child = top.child(number)
        if child is not None and child.isValid():
            yield from tree(child)


def nameless(window: QWidget) -> list[str]:
    """Return the visible controls that a screen reader would have no word for."""
    top = QAccessible.queryAccessibleInterface(window)
    assert top is not None
    found = []
    for item in tree(top):
        widget = item.object()
        name = item.text(QAccessible.Text.Name) or item.text(QAccessible.Text.Value)
        kind = "" if widget is None else widget.metaObject().className()
        own = widget is not None and (widget.objectName() in QT_S_OWN or kind == "QLineEditIconButton")
        if item.role() in CONTROLS and not name.strip() and not item.state().invisible and not own:
            found.append(f"{item.role().name} {kind} {widget.objectName() if widget else ''}")
    return found


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_control_has_a_name(program: Program, language: str) -> None:
    program.preferences.change(interface_language=language)
    window = program.window
    for view in ("view_original", "view_side", "view_quotes", "view_side"):
        window.perform(view)
        window.perform("next_quote")
        QApplication.processEvents()
        assert nameless(window) == [], view
    for panel in PANELS:
        window.perform(panel)
        QApplication.processEvents()
        assert nameless(window) == [], panel
        window.perform("stop" if panel == "find" else panel)


def test_the_page_is_called_as_its_article(program: Program) -> None:
    page, whole = program.window.article.page, program.window.article.session.state.article
    assert page is not None and whole is not None
    assert page.accessibleName() == whole.title


def test_the_article_is_real_text_in_both_languages(program: Program) -> None:
    top = QAccessible.queryAccessibleInterface(program.window)
    assert top is not None
    texts = [item.textInterface() for item in tree(top) if item.textInterface() is not None]
    whole = "\n".join(text.text(0, text.characterCount()) for text in texts)
    analysis = program.window.article.session.state.analysis
    assert analysis is not None
    assert analysis.quotes[0].inner.of(analysis.article.text) in whole
    translated = program.window.article.session.blocks
    assert all(block.text in whole for block in translated.values())


def test_tab_reaches_every_control_and_comes_back(program: Program, qtbot: QtBot) -> None:
    window = program.window
    window.activateWindow()
    window.article.stack.currentWidget().setFocus()
    seen: list[QWidget] = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    waiting = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QAbstractScrollArea)
        and widget.focusProxy() is None
    ]
    missed = [f"{type(w).__name__} {w.accessibleName()}" for w in waiting if w not in seen]
    assert missed == []
    assert any(isinstance(widget, QToolButton) for widget in seen)


@pytest.mark.parametrize("theme", THEMES)
def test_the_focus_can_be_seen_on_what_has_it(program: Program, theme: str) -> None:
    program.preferences.change(theme=theme)
    window = program.window
    window.activateWindow()
    buttons = [b for b in window.findChildren(QToolButton) if b.isVisible() and b.isEnabled() and b.focusPolicy()]
    assert buttons
    button = buttons[0]
    before = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert button.grab().toImage() != before


def test_nothing_moves_by_itself() -> None:
    """Reduced motion is the only motion: no animation anywhere in the window's code."""
    root = Path(__file__).resolve().parents[2] / "reader" / "qt"
    moving = []
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []
            moving += [
                f"{path.name}: {name}" for name in names if "Animation" in name or name in ("QTimeLine", "QMovie")
            ]
    assert moving == []
