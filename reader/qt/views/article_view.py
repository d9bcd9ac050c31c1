"""One open article: notices, page or cards, overview bar and speakers, kept in step with its session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reader.core.model import Quote, TranslatedBlock
from reader.qt.controller import Session
from reader.qt.i18n import error_sentence
from reader.qt.models.cards import CardContent
from reader.qt.models.page_text import PageText, boilerplate_runs
from reader.qt.models.views import Side, View
from reader.qt.state import Answer, Flow, Phase, Question, State
from reader.qt.views.dress import Dress
from reader.qt.views.find_bar import FindBar
from reader.qt.views.finder import Finder
from reader.qt.views.history import History
from reader.qt.views.notices import Notices
from reader.qt.views.page import NOTHING, PageView
from reader.qt.views.placeholder import Placeholder
from reader.qt.views.quote_shelf import QuoteShelf
from reader.qt.views.quotes_view import QuotesView
from reader.qt.views.walker import Walker


class ArticleView(QWidget):
    """The views of one session; the window tells it what to show, it tells what is asked."""

    changed = Signal()
    article_shown = Signal()
    asked = Signal(int, str)
    menu_asked = Signal(object, QPoint)
    packages_asked = Signal()

    def __init__(self, session: Session, dress: Dress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.dress = dress
        self.page: PageView | None = None
        self.active: int | None = None
        self.opened = False
        self.walker: Walker | None = None
        self._state = State()
        self._view, self._cards, self._swapped = View.SIDE_BY_SIDE, True, False
        self._unfolded = False
        self._extras: dict[int, str] = {}
        self._entered: int | None = None
        self._history = History()
        self._recents: Sequence[tuple[str, str]] = ()
        self.placeholder = Placeholder(dress.theme)
        self.shelf = QuoteShelf(dress, self)
        self.quotes_view = self.shelf.view
        self.find_bar = FindBar(dress.theme)
        self.finder = Finder(self.find_bar)
        self.notices = Notices(session, dress.theme)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.placeholder)
        self.stack.addWidget(self.quotes_view)
        self._lay_out()
        self._connect()
        self._update(session.state)

    # -- what the window says

    def set_view(self, view: View, *, cards: bool, swapped: bool, grouped: bool) -> None:
        """Show the article another way, keeping the place."""
        before, self._view, self._cards, self._swapped = self._view, view, cards, swapped
        if self.page is None:
            self.shelf.set_grouped(grouped)
            return
        came_from = self._quote_at_top() if before is not View.QUOTES else self.quotes_view.top_quote()
        self.shelf.set_grouped(grouped)
        if view is View.QUOTES:
            self.shelf.arrange()
            self.stack.setCurrentWidget(self.quotes_view)
            if came_from is not None:
                self.quotes_view.show_quote(came_from, at_top=True)
                self._entered = self.quotes_view.top_quote()
        else:
            self.page.set_view(view, cards=cards, swapped=swapped)
            place = None if came_from is None else self.page.quote_place(came_from)
            if before is View.QUOTES and came_from != self._entered and place is not None:
                self.page.show_at(place, 0.04)
            self.stack.setCurrentWidget(self.page)
        self._watch()
        self.stack.currentWidget().setFocus()

    def set_dress(self, dress: Dress) -> None:
        """Take other colours and type."""
        old, self.dress = self.dress, dress
        for part in (self.placeholder, self.shelf, self.find_bar, self.notices.bar):
            part.set_theme(dress.theme)
        self.quotes_view.set_dress(dress.theme, dress.typography)
        if self.page is not None:
            self.page.set_theme(dress.theme)
            if dress.typography != old.typography:
                self.page.set_typography(dress.typography)

    def set_unfolded(self, unfolded: bool) -> None:
        """Show boilerplate, or set it aside."""
        self._unfolded = unfolded
        if self.page is not None:
            self._fold(self.page)

    @property
    def unfolded(self) -> bool:
        """Whether boilerplate shows."""
        return self._unfolded

    @property
    def view(self) -> View:
        """The view in use."""
        return self._view

    @property
    def swapped(self) -> bool:
        """Whether the translation stands first."""
        return self._swapped

    @property
    def shows_translation(self) -> bool:
        """Whether the translation of the whole article shows."""
        return self._view in (View.SIDE_BY_SIDE, View.INTERLINEAR)

    @property
    def shows_speakers(self) -> bool:
        """Whether the list of speakers shows."""
        return not self.shelf.panel.isHidden()

    def toggle_speakers(self) -> None:
        """Show the list of speakers, or put it away."""
        self.shelf.toggle_panel()
        self.changed.emit()

    def show_recents(self, recents: Sequence[tuple[str, str]]) -> None:
        """Offer articles read before, as (title, source), where there is none yet."""
        self._recents = recents
        if self.page is None:
            self.placeholder.show_empty(recents)

    def open_card(self) -> None:
        """Open the card of the quote the reader is at, or close it."""
        if self.active is None and self.page is not None:
            quote = self.page.quote_at(self.page.caret_place())
            self.choose(self._quote_at_top() if quote is None else quote.index)
        else:
            self.choose(self.active, opened=not self.opened)

    def go_through_history(self, *, back: bool) -> None:
        """Go back to where the last jump started, or undo that."""
        offset = self._history.back(self.position()) if back else self._history.forward(self.position())
        if offset is not None and self.page is not None:
            self.page.show_at(self.page.text.source_place(offset), 0.0)

    def quote(self, index: int | None) -> Quote | None:
        """Return the quote of the article whose card speaks for a quote."""
        analysis = self._state.analysis
        if analysis is None or index is None or self.page is None:
            return None
        return analysis.quotes[self.page.lead(index)]

    def content(self, index: int) -> CardContent | None:
        """Return what a quote's card says."""
        return None if self.page is None else self.page.contents.get(self.page.lead(index))

    def choose(self, index: int | None, *, opened: bool = True, go: bool = False) -> None:
        """Make a quote the one the reader is at; `go` brings it into the window."""
        if self.page is None:
            return
        index = None if index is None else self.page.lead(index)
        self.active, self.opened = index, opened and index is not None
        self.page.set_active(index, opened=self.opened)
        self.quotes_view.set_active(index, self._extras, opened=self.opened)
        if index is None:
            self.page.light(None)
            return
        place = self.page.quote_place(index)
        if place is not None and go:
            self._history.leave(self.position())
            self.page.show_place(place)
            self.page.put_caret(place)
        if go:
            self.quotes_view.show_quote(index)
        self.page.light(None)

    def next_quote(self, step: int) -> None:
        """Go to the next quote, or the one before."""
        quotes = self.shelf.shown()
        if not quotes or self.page is None:
            return
        if self.active is not None:
            ahead = [q for q in quotes if (q - self.active) * step > 0]
        else:
            first = self._quote_at_top() or 0
            ahead = [q for q in quotes if (q >= first if step > 0 else q < first)]
        if ahead:
            self.choose(ahead[0] if step > 0 else ahead[-1], go=True)

    def _step_from(self, index: int, step: int) -> None:
        self.active = index
        self.next_quote(step)

    def next_sentence(self, step: int) -> None:
        """Go to the next sentence, or the one before."""
        if self.page is None or self.walker is None:
            return
        place = self.walker.step(self.page.caret_place(), step)
        self.page.show_place(place)
        self.page.put_caret(place)
        self.page.light(place)

    def page_by(self, pages: int) -> None:
        """Scroll by whole windows."""
        current = self.stack.currentWidget()
        if isinstance(current, PageView | QuotesView):
            current.page_by(pages)

    def scroll_to_end(self, end: bool) -> None:
        """Go to the beginning or the end."""
        current = self.stack.currentWidget()
        if isinstance(current, PageView | QuotesView):
            bar = current.verticalScrollBar()
            bar.setValue(bar.maximum() if end else bar.minimum())

    def progress(self) -> float:
        """Return how much of the article has been scrolled through, 0 to 1."""
        if self.page is None:
            return 0.0
        bar = self.page.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 1.0

    def position(self) -> int:
        """Return the article's offset at the top of the window."""
        if self.page is None or not self.page.text.rows:
            return 0
        place = self.page.anchor().place
        return self.page.text.article_offset(place if place.side is Side.ORIGINAL else place._replace(offset=0))

    def restore_position(self, offset: int) -> None:
        """Bring the article's offset to the top of the window."""
        if self.page is not None and offset > 0:
            self.page.show_at(self.page.text.source_place(offset), 0.0)

    # -- in step with the session

    def _update(self, state: State) -> None:
        before, self._state = self._state, state
        if state.phase is Phase.LOADING:
            self.placeholder.show_loading()
            self.stack.setCurrentWidget(self.placeholder)
        elif state.phase is Phase.FAILED and state.article is None and state.problem is not None:
            self.placeholder.show_problem(error_sentence(state.problem), self._recents)
        if state.article is not None and state.article is not before.article:
            self._show_article(state)
        if state.analysis is not None and state.analysis is not before.analysis:
            self._show_analysis(state)
        if self.page is not None:
            if state.notes != before.notes:
                for index in set(state.notes) | set(before.notes):
                    self.page.refresh_card(index)
                self.shelf.set_contents(self.page.contents)
            if state.flow is not before.flow:
                running = state.flow in (Flow.RUNNING, Flow.WAITING)
                self.page.set_pending(running, expected=state.flow is not Flow.NO_PACKAGE)
        self.notices.update(state)
        self.changed.emit()

    def _show_article(self, state: State) -> None:
        assert state.article is not None
        page = PageView(PageText(state.article), self.dress.theme, self.dress.typography)
        old, self.page = self.page, page
        page.set_view(
            self._view if self._view is not View.QUOTES else View.ORIGINAL, cards=self._cards, swapped=self._swapped
        )
        page.setAccessibleName(state.article.title or state.source)
        page.set_notes(self._note_of, self.session.is_doubted)
        self._fold(page)
        page.watched.connect(self._watch)
        page.scrolled.connect(self._scrolled)
        page.quote_clicked.connect(self._clicked)
        page.asked.connect(self.asked)
        page.stepped.connect(self._step_from)
        page.menu_asked.connect(self.menu_asked)
        page.unfold_asked.connect(lambda: self.set_unfolded(True))
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.finder.attach(page)
        page.setFocus()
        self.article_shown.emit()
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def _show_analysis(self, state: State) -> None:
        assert state.analysis is not None and self.page is not None
        self.active, self.opened = None, False
        self.page.set_quotes(state.analysis.quotes, self.shelf.set_analysis(state.analysis))
        self.page.set_blocks(tuple(self.session.blocks.values()))
        self.walker = Walker(self.page.text, state.analysis)
        self.shelf.set_contents(self.page.contents)
        if self._view is View.QUOTES:
            self.shelf.arrange()
            self.stack.setCurrentWidget(self.quotes_view)
        self._watch()

    def _translated(self, blocks: Sequence[TranslatedBlock]) -> None:
        if self.page is not None:
            self.page.set_blocks(blocks)
            self.shelf.set_contents(self.page.contents)
            self.finder.search_again()

    def _answered(self, answer: Answer) -> None:
        titles = {Question.ALTERNATIVES: self.tr("Also:"), Question.BACK: self.tr("Back:")}
        content = self.content(answer.quote)
        known = "" if content is None else content.translation
        lines = [text for text in dict.fromkeys(answer.texts) if text != known] or [self.tr("nothing else")]
        self._set_extra(answer.quote, "\n".join([titles[answer.question], *lines]))

    def _set_extra(self, index: int, extra: str) -> None:
        self._extras[index] = extra
        if self.page is not None:
            self.page.set_extra(index, extra)
        self.quotes_view.set_active(self.active, self._extras, opened=self.opened)

    def _fold(self, page: PageView) -> None:
        runs = {} if self._unfolded else boilerplate_runs(page.text.article)
        folds = {row: row == first for first, length in runs.items() for row in range(first, first + length)}
        page.set_folds(folds, lambda row: self.tr("%n line(s) set aside · show", "", runs[row]))

    # -- quotes

    def _quote_at_top(self) -> int | None:
        """Return the first quote at or below the upper edge of the window."""
        return self.shelf.first_after(self.position())

    def _clicked(self, index: int) -> None:
        if index == NOTHING:
            self.choose(None)
        else:
            quote = self.quote(index)
            self.choose(index, opened=not (quote is not None and quote.index == self.active and self.opened))

    def _filtered(self, shown: set[int] | None) -> None:
        if self.page is not None:
            self.page.set_card_filter(shown)

    def _note_of(self, index: int) -> tuple[bool, str]:
        note = self._state.notes.get(index)
        return (False, "") if note is None else (note.starred, note.text)

    def _scrolled(self) -> None:
        if self.page is None:
            return
        bar = self.page.verticalScrollBar()
        whole = max(bar.maximum() + bar.pageStep(), 1)
        self.shelf.overview.set_view(bar.value() / whole, (bar.value() + bar.pageStep()) / whole)
        self.changed.emit()

    def _jumped(self, fraction: float) -> None:
        if self.page is not None:
            self._history.leave(self.position())
            length = len(self.page.text.article.text)
            self.page.show_at(self.page.text.source_place(round(fraction * length)), 0.4)

    def _watch(self) -> None:
        if self.page is not None:
            sentences = self._view in (View.SIDE_BY_SIDE, View.INTERLINEAR)
            self.session.watch(self.page.watching(), sentences=sentences)

    # -- building

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.shelf.overview)
        middle.addWidget(self.shelf.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices.bar)
        column.addWidget(self.find_bar)
        column.addLayout(middle, 1)

    def _connect(self) -> None:
        self.session.changed.connect(self._update)
        self.session.translated.connect(self._translated)
        self.session.answered.connect(self._answered)
        self.quotes_view.asked.connect(self.asked)
        self.quotes_view.stepped.connect(self._step_from)
        self.quotes_view.quote_clicked.connect(self._clicked)
        self.quotes_view.menu_asked.connect(self.menu_asked)
        self.shelf.overview.jumped.connect(self._jumped)
        self.shelf.filtered.connect(self._filtered)
        self.notices.packages_asked.connect(self.packages_asked)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
