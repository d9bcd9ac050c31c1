"""What can be done with the quote the reader is at: copy, star, note, edit, ask, correct."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.core.model import Quote, QuoteKind
from reader.qt.models.speakers import speaker_name, speakers
from reader.qt.models.texts import citation, quote_with_translation
from reader.qt.state import Note, Question
from reader.qt.views.article_view import ArticleView
from reader.qt.views.quote_editor import SpeakerEditor, TextEditor


class QuoteActions(QObject):
    """Performs a command on one quote of an article; panels open over the window."""

    def __init__(self, window: QWidget, say: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._say = say
        self._work: dict[str, Callable[[ArticleView, Quote], None]] = {
            "copy_quote": self._copy,
            "copy_citation": self._cite,
            "star": self._star,
            "note": self._note,
            "edit": self._edit,
            "alternatives": lambda article, quote: article.session.ask(quote, Question.ALTERNATIVES),
            "back_translation": lambda article, quote: article.session.ask(quote, Question.BACK),
            "translate_again": self._translate_again,
            "fix_speaker": self._fix,
        }

    def perform(self, article: ArticleView, command: str, index: int | None) -> bool:
        """Do `command` with a quote; tell whether it is a command about quotes at all."""
        if command not in self._work:
            return False
        quote = article.quote(index)
        if quote is None:
            self._say(self.tr("Choose a quote first, with J or a click."))
        else:
            if article.active != quote.index or not article.opened:
                article.choose(quote.index)
            self._work[command](article, quote)
        return True

    @staticmethod
    def _translate_again(article: ArticleView, quote: Quote) -> None:
        for segment in article.session.segments_of(quote):
            article.session.retry(segment)

    def _copy(self, article: ArticleView, quote: Quote) -> None:
        content = article.content(quote.index)
        if content is not None:
            QGuiApplication.clipboard().setText(quote_with_translation(content))
            self._say(self.tr("Quote and translation copied."))

    def _cite(self, article: ArticleView, quote: Quote) -> None:
        content, whole = article.content(quote.index), article.session.state.article
        if content is not None and whole is not None:
            source = citation(whole)
            QGuiApplication.clipboard().setText(quote_with_translation(content) + (f"\n{source}" if source else ""))
            self._say(self.tr("Quote copied with its citation."))

    def _star(self, article: ArticleView, quote: Quote) -> None:
        known = article.session.state.notes.get(quote.index, Note())
        article.session.star(quote, not known.starred)

    def _note(self, article: ArticleView, quote: Quote) -> None:
        known = article.session.state.notes.get(quote.index, Note())
        font = article.dress.typography.font(0.9)
        editor = TextEditor(article.dress.theme, self._window, self.tr("Note"), [("", known.text)], font)
        editor.written.connect(lambda _number, text: article.session.note(quote, text.strip()))
        editor.open()

    def _edit(self, article: ArticleView, quote: Quote) -> None:
        session = article.session
        pieces = []
        segments = [s for s in session.segments_of(quote) if session.translation_of(s) is not None]
        for segment in segments:
            known = session.translation_of(segment)
            pieces.append((segment.text, known.text if known is not None else ""))
        if not pieces:
            self._say(self.tr("This quote is not translated yet."))
            return
        font = article.dress.typography.font(0.9)
        editor = TextEditor(article.dress.theme, self._window, self.tr("Edit the translation"), pieces, font)
        editor.written.connect(lambda number, text: session.edit(segments[number], " ".join(text.split()) or None))
        editor.open()

    def _fix(self, article: ArticleView, quote: Quote) -> None:
        analysis = article.session.state.analysis
        names = [] if analysis is None else [entry.name for entry in speakers(analysis.quotes) if entry.name]
        before = speaker_name(quote)
        editor = SpeakerEditor(article.dress.theme, self._window, names, before, quote.kind)

        def corrected(name: str, kind: str) -> None:
            said, new_kind = None if name == before else name, QuoteKind(kind)
            if said is not None or new_kind is not quote.kind:
                article.session.correct(quote, speaker=said, kind=None if new_kind is quote.kind else new_kind)

        editor.corrected.connect(corrected)
        editor.open()
