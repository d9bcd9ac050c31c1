"""Open a file, an address or a pasted text as an Article; one loader per kind of file, chosen by suffix.

A loader keeps the author's words and marks what each block is; it never deletes or rewrites prose.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

from reader.core.errors import SourceError
from reader.core.loaders.blocks import blocks_of
from reader.core.loaders.decoding import decode
from reader.core.model import Article, BlockKind
from reader.core.reflow import reflow

LARGEST_FILE = 32_000_000
"""Bytes; a novel has one or two million."""


def article_from_text(text: str, *, title: str = "", source: str = "") -> Article:
    """Return an article whose text is exactly `text`; any string at all is accepted."""
    blocks = blocks_of(text)
    if not title:
        title = next((block.span.of(text) for block in blocks if block.kind is BlockKind.HEADLINE), "")
    return Article(text=text, blocks=blocks, key=key_of(text), title=title, source=source)


def key_of(text: str) -> str:
    """Return what a text is remembered by: the sha256 of its characters, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def pasted(text: str) -> Article:
    """Return an article from the clipboard, its hard-wrapped lines joined. Raises SourceError("empty")."""
    if not text.strip():
        raise SourceError("empty_paste")
    return article_from_text(reflow(text))


def load(source: str | Path) -> Article:
    """Open a file by its suffix.

    Raises SourceError: "missing", "directory", "not_a_file", "unreadable", "too_large", "empty", "binary".
    """
    path = Path(source)
    return SUFFIXES.get(path.suffix.lower(), load_plain)(read_bytes(path), str(source))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file that is neither empty nor too large; raises SourceError."""
    name = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError("directory", path=name)
        if not stat.S_ISREG(status.st_mode):
            raise SourceError("not_a_file", path=name)
        if status.st_size > LARGEST_FILE:
            raise SourceError("too_large", path=name, limit=LARGEST_FILE // 1_000_000)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise SourceError("missing", str(error), path=name) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise SourceError("unreadable", str(error), path=name) from error
    if len(data) > LARGEST_FILE:
        raise SourceError("too_large", path=name, limit=LARGEST_FILE // 1_000_000)
    if not data.strip():
        raise SourceError("empty", path=name)
    return data


def load_plain(data: bytes, source: str) -> Article:
    """Return the article in a plain text file."""
    try:
        text = decode(data)
    except SourceError as error:
        raise SourceError(error.code, path=source) from error
    if not text.strip():
        raise SourceError("empty", path=source)
    return article_from_text(text, source=source)


Loader = Callable[[bytes, str], Article]

SUFFIXES: dict[str, Loader] = {".txt": load_plain, ".text": load_plain}
"""The loader for each kind of file; any other suffix is read as plain text."""
