"""The menu at the pointer: what can be done with a quote, with what is selected, or with the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.qt.keymap import SECTIONS

if TYPE_CHECKING:
    from reader.qt.views.window import ReaderWindow


def context_menu(window: ReaderWindow, index: int | None) -> QMenu:
    """Return a menu for the quote `index`, or for none, of the article in front."""
    article = window.article
    if index is not None:
        article.choose(index)
    quote, page = article.quote(article.active), article.page
    menu = window.commands.menu(SECTIONS[1] if quote is None else SECTIONS[3])
    if page is not None and page.textCursor().hasSelection():
        copy = QAction(QCoreApplication.translate("ContextMenu", "Copy the selection"), menu)
        copy.triggered.connect(page.copy)
        terms = (
            [window.commands.actions[name] for name in ("keep_word", "translate_word")]
            if page.selected_phrase()
            else []
        )
        first = menu.actions()[0]
        menu.insertActions(first, [copy, *terms])
        menu.insertSeparator(first)
    return menu
