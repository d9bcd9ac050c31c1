"""Open a file, an address or a pasted text as an Article; one loader per kind of file, chosen by suffix.

A loader keeps the author's words and marks what each block is; it never deletes or rewrites prose.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from reader.core.errors import SourceError
from reader.core.loaders.articles import article_from_line, article_from_text
from reader.core.loaders.decoding import decode
from reader.core.loaders.reflow import is_hard_wrapped, original_offsets, reflow
from reader.core.model import Article
from reader.core.text import BLANKS

__all__ = [
    "SUFFIXES",
    "article_from_line",
    "article_from_text",
    "is_address",
    "load",
    "load_bytes",
    "pasted",
    "read_text",
]

LARGEST_FILE = 32_000_000
"""Bytes; a novel has one or two million."""

Loader = Callable[[bytes, str], Article]


def is_address(source: str) -> bool:
    """Tell whether `source` is the address of a page."""
    return source[:8].lower().startswith(("http://", "https://"))


def pasted(text: str) -> Article:
    """Return an article from the clipboard, its hard-wrapped lines joined. Raises SourceError("empty_paste")."""
    if not text.strip(BLANKS):
        raise SourceError("empty_paste")
    return article_from_text(reflow(text))


def unwrapped(text: str) -> tuple[str, list[int]] | None:
    """Return a hard-wrapped text with its lines joined, and where each character and the end stand in `text`.

    None for a text whose line breaks are its author's.
    """
    if not is_hard_wrapped(text):
        return None
    joined = reflow(text)
    return joined, original_offsets(text, joined)


def load(source: str | Path) -> Article:
    """Open a file by its suffix, or fetch the page at an address.

    Raises SourceError: "missing", "directory", "not_a_file", "unreadable", "too_large", "empty", "binary",
    "no_article", and for addresses those of `reader.core.loaders.web.fetch`.
    """
    name = str(source)
    if isinstance(source, str) and is_address(source):
        from reader.core.loaders.web import fetch  # noqa: PLC0415 - no network code in a program that needs none

        data, suffix = fetch(source)
        return load_bytes(data, name, suffix)
    return load_bytes(_read_bytes(Path(source)), name, Path(source).suffix.lower())


def load_bytes(data: bytes, source: str, suffix: str = "") -> Article:
    """Open what was read from somewhere else, such as a pipe; raises SourceError."""
    if len(data) > LARGEST_FILE:
        raise SourceError("too_large", path=source, limit=LARGEST_FILE // 1_000_000)
    if not data.strip():
        raise SourceError("empty", path=source)
    return SUFFIXES.get(suffix, _load_unknown)(data, source)


def read_text(source: str | Path) -> str:
    """Return the characters of a text file exactly as they are, whatever its suffix; raises SourceError."""
    return _decoded(_read_bytes(Path(source)), str(source))


def _read_bytes(path: Path) -> bytes:
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
    return data


def _decoded(data: bytes, source: str) -> str:
    try:
        text = decode(data)
    except SourceError as error:
        raise SourceError(error.code, path=source) from error
    if not text.strip(BLANKS):
        raise SourceError("empty", path=source)
    return text


def _load_plain(data: bytes, source: str) -> Article:
    """Return the article in a plain text file; lines that a mail program or typewriter broke are joined."""
    text = _decoded(data, source)
    return article_from_text(reflow(text) if is_hard_wrapped(text) else text, source=source)


def _load_unknown(data: bytes, source: str) -> Article:
    """Return the article in a file of unknown suffix: a page when it begins like one, else plain text."""
    start = data[:512].lstrip().lower()
    return SUFFIXES[".html" if start.startswith((b"<!doctype html", b"<html")) else ".txt"](data, source)


def _later(module: str, function: str) -> Loader:
    """Return a loader whose libraries are imported when the first such file is opened."""

    def loader(data: bytes, source: str) -> Article:
        found: Loader = getattr(import_module(f"reader.core.loaders.{module}"), function)
        return found(data, source)

    return loader


_html, _markdown = _later("html", "load_html"), _later("markdown", "load_markdown")

SUFFIXES: dict[str, Loader] = {
    ".txt": _load_plain,
    ".text": _load_plain,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".md": _markdown,
    ".markdown": _markdown,
}
"""The loader for each kind of file; any other suffix is judged by the file's beginning."""
