"""Cut a text into what pairing reads: possible marks, and the gaps between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reader.core.model import Span
from reader.core.quotes.marks import FAMILIES, ROW, TOKEN, Mark, double_mark, is_single, single_mark

_CODE: Final = re.compile(r"[\"'](?:(?<==.)|(?<=\w[(\[{].))(?:(?<=\")[^\"\n]{0,200}\"|(?<=')[^'\n]{0,200}')")
"""Strings of a program: print("…"), class="…", row["…"]."""
_CROWD_WIDTH: Final = 10
"""Paragraphs with more than one mark in so many characters are suspect,"""
_CROWD: Final = 48
"""and no prose when they have so many marks,"""
_CROWD_RUN: Final = 400
"""or when so many stand in paragraphs like that, one after the other."""


class Break(NamedTuple):
    """The gap between two marks in different paragraphs.

    `start` is the end of the first paragraph, `end` the start of the last. `paragraphs` counts the paragraph breaks in
    the gap, boilerplate aside; `interrupted` tells whether boilerplate stands in it; `lower` whether the last paragraph
    starts in lower case.
    """

    start: int
    end: int
    paragraphs: int
    interrupted: bool
    lower: bool


class _Spans:
    """Spans in order, asked about offsets in order."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._passed = 0

    def holds(self, offset: int) -> bool:
        """Tell whether one of the spans holds `offset`, which is no smaller than the one asked about before."""
        while self._passed < len(self._spans) and self._spans[self._passed][1] <= offset:
            self._passed += 1
        return self._passed < len(self._spans) and self._spans[self._passed][0] <= offset


def _crowded(text: str, places: Sequence[tuple[int, int]]) -> set[int]:
    """Return the starts of marks that stand too close together to be prose: code, tables, ASCII art."""
    crowded: set[int] = set()
    run: list[int] = []
    marks: list[int] = []
    begin = 0
    for start, end in (*places, (len(text), len(text))):
        if start < len(text) and not text[start].isspace():
            marks.append(start)
            continue
        if len(marks) * _CROWD_WIDTH > start - begin:
            run.extend(marks)
            if len(marks) >= _CROWD:
                crowded.update(marks)
        elif marks:
            if len(run) >= _CROWD_RUN:
                crowded.update(run)
            run = []
        marks, begin = [], end
    if len(run) >= _CROWD_RUN:
        crowded.update(run)
    return crowded


def tokens(text: str, skip: Sequence[Span] = (), taken: Sequence[Span] = ()) -> Iterator[Mark | Break]:
    """Yield the possible marks of `text` and the gaps between its paragraphs.

    Marks in `taken` are left out; of `skip` (boilerplate) the paragraph breaks, too.
    """
    places = [match.span() for match in TOKEN.finditer(text)]
    if any(end - start >= ROW for start, end in places):
        places = [(start, end) for start, end in places if end - start < ROW or text[start].isspace()]
    crowded = _crowded(text, places)
    code = [match.span() for match in _CODE.finditer(text)]
    in_code, in_dialogue = _Spans(code), _Spans(taken)
    passed = breaks = blocks = 0
    gap_start = gap_end = 0
    for start, end in places:
        while passed < len(skip) and skip[passed].end <= start:
            blocks += 1
            passed += 1
        if passed < len(skip) and skip[passed].start <= start:
            continue
        first = text[start]
        if first.isspace():
            if not breaks:
                gap_start, blocks = start, 0
            breaks += 1
            gap_end = end
            continue
        if start in crowded or (taken and in_dialogue.holds(start)) or (code and in_code.holds(start)):
            continue
        if breaks:
            yield Break(gap_start, gap_end, max(1, breaks - blocks), blocks > 0, text[gap_end].islower())
            breaks = 0
        if end - start == 1 and is_single(FAMILIES[first]):
            yield single_mark(text, start, end)
        else:
            yield double_mark(text, start, end)
    yield Break(gap_start if breaks else len(text), len(text), 9, False, False)
