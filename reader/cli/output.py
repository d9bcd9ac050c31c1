"""What the commands share: where text comes from and where it goes."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from reader.core.errors import SourceError
from reader.core.loaders import article_from_text, load, load_bytes, read_text
from reader.core.model import Article

STANDARD_INPUT = "-"


def standard_input() -> BinaryIO:
    """Return the bytes that come in; none when the program was started without a standard input."""
    return sys.stdin.buffer if sys.stdin is not None else io.BytesIO()


def article_of(source: str) -> Article:
    """Open a file, an address, or standard input; raises SourceError."""
    return load_bytes(standard_input().read(), STANDARD_INPUT) if source == STANDARD_INPUT else load(source)


def raw_article(source: str) -> Article:
    """Open a file whatever its kind as plain text, so that offsets count in its characters; raises SourceError."""
    return article_from_text(read_text(source), source=source)


def write_line(line: str) -> None:
    """Write one line of UTF-8 to standard output at once."""
    _write(line.encode("utf-8", "replace") + b"\n")


def write_out(text: str, path: str | None) -> None:
    """Write a whole text to a file, all or nothing, or to standard output; raises SourceError("output")."""
    data = text.encode("utf-8", "replace")
    if path is None or path == "-":
        _write(data)
        return
    target = Path(path)
    if target.is_dir():
        raise SourceError("output_exists", path=path)
    try:
        _replace(target, data)
    except (OSError, ValueError) as error:
        raise SourceError("output", str(error), path=path) from error


def _write(data: bytes) -> None:
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _replace(target: Path, data: bytes) -> None:
    """Write beside `target`, then take its place, with the mode that any new file would get."""
    if target.exists() and not target.is_file():  # a device or a pipe: there is nothing to replace
        target.write_bytes(data)
        return
    real = target.resolve()
    handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~mask)
        os.replace(name, real)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
