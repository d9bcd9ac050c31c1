"""Sentences with their quotes written in: ⟦…⟧ round what is a quote, ⟦F:…⟧ with a one-letter label."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN = re.compile(r"⟦(?:(\w):)?")


class Marked(NamedTuple):
    """A text, and the label and span of every quote in it."""

    text: str
    labels: list[str]
    spans: list[tuple[int, int]]


def read(written: str) -> Marked:
    """Return the text of a written-out example, and what it says about its quotes."""
    text = ""
    labels: list[str] = []
    spans: list[tuple[int, int]] = []
    position = 0
    while match := _OPEN.search(written, position):
        text += written[position : match.start()]
        close = written.index("⟧", match.end())
        start = len(text)
        text += written[match.end() : close]
        labels.append(match[1] or "")
        spans.append((start, len(text)))
        position = close + 1
    return Marked(text + written[position:], labels, spans)


def write(text: str, spans: list[tuple[int, int]], labels: list[str] | None = None) -> str:
    """Return a text with its quotes written in, for comparison and for messages that can be read."""
    written, position = "", 0
    for place, (start, end) in enumerate(spans):
        label = labels[place] + ":" if labels and labels[place] else ""
        written += text[position:start] + f"⟦{label}{text[start:end]}⟧"
        position = end
    return written + text[position:]
