"""Which articles stand open, kept at every change, so that the next start shows them again whatever ended this one."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QObject, QSettings

from reader.qt.views.article_tabs import PASTED, ArticleTabs

_KEY = "tabs"


class TabMemory(QObject):
    """Writes the sources of all tabs, and which is in front, into the window's state."""

    def __init__(self, tabs: ArticleTabs, state: QSettings) -> None:
        super().__init__(tabs)
        self._tabs, self._state = tabs, state
        self._kept = str(state.value(_KEY, ""))
        self._before = self._kept
        tabs.front_changed.connect(self._keep)

    def open_again(self) -> bool:
        """Open what was open last time and is still there; tell whether anything is. Nothing is fetched for it."""
        try:
            sources, front = json.loads(self._before)
            wanted = [source for source in sources if isinstance(source, str) and self._is_there(source)]
        except (ValueError, TypeError, RecursionError):
            return False
        for source in wanted:
            self._tabs.open_known(source)
        if isinstance(front, int) and front in range(len(sources)) and sources[front] in wanted:
            self._tabs.setCurrentIndex(wanted.index(sources[front]))
        return bool(wanted)

    def _is_there(self, source: str) -> bool:
        if source.startswith(PASTED):
            return self._tabs.pasted_text(source) is not None
        try:
            return Path(source).is_file()
        except ValueError:  # a path that no file can have
            return False

    def _keep(self) -> None:
        named = [(self._tabs.source_of(article), article) for article in self._tabs.articles]
        open_now = [(source, article) for source, article in named if source]
        front = next((number for number, (_, one) in enumerate(open_now) if one is self._tabs.article), 0)
        now = json.dumps([[source for source, _ in open_now], front])
        if now != self._kept:
            self._kept = now
            self._state.setValue(_KEY, now)
