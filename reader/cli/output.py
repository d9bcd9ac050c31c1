"""What the commands share: where text comes from and where it goes."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import BinaryIO

from reader.core.files import save_text
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
    """Write a whole text to a file, all or nothing, or to standard output; raises SourceError as `save_text`."""
    if path is None or path == "-":
        _write(text.encode("utf-8", "replace"))
    else:
        save_text(Path(path), text)


def _write(data: bytes) -> None:
    if sys.stdout is not None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
