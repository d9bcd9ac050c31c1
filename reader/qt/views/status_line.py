"""The line at the foot of the window: direction, package, how far the translation is; words, minutes, place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QToolButton, QWidget

from reader.core.model import LANGUAGES, Language
from reader.qt.models.texts import reading_minutes
from reader.qt.state import Flow, Phase, State
from reader.qt.theme import Theme
from reader.qt.views.dressed import Dressed, label


class StatusLine(Dressed):
    """Shows a session's state; stops and resumes its translation, and corrects its language."""

    asked = Signal(str)  # "stop", "resume", or the language that the article is in

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setProperty("role", "panel")
        self._state = State()
        self._words = 0
        self._place = 0.0
        self._passing = ""
        self._direction = QToolButton()
        self._direction.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._direction)
        self._languages: dict[Language, QAction] = {}
        for language in LANGUAGES:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, language=language: self.asked.emit(language))
            self._languages[language] = action
        self._direction.setMenu(self._menu)
        self._package, self._count, self._about = label("muted"), label("muted"), label("muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._button = QPushButton()
        self._button.setFlat(True)
        self._button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 16, 2)
        row.setSpacing(12)
        for widget in (self._direction, self._package, self._bar, self._count, self._button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._about)
        self.setFixedHeight(34)
        self.retranslate()

    def show_state(self, state: State, words: int) -> None:
        """Show how a session stands; `words` is the length of its article."""
        if (state, words) != (self._state, self._words):
            self._state, self._words = state, words
            self.retranslate()

    def say(self, sentence: str) -> None:
        """Say something in passing, in place of the figures."""
        self._passing = sentence
        self._tell_about()

    def unsay(self) -> None:
        """Show the figures again."""
        self.say("")

    def show_place(self, place: float) -> None:
        """Show how much of the article was scrolled through, 0 to 1."""
        if round(place * 100) != round(self._place * 100):
            self._place = place
            self._tell_about()

    def retranslate(self) -> None:
        """Set the texts."""
        state, names = self._state, {"en": self.tr("English"), "es": self.tr("Spanish")}
        reading = state.phase is Phase.READING
        known = reading and state.direction is not None and state.analysis is not None
        self._direction.setVisible(known)
        if state.direction is not None and state.analysis is not None:
            source, target = names[state.direction.source], names[state.direction.target]
            self._direction.setText(f"{source} → {target}")
            self._direction.setAccessibleName(self.tr("Language of the article: {language}").format(language=source))
            self._direction.setToolTip(self.tr("Choose the language of the article"))
            for language, action in self._languages.items():
                action.setText(self.tr("This article is in {language}").format(language=names[language]))
                action.setChecked(language == state.analysis.language.language)
        self._package.setText(state.package)
        self._package.setVisible(bool(known and state.package))
        self._tell_progress(known)
        self._tell_about()

    def _tell_progress(self, known: bool) -> None:
        state = self._state
        running = state.flow in (Flow.RUNNING, Flow.WAITING)
        whole = state.flow is Flow.DONE
        shown = known and state.flow is not Flow.NO_PACKAGE and state.total > 0
        self._bar.setVisible(shown and not whole)
        self._bar.setRange(0, max(state.total, 1))
        self._bar.setValue(state.done)
        self._count.setVisible(shown)
        self._count.setText(self.tr("translated") if whole else f"{state.done}/{state.total}")
        self._bar.setAccessibleName(self.tr("Translated {done} of {total}").format(done=state.done, total=state.total))
        self._button.setVisible(shown and not whole)
        self._button.setText(self.tr("Cancel") if running else self.tr("Resume"))

    def _tell_about(self) -> None:
        if self._passing or self._state.article is None:
            self._about.setText(self._passing)
            return
        minutes = self.tr("%n min", "", reading_minutes(self._words))
        words = self.tr("%n word(s)", "", self._words)
        self._about.setText(f"{words} · {minutes} · {round(self._place * 100)} %")

    def _pressed(self) -> None:
        running = self._state.flow in (Flow.RUNNING, Flow.WAITING)
        self.asked.emit("stop" if running else "resume")
