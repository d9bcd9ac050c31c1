"""The article and its translation as one Qt document, and the way from its positions to ours and back.

Block `2i` of the document is block `i` of the article, block `2i + 1` its translation (empty until it arrives). So a
row of the page is two neighbouring blocks: rows cannot drift, and caret, selection and screen readers find both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from reader.core.model import Article, BlockKind, Span
from reader.core.text import Utf16Map
from reader.qt.models.views import Side

_SEPARATORS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ufdd0\ufdd1\x00]")
"""What Qt would take for the end of a paragraph or a frame; one character each, so that offsets stay."""

_SURROGATES = re.compile("[\ud800-\udfff]")


class Place(NamedTuple):
    """A spot on the page: a row, a side, and a character offset into that side's text."""

    row: int
    side: Side
    offset: int


class Reach(NamedTuple):
    """A stretch of one side of one row, in character offsets into that side's text."""

    row: int
    side: Side
    span: Span

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.row, self.side, self.span.start)


def displayable(text: str) -> str:
    """Return `text` as Qt can hold it in one block, with every character where it was."""
    return _SURROGATES.sub("\ufffd", _SEPARATORS.sub(" ", text))


def boilerplate_runs(article: Article) -> dict[int, int]:
    """Return runs of boilerplate: the row each begins at, and how many rows it has."""
    runs: dict[int, int] = {}
    first = -1
    for row, block in enumerate(article.blocks):
        if block.kind is not BlockKind.BOILERPLATE:
            first = -1
            continue
        first = row if first < 0 else first
        runs[first] = row - first + 1
    return runs


class PageText:
    """The document of one article; offsets go in and out as Python characters, never as UTF-16 units."""

    def __init__(self, article: Article) -> None:
        """Fill the document with the article's blocks and an empty translation for each."""
        self.article = article
        self._starts = [block.span.start for block in article.blocks]
        self._texts = [[displayable(block.span.of(article.text)), ""] for block in article.blocks]
        self._maps: dict[tuple[int, Side], Utf16Map] = {}
        self._formats: dict[BlockKind, QTextCharFormat] = {}
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setPlainText("\n".join(text for pair in self._texts for text in pair))

    @property
    def rows(self) -> int:
        """How many rows the page has: the article's blocks."""
        return len(self._texts)

    def text(self, row: int, side: Side) -> str:
        """Return one side of a row."""
        return self._texts[row][side]

    def set_translation(self, row: int, text: str) -> None:
        """Put the translation of a row into the document; carets and selections elsewhere stay where they are."""
        shown = displayable(text)
        if shown == self._texts[row][Side.TRANSLATION]:
            return
        self._texts[row][Side.TRANSLATION] = shown
        self._maps.pop((row, Side.TRANSLATION), None)
        cursor = QTextCursor(self.block(row, Side.TRANSLATION))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown, self._formats.get(self.article.blocks[row].kind, QTextCharFormat()))

    def set_fonts(self, body: QFont, others: Mapping[BlockKind, QFont]) -> None:
        """Set the text in `body`, and blocks of some kinds in other fonts; Qt lays text out in its document's fonts."""
        self._formats = {}
        for kind, font in others.items():
            self._formats[kind] = QTextCharFormat()
            self._formats[kind].setFont(font)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for row, block in enumerate(self.article.blocks):
            for side in Side if block.kind in self._formats else ():
                cursor.setPosition(self.block(row, side).position())
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(self._formats[block.kind])
                cursor.setBlockCharFormat(self._formats[block.kind])
        cursor.endEditBlock()
        self.document.setDefaultFont(body)

    def block(self, row: int, side: Side) -> QTextBlock:
        """Return the document's block for one side of a row."""
        return self.document.findBlockByNumber(2 * row + side)

    def units(self, reach: Reach) -> tuple[int, int]:
        """Return where a stretch starts and ends in its block, in UTF-16 units."""
        units = self._map(reach.row, reach.side)
        return units.to_utf16(reach.span.start), units.to_utf16(reach.span.end)

    def position(self, place: Place) -> int:
        """Return the document position of a place."""
        return self.block(place.row, place.side).position() + self._map(place.row, place.side).to_utf16(place.offset)

    def place(self, position: int) -> Place:
        """Return the place of a document position; the end of the document for what lies beyond it."""
        block = self.document.findBlock(position)
        if not block.isValid():
            block = self.document.lastBlock()
        row, side = divmod(block.blockNumber(), 2)
        side = Side(side)
        unit = min(position - block.position(), block.length() - 1)
        if not self._texts:
            return Place(0, Side.ORIGINAL, 0)
        return Place(row, side, self._map(row, side).to_python(unit))

    def row_of(self, offset: int) -> int:
        """Return the row that holds the article's character `offset`, or the one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def source_place(self, offset: int) -> Place:
        """Return the place of the article's character `offset`."""
        row = self.row_of(offset)
        length = len(self._texts[row][Side.ORIGINAL]) if self._texts else 0
        start = self._starts[row] if self._starts else 0
        return Place(row, Side.ORIGINAL, min(max(offset - start, 0), length))

    def source_rows(self, span: Span) -> range:
        """Return the rows that a span of the article reaches into."""
        first, last = self.row_of(span.start), self.row_of(span.end - 1)
        if self.rows and self.article.blocks[first].span.end <= span.start:
            first += 1
        return range(first, min(last + 1, self.rows))

    def source_reach(self, row: int, span: Span) -> Reach | None:
        """Return the stretch of one row that a span of the article covers, None for a row it leaves out."""
        block = self.article.blocks[row].span
        start, end = max(span.start, block.start), min(span.end, block.end)
        return Reach(row, Side.ORIGINAL, Span(start - block.start, end - block.start)) if start < end else None

    def source_reaches(self, span: Span) -> list[Reach]:
        """Return the stretches of rows that a span of the article covers, in order."""
        found = (self.source_reach(row, span) for row in self.source_rows(span))
        return [reach for reach in found if reach is not None]

    def article_offset(self, place: Place) -> int:
        """Return the article's character offset of a place on the original side."""
        return self._starts[place.row] + place.offset if self._starts else 0

    def _map(self, row: int, side: Side) -> Utf16Map:
        known = self._maps.get((row, side))
        if known is None:
            known = self._maps[row, side] = Utf16Map(self._texts[row][side])
        return known
