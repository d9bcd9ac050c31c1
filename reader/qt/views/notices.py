"""What the window says about an article's state: one sentence and one action, never in the way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reader.core.errors import ReaderError
from reader.core.model import other_language
from reader.qt.controller import Session
from reader.qt.models.speakers import is_said
from reader.qt.state import Flow, Phase, State
from reader.qt.theme import Theme
from reader.qt.views.notice_bar import NoticeBar
from reader.wording import NO_NAME, fill, text

UNSURE = 0.8
"""Confidence in the article's language below which the reader is asked."""


def sentence(error: ReaderError) -> str:
    """Return the sentence for an error in the language of the interface."""
    unnamed = QCoreApplication.translate("errors", NO_NAME)
    return fill(QCoreApplication.translate("errors", text(error)), error, unnamed)


class Notices(QObject):
    """Chooses what the notice bar says, the most pressing thing first, each once."""

    packages_asked = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session)
        self.bar = NoticeBar(theme)
        self._session = session
        self._said = ""
        self._dismissed: set[str] = set()
        self.bar.acted.connect(self._act)
        self.bar.dismissed.connect(lambda: self._dismissed.add(self._said))

    def update(self, state: State) -> None:
        """Say what is the matter with this state, or nothing."""
        topic = self._topic(state)
        if topic == self._said or topic in self._dismissed:
            return
        self._said = topic
        if not topic:
            self.bar.clear()
            return
        words, action, warning = self._words(topic, state)
        detail = "" if state.problem is None else state.problem.detail
        self.bar.show_notice(words, action, warning=warning, detail=detail)

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

    def _words(self, topic: str, state: State) -> tuple[str, str, bool]:
        names = {"en": self.tr("English"), "es": self.tr("Spanish")}
        if topic == "quotes":
            return self.tr("No quotations were found in this article."), "", False
        if topic == "language":
            assert state.analysis is not None
            read = state.analysis.language.language
            seems = self.tr("This article seems to be in {language}.").format(language=names[read])
            return seems, self.tr("It is in {language}").format(language=names[other_language(read)]), False
        if topic == "package":
            assert state.direction is not None
            source, target = names[state.direction.source], names[state.direction.target]
            missing = self.tr("There is no package that translates {source} into {target}.")
            return missing.format(source=source, target=target), self.tr("Translation packages"), True
        assert state.problem is not None
        return sentence(state.problem), self.tr("Try again"), True

    def _act(self) -> None:
        topic, self._said = self._said, ""
        analysis = self._session.state.analysis
        if topic == "package":
            self.packages_asked.emit()
        elif topic == "language" and analysis is not None:
            self._session.choose_language(other_language(analysis.language.language))
        else:
            self._session.resume()
