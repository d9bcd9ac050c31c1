"""What the program remembers about articles: language, corrections, position, stars, notes, and what was opened.

One SQLite file for all windows and processes (WAL). A damaged file is set aside and a new one begun; where nothing can
be written the program works on, remembering only until it closes. `Library.notice` says so once, as an error value.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar

from reader.core.damage import UNREADABLE, is_damage, set_aside
from reader.core.errors import StorageError
from reader.core.model import LANGUAGES, Article, Correction, Language, QuoteKind, Span
from reader.core.paths import DataDir, make_private

_MIGRATIONS = (
    """
    CREATE TABLE articles (
        key TEXT PRIMARY KEY, title TEXT NOT NULL, source TEXT NOT NULL, opened REAL NOT NULL, language TEXT,
        position INTEGER NOT NULL DEFAULT 0, text TEXT
    ) WITHOUT ROWID;
    CREATE INDEX articles_opened ON articles (opened);
    CREATE TABLE quotes (
        key TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, speaker TEXT, kind TEXT,
        starred INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '', PRIMARY KEY (key, start, stop)
    ) WITHOUT ROWID;
    """,
)
VERSION = len(_MIGRATIONS)
_MOST_ARTICLES = 2000
_MOST_PASTED = 50
"""Pasted texts kept whole so that they can be opened again; the oldest give way."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Recent:
    """An article opened before; `opened` is in seconds since 1970, `pasted` when its text is kept here."""

    key: str
    title: str
    source: str
    opened: float
    pasted: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A reader's star and note at a quote's span."""

    span: Span
    starred: bool
    note: str


class Library:
    """The articles a reader opened and what they said about them; safe to use from several threads."""

    def __init__(self, data: DataDir) -> None:
        """Open or make the database; look at `notice` afterwards: "library_damaged", "_unwritable" or "_newer"."""
        self.path = data.library
        self.notice: StorageError | None = None
        self._lock = threading.Lock()
        self._connection = self._open()

    def close(self) -> None:
        """Let the database go; idempotent."""
        with self._lock:
            self._connection.close()

    # Articles

    def opened(self, article: Article) -> None:
        """Note that `article` was opened now; the text of a pasted one is kept."""
        text = None if article.source else article.text.encode("utf-8", "surrogatepass")

        def note(database: sqlite3.Connection) -> None:
            database.execute(
                "INSERT INTO articles (key, title, source, opened, text) VALUES (?, ?, ?, max(?, (SELECT "
                "ifnull(max(opened), 0) + 0.001 FROM articles)), ?) ON CONFLICT (key) DO "  # clocks may be set back
                "UPDATE SET title = excluded.title, source = excluded.source, opened = excluded.opened, "
                "text = excluded.text",
                (article.key, _storable(article.title), _storable(article.source), max(time.time(), 1.0), text),
            )
            database.execute(
                "UPDATE articles SET text = NULL WHERE key IN (SELECT key FROM articles WHERE text IS NOT NULL "
                "ORDER BY opened DESC LIMIT -1 OFFSET ?)",
                (_MOST_PASTED,),
            )
            database.execute(
                "DELETE FROM articles WHERE key IN (SELECT key FROM articles ORDER BY opened DESC LIMIT -1 OFFSET ?)",
                (_MOST_ARTICLES,),
            )

        self._run(note, None)

    def recents(self, limit: int = 20) -> list[Recent]:
        """Return the articles opened last, newest first; pasted ones only while their text is kept."""
        rows = self._rows(
            "SELECT key, title, source, opened, text IS NOT NULL FROM articles WHERE opened > 0 "
            "AND (source != '' OR text IS NOT NULL) ORDER BY opened DESC LIMIT ?",
            (limit,), str, str, str, float, int,
        )  # fmt: skip
        return [Recent(key, title, source, opened, bool(pasted)) for key, title, source, opened, pasted in rows]

    def pasted_text(self, key: str) -> str | None:
        """Return the text of a pasted article, if it is still kept."""
        rows = self._rows("SELECT text FROM articles WHERE key = ?", (key,), bytes)
        with suppress(UnicodeDecodeError):
            return str(rows[0][0], "utf-8", "surrogatepass") if rows else None
        return None

    def forget(self, key: str | None = None) -> None:
        """Take one article, or all, out of the list of recent ones; what was said about its quotes stays."""
        where, values = ("WHERE key = ?", (key,)) if key is not None else ("", ())
        self._write(f"UPDATE articles SET opened = 0, title = '', source = '', text = NULL {where}", values)

    def language(self, key: str) -> Language | None:
        """Return the language a person chose for an article."""
        rows = self._rows("SELECT language FROM articles WHERE key = ?", (key,), str)
        return next((language for language in LANGUAGES if rows and rows[0][0] == language), None)

    def choose_language(self, key: str, language: Language | None) -> None:
        """Remember the language a person chose; None takes the choice back."""
        self._set(key, "language", language)

    def position(self, key: str) -> int:
        """Return the character offset at which reading stopped, 0 for a new article."""
        rows = self._rows("SELECT position FROM articles WHERE key = ?", (key,), int)
        return rows[0][0] if rows else 0

    def set_position(self, key: str, offset: int) -> None:
        """Remember the character offset at which reading stopped."""
        self._set(key, "position", offset)

    # Quotes

    def corrections(self, key: str) -> tuple[Correction, ...]:
        """Return what a person corrected in an article, in order of the text."""
        rows = self._rows(
            "SELECT start, stop, speaker, kind FROM quotes WHERE key = ? AND (speaker IS NOT NULL OR kind IS NOT NULL) "
            "ORDER BY start, stop",
            (key,), int, int, str | None, str | None,
        )  # fmt: skip
        kinds = set(QuoteKind)
        return tuple(
            Correction(Span(start, stop), speaker, QuoteKind(kind) if kind in kinds else None)
            for start, stop, speaker, kind in rows
        )

    def correct(self, key: str, correction: Correction) -> None:
        """Remember a correction; it replaces the one made before at the same span, both None takes it back."""
        self._set_quote(key, correction.span, {"speaker": correction.speaker, "kind": correction.kind})

    def marks(self, key: str) -> tuple[Mark, ...]:
        """Return the stars and notes of an article, in order of the text."""
        rows = self._rows(
            "SELECT start, stop, starred, note FROM quotes WHERE key = ? AND (starred OR note != '') "
            "ORDER BY start, stop",
            (key,), int, int, int, str,
        )  # fmt: skip
        return tuple(Mark(Span(start, stop), bool(starred), note) for start, stop, starred, note in rows)

    def star(self, key: str, span: Span, starred: bool = True) -> None:
        """Put a star at a quote, or take it away."""
        self._set_quote(key, span, {"starred": int(starred)})

    def note(self, key: str, span: Span, note: str) -> None:
        """Write a note at a quote; an empty one takes it away."""
        self._set_quote(key, span, {"note": note})

    # Below: SQLite

    def _set(self, key: str, column: str, value: object) -> None:
        self._write(
            f"INSERT INTO articles (key, title, source, opened, {column}) VALUES (?, '', '', 0, ?) "
            f"ON CONFLICT (key) DO UPDATE SET {column} = excluded.{column}",
            (key, value),
        )

    def _set_quote(self, key: str, span: Span, values: dict[str, object]) -> None:
        columns = ", ".join(values)
        updates = ", ".join(f"{column} = excluded.{column}" for column in values)
        self._write(
            f"INSERT INTO quotes (key, start, stop, {columns}) VALUES (?, ?, ?{', ?' * len(values)}) "
            f"ON CONFLICT (key, start, stop) DO UPDATE SET {updates}",
            (key, *span, *map(_storable, values.values())),
        )

    def _rows(self, query: str, values: Iterable[object], *kinds: type | UnionType) -> list[Any]:
        """Return the rows whose values are of the `kinds` promised; a damaged file may yield others."""
        rows: list[Any] = self._run(lambda database: database.execute(query, tuple(values)).fetchall(), [])
        return [row for row in rows if all(map(isinstance, row, kinds))]

    def _write(self, query: str, values: Iterable[object]) -> None:
        self._run(lambda database: database.execute(query, tuple(values)), None)

    def _run(self, work: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """Do `work` in one transaction; when the disk refuses, note it once and go on with `otherwise`."""
        with self._lock:
            try:
                with self._connection:
                    return work(self._connection)
            except UNREADABLE as error:
                if is_damage(error):
                    self._connection.close()
                    self._connection = self._begin_anew(error)
                elif self.notice is None:
                    self.notice = StorageError("library_unwritable", str(error), path=str(self.path))
                return otherwise

    def _open(self) -> sqlite3.Connection:
        """Open the file; what is damaged is set aside, what cannot be written or is newer is left alone."""
        try:
            return _connect(self.path)
        except StorageError as error:
            self.notice = error
            return _prepared(_in_memory())
        except UNREADABLE as error:
            if not is_damage(error):
                self.notice = StorageError("library_unwritable", str(error), path=str(self.path))
                return _copy(self.path)
            return self._begin_anew(error)

    def _begin_anew(self, error: Exception) -> sqlite3.Connection:
        """Set the damaged file aside and open a new one."""
        aside = set_aside(self.path)
        self.notice = StorageError("library_damaged", str(error), path=str(aside or self.path))
        with suppress(*UNREADABLE, StorageError):
            return _connect(self.path)
        return _prepared(_in_memory())


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file, for its owner only, and bring it to this version."""
    make_private(path)
    connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > VERSION:
            raise StorageError("library_newer", f"version {version}, known {VERSION}", path=str(path))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        return _prepared(connection)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Run the migrations a database lacks, and see that its tables can be read."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        for number, script in enumerate(_MIGRATIONS[version:], start=version + 1):
            for statement in script.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        for table in ("articles", "quotes"):
            connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()
    return connection


def _in_memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", check_same_thread=False)


def _copy(path: Path) -> sqlite3.Connection:
    """Return a copy in memory of a file that can be read but not written; an empty one when it cannot be read."""
    memory = _in_memory()
    with suppress(*UNREADABLE), closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as stored:
        stored.backup(memory)
        return _prepared(memory)
    memory.close()
    return _prepared(_in_memory())


def _storable(value: object) -> object:
    """Return a text without lone surrogates, which SQLite cannot hold; any other value as it is."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
