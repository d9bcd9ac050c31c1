"""The reader's glossary as a file: read anew when it changes, whoever changed it, and written in one step."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path

from reader.core.errors import StorageError
from reader.core.files import PRIVATE, replace_file
from reader.core.translation.glossary import Glossary, Term, joined, read_csv, write_csv

_MOST_BYTES = 20_000_000


class TermsFile:
    """The terms in the data folder's glossary.csv; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._glossary = Glossary()

    def glossary(self) -> Glossary:
        """Return the terms as they are now; none when the file is missing or cannot be read."""
        with self._lock:
            stamp = self._look()
            if stamp != self._stamp:
                self._stamp, self._glossary = stamp, Glossary(self._read() if stamp else ())
                self._glossary.table("en")  # made here, under the lock: several threads will look into it
            return self._glossary

    def take(self, text: str) -> tuple[int, int]:
        """Let the terms of a CSV table join those there are, the newer translation of a term winning.

        Returns how many terms were read and how many lines held none; nothing is changed when there is no term at all.
        Raises StorageError("glossary").
        """
        read, refused = read_csv(text)
        if read:
            self.replace(joined(self.glossary().terms, read))
        return len(read), len(refused)

    def table(self) -> str:
        """Return the terms as the CSV table that `take` reads back."""
        return write_csv(self.glossary().terms)

    def replace(self, terms: Iterable[Term]) -> None:
        """Make `terms` the glossary. Raises StorageError("glossary")."""
        try:
            replace_file(self.path, write_csv(terms).encode("utf-8", "replace"), PRIVATE)
        except OSError as error:
            raise StorageError("glossary", str(error), path=str(self.path)) from error

    def _look(self) -> tuple[int, int] | None:
        try:
            state = self.path.stat()
        except OSError:
            return None
        return state.st_mtime_ns, state.st_size

    def _read(self) -> tuple[Term, ...]:
        try:
            with self.path.open("rb") as file:
                return read_csv(file.read(_MOST_BYTES).decode("utf-8", "replace"))[0]
        except OSError:
            return ()
