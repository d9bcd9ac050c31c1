"""The composition root: builds the services once, dresses the application, makes the window."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.core.paths import DataDir, make_private, resources
from reader.core.storage import Library
from reader.core.translation.service import Maker, TranslationService
from reader.qt import chrome
from reader.qt.controller import Services
from reader.qt.i18n import Interface, error_sentence
from reader.qt.icons import application_icon
from reader.qt.jobs import JobRunner
from reader.qt.keymap import Keymap
from reader.qt.preferences import Preferences
from reader.qt.theme import load_theme
from reader.qt.typography import load_fonts
from reader.qt.views.packages_desk import PackagesDesk
from reader.qt.views.tab_memory import TabMemory
from reader.qt.views.window import ReaderWindow, Tools

SWITCH_SECONDS = 0.0005
"""How long a worker keeps Python's lock when the window wants it: the usual 5 ms would be a third of a frame."""

GARBAGE = (2000, 10, 1000)
"""When Python looks for garbage: seldom through everything, which takes 70 ms beside an article of 100,000 words."""

STILL_SECONDS = 5.0
REST_MS = 60_000
LOOK_MS = 2_000
"""How often the window looks whether the disk refused something; a translation is not lost by saying so later."""
SAMPLE = "en-river.md"


class Program:
    """All that lives as long as the program does; one for each data folder."""

    def __init__(self, data: DataDir, *, make: Maker | None = None, keep_tabs: bool = True) -> None:
        """Build the services and the window; the application object must exist. `make` is for another engine.

        Without `keep_tabs` the next start knows nothing of the articles that stand open in this one.
        """
        sys.setswitchinterval(SWITCH_SECONDS)
        gc.set_threshold(*GARBAGE)
        load_fonts()
        self.preferences = Preferences(data.settings)
        self.interface = Interface(_application())
        self.jobs = JobRunner()
        self.translation = TranslationService(data, self.preferences.settings, make=make)
        self.library = Library(data)
        services = Services(self.jobs, self.translation, self.library, self.preferences)
        self.desk = PackagesDesk(self.jobs, self.translation)
        tools = Tools(Keymap(data.keys), self.interface, self.desk)
        self._theme = ""
        self._settings_changed()
        # Before the window listens: the application's sheet would undo what widgets take from the theme themselves.
        self.preferences.changed.connect(self._settings_changed)
        make_private(data.window)  # Qt leaves the mode of a file that is there
        state = QSettings(str(data.window), QSettings.Format.IniFormat)
        self.window = ReaderWindow(services, tools, state)
        self._again = TabMemory(self.window.tabs, state) if keep_tabs else None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._moved = 0.0
        self.window.tabs.front_changed.connect(self._note_moving)
        self.desk.packages_changed.connect(self._packages_changed)
        self._rest = QTimer()
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rest)
        self._rest.start()
        self._told: list[str] = []
        self._look = QTimer()
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell_troubles)
        self._look.start()
        self._tell_troubles()

    @property
    def troubles(self) -> list[str]:
        """What is the matter with the reader's files, a sentence each."""
        notices = (self.library.notice, self.translation.memory.notice)
        return [error_sentence(error) for error in notices if error is not None]

    def _tell_troubles(self) -> None:
        """Say what is the matter with the reader's files, once, above the page."""
        new = [trouble for trouble in self.troubles if trouble not in self._told]
        self._told += new
        if new:
            self.window.article.notices.tell(" ".join(new), warning=True)

    def open(self, sources: Sequence[str]) -> None:
        """Open articles; without any, at the start those of last time, or a sample for who has opened none yet."""
        again, self._again = self._again, None
        if sources:
            self.window.open_sources(sources)
        elif again is not None and again.open_again():
            return
        elif not self.library.recents(1):
            self.window.open_sources([str(resources() / "articles" / SAMPLE)])

    def rest(self) -> None:
        """Let go of what nobody needs, while nothing moves and nobody waits for anything."""
        self.translation.rest()
        if not self.jobs.busy and time.monotonic() - self._moved > STILL_SECONDS:
            gc.collect()

    def _note_moving(self) -> None:
        self._moved = time.monotonic()

    def close(self, seconds: float = 0.8) -> bool:
        """Stop all work and let go of everything; False when a worker is still busy after `seconds`."""
        self._rest.stop()
        self._look.stop()
        idle = self.jobs.close(seconds)
        if idle:
            self.translation.close()
            self.library.close()
        return idle

    def _settings_changed(self) -> None:
        settings = self.preferences.settings
        self.translation.settings = settings
        theme = load_theme(settings.theme)
        if self._theme != theme.name:
            self._theme = theme.name
            chrome.apply(_application(), theme)
        self.interface.use(settings.interface_language)

    def _scheme_changed(self) -> None:
        if load_theme(self.preferences.settings.theme).name != self._theme:
            self.preferences.changed.emit(self.preferences.settings)

    def _packages_changed(self) -> None:
        for article in self.window.tabs.articles:
            article.session.resume()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def name_application() -> None:
    """Tell Qt and the desktop what this program is called."""
    QCoreApplication.setApplicationName("comillas")
    QApplication.setApplicationDisplayName("Comillas")
    QApplication.setDesktopFileName("comillas")
    QApplication.setWindowIcon(application_icon())
