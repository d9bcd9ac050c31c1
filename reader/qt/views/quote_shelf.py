"""Which of an article's quotes are shown, and where besides the page: as cards in order, as marks on the overview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from reader.core.analysis import Analysis
from reader.core.model import Quote
from reader.core.spoken import utterances
from reader.qt.models.cards import CardContent
from reader.qt.models.speakers import SpeakerEntry, hues, is_said, speaker_name, speakers
from reader.qt.theme import Theme
from reader.qt.views.dress import Dress
from reader.qt.views.overview_bar import OverviewBar, OverviewMark
from reader.qt.views.quotes_view import QuotesView
from reader.qt.views.speakers_panel import SpeakersPanel


class QuoteShelf(QObject):
    """Keeps the speakers, the speaker one asked for, and the views that follow from both."""

    filtered = Signal(object)  # the quotes to show, None for all

    def __init__(self, dress: Dress, parent: QObject) -> None:
        super().__init__(parent)
        self.view = QuotesView(dress.theme, dress.typography)
        self.overview = OverviewBar(dress.theme)
        self.panel = SpeakersPanel(dress.theme)
        self.panel.hide()
        self.panel.filtered.connect(self._pick)
        self._said: dict[int, list[Quote]] = {}  # what shares a card, under the quote whose it is
        self._entries: tuple[SpeakerEntry, ...] = ()
        self._contents: Mapping[int, CardContent] = {}
        self._speaker: str | None = None
        self._grouped = False
        self._stale = True

    def set_analysis(self, analysis: Analysis) -> Mapping[int, int]:
        """Take the quotes of an article; return the hue of each."""
        self._said = utterances(analysis.quotes)
        self._entries = speakers(analysis.quotes)
        self._speaker = None
        self.panel.set_speakers(self._entries)
        length, found = max(len(analysis.article.text), 1), hues(self._entries)
        marks = [OverviewMark(q.span.start / length, found.get(q.index)) for q in analysis.quotes if is_said(q)]
        self.overview.set_marks(marks)
        return found

    def set_contents(self, contents: Mapping[int, CardContent]) -> None:
        """Take what the cards say now; the card at the top stays where it is."""
        self._contents = contents
        if self.view.isVisible():
            self.view.refresh(contents)
        else:
            self._stale = True

    def set_grouped(self, grouped: bool) -> None:
        """Show the cards speaker by speaker, or in order."""
        if grouped != self._grouped:
            self._grouped = grouped
            self._stale = True

    def set_theme(self, theme: Theme) -> None:
        """Dress the overview and the list of speakers."""
        self.overview.set_theme(theme)
        self.panel.set_theme(theme)

    def toggle_panel(self) -> None:
        """Show the list of speakers, or put it away and show everyone again."""
        self.panel.setVisible(self.panel.isHidden())
        if self.panel.isHidden():
            self.panel.set_speakers(self._entries)

    def shown(self) -> list[int]:
        """Return the quotes whose cards are shown, in order: the first of every utterance."""
        wanted = self._speaker
        return [index for index, said in self._said.items() if wanted is None or speaker_name(said[0]) == wanted]

    def first_after(self, offset: int) -> int | None:
        """Return the first quote shown whose utterance ends after `offset`; the last one where none does."""
        shown = self.shown()
        after = (index for index in shown if self._said[index][-1].span.end > offset)
        return next(after, shown[-1]) if shown else None

    def arrange(self) -> None:
        """Set the cards out anew, if anything changed since they were; until they show, nothing is reckoned."""
        if not self._stale:
            return
        self._stale = False
        shown = [index for index in self.shown() if index in self._contents]
        groups: list[tuple[str, Sequence[int]]] = [("", shown)]
        if self._grouped:
            nobody, wanted = self.tr("Speaker unknown"), set(shown)
            groups = [(e.name or nobody, [q for q in e.quotes if q in wanted]) for e in self._entries]
        self.view.show_quotes(self._contents, [group for group in groups if group[1]])

    def _pick(self, name: str | None) -> None:
        self._speaker = name
        self.filtered.emit(None if name is None else set(self.shown()))
        self._stale = True
        if self.view.isVisible():
            self.arrange()
