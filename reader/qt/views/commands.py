"""The keymap's commands as Qt actions: one for each, for menus, toolbar and keys alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMenuBar, QWidget

from reader.qt.icons import icon
from reader.qt.keymap import BY_ID, COMMANDS, SECTIONS, Keymap
from reader.qt.theme import Theme

PRESSING = frozenset({"page_down", "page_up", "open_card"})
"""Commands whose keys press a button instead, when one has the focus."""

_APART = frozenset({"view_original", "toggle_translation", "speakers", "larger", "fullscreen", "print", "close"})
_APART |= {"next_sentence", "page_down", "back", "find", "keep_word", "stop", "import_terms", "packages", "language"}
_APART |= {"star", "edit", "fix_speaker"}


class Commands(QObject):
    """All actions of one window; whoever is asked is told by the command's id."""

    def __init__(self, window: QWidget, keymap: Keymap, perform: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._keymap = window, keymap
        self._perform = perform
        self._menus: list[tuple[QMenu, str]] = []
        self.actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(window)
            action.setCheckable(command.checkable)
            action.triggered.connect(lambda _checked=False, name=command.id: self._triggered(name))
            window.addAction(action)
            self.actions[command.id] = action
        self.set_keys()
        self.retranslate()

    def set_keys(self) -> None:
        """Take the keys from the keymap."""
        for name, action in self.actions.items():
            action.setShortcuts(self._keymap.keys(name))

    def retranslate(self) -> None:
        """Set the texts of actions and menus."""
        for name, action in self.actions.items():
            action.setText(BY_ID[name].label().replace("&", "&&"))
            key = self._keymap.shown(name)
            action.setToolTip(f"{BY_ID[name].label()} ({key})" if key else BY_ID[name].label())
        for menu, section in self._menus:
            menu.setTitle(next(command.heading() for command in COMMANDS if command.section == section))

    def dress(self, theme: Theme) -> None:
        """Draw the icons in the theme's colour."""
        for name, action in self.actions.items():
            if BY_ID[name].icon:
                action.setIcon(icon(BY_ID[name].icon, theme.text))

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make a menu of each section; return them by section."""
        made = {}
        for section in SECTIONS:
            menu = bar.addMenu("")
            for command in COMMANDS:
                if command.section == section:
                    if command.id in _APART:
                        menu.addSeparator()
                    menu.addAction(self.actions[command.id])
            self._menus.append((menu, section))
            made[section] = menu
        self.retranslate()
        return made

    def menu(self, section: str) -> QMenu:
        """Return a menu of one section's commands, to pop up once."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.actions[command.id] for command in COMMANDS if command.section == section])
        return menu

    def check(self, **states: bool) -> None:
        """Show which of the checkable commands are on."""
        for name, state in states.items():
            self.actions[name].setChecked(state)

    def _triggered(self, name: str) -> None:
        focus = QApplication.focusWidget()
        if name in PRESSING and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self._perform(name)
