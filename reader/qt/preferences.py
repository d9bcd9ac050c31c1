"""The reader's settings while the program runs: changed in one place, saved at once, told to every window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.core.errors import StorageError
from reader.core.settings import Settings, change_settings, load_settings
from reader.core.translation.marks import HouseStyle, house_style
from reader.qt.typography import Typography


class Preferences(QObject):
    """The settings as they are now; also what `TranslationService` reads its own from."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings: Settings = load_settings(path)

    def change(self, **values: object) -> None:
        """Change some settings; where they cannot be saved they hold until the program closes."""
        try:
            self.settings = change_settings(self._path, **values)
        except StorageError as error:
            self.settings = replace(self.settings, **values)  # type: ignore[arg-type]
            self.failed.emit(error)
        self.changed.emit(self.settings)

    @property
    def typography(self) -> Typography:
        """How the page is set."""
        return Typography.of(self.settings)

    def set_typography(self, typography: Typography) -> None:
        """Set the page in another way."""
        self.change(**typography.settings())

    @property
    def style(self) -> HouseStyle:
        """Which marks translations are printed with."""
        return house_style(self.settings.marks_es, self.settings.marks_en)
