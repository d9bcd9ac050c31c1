"""The settings that no other panel has: language of the interface, house style, care, memory."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.core.settings import Settings
from reader.qt.i18n import QT_TRANSLATE_NOOP
from reader.qt.theme import Theme
from reader.qt.views.dressed import IconButton, label
from reader.qt.views.overlay import Overlay

_WIDTH = 520


@dataclass(frozen=True)
class _Choice:
    """One setting: what it is called, and its values with what those are called."""

    setting: str
    title: str
    values: tuple[tuple[object, str], ...]


_YES, _NO = QT_TRANSLATE_NOOP("SettingsPanel", "Yes"), QT_TRANSLATE_NOOP("SettingsPanel", "No")
_CHOICES = (
    _Choice(
        "interface_language",
        QT_TRANSLATE_NOOP("SettingsPanel", "Language of menus and messages"),
        (("system", QT_TRANSLATE_NOOP("SettingsPanel", "As the system")), ("en", "English"), ("es", "Español")),
    ),
    _Choice(
        "marks_es",
        QT_TRANSLATE_NOOP("SettingsPanel", "Quotation marks of Spanish translations"),
        (("guillemets", "« »"), ("curly", "“ ”")),
    ),
    _Choice(
        "marks_en",
        QT_TRANSLATE_NOOP("SettingsPanel", "Marks and stops of English translations"),
        (("american", "“yes,”"), ("british", "‘yes’,")),  # examples, the same in every language
    ),
    _Choice(
        "beam",
        QT_TRANSLATE_NOOP("SettingsPanel", "How translations are made"),
        (
            (1, QT_TRANSLATE_NOOP("SettingsPanel", "Quickly")),
            (2, QT_TRANSLATE_NOOP("SettingsPanel", "As usual")),
            (4, QT_TRANSLATE_NOOP("SettingsPanel", "Carefully")),
        ),
    ),
    _Choice(
        "keep_names",
        QT_TRANSLATE_NOOP("SettingsPanel", "Keep the names of people as they are"),
        ((True, _YES), (False, _NO)),
    ),
    _Choice(
        "remember_articles",
        QT_TRANSLATE_NOOP("SettingsPanel", "Remember what was read, and where"),
        ((True, _YES), (False, _NO)),
    ),
)


class SettingsPanel(Overlay):
    """Shows the settings it is given; each choice goes out at once."""

    chosen = Signal(str, object)  # a setting's name and its new value

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._title = label("title")
        self._close = IconButton("close")
        self._close.clicked.connect(self.close)
        self._names = {choice.setting: label() for choice in _CHOICES}
        self._chips: dict[tuple[str, object], QPushButton] = {}
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 14, 20)
        self._column.setSpacing(7)
        self._column.addLayout(top)
        for choice in _CHOICES:
            self._column.addSpacing(6)
            self._column.addWidget(self._names[choice.setting])
            self._column.addLayout(self._row(choice))
        self._column.addStretch(1)
        self.retranslate()
        self.dress()

    def set_settings(self, settings: Settings) -> None:
        """Show which values hold; a number between the ones offered shows as none of them."""
        for (name, value), chip in self._chips.items():
            chip.setChecked(getattr(settings, name) == value)

    def sizeHint(self) -> QSize:
        """Return room for every line."""
        for child in self.findChildren(QWidget):
            child.ensurePolished()
        self._column.activate()
        return QSize(_WIDTH, self._column.totalSizeHint().height())

    def first_focus(self) -> QWidget:
        """Begin at the first setting's value."""
        return next((chip for chip in self._chips.values() if chip.isChecked()), self._close)

    def retranslate(self) -> None:
        """Set the texts; languages are called as they call themselves."""
        self.setAccessibleName(self.tr("Settings"))
        self._title.setText(self.tr("Settings"))
        self._close.name(self.tr("Close"))
        for choice in _CHOICES:
            self._names[choice.setting].setText(self.tr(choice.title))
            for value, shown in choice.values:
                chip = self._chips[choice.setting, value]
                chip.setText(self.tr(shown))
                chip.setAccessibleName(f"{self.tr(choice.title)}: {self.tr(shown)}")

    def _row(self, choice: _Choice) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(8)
        for value, _shown in choice.values:
            chip = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(choice.setting, value))
            group.addButton(chip)
            self._chips[choice.setting, value] = chip
            row.addWidget(chip)
        row.addStretch(1)
        return row
