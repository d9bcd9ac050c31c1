"""The file behind the translation memory: its tables, its versions, and what happens to a damaged one."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Literal

from reader.core.errors import StorageError
from reader.core.paths import make_private

_MIGRATIONS = (
    """
    CREATE TABLE translations (
        key BLOB PRIMARY KEY, text BLOB NOT NULL, warnings TEXT NOT NULL, links BLOB NOT NULL, used INTEGER NOT NULL
    );
    CREATE INDEX translations_used ON translations (used);
    CREATE TABLE edits (
        source_language TEXT NOT NULL, target_language TEXT NOT NULL, source BLOB NOT NULL, target BLOB NOT NULL,
        changed REAL NOT NULL, PRIMARY KEY (source_language, target_language, source)
    );
    """,
)
VERSION = len(_MIGRATIONS)
_PATIENCE = 2.0  # seconds to wait for another process's write, which takes milliseconds


def connect(path: Path | Literal[":memory:"]) -> sqlite3.Connection:
    """Open the database, its file for its owner only, and bring it to this version.

    Raises StorageError("memory_newer") when a later version of the program made it, and one of `UNREADABLE` when it
    is damaged or the disk refuses (`reader.core.damage` tells which).
    """
    if isinstance(path, Path):
        make_private(path)
    database = sqlite3.connect(path, timeout=_PATIENCE, check_same_thread=False)
    try:
        if database.execute("PRAGMA page_count").fetchone()[0] == 0:
            database.execute("PRAGMA auto_vacuum = INCREMENTAL")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA journal_size_limit = 4000000")
        _migrate(database)
        return database
    except BaseException:
        database.close()
        raise


def _migrate(database: sqlite3.Connection) -> None:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version < VERSION:
        database.execute("BEGIN IMMEDIATE")  # two processes may start at once: look again with the lock held
        with database:
            (version,) = database.execute("PRAGMA user_version").fetchone()
            for number, script in enumerate(_MIGRATIONS[version:], start=version + 1):
                for statement in script.split(";"):
                    database.execute(statement)
                database.execute(f"PRAGMA user_version = {number}")
    if version > VERSION:
        raise StorageError("memory_newer", f"version {version}, known {VERSION}")
    database.execute("SELECT count(*) FROM edits").fetchone()  # a damaged file says so now rather than later
