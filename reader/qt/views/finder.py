"""Finding on a page: what the find bar asks, answered in both languages."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.qt.models.page_text import Reach
from reader.qt.models.texts import find
from reader.qt.views.find_bar import FindBar
from reader.qt.views.page import PageView


class Finder(QObject):
    """Keeps the hits of the query, the one the reader is at, and shows both."""

    def __init__(self, bar: FindBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._page: PageView | None = None
        self._hits: list[Reach] = []
        self._at = -1
        bar.query.connect(self._search)
        bar.next.connect(lambda: self.step(1))
        bar.previous.connect(lambda: self.step(-1))
        bar.closed.connect(self._close)

    @property
    def hits(self) -> int:
        """How many there are, in both languages."""
        return len(self._hits)

    def attach(self, page: PageView) -> None:
        """Search this page from now on."""
        self._page = page
        self._hits, self._at = [], -1

    def open(self) -> None:
        """Open the bar with what is selected."""
        text = "" if self._page is None else self._page.selected_text()
        self._bar.open(text if len(text) < 80 else "")

    def step(self, step: int) -> None:
        """Go to the next hit, or the one before, round and round."""
        if self._hits and self._page is not None:
            self._at = (self._at + step) % len(self._hits) if self._at >= 0 else self._nearest()
            hit = self._hits[self._at]
            self._page.show_place(hit.place)
            self._show()

    def search_again(self) -> None:
        """Look again: there is new text on the page."""
        if self._bar.isVisible() and self._bar.text() and self._page is not None:
            current = self._hits[self._at] if self._at >= 0 else None
            self._hits = find(self._page.text, self._bar.text(), translation=self._page.rows.shape_.shows_translation)
            self._at = self._hits.index(current) if current in self._hits else -1
            self._show()

    def _search(self, query: str) -> None:
        if self._page is None:
            return
        self._hits = find(self._page.text, query, translation=self._page.rows.shape_.shows_translation)
        self._at = -1
        if self._hits:
            self.step(1)
        self._show()

    def _nearest(self) -> int:
        assert self._page is not None
        top = self._page.watching().start
        return next((number for number, hit in enumerate(self._hits) if hit.row >= top), 0)

    def _show(self) -> None:
        if self._page is not None:
            self._page.set_hits(self._hits, self._hits[self._at] if self._at >= 0 else None)
            self._bar.set_hits(self._at + 1, len(self._hits))

    def _close(self) -> None:
        self._hits, self._at = [], -1
        if self._page is not None:
            self._page.set_hits((), None)
            self._page.setFocus()
