"""What every widget of ours shares: a theme it can change, and texts it sets again when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from reader.qt.icons import icon
from reader.qt.theme import Theme

ICON_SIZE = QSize(20, 20)


class Dressed(QFrame):
    """A widget with a theme and texts; subclasses build in `__init__`, then call `retranslate` and `dress`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.theme = theme
        self.dress()

    def retranslate(self) -> None:
        """Set every text in the language of the interface."""

    def dress(self) -> None:
        """Take what the style sheet cannot give (icons, painted colours) from the theme."""
        for button in self.findChildren(IconButton):
            button.dress(self.theme)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class IconButton(QToolButton):
    """A flat button with an icon; its name is read out and shown as a tip."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setIconSize(ICON_SIZE)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_icon(self, icon_name: str, theme: Theme) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.dress(theme)

    def name(self, text: str) -> None:
        """Say what the button does."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def dress(self, theme: Theme) -> None:
        """Draw the icon in the theme's colour."""
        self.setIcon(icon(self._icon_name, theme.text))


def label(role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the sheet's roles (`chrome.style_sheet`), that shows text as it is, never as markup."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def rule() -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setProperty("role", "rule")
    return made
