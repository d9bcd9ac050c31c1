"""Two chips that say which language the article is in, and let the reader say otherwise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from reader.core.model import LANGUAGES, Language, LanguageChoice
from reader.qt.i18n import language_name
from reader.qt.theme import Theme
from reader.qt.views.dressed import Dressed, label


class LanguageChips(Dressed):
    """Shows the language found, or chosen; a click chooses."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._choice: LanguageChoice | None = None
        self._question = label("muted")
        self._chips: dict[Language, QPushButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._question)
        for language in LANGUAGES:
            chip = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda checked, language=language: self.chosen.emit(language))
            group.addButton(chip)
            self._chips[language] = chip
            row.addWidget(chip)
        self.retranslate()

    def set_choice(self, choice: LanguageChoice, *, unsure: bool) -> None:
        """Show the language; `unsure` asks instead of stating."""
        self._choice = choice
        self._chips[choice.language].setChecked(True)
        self._question.setText(self.tr("Which language is this?") if unsure else self.tr("Article in"))

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Language of the article"))
        for language, chip in self._chips.items():
            chip.setText(language_name(language))
            chip.setAccessibleName(self.tr("The article is in {language}").format(language=language_name(language)))
        self._question.setText(self.tr("Article in"))
