"""The composition root: builds the services once, dresses the application, opens the window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.core.paths import DataDir, resources
from reader.core.storage import Library
from reader.core.translation.service import Maker, TranslationService
from reader.qt import chrome
from reader.qt.controller import Services
from reader.qt.i18n import Interface
from reader.qt.icons import application_icon
from reader.qt.jobs import JobRunner
from reader.qt.keymap import Keymap
from reader.qt.preferences import Preferences
from reader.qt.single_instance import SingleInstance
from reader.qt.theme import load_theme
from reader.qt.typography import load_fonts
from reader.qt.views.packages_desk import PackagesDesk
from reader.qt.views.window import ReaderWindow, Tools

SWITCH_SECONDS = 0.0005
"""How long a worker keeps Python's lock when the window wants it: the usual 5 ms would be a third of a frame."""

REST_MS = 60_000
SAMPLE = "en-river.md"


class Program:
    """All that lives as long as the program does; one for each data folder."""

    def __init__(self, data: DataDir, *, make: Maker | None = None) -> None:
        """Build the services and the window; the application object must exist. `make` is for another engine."""
        sys.setswitchinterval(SWITCH_SECONDS)
        load_fonts()
        self.preferences = Preferences(data.settings)
        self.interface = Interface(_application())
        self.jobs = JobRunner()
        self.translation = TranslationService(data, self.preferences.settings, make=make)
        self.library = Library(data)
        services = Services(self.jobs, self.translation, self.library, self.preferences)
        self.desk = PackagesDesk(self.jobs, self.translation)
        tools = Tools(Keymap(data.root / "keys.json"), self.interface, self.desk)
        self._theme = ""
        self._settings_changed()
        # Before the window listens: the application's sheet would undo what widgets take from the theme themselves.
        self.preferences.changed.connect(self._settings_changed)
        state = QSettings(str(data.window), QSettings.Format.IniFormat)
        self.window = ReaderWindow(services, tools, state)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self.desk.packages_changed.connect(self._packages_changed)
        self._rest = QTimer()
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.translation.rest)
        self._rest.start()

    def open(self, sources: Sequence[str]) -> None:
        """Open articles, or the sample when none is named and the reader has opened none yet."""
        if sources:
            self.window.open_sources(sources)
        elif not self.library.recents(1):
            self.window.open_sources([str(resources() / "articles" / SAMPLE)])

    def close(self) -> bool:
        """Stop all work and let go of everything; False when a worker is still busy."""
        self._rest.stop()
        idle = self.jobs.close()
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


def main(sources: Sequence[str], data: DataDir) -> int:
    """Open the window, or hand the sources to one that is open; return the exit status."""
    if not has_display():
        from reader.qt.headless import show_without_display  # noqa: PLC0415 - a desktop never needs it

        return show_without_display(sources, data)
    app = QApplication([sys.argv[0] if sys.argv else "comillas"])
    name_application()
    single = SingleInstance(data)
    if single.hand_over(sources):
        return 0
    single.serve()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    program = Program(data)
    single.opened.connect(lambda more: _come_forward(program, more))
    program.window.show()
    program.open(sources)
    status = app.exec()
    single.close()
    if not program.close():
        # A batch is still in the engine, which cannot be interrupted; whatever was finished is on disk already.
        sys.stdout.flush()
        os._exit(status)
    return status


def name_application() -> None:
    """Tell Qt and the desktop what this program is called."""
    QCoreApplication.setApplicationName("comillas")
    QApplication.setApplicationDisplayName("Comillas")
    QApplication.setDesktopFileName("comillas")
    QApplication.setWindowIcon(application_icon())


def has_display() -> bool:
    """Tell whether windows can be shown: always on macOS and Windows, elsewhere when a display is named."""
    if sys.platform in ("darwin", "win32"):
        return True
    if os.environ.get("QT_QPA_PLATFORM"):
        return os.environ["QT_QPA_PLATFORM"] not in ("offscreen", "minimal")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _come_forward(program: Program, sources: Sequence[str]) -> None:
    program.open([source for source in sources if "://" in source or Path(source).exists()] or list(sources))
    program.window.showNormal() if program.window.isMinimized() else program.window.show()
    program.window.raise_()
    program.window.activateWindow()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
