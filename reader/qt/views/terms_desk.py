"""What a reader teaches the program, in the window: words to keep or to translate one way, in and out as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from reader.core.errors import ReaderError
from reader.core.translation.glossary import KEEP, Term, joined, term_of
from reader.qt import work
from reader.qt.controller import Services
from reader.qt.i18n import error_sentence
from reader.qt.jobs import Lane
from reader.qt.views.quote_editor import TextEditor

if TYPE_CHECKING:
    from reader.qt.views.window import ReaderWindow


class TermsDesk(QObject):
    """Performs the commands about terms and edits; every result is one line above the page."""

    def __init__(self, window: ReaderWindow, services: Services) -> None:
        super().__init__(window)
        self._window, self._services = window, services

    def table(self) -> dict[str, Callable[[], object]]:
        """Return what the commands about terms and edits do."""
        return {
            "import_terms": self._ask_terms,
            "export_terms": lambda: self._ask_place("comillas-terms.csv", "CSV (*.csv)", work.export_terms),
            "export_edits": lambda: self._ask_place("comillas-edits.tmx", "TMX (*.tmx)", work.export_edits),
            "keep_word": self._keep,
            "translate_word": self._translate,
        }

    # -- files

    def import_terms(self, path: str) -> None:
        """Let the terms of a CSV file join those there are."""

        def taken(counts: tuple[int, int]) -> None:
            read, refused = counts
            sentence = self.tr("%n term(s) taken over.", "", read)
            if refused:
                sentence += " " + self.tr("%n line(s) hold no term.", "", refused)
            self._tell(sentence)
            self._reconsider()

        self._start(work.import_terms, path, done=taken)

    def export(self, write: Callable[..., None], path: str) -> None:
        """Write terms or edits to a file."""
        written = self.tr("Written: {path}").format(path=Path(path).name)
        self._start(write, path, done=lambda _: self._tell(written))

    def _ask_terms(self) -> None:
        kinds = ";;".join(("CSV (*.csv *.tsv *.txt)", self.tr("All files (*)")))
        dialog = QFileDialog(self._window, self.tr("Import terms"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.import_terms)
        dialog.open()

    def _ask_place(self, name: str, kind: str, write: Callable[..., None]) -> None:
        dialog = QFileDialog(self._window, self.tr("Export"), "", kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.export(write, path))
        dialog.open()

    # -- one word

    def _keep(self) -> None:
        term = self._chosen(KEEP)
        if term is not None:
            kept = self.tr("“{term}” stays as it is from now on; its sentences are translated again.")
            self._put(joined(self._terms, [term]), kept.format(term=term.text))

    def _translate(self) -> None:
        chosen = self._chosen(KEEP)
        if chosen is None:
            return
        known = next((t for t in self._terms if (t.language, t.text) == (chosen.language, chosen.text)), None)
        before = "" if known is None or known.kept else known.translation
        article = self._window.article
        title = self.tr("Always translate “{term}” as").format(term=chosen.text)
        editor = TextEditor(
            article.dress.theme, self._window, title, [("", before)], article.dress.typography.font(0.9)
        )
        editor.written.connect(lambda _number, text: self.translate_as(chosen, text))
        editor.open()

    def translate_as(self, chosen: Term, text: str) -> None:
        """Translate a term one way from now on; with nothing, leave it to the translator again."""
        term = term_of(chosen.language, chosen.text, text) if text.strip() else None
        if term is None:
            rest = [t for t in self._terms if (t.language, t.text) != (chosen.language, chosen.text)]
            self._put(rest, self.tr("“{term}” is left to the translator again.").format(term=chosen.text))
            return
        said = self.tr("“{term}” is now always “{translation}”; its sentences are translated again.")
        self._put(joined(self._terms, [term]), said.format(term=term.text, translation=term.translation))

    @property
    def _terms(self) -> tuple[Term, ...]:
        return self._services.translation.terms.glossary().terms

    def _chosen(self, translation: str) -> Term | None:
        """Return what is selected as a term of the article's language; say what to do when nothing fits."""
        article = self._window.article
        analysis = article.session.state.analysis
        phrase = "" if article.page is None else article.page.selected_phrase()
        term = None if analysis is None else term_of(analysis.language.language, phrase, translation)
        if term is None:
            self._window.say(self.tr("Select a word or a phrase of the original first."))
        return term

    def _put(self, terms: Sequence[Term], sentence: str) -> None:
        """Make `terms` the glossary, with a way back."""
        before = self._terms

        def undo() -> None:
            self._start(work.put_terms, before, done=lambda _: self._reconsider())

        def done(_: None) -> None:
            self._tell(sentence, self.tr("Undo"), undo)
            self._reconsider()

        self._start(work.put_terms, tuple(terms), done=done)

    # -- inside

    def _reconsider(self) -> None:
        for article in self._window.tabs.articles:
            article.session.reconsider()

    def _tell(self, sentence: str, action: str = "", act: Callable[[], None] = lambda: None) -> None:
        self._window.article.notices.tell(sentence, action, act)

    def _start(self, function: Callable[..., Any], *arguments: Any, done: Callable[[Any], None]) -> None:
        def failed(error: ReaderError) -> None:
            self._window.article.notices.tell(error_sentence(error), warning=True)

        service = self._services.translation
        self._services.jobs.submit(Lane.DOCUMENTS, function, service, *arguments, done=done, failed=failed)
