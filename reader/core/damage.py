"""What a database's refusals mean: trouble with the disk, or a damaged file, which is set aside and begun anew."""

from __future__ import annotations

import os
import sqlite3
import struct
import time
from contextlib import suppress
from pathlib import Path

UNREADABLE = (sqlite3.Error, UnicodeDecodeError, struct.error, TypeError)
"""What reading a damaged file raises: also Python's own errors, over the rows or SQLite's message about them."""

# A full, read-only, locked or failing disk, too little memory: the file itself may be sound, so it is left where it is.
_NOT_THE_FILE = (
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_MISUSE,
)
_OUR_MISTAKES = (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.DataError)  # a closed database, say


def is_damage(error: BaseException) -> bool:
    """Tell whether one of `UNREADABLE` says that the file is damaged, rather than that the disk refuses."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    return not isinstance(error, _OUR_MISTAKES) and code & 0xFF not in _NOT_THE_FILE


def set_aside(path: Path) -> Path | None:
    """Move a damaged database and its journal out of the way; return where it is, None when it cannot be moved."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}-{os.getpid()}-{time.monotonic_ns()}{path.suffix}")
    try:
        os.replace(path, aside)
    except OSError:
        return None
    for suffix in ("-wal", "-shm"):
        with suppress(OSError):
            os.replace(f"{path}{suffix}", f"{aside}{suffix}")
    return aside
