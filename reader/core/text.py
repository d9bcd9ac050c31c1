"""Plain questions about a string: where its sentences and words are, and where Qt would count them.

Nothing here changes a text; `reader.core.loaders.reflow` does, for what a reader pastes.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left

import sentencex

from reader.core.model import Language, Span

LONG_SEGMENT = 120
"""Characters from which a segment with several sentences inside quotation marks is split again."""

LONGEST_SENTENCE = 1200
"""Characters after which a "sentence" is cut at a space: no prose needs more, and an engine's memory is finite."""

_WINDOW = 4000
"""Characters that sentencex is given at once, longer than any paragraph of prose."""

BLANKS = " \t\n\r\v\f\u001c\u001d\u001e\u001f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u180e\ufeff" + "".join(
    map(chr, range(0x2000, 0x200E))
)
"""White space and invisible characters that carry no word: what edges are trimmed of."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = re.compile("[“”«»„‟‘’‹›\"']")
_OPENERS = frozenset("“«„‟‘‹¿¡([{—–")
_STRAIGHT = frozenset("\"'")


class Utf16Map:
    """Offsets of one text in Python characters and in UTF-16 units, both ways in O(log emoji)."""

    def __init__(self, text: str) -> None:
        """Note where `text` holds characters that take two UTF-16 units; most texts hold none."""
        self._characters = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + index for index, position in enumerate(self._characters)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 unit at which character `offset` starts."""
        return offset + bisect_left(self._characters, offset) if self._characters else offset

    def to_python(self, unit: int) -> int:
        """Return the character that UTF-16 unit `unit` belongs to; the second half of a pair counts as its first."""
        return unit - bisect_left(self._units, unit) if self._units else unit


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the range without white space and invisible characters at its edges; empty when nothing is left."""
    piece = text[start:end]
    end = start + len(piece.rstrip(BLANKS))
    return Span(end - len(text[start:end].lstrip(BLANKS)), end)


def sentence_spans(text: str, span: Span, language: Language) -> list[Span]:
    """Return the sentences of `text` inside `span`, in order, edges trimmed of space.

    Sentences are found by sentencex, which knows abbreviations but keeps all that stands between quotation marks
    together; such a segment of `LONG_SEGMENT` characters or more is split again with its marks out of sight.
    """
    found: list[Span] = []
    for start, end in _boundaries(text[span.start : span.end], language):
        piece = trimmed(text, span.start + start, span.start + end)
        if piece.end - piece.start >= LONG_SEGMENT:
            found += _split_again(text, piece, language)
        elif piece.start < piece.end:
            found.append(piece)
    return found


def _boundaries(text: str, language: Language) -> list[tuple[int, int]]:
    """Return sentencex's segments, which cover all of `text` in order.

    sentencex is quadratic in marks that never close, so it sees `_WINDOW` characters at a time; a segment that the
    window cuts is looked at again in the next.
    """
    pieces: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        window = text[start : start + _WINDOW]
        ends = sorted({boundary["end_index"] for boundary in _segments(window, language)} - {0, len(window)})
        if start + _WINDOW < len(text):
            ends = ends or [_cut(window)]
        else:
            ends.append(len(window))
        for end in ends:
            last = pieces[-1][1] if pieces else 0
            pieces.append((last, start + end))
        start += ends[-1]
    return pieces


def _segments(window: str, language: Language) -> list[dict[str, int]]:
    """Ask sentencex; what cannot be written as UTF-8 is shown to it as U+FFFD."""
    bare = window if window.isascii() else _SURROGATE.sub("\ufffd", window)
    found: list[dict[str, int]] = sentencex.get_sentence_boundaries(language, bare)
    return found


def _cut(window: str) -> int:
    """Return where to cut a window that holds no sentence's end: after its last space."""
    return window.rfind(" ") + 1 or len(window)


def _split_again(text: str, piece: Span, language: Language) -> list[Span]:
    """Split a long segment at the sentences inside its quotation marks, and cut what is too long to be a sentence."""
    original = piece.of(text)
    cuts = [0]
    if _MARKS.search(original):
        bare = _MARKS.sub(lambda match: _unmarked(original, match.start()), original)
        for _, end in _boundaries(bare, language)[:-1]:
            cuts.append(max(_before_openers(original, end), cuts[-1]))
    cuts.append(len(original))
    found: list[Span] = []
    for start, end in itertools.pairwise(cuts):
        sentence = trimmed(text, piece.start + start, piece.start + end)
        while sentence.end - sentence.start > LONGEST_SENTENCE:
            limit = sentence.start + LONGEST_SENTENCE
            space = text.rfind(" ", sentence.start + LONGEST_SENTENCE // 2, limit)
            limit = space if space > 0 else limit
            found.append(trimmed(text, sentence.start, limit))
            sentence = trimmed(text, limit, sentence.end)
        if sentence.start < sentence.end:
            found.append(sentence)
    return found


def _unmarked(text: str, offset: int) -> str:
    """Return what stands for a mark while sentences are looked for: an apostrophe inside a word stays."""
    inside = 0 < offset < len(text) - 1 and text[offset - 1].isalnum() and text[offset + 1].isalnum()
    return text[offset] if inside else " "


def _before_openers(text: str, end: int) -> int:
    """Move a boundary back over the opening marks that belong to the sentence after it."""
    while end > 0:
        before = text[end - 1]
        opens = before in _OPENERS or (before in _STRAIGHT and (end < 2 or text[end - 2].isspace()))
        if not opens:
            return end
        end -= 1
    return end
