"""Several articles in one window: a tab for each, the place in each remembered, work only for the one in front."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from reader.qt.controller import Services, Session
from reader.qt.state import Phase
from reader.qt.theme import load_theme
from reader.qt.typography import Typography
from reader.qt.views.article_view import ArticleView
from reader.qt.views.dress import Dress
from reader.wording import printable

_LONGEST = 36
PASTED = "pasted:"
"""What stands before the key of a text from the clipboard, where a file has its path."""

PLACE_MS = 800
"""How long after the page has moved its place is kept: a reader who is killed loses no more than that."""


class ArticleTabs(QTabWidget):
    """Tabs that are never none: closing the last leaves an empty one."""

    front_changed = Signal()

    def __init__(self, services: Services, adopt: Callable[[ArticleView], None], parent: QWidget) -> None:
        """`adopt` is told each new article, to dress it and to listen to it."""
        super().__init__(parent)
        self._services = services
        self._adopt = adopt
        self._places: dict[str, int] = {}
        self.setDocumentMode(True)
        self.setTabsClosable(True)
        self.setMovable(True)
        self.tabBar().setAutoHide(True)
        self.setFocusProxy(None)  # else Tab ends at the tab bar while it hides
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabBar().setDrawBase(False)
        self.currentChanged.connect(self._front)
        self.tabCloseRequested.connect(self.close_tab)

    @property
    def article(self) -> ArticleView:
        """The article in front."""
        current = self.currentWidget()
        assert isinstance(current, ArticleView)
        return current

    @property
    def articles(self) -> list[ArticleView]:
        """All articles, in the order of their tabs."""
        widgets = (self.widget(number) for number in range(self.count()))
        return [widget for widget in widgets if isinstance(widget, ArticleView)]

    def open(self, source: str | Path) -> None:
        """Open a file or address; one that is open already comes to the front."""
        for article in self.articles:
            if article.session.state.source == str(source):
                self.setCurrentWidget(article)
                return
        self.free().session.open(source)

    def open_known(self, source: str) -> None:
        """Open what `source_of` named: a file, an address or a text from the clipboard."""
        text = self.pasted_text(source) if source.startswith(PASTED) else None
        if text is not None:
            self.free().session.paste(text)
        else:
            self.open(source)

    def pasted_text(self, source: str) -> str | None:
        """Return the text from the clipboard that `source_of` named, None when it was not kept."""
        return self._services.library.pasted_text(source.removeprefix(PASTED))

    def source_of(self, article: ArticleView) -> str:
        """Return by what an article can be opened again, "" when it cannot, or should not be remembered."""
        state = article.session.state
        if state.article is None or not self._services.preferences.settings.remember_articles:
            return ""
        source = state.source
        return source if "://" in source else str(Path(source).absolute()) if source else PASTED + state.article.key

    def free(self) -> ArticleView:
        """Return a tab with nothing in it, in front; a new one when all are in use."""
        front = self.article
        empty = front.page is None and front.session.state.phase in (Phase.EMPTY, Phase.FAILED)
        return front if empty else self.add()

    def add(self) -> ArticleView:
        """Return a new empty tab, in front."""
        article = ArticleView(Session(self._services, self), Dress(load_theme(""), Typography()))
        self._adopt(article)
        article.changed.connect(lambda: self._changed(article))
        article.article_shown.connect(lambda: self._return_to_place(article))
        article.placeholder.recent_chosen.connect(self.open_known)
        self._keep_in_time(article)
        article.show_recents(self._recents())
        self.setCurrentIndex(self.addTab(article, self.tr("New")))
        article.stack.currentWidget().setFocus()
        return article

    def close_tab(self, number: int) -> None:
        """Close an article, remembering the place."""
        article = self.widget(number)
        if isinstance(article, ArticleView):
            self._leave(article)
            if self.count() == 1:
                self.add()
            self.removeTab(self.indexOf(article))
            article.session.deleteLater()
            article.deleteLater()

    def leave_all(self) -> None:
        """Remember the place in every article and stop all work."""
        for article in self.articles:
            self._leave(article)

    def changeEvent(self, event: QEvent) -> None:
        """Name the tabs in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            for article in self.articles:
                self._name(article)
        super().changeEvent(event)

    def _leave(self, article: ArticleView) -> None:
        self._keep_place(article)
        article.session.close()

    def _keep_in_time(self, article: ArticleView) -> None:
        """Keep the place a moment after the page has moved; a translation that arrives does not put it off."""
        later = QTimer(article)
        later.setSingleShot(True)
        later.setInterval(PLACE_MS)
        later.timeout.connect(lambda: self._keep_place(article))
        article.changed.connect(lambda: later.isActive() or later.start())

    def _keep_place(self, article: ArticleView) -> None:
        whole = article.session.state.article
        if whole is None or article.page is None or not self._services.preferences.settings.remember_articles:
            return
        place = article.position()
        if self._places.get(whole.key) != place:
            self._places[whole.key] = place
            self._services.library.set_position(whole.key, place)

    def _return_to_place(self, article: ArticleView) -> None:
        whole = article.session.state.article
        if whole is not None:
            self._places[whole.key] = self._services.library.position(whole.key)
            article.restore_position(self._places[whole.key])

    def _front(self, number: int) -> None:
        front = self.widget(number)
        for article in self.articles:
            article.session.set_active(article is front)
        if isinstance(front, ArticleView):
            self.front_changed.emit()

    def _changed(self, article: ArticleView) -> None:
        self._name(article)
        if article is self.currentWidget():
            self.front_changed.emit()

    def _name(self, article: ArticleView) -> None:
        number, state = self.indexOf(article), article.session.state
        name = self.tr("New") if state.article is None else self.tr("Pasted text")
        if state.article is not None and (state.article.title or state.source):
            name = printable(state.article.title or Path(state.source).name)
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        shown = short.replace("&", "&&")
        if self.tabText(number) != shown:
            self.setTabText(number, shown)
            self.setTabToolTip(number, name)

    def _recents(self) -> list[tuple[str, str]]:
        recents = self._services.library.recents(self._services.preferences.settings.recent_articles)
        named = [(printable(r.title or Path(r.source).name) or self.tr("Pasted text"), r) for r in recents]
        return [(name, recent.source or PASTED + recent.key) for name, recent in named]
