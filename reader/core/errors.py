"""Everything that can go wrong, as values; the words for people are in `reader.wording`.

ReaderError
├── SourceError        a file, page or pasted text that cannot be opened
├── PackageError       a translation package that cannot be read, installed or removed
├── TranslationError   the engine failed on a segment or could not start
├── StorageError       the data folder or a database in it
└── Cancelled          the reader changed their mind; never shown
"""

from __future__ import annotations


class ReaderError(Exception):
    """An expected failure: a `code` that `reader.wording` has a sentence for, values for it, and technical detail."""

    def __init__(self, code: str, detail: str = "", **values: object) -> None:
        super().__init__(code, detail, values)
        self.code = code
        self.detail = detail
        self.values = values


class SourceError(ReaderError):
    """A file, page or pasted text that cannot be opened."""


class PackageError(ReaderError):
    """A translation package that cannot be read, installed, downloaded or removed."""


class TranslationError(ReaderError):
    """The engine failed on a segment or could not start."""


class StorageError(ReaderError):
    """The data folder, or a database in it, cannot be used."""


class Cancelled(ReaderError):
    """The reader changed their mind; never shown."""

    def __init__(self) -> None:
        super().__init__("cancelled")
