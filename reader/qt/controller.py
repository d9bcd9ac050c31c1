"""One session: an open article, what was found in it, and its translation as it grows.

Intents come in as method calls, immutable state goes out in signals. Translation is pulled, not queued: one small
batch is in flight, and when it is back the next one is picked from what the reader sees now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.analysis import Analysis
from reader.core.errors import ReaderError
from reader.core.model import (
    Article,
    Correction,
    Language,
    Quote,
    QuoteKind,
    Segment,
    TranslatedBlock,
    Translation,
    other_language,
)
from reader.core.storage import Library
from reader.core.translation.assemble import assemble
from reader.core.translation.base import Direction
from reader.core.translation.service import TranslationService
from reader.qt import work
from reader.qt.jobs import JobRunner, Lane
from reader.qt.picking import Queue
from reader.qt.preferences import Preferences
from reader.qt.state import Answer, Flow, Note, Phase, Question, State
from reader.qt.work import Translating

BLOCKS_AT_ONCE = 10
"""Blocks put together between two looks at the event loop: about 5 ms."""


@dataclass(frozen=True, slots=True)
class Services:
    """What all sessions share; the composition root builds it once."""

    jobs: JobRunner
    translation: TranslationService
    library: Library
    preferences: Preferences


class Session(QObject):
    """The reader's dealings with one article."""

    changed = Signal(object)
    translated = Signal(object)
    answered = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._state = State()
        self._queue = Queue((), ())
        self._done: dict[int, Translation] = {}
        self._blocks: dict[int, TranslatedBlock] = {}
        self._jobs: dict[str, int] = {}
        self._active = True
        self._stopped = False
        self._fresh: set[int] = set()
        self._worker: Translating | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._put_together)

    @property
    def state(self) -> State:
        """The session as it is now."""
        return self._state

    @property
    def blocks(self) -> Mapping[int, TranslatedBlock]:
        """The blocks translated so far, whole or in part."""
        return self._blocks

    # -- intents: the article

    def open(self, source: str | Path) -> None:
        """Read an article from a file."""
        self._set(State(Phase.LOADING, source=str(source)))
        self._start("open", Lane.DOCUMENTS, work.read, source, done=self.show, failed=self._fail_article)

    def paste(self, text: str) -> None:
        """Read an article from pasted text."""
        self._set(State(Phase.LOADING))
        self._start("open", Lane.DOCUMENTS, work.read_pasted, text, done=self.show, failed=self._fail_article)

    def show(self, article: Article) -> None:
        """Show an article at once, then look for its quotes."""
        self._set(State(Phase.READING, article.source, article))
        if self._services.preferences.settings.remember_articles:
            self._services.library.opened(article)
        self._analyse()

    def choose_language(self, language: Language) -> None:
        """Read the article as one in `language`, now and whenever it is opened again."""
        if self._state.article is not None:
            self._services.library.choose_language(self._state.article.key, language)
            self._analyse()

    def correct(self, quote: Quote, *, speaker: str | None = None, kind: QuoteKind | None = None) -> None:
        """Remember who really said a quote, or what kind it is; None leaves what was corrected before."""
        article = self._state.article
        if article is None:
            return
        known = {correction.span: correction for correction in self._services.library.corrections(article.key)}
        old = known.get(quote.span, Correction(quote.span))
        new = replace(old, speaker=old.speaker if speaker is None else speaker, kind=kind or old.kind)
        self._services.library.correct(article.key, new)
        self._analyse()

    def star(self, quote: Quote, starred: bool) -> None:
        """Put a star at a quote, or take it away."""
        self._note(quote, replace(self._state.notes.get(quote.index, Note()), starred=starred))

    def note(self, quote: Quote, text: str) -> None:
        """Write a note at a quote."""
        self._note(quote, replace(self._state.notes.get(quote.index, Note()), text=text))

    # -- intents: the translation

    def watch(self, rows: range, *, sentences: bool) -> None:
        """Say which blocks the reader sees, and whether their sentences are wanted before other quotes."""
        self._queue.watch(rows, sentences=sentences)

    def set_active(self, active: bool) -> None:
        """Work only while the reader looks at this article."""
        self._active = active
        self._pump()

    def stop(self) -> None:
        """Stop translating; what is done stays."""
        self._stopped = True
        if self._state.flow in (Flow.RUNNING, Flow.WAITING):
            self._cancel("translate")
            self._set(replace(self._state, flow=Flow.STOPPED))

    def resume(self) -> None:
        """Go on translating, also after a failure or when a package has arrived."""
        self._stopped = False
        if self._state.analysis is not None:
            self._set(replace(self._state, flow=Flow.WAITING, problem=None))
            self._recall()

    def reconsider(self) -> None:
        """Translate anew what the reader's terms have changed; all else stays, and the old shows until then."""
        if self._state.analysis is not None:
            segments = self._state.analysis.segments
            self._ask("translate", Translating.recall, segments, done=self._reconsidered)

    def edit(self, segment: Segment, text: str | None) -> None:
        """Replace the translation of a segment by a person's own words; None goes back to the machine's."""

        def edited(translation: Translation | None) -> None:
            if translation is not None:
                self._arrived({segment.index: translation})
            else:
                self._done.pop(segment.index, None)
                self._pump()

        self._ask(f"edit-{segment.index}", Translating.edit, segment, text, done=edited)

    def retry(self, segment: Segment) -> None:
        """Translate a segment once more, another way."""
        self._ask(f"retry-{segment.index}", Translating.retry, segment, done=self._arrived)

    def ask(self, quote: Quote, question: Question) -> None:
        """Ask for alternatives of a quote's translation, or for it translated back."""
        segments = self.segments_of(quote)
        shown = [self._done[segment.index].text for segment in segments if segment.index in self._done]
        method = Translating.alternatives if question is Question.ALTERNATIVES else Translating.back

        def answer(texts: Sequence[str]) -> None:
            self.answered.emit(Answer(quote.index, question, tuple(texts)))

        self._ask(f"ask-{quote.index}", method, segments, shown, done=answer)

    def segments_of(self, quote: Quote) -> tuple[Segment, ...]:
        """Return what an utterance's translation comes from: its own segments, or the sentences fragments stand in."""
        analysis = self._state.analysis
        if analysis is None:
            return ()
        said = [other for other in analysis.quotes if other.utterance == quote.utterance]
        pieces = {other.index for other in said}
        own = {segment.quote for segment in analysis.segments if segment.quote in pieces}
        rest = [other.span for other in said if other.index not in own]
        return tuple(
            segment
            for segment in analysis.segments
            if segment.quote in own or any(span.overlaps(other) for span in segment.spans for other in rest)
        )

    def is_doubted(self, index: int) -> bool:
        """Tell whether what a quote's translation comes from failed a check."""
        quotes = () if self._state.analysis is None else self._state.analysis.quotes
        segments = self.segments_of(quotes[index]) if index < len(quotes) else ()
        return any(self._done[segment.index].warnings for segment in segments if segment.index in self._done)

    def translation_of(self, segment: Segment) -> Translation | None:
        """Return what a segment was translated to, if it was."""
        return self._done.get(segment.index)

    def close(self) -> None:
        """Stop all work; nothing is told from now on."""
        self._active = False
        self._later.stop()
        for name in tuple(self._jobs):
            self._cancel(name)

    # -- from article to quotes

    def _analyse(self) -> None:
        article, library = self._state.article, self._services.library
        if article is None:
            return
        self._cancel("translate")
        chosen, corrections = library.language(article.key), library.corrections(article.key)
        self._start(
            "analyse", Lane.DOCUMENTS, work.look_through, article, chosen, corrections,
            done=self._analysed, failed=self._fail_article,
        )  # fmt: skip

    def _analysed(self, found: tuple[Analysis, Queue]) -> None:
        analysis, queue = found
        source = analysis.language.language
        direction = Direction(source, other_language(source))
        known = self._known_texts() if self._state.direction == direction else {}
        again = {s.index: known[s.text] for s in analysis.segments if s.text in known} if known else {}
        self._done = again | dict(analysis.given)
        self._blocks = {}
        self._fresh.clear()
        self._worker = None
        self._queue = queue.follow(self._queue)
        by_span = {mark.span: mark for mark in self._services.library.marks(analysis.article.key)}
        notes = {
            quote.index: Note(by_span[quote.span].starred, by_span[quote.span].note)
            for quote in analysis.quotes
            if quote.span in by_span
        }
        self._set(
            replace(
                self._state, analysis=analysis, direction=direction, notes=notes, problem=None,
                done=0, total=len(analysis.segments), flow=Flow.STOPPED if self._stopped else Flow.WAITING,
            )
        )  # fmt: skip
        self._arrived(dict(self._done))
        self._recall()

    def _known_texts(self) -> dict[str, Translation]:
        analysis = self._state.analysis
        segments = analysis.segments if analysis is not None else ()
        return {s.text: self._done[s.index] for s in segments if s.index in self._done}

    # -- from segments to translated blocks

    def restyle(self) -> None:
        """Put everything together again: the house style of marks has changed."""
        self._arrived(dict(self._done))

    def _recall(self) -> None:
        """Show first what was translated before."""
        self._ask("translate", Translating.recall, self._missing(), done=self._recalled)

    def _recalled(self, recalled: tuple[str, dict[int, Translation]]) -> None:
        package, found = recalled
        self._set(replace(self._state, package=package))
        self._arrived(found)
        self._pump()

    def _reconsidered(self, recalled: tuple[str, dict[int, Translation]]) -> None:
        given = {} if self._state.analysis is None else self._state.analysis.given
        gone = self._done.keys() - recalled[1].keys() - given.keys()
        for index in gone:
            del self._done[index]
        if gone and self._state.flow is Flow.DONE:
            self._set(replace(self._state, flow=Flow.WAITING))
        self._set(replace(self._state, done=len(self._done)))
        self._recalled(recalled)

    def _missing(self) -> list[Segment]:
        segments = () if self._state.analysis is None else self._state.analysis.segments
        return [segment for segment in segments if segment.index not in self._done]

    def _pump(self) -> None:
        """Start the next batch, unless one is under way or nobody wants it."""
        state = self._state
        if not self._active or "translate" in self._jobs or state.analysis is None or state.direction is None:
            return
        if self._fresh:
            return
        if len(self._done) >= state.total:
            self._set(replace(state, flow=Flow.DONE))
            return
        if self._stopped or state.flow in (Flow.NO_PACKAGE, Flow.FAILED):
            return
        batch = self._queue.next_batch(self._done)
        self._set(replace(state, flow=Flow.RUNNING))
        self._ask("translate", Translating.translate, batch, done=self._batch_arrived)

    def _batch_arrived(self, found: dict[int, Translation]) -> None:
        self._arrived(found)
        self._pump()

    def _arrived(self, found: Mapping[int, Translation]) -> None:
        """Take new translations and put their blocks together, what is seen first, a few at a time."""
        analysis = self._state.analysis
        if analysis is None or not found:
            return
        self._done.update(found)
        self._fresh |= {analysis.segments[index].block for index in found}
        self._set(replace(self._state, done=len(self._done)))
        self._put_together()

    def _put_together(self) -> None:
        analysis = self._state.analysis
        if analysis is None or not self._fresh:
            return
        rows = self._queue.nearest(self._fresh, BLOCKS_AT_ONCE)
        self._fresh.difference_update(rows)
        target, style = other_language(analysis.language.language), self._services.preferences.style
        made = []
        for row in rows:
            segments = self._queue.of_block(row)
            done = {segment.index: self._done[segment.index] for segment in segments if segment.index in self._done}
            made.append(assemble(analysis.article, row, analysis.quotes, segments, done, target, style))
        self._blocks.update((block.block, block) for block in made)
        self.translated.emit(tuple(made))
        if self._fresh:
            self._later.start()
        else:
            self._pump()

    # -- inside

    def _note(self, quote: Quote, note: Note) -> None:
        article, library = self._state.article, self._services.library
        if article is None:
            return
        library.star(article.key, quote.span, note.starred)
        library.note(article.key, quote.span, note.text)
        self._set(replace(self._state, notes={**self._state.notes, quote.index: note}))

    def _ask(self, name: str, method: Any, *arguments: Any, done: Any) -> None:
        """Call one of `Translating`'s methods on the translation lane."""
        analysis, direction = self._state.analysis, self._state.direction
        if analysis is not None and direction is not None:
            if self._worker is None:
                self._worker = Translating(self._services.translation, direction, analysis.quotes)
            call = getattr(self._worker, method.__name__)
            self._start(name, Lane.TRANSLATION, call, *arguments, done=done, failed=self._fail_translation)

    def _start(self, name: str, lane: Lane, work: Any, *arguments: Any, done: Any, failed: Any) -> None:
        """Start a job; a newer one of the same name makes the older one's result void."""
        self._cancel(name)

        def finished(value: Any) -> None:
            del self._jobs[name]
            done(value)

        def broken(error: ReaderError) -> None:
            del self._jobs[name]
            failed(error)

        self._jobs[name] = self._services.jobs.submit(lane, work, *arguments, done=finished, failed=broken)

    def _cancel(self, name: str) -> None:
        job = self._jobs.pop(name, None)
        if job is not None:
            self._services.jobs.cancel(job)

    def _fail_article(self, error: ReaderError) -> None:
        self._set(replace(self._state, phase=Phase.FAILED, problem=error))

    def _fail_translation(self, error: ReaderError) -> None:
        if error.code == "no_package":
            self._set(replace(self._state, flow=Flow.NO_PACKAGE, package=""))
            return
        self._set(replace(self._state, flow=Flow.FAILED, problem=error))

    def _set(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)
