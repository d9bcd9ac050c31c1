"""Cut a text that is longer than a model was trained on, where a reader would breathe, and put its parts together."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.model import Span, Translation

# Argos models see single sentences in training; well past this many tokens they drop or repeat clauses.
MOST_TOKENS = 128
_STRONG, _WEAK = ".;:!?…", ",)—–”»"


def part_spans(text: str, tokens: Sequence[Span], most: int = MOST_TOKENS) -> list[Span]:
    """Cut `text` into stretches of at most `most` tokens each, at marks if it can, else at spaces, else anywhere.

    `tokens` are the characters each token stands for. The stretches keep no white space at their edges.
    """
    spans = []
    start = first = 0
    while len(tokens) - first > most:
        last = first + most
        cut = _best_cut(text, tokens[first + most // 2].start, tokens[last].start)
        while last > first + 1 and tokens[last - 1].end > cut:
            last -= 1
        cut = max(cut, tokens[last - 1].end)
        spans.append(_trimmed(text, Span(start, cut)))
        start, first = cut, last
    spans.append(_trimmed(text, Span(start, len(text))))
    return [span for span in spans if span.start < span.end]


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


def _best_cut(text: str, low: int, high: int) -> int:
    """Return the last good place to cut in `text[low:high]`: after a strong mark, a weak one, before a space."""
    for marks in (_STRONG, _WEAK):
        for at in range(high - 1, low, -1):
            if text[at - 1] in marks and text[at].isspace():
                return at
    for at in range(high - 1, low, -1):
        if text[at].isspace():
            return at
    return high


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
