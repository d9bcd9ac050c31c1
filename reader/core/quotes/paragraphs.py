"""Walk through an article's paragraphs as attribution needs them: those with quotes, and what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from reader.core.model import Language, Quote, Span
from reader.core.quotes.candidates import Passage, read_passage
from reader.core.quotes.cast import names_inside
from reader.core.quotes.labels import ANSWERS, ASKS

LINE = re.compile(r"[^\n]+")
# A paragraph without quotes is read for who it is about; more of it than this is not looked at.
CONTEXT = 1200
# Characters; who signs takes no more.
LONGEST_SIGNATURE = 200
# Paragraphs that stay read, some 35 MB; those of a whole book would fill the memory. Quotes look back a few dozen at
# most, but the turns of a dialogue are given out at the end.
KEPT = 8192


# A turn of an interview that a letter marks: "Q: Why?", "R. Porque sí."
LABELLED = re.compile(rf"[ \t]*(?:{ASKS}|{ANSWERS})[ \u00a0]?[:.]")


class Paragraphs:
    """The lines of a text that hold anything, the quotes in each, and their passages, read when first asked for."""

    def __init__(self, text: str, quotes: Sequence[Quote], language: Language) -> None:
        self.text = text
        self.language = language
        self.spans = [Span(*match.span()) for match in LINE.finditer(text) if not match.group().isspace()]
        self.quotes: dict[int, list[Quote]] = {}
        self._starts = [span.start for span in self.spans]
        for quote in quotes:
            self.quotes.setdefault(self.holding(quote.span.start)[0], []).append(quote)
        self.names = names_inside(text)
        self._read: dict[int, Passage] = {}

    def __len__(self) -> int:
        return len(self.spans)

    def passage(self, index: int) -> Passage:
        """Return a paragraph read; the beginning of a long one without quotes is left out."""
        found = self._read.get(index)
        if found is None:
            span = self.spans[index]
            quotes = self.quotes.get(index, [])
            start = span.start if quotes else max(span.start, span.end - CONTEXT)
            found = read_passage(self.text, start, span.end, quotes, language=self.language, names=self.names)
            if len(self._read) >= KEPT:
                for oldest in [*islice(self._read, KEPT // 2)]:
                    del self._read[oldest]
            self._read[index] = found
        return found

    def holding(self, offset: int) -> tuple[int, Span]:
        """Return the number and the span of the paragraph that holds an offset."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        return index, self.spans[index]

    def labelled(self, index: int) -> bool:
        """Tell whether a paragraph is marked as a question or an answer."""
        return LABELLED.match(self.text, self.spans[index].start) is not None

    def closes(self, index: int) -> bool:
        """Tell whether a paragraph closes what it did not open, as the signature under a quote may: “…⏎Ann Bell.”."""
        span = self.spans[index]
        if span.end - span.start > LONGEST_SIGNATURE:
            return False
        line = span.of(self.text).rstrip()
        return line.endswith(("”", '"', "»")) and not any(mark in line[:-1] for mark in '“"«')

    def opening(self, index: int) -> str:
        """Return the first character of a paragraph that is no space, or ""."""
        if index >= len(self.spans):
            return ""
        span = self.spans[index]
        return self.text[span.start : min(span.end, span.start + 8)].lstrip()[:1]
