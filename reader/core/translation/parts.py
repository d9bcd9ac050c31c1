"""Cut a text that is longer than a model was trained on, where a reader would breathe, and put its parts together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.core.model import Span, Translation
from reader.core.translation.casing import first_letter
from reader.core.translation.edits import Edited

# Argos models see single sentences in training; well past this many tokens they drop or repeat clauses.
MOST_TOKENS = 128
LEAST_TOKENS = 12  # of a part that is cut where no sentence ends: less says too little by itself
_SENTENCE_END = re.compile(r"[.!?…;][”’»\")\]]*\s+(?=[^\W_a-záéíóúüñ]|[¿¡“«\"(])")
_WEAK = ",:;)—–”»"
_CONJUNCTIONS = (
    "and but while because although which who where when so as if "
    "y e pero mientras porque aunque que quien donde cuando ya por si sino"
)
_BREATHS = (  # from the best place to cut a sentence to the worst
    _SENTENCE_END,
    re.compile(r"[;:][”’»\")]*\s+|(?<!\s)\s+(?=[—–-]\s)"),
    re.compile(rf",[”’»\")]*\s+(?=(?:{_CONJUNCTIONS.replace(' ', '|')})\b)"),
    re.compile(r",[”’»\")]*\s+"),
)
_PAUSES = (",", ";", ":")
_PAIRED = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def part_spans(
    text: str, tokens: Sequence[Span], most: int = MOST_TOKENS, comfortable: int = MOST_TOKENS
) -> list[Span]:
    """Cut `text`, if it has more than `most` tokens, into its sentences and these at weaker marks, spaces, anywhere.

    What has more than `comfortable` tokens is cut too, but only where a reader would breathe. `tokens` are the
    characters each token stands for. The stretches keep no white space at their edges.
    """
    spans = [Span(0, len(text))]
    if len(tokens) <= min(most, comfortable):
        return _trimmed(text, spans)
    starts = [token.start for token in tokens]
    if len(tokens) > most:
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        sentences = [Span(start, end) for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
        spans = [part for sentence in sentences for part in _cut(text, sentence, starts, most)]
    if comfortable < most:
        spans = [part for span in spans for part in _breaths(text, span, starts, comfortable)]
    return _trimmed(text, spans)


def joined(text: str, spans: Sequence[Span], parts: Sequence[Translation]) -> Translation:
    """Put the translations of the parts of `text` together with the white space that stood between them.

    A part that ends with a comma, colon or semicolon ends so in the translation, and the next one goes on with a small
    letter unless it has a capital in the source.
    """
    if len(parts) == 1:
        return parts[0]
    target = ""
    links = []
    end = spans[0].start
    for number, (span, part) in enumerate(zip(spans, parts, strict=True), start=1):
        source, said = span.of(text), part.text
        if number < len(parts) and source.endswith(_PAUSES):
            said = said.rstrip(".,;: ") + source[-1]
        if target.endswith(_PAUSES):
            said = Edited(said, first_letter(said, source)).text
        target += text[end : span.start]
        kept = [(a, b) for a, b in part.links if b.end <= len(said)]
        links += [(_moved(a, span.start), _moved(b, len(target))) for a, b in kept]
        target += said
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


def _breaths(text: str, span: Span, starts: Sequence[int], comfortable: int) -> Iterator[Span]:
    """Cut a stretch of more than `comfortable` tokens near its middle, as often as that takes, or leave it whole."""
    first = bisect_left(starts, span.start)
    size = bisect_left(starts, span.end) - first
    if size > comfortable:
        for marks in _BREATHS:
            cuts = {match.end(): bisect_left(starts, match.end()) - first for match in marks.finditer(text, *span)}
            good = [at for at, before in cuts.items() if LEAST_TOKENS <= before <= size - LEAST_TOKENS]
            good = [at for at in good if _is_outside(text[span.start : at])]
            if good:
                cut = min(good, key=lambda at: abs(2 * cuts[at] - size))
                yield from _breaths(text, Span(span.start, cut), starts, comfortable)
                yield from _breaths(text, Span(cut, span.end), starts, comfortable)
                return
    yield span


def _is_outside(before: str) -> bool:
    """Tell whether all marks and brackets that open in a text close in it."""
    return before.count('"') % 2 == 0 and all(before.count(one) == before.count(two) for one, two in _PAIRED)


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
