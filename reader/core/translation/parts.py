"""Cut a text that is longer than a model was trained on, where a reader would breathe, and put its parts together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.core.model import Span, Translation

# Argos models see single sentences in training; well past this many tokens they drop or repeat clauses.
MOST_TOKENS = 128
_SENTENCE_END = re.compile(r"[.!?…;][”’»\")\]]*\s+(?=[^\W_a-záéíóúüñ]|[¿¡“«\"(])")
_WEAK = ",:;)—–”»"


def part_spans(text: str, tokens: Sequence[Span], most: int = MOST_TOKENS) -> list[Span]:
    """Cut `text`, if it has more than `most` tokens, into its sentences and these at weaker marks, spaces, anywhere.

    `tokens` are the characters each token stands for. The stretches keep no white space at their edges.
    """
    if len(tokens) <= most:
        return _trimmed(text, [Span(0, len(text))])
    starts = [token.start for token in tokens]
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    spans: list[Span] = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        spans += _cut(text, Span(start, end), starts, most)
    return _trimmed(text, spans)


def joined(text: str, spans: Sequence[Span], parts: Sequence[Translation]) -> Translation:
    """Put the translations of the parts of `text` together with the white space that stood between them."""
    if len(parts) == 1:
        return parts[0]
    target = ""
    links = []
    end = spans[0].start
    for span, part in zip(spans, parts, strict=True):
        target += text[end : span.start]
        links += [(_moved(a, span.start), _moved(b, len(target))) for a, b in part.links]
        target += part.text
        end = span.end
    return Translation(target, links=tuple(links))


def _cut(text: str, span: Span, starts: Sequence[int], most: int) -> Iterator[Span]:
    """Cut a sentence into stretches of at most `most` tokens, which begin at `starts`."""
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    start = span.start
    while last - first > most:
        cut = _best_cut(text, starts[first + most // 2], max(starts[first + most], start + 1))
        yield Span(start, cut)
        start = cut
        first = max(bisect_left(starts, cut), first + 1)
    yield Span(start, span.end)


def _best_cut(text: str, low: int, high: int) -> int:
    """Return the last good place to cut in `text[low:high]`: after a mark, else before a space, else the end."""
    for at in range(high - 1, low, -1):
        if text[at - 1] in _WEAK and text[at].isspace():
            return at
    for at in range(high - 1, low, -1):
        if text[at].isspace():
            return at
    return high


def _trimmed(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans without white space at their edges, and without those that hold nothing else."""
    trimmed = []
    for span in spans:
        piece = span.of(text)
        start = span.start + len(piece) - len(piece.lstrip())
        if start < span.end:
            trimmed.append(Span(start, span.start + len(piece.rstrip())))
    return trimmed


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
