"""From attention between tokens to links between words: pure functions, measured against alignments made by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.model import Span

# A word keeps its hyphens, apostrophes and decimal marks; combining accents belong to their letter.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:(?:[-'’·]|(?<=\d)[.,:](?=\d))[\w\u0300-\u036f]+)*")
LEAST_WEIGHT = 0.12  # a word's share of attention under which a link is more often wrong than right

Links = tuple[tuple[Span, Span], ...]


def words(text: str) -> list[Span]:
    """Return the spans of the words of `text`, without the punctuation around them."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def word_links(
    source: str,
    source_tokens: Sequence[Span],
    target: str,
    target_tokens: Sequence[Span],
    attention: Sequence[Sequence[float]],
) -> Links:
    """Pair words of `source` with words of `target`, in the order of the target.

    `attention` has one row per target token and one column per source token, as CTranslate2 returns it; the spans
    say which characters each token stands for. A word written alike on both sides is paired with itself first.
    """
    source_words, target_words = words(source), words(target)
    if not source_words or not target_words:
        return ()
    weights = _word_weights(source_words, source_tokens, target_words, target_tokens, attention)
    pairs = _same_words(source, source_words, target, target_words)
    taken_source, taken_target = set(pairs.values()), set(pairs)
    best_target = [max(range(len(target_words)), key=lambda t: weights[t][s]) for s in range(len(source_words))]
    for t, row in enumerate(weights):
        if t in taken_target:
            continue
        s = max(range(len(row)), key=lambda s: row[s] if s not in taken_source else -1.0)
        if s not in taken_source and (row[s] >= LEAST_WEIGHT or best_target[s] == t):
            pairs[t] = s
    return tuple((source_words[pairs[t]], target_words[t]) for t in sorted(pairs))


def _word_weights(
    source_words: Sequence[Span],
    source_tokens: Sequence[Span],
    target_words: Sequence[Span],
    target_tokens: Sequence[Span],
    attention: Sequence[Sequence[float]],
) -> list[list[float]]:
    """Return, per target word, the attention its tokens paid to each source word, on average."""
    source_of = _owners(source_tokens, source_words)
    target_of = _owners(target_tokens, target_words)
    weights = [[0.0] * len(source_words) for _ in target_words]
    counts = [0] * len(target_words)
    for row, t in zip(attention, target_of, strict=False):
        if t is None:
            continue
        counts[t] += 1
        for value, s in zip(row, source_of, strict=False):
            if s is not None:
                weights[t][s] += value
    return [[value / max(count, 1) for value in row] for row, count in zip(weights, counts, strict=True)]


def _owners(tokens: Sequence[Span], of: Sequence[Span]) -> list[int | None]:
    """Return the word each token belongs to; both are in order, so one pass is enough."""
    owners: list[int | None] = []
    at = 0
    for token in tokens:
        while at < len(of) and of[at].end <= token.start:
            at += 1
        owners.append(at if at < len(of) and token.overlaps(of[at]) else None)
    return owners


def _same_words(source: str, source_words: Sequence[Span], target: str, target_words: Sequence[Span]) -> dict[int, int]:
    """Pair words that are written alike and occur once on both sides (numbers, names), target to source."""
    once: list[dict[str, int]] = []
    for text, spans in ((source, source_words), (target, target_words)):
        seen: dict[str, int] = {}
        for index, span in enumerate(spans):
            word = span.of(text)
            seen[word] = -1 if word in seen else index
        once.append({word: index for word, index in seen.items() if (index >= 0 and len(word) > 2) or word.isdigit()})
    return {t: once[0][word] for word, t in once[1].items() if t >= 0 and once[0].get(word, -1) >= 0}
