"""What the window says about an article's state: one sentence and one action, never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.core.model import LANGUAGES
from reader.qt.controller import Session
from reader.qt.i18n import error_sentence, language_name
from reader.qt.models.speakers import is_said
from reader.qt.state import Flow, Phase, State
from reader.qt.theme import Theme
from reader.qt.views.notice_bar import NoticeBar

UNSURE = 0.8
"""Confidence in the article's language below which the reader is asked."""


class Notices(QObject):
    """Chooses what the notice bar says, the most pressing thing first, each once."""

    packages_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
        self.bar = NoticeBar(theme)
        self._session = session
        self._said = ""
        self._told: Callable[[], None] | None = None
        self._dismissed: set[str] = set()
        self.bar.acted.connect(self._act)
        self.bar.dismissed.connect(self._dismiss)

    def tell(
        self, sentence: str, action: str = "", act: Callable[[], None] = lambda: None, *, warning: bool = False
    ) -> None:
        """Say what just happened, until it is put away, acted upon or something presses more."""
        self._told = act
        self.bar.show_notice(sentence, action, warning=warning)

    def update(self, state: State) -> None:
        """Say what is the matter with this state, or nothing."""
        topic = self._topic(state)
        if topic == self._said or topic in self._dismissed:
            return
        self._said = topic
        if not topic:
            if self._told is None:
                self.bar.clear()
            return
        self._told = None
        words, actions, warning = self._words(topic, state)
        detail = "" if state.problem is None else state.problem.detail
        self.bar.show_notice(words, *actions, warning=warning, detail=detail)

    def _topic(self, state: State) -> str:
        if state.phase is Phase.FAILED and state.article is not None:
            return "analysis"
        if state.flow is Flow.NO_PACKAGE:
            return "package"
        if state.flow is Flow.FAILED:
            return "translation"
        analysis = state.analysis
        if analysis is None:
            return ""
        if analysis.language.confidence < UNSURE and not analysis.language.chosen:
            return "language"
        return "" if any(is_said(quote) for quote in analysis.quotes) else "quotes"

    def _words(self, topic: str, state: State) -> tuple[str, list[str], bool]:
        """Return the sentence, what can be done, and whether it is a warning."""
        if topic == "quotes":
            return self.tr("No quotations were found in this article."), [], False
        if topic == "language":
            return self.tr("Which language is this article in?"), [language_name(code) for code in LANGUAGES], False
        if topic == "package":
            assert state.direction is not None
            missing = self.tr("There is no package for {source} → {target}.")
            names = [language_name(code) for code in state.direction]
            return missing.format(source=names[0], target=names[1]), [self.tr("Translation packages")], True
        assert state.problem is not None
        return error_sentence(state.problem), [self.tr("Try again")], True

    def _dismiss(self) -> None:
        if self._told is None:
            self._dismissed.add(self._said)
        else:
            self._come_back()

    def _come_back(self) -> None:
        """Say again what something told in passing stood in front of."""
        self._told, self._said = None, ""
        self.update(self._session.state)

    def _act(self, action: int) -> None:
        if self._told is not None:
            self._told()
            self._come_back()
            return
        topic, self._said = self._said, ""
        if topic == "package":
            self.packages_asked.emit()
        elif topic == "language":
            self._session.choose_language(LANGUAGES[action])
        else:
            self._session.resume()
