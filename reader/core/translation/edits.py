"""Replacements in a text, with a map that carries spans from the text before to the text after, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.core.model import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `span` of a text become `replacement`."""

    span: Span
    replacement: str


class Edited:
    """A text after edits: `text`, and where spans went."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        """Apply `edits`; those that overlap an earlier one (by start) are left out."""
        self._before: list[Span] = []
        self._after: list[Span] = []
        pieces: list[str] = []
        position = length = 0
        for edit in sorted(edits, key=lambda edit: edit.span):
            if edit.span.start < position:
                continue
            pieces += text[position : edit.span.start], edit.replacement
            length += edit.span.start - position
            self._before.append(edit.span)
            self._after.append(Span(length, length + len(edit.replacement)))
            length += len(edit.replacement)
            position = edit.span.end
        pieces.append(text[position:])
        self.text = "".join(pieces)

    def forward(self, span: Span) -> Span:
        """Return where a span of the text before stands now; one that touches an edit covers all of it."""
        return _carry(span, self._before, self._after)

    def back(self, span: Span) -> Span:
        """Return what a span of the text after was before."""
        return _carry(span, self._after, self._before)


def _carry(span: Span, from_: Sequence[Span], to: Sequence[Span]) -> Span:
    if not from_:
        return span
    first = bisect_right(from_, span.start, key=lambda edit: edit.end)
    last = bisect_left(from_, span.end, key=lambda edit: edit.start)
    start_shift = to[first - 1].end - from_[first - 1].end if first else 0
    end_shift = to[last - 1].end - from_[last - 1].end if last else 0
    start, end = span.start + start_shift, span.end + end_shift
    for index in range(first, last):
        start, end = min(start, to[index].start), max(end, to[index].end)
        if from_[index].end > span.end:
            end = to[index].end
    return Span(start, max(start, end))
