"""Build an Article from a text as it stands, or from lines whose kinds a loader knows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.core.loaders.blocks import FIRST_LINES, blocks_of, is_byline
from reader.core.loaders.boilerplate import boilerplate_lines
from reader.core.model import Article, Block, BlockKind, Span
from reader.core.text import trimmed

_AUTHOR = re.compile(r"(?:by|por|written by|escrito por|words by|texto)(?:\s?:)?\s+([^|·•,\d]{3,80})", re.IGNORECASE)


class Line(NamedTuple):
    """One paragraph of a marked-up file: its words, without line breaks, and what the markup says it is."""

    text: str
    kind: BlockKind


def article_from_text(text: str, *, title: str = "", source: str = "") -> Article:
    """Return an article whose text is exactly `text`; any string at all is accepted."""
    blocks = blocks_of(text)
    title = title or _first(text, blocks, BlockKind.HEADLINE)
    return Article(text, blocks, key_of(text), title=title, author=_author(text, blocks), source=source)


def article_from_line(line: str) -> Article:
    """Return an article of one paragraph, whatever it looks like; none when the line is blank."""
    span = trimmed(line, 0, len(line))
    blocks = (Block(span, BlockKind.PARAGRAPH),) if span.start < span.end else ()
    return Article(text=line, blocks=blocks, key=key_of(line))


def article_from_lines(
    lines: Sequence[Line], *, title: str = "", author: str = "", date: str = "", source: str = ""
) -> Article:
    """Return an article of lines (trimmed, none empty), an empty line between two; boilerplate is marked here."""
    boilerplate = boilerplate_lines([line.text for line in lines])
    blocks: list[Block] = []
    offset = 0
    for index, line in enumerate(lines):
        kind = BlockKind.BOILERPLATE if index in boilerplate else line.kind
        if kind is BlockKind.PARAGRAPH and index < FIRST_LINES and is_byline(line.text):
            kind = BlockKind.BYLINE
        blocks.append(Block(Span(offset, offset + len(line.text)), kind))
        offset += len(line.text) + 2
    text = "\n\n".join(line.text for line in lines)
    title = title or _first(text, blocks, BlockKind.HEADLINE)
    author = author or _author(text, blocks)
    return Article(text, tuple(blocks), key_of(text), title=title, author=author, date=date, source=source)


def _first(text: str, blocks: Sequence[Block], kind: BlockKind) -> str:
    """Return the words of the first block of a kind, "" without one."""
    return next((block.span.of(text) for block in blocks if block.kind is kind), "")


def _author(text: str, blocks: Sequence[Block]) -> str:
    """Return the name in the byline; a byline that is only a date has none."""
    lines = (block.span.of(text) for block in blocks if block.kind is BlockKind.BYLINE)
    return next((named.group(1).strip() for line in lines if (named := _AUTHOR.match(line))), "")


def key_of(text: str) -> str:
    """Return what a text is remembered by: the sha256 of its characters, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
