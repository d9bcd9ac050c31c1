"""Walking from sentence to sentence: the segments an article was planned into, in order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from reader.core.analysis import Analysis
from reader.qt.models.page_text import PageText, Place
from reader.qt.models.views import Side


class Walker:
    """Knows where sentences begin."""

    def __init__(self, text: PageText, analysis: Analysis) -> None:
        self._text, self._analysis = text, analysis

    @cached_property
    def _starts(self) -> list[int]:
        """Sorted when the reader first walks: in a very long article that takes as long as a frame."""
        return sorted({segment.spans[0].start for segment in self._analysis.segments if segment.spans})

    def step(self, place: Place, step: int) -> Place:
        """Return the beginning of the next sentence, or of the one before; the place itself where there is none."""
        row = place._replace(offset=0) if place.side is Side.TRANSLATION else place
        offset = self._text.article_offset(row)
        number = bisect_right(self._starts, offset) if step > 0 else bisect_left(self._starts, offset) - 1
        return self._text.source_place(self._starts[number]) if 0 <= number < len(self._starts) else place
