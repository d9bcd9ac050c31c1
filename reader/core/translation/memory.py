"""What was translated before, and what the reader made of it: one SQLite file shared by all windows and processes.

A translation is committed before anybody is shown it, so a killed process loses nothing that stood on the screen (WAL
with synchronous=NORMAL: the pages are the operating system's by then; only a power cut can cost the last moments).
When the disk refuses, translations are held in memory, offered to the disk again each time, and `notice` says so.
"""

from __future__ import annotations

import hashlib
import sqlite3
import struct
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader.core.damage import UNREADABLE, is_damage, set_aside
from reader.core.errors import StorageError
from reader.core.model import Span, Translation
from reader.core.translation.base import Direction
from reader.core.translation.database import connect

_HOUR = 3600  # use is noted by the hour, so that reading an article again writes nothing
_CHUNK = 500  # keys in one query; SQLite allows 999 in old versions
_CHECK_EVERY = 200  # translations stored between two looks at the size

Result = TypeVar("Result")


class Edit(NamedTuple):
    """A reader's own translation of a segment; `changed` in seconds since 1970."""

    direction: Direction
    source: str
    target: str
    changed: float


class Memory:
    """Translations by key, edits by direction and text; safe to call from several threads."""

    def __init__(self, path: Path | None, *, megabytes: int = 200) -> None:
        """Open or make the database at `path`; None keeps everything in memory."""
        self.path = path
        self.notice: StorageError | None = None
        self.limit = megabytes * 1_000_000
        self._lock = threading.RLock()
        self._held: dict[bytes, Translation] = {}
        self._held_edits: dict[tuple[Direction, str], str | None] = {}
        self._since_check = 0
        self._database = self._open()

    def close(self) -> None:
        """Let the file go; idempotent."""
        with self._lock:
            if self._database is not None:
                self._database.close()
                self._database = None

    # Translations

    def lookup(self, keys: Sequence[bytes]) -> dict[bytes, Translation]:
        """Return what is known for `keys` (from `key()`), and note that it was used."""
        with self._lock:
            found = {key: self._held[key] for key in keys if key in self._held}
            missing = [key for key in keys if key not in found]
            stored: dict[bytes, Translation] = {}
            return found | self._run(lambda database: _lookup(database, missing), stored)

    def store(self, translations: Mapping[bytes, Translation]) -> None:
        """Keep `translations`; when this returns they survive the process."""
        with self._lock:
            self._held |= translations
            held = self._held
            if self._run(lambda database: _insert(database, held), False):
                self._held = {}
                self._since_check += len(translations)
                if self._since_check >= _CHECK_EVERY:
                    self._since_check = 0
                    self._run(lambda database: _evict(database, self.limit), None)

    def forget(self, keys: Sequence[bytes]) -> None:
        """Drop the translations stored under `keys`."""
        with self._lock:
            for key in keys:
                self._held.pop(key, None)
            self._run(lambda database: _delete(database, keys), None)

    # Edits

    def edited(self, direction: Direction, texts: Iterable[str]) -> dict[str, str]:
        """Return the reader's own translations of those of `texts` that have one."""
        wanted = dict.fromkeys(texts)
        with self._lock:
            nothing: dict[str, str] = {}
            found = dict(self._run(lambda database: _edits(database, direction, wanted), nothing))
            for (where, text), target in self._held_edits.items():
                if where == direction and text in wanted:
                    found.pop(text, None)
                    if target is not None:
                        found[text] = target
            return found

    def edit(self, direction: Direction, text: str, target: str | None) -> None:
        """Remember the reader's own translation of `text`; None forgets it. Edits are never evicted."""
        with self._lock:
            self._held_edits[direction, text] = target
            held = self._held_edits
            if self._run(lambda database: _write_edits(database, held), False):
                self._held_edits = {}

    def edits(self) -> list[Edit]:
        """Return every edit, oldest first."""
        query = "SELECT source_language, target_language, source, target, changed FROM edits ORDER BY changed, source"
        with self._lock:
            nothing: list[tuple[str, str, bytes, bytes, float]] = []
            rows = self._run(lambda database: database.execute(query).fetchall(), nothing)
            held = self._held_edits
            stored = [Edit(Direction(a, b), _text(s), _text(t), when) for a, b, s, t, when in rows]
            kept = [edit for edit in stored if (edit.direction, edit.source) not in held]
            new = [
                Edit(where, text, target, time.time()) for (where, text), target in held.items() if target is not None
            ]
            return kept + new

    # The file

    def size(self) -> int:
        """Return the bytes the database fills, not counting pages that are free again."""
        with self._lock:
            return self._run(_used_bytes, 0)

    def _run(self, work: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """Do `work` in one transaction; set a damaged file aside and try once more; else give `otherwise`."""
        for _ in range(2):
            if self._database is None:
                return otherwise
            try:
                with self._database:
                    return work(self._database)
            except UNREADABLE as error:
                if not is_damage(error):  # full, read-only, locked for long, gone
                    self._say("memory_unwritable", str(error))
                    return otherwise
                self._rebuild(str(error))
        return otherwise

    def _say(self, code: str, detail: str) -> None:
        if self.notice is None or self.notice.code != code:
            self.notice = StorageError(code, detail, path=str(self.path))

    def _open(self) -> sqlite3.Connection | None:
        if self.path is None:
            return connect(":memory:")
        try:
            return connect(self.path)
        except StorageError as error:  # a later version's: left alone
            self.notice = error
        except UNREADABLE as error:
            if is_damage(error):
                self._rebuild(str(error))
                return self._database
            self._say("memory_unwritable", str(error))
        return None

    def _rebuild(self, detail: str) -> None:
        """Set the damaged file aside, begin a new one, and carry over what edits can still be read."""
        assert self.path is not None  # only a file can be damaged
        database, self._database = getattr(self, "_database", None), None
        if database is not None:
            database.close()
        aside = set_aside(self.path)
        self.notice = StorageError("memory_damaged", detail, path=str(aside or self.path))
        if aside is None:
            return
        with suppress(*UNREADABLE, StorageError):
            self._database = connect(self.path)
            salvaged = _salvage(aside)
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO edits VALUES (?, ?, ?, ?, ?)", salvaged)


def key(fingerprint: str, direction: Direction, settings: str, text: str) -> bytes:
    """Return what a translation is remembered by: all that decides it, hashed to 16 bytes."""
    fields = "\0".join((fingerprint, str(direction), settings, text))
    return hashlib.blake2b(fields.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _lookup(database: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Translation]:
    found: dict[bytes, Translation] = {}
    now = int(time.time() // _HOUR)
    stale = []
    for chunk in _chunks(keys):
        query = f"SELECT key, text, warnings, links, used FROM translations WHERE key IN ({_marks(chunk)})"
        for name, text, warnings, links, used in database.execute(query, chunk):
            found[name] = Translation(_text(text), tuple(str(warnings).split()), links=_unpack(links))
            if used < now:
                stale.append((now, name))
    if stale:
        with suppress(sqlite3.OperationalError):  # reading works on a disk that takes no writing
            database.executemany("UPDATE translations SET used = ? WHERE key = ?", stale)
    return found


def _insert(database: sqlite3.Connection, translations: Mapping[bytes, Translation]) -> bool:
    now = int(time.time() // _HOUR)
    database.executemany(
        "INSERT OR REPLACE INTO translations (key, text, warnings, links, used) VALUES (?, ?, ?, ?, ?)",
        [(name, _blob(t.text), " ".join(t.warnings), _pack(t.links), now) for name, t in translations.items()],
    )
    return True


def _delete(database: sqlite3.Connection, keys: Sequence[bytes]) -> None:
    database.executemany("DELETE FROM translations WHERE key = ?", [(key,) for key in keys])


def _evict(database: sqlite3.Connection, limit: int) -> None:
    """Drop the least recently used tenth until the rest fits into `limit` bytes."""
    while _used_bytes(database) > limit:
        (count,) = database.execute("SELECT count(*) FROM translations").fetchone()
        if not count:
            return
        database.execute(
            "DELETE FROM translations WHERE rowid IN (SELECT rowid FROM translations ORDER BY used, rowid LIMIT ?)",
            (count // 10 + 1,),
        )
    database.execute("PRAGMA incremental_vacuum").fetchall()


def _used_bytes(database: sqlite3.Connection) -> int:
    pages, free, size = (
        int(database.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _edits(database: sqlite3.Connection, direction: Direction, texts: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for chunk in _chunks([_blob(text) for text in texts]):
        query = (
            "SELECT source, target FROM edits WHERE source_language = ? AND target_language = ? "
            f"AND source IN ({_marks(chunk)})"
        )
        found |= {_text(s): _text(t) for s, t in database.execute(query, (*direction, *chunk))}
    return found


def _write_edits(database: sqlite3.Connection, edits: Mapping[tuple[Direction, str], str | None]) -> bool:
    now = time.time()
    for (direction, source), target in edits.items():
        name = (*direction, _blob(source))
        if target is None:
            database.execute("DELETE FROM edits WHERE source_language = ? AND target_language = ? AND source = ?", name)
        else:
            database.execute("INSERT OR REPLACE INTO edits VALUES (?, ?, ?, ?, ?)", (*name, _blob(target), now))
    return True


def _salvage(path: Path) -> list[tuple[object, ...]]:
    """Return the edits a damaged database still gives up."""
    rows: list[tuple[object, ...]] = []
    with suppress(*UNREADABLE), closing(sqlite3.connect(path)) as database:
        for source_language, target_language, source, target, changed in database.execute("SELECT * FROM edits"):
            with suppress(*UNREADABLE):
                _text(source), _text(target)
                rows.append((source_language, target_language, source, target, changed))
    return [row for row in rows if isinstance(row[0], str) and isinstance(row[1], str) and isinstance(row[4], float)]


def _chunks(values: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (values[at : at + _CHUNK] for at in range(0, len(values), _CHUNK))


def _marks(values: Sequence[bytes]) -> str:
    return ",".join("?" * len(values))


def _blob(text: str) -> bytes:
    """Return `text` as bytes: SQLite's own strings take no lone surrogates, articles may hold some."""
    return text.encode("utf-8", "surrogatepass")


def _text(blob: bytes) -> str:
    return str(blob, "utf-8", "surrogatepass")


def _pack(links: Sequence[tuple[Span, Span]]) -> bytes:
    numbers = [number for a, b in links for number in (*a, *b)]
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _unpack(blob: bytes) -> tuple[tuple[Span, Span], ...]:
    return tuple((Span(a, b), Span(c, d)) for a, b, c, d in struct.iter_unpack("<4I", blob))
