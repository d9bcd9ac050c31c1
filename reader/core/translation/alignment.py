"""From attention between tokens to links between words: pure functions, measured against alignments made by hand.

Attention is right about content words and careless about small ones (the article of a noun looks at the noun), so
small words are linked last, to a small word of the same kind near what their neighbour is linked to. Precision and
recall on 40 sentences are the floor of tests/eval/test_alignments.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.model import Span
from reader.core.translation.wordlists import KINDS

# A word keeps its hyphens, apostrophes and decimal marks; combining accents belong to their letter.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:(?:[-'’·]|(?<=\d)[.,:](?=\d))[\w\u0300-\u036f]+)*")
LEAST_SURE = 0.05  # the share of attention from which two content words that nothing else claims are linked
LEAST_SHARED = 0.3  # and from which a word is linked to one that has a counterpart already
LEAST_WEIGHT = 0.2  # and from which a word that has none is linked to the one that looked at it most
_NOTHING = 0.01
_REACH = 4  # how many words away from where its neighbour points a small word is looked for
_LOOKS_ALIKE = 0.3

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
    say which characters each token stands for. A word may have several counterparts.
    """
    source_words, target_words = words(source), words(target)
    if not source_words or not target_words:
        return ()
    weights = _word_weights(source_words, source_tokens, target_words, target_tokens, attention)
    before = [span.of(source) for span in source_words]
    after = [span.of(target) for span in target_words]
    pairs = _content_links(before, after, weights)
    pairs |= _small_links(before, after, weights, pairs)
    pairs |= _left_over(before, weights, pairs)
    return tuple((source_words[s], target_words[t]) for t, s in sorted(pairs))


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


def _kinds(word: str) -> frozenset[str]:
    return KINDS.get(word.lower().replace("’", "'"), frozenset())


def _content_links(
    before: Sequence[str], after: Sequence[str], weights: Sequence[Sequence[float]]
) -> set[tuple[int, int]]:
    """Link content words, the surest pair first and one to one; what is left over may share a word it looks at hard."""
    alike = _same_words(before, after)
    pairs = set(alike.items())
    targets = {t for t in range(len(after)) if not _kinds(after[t])} - set(alike)
    sources = {s for s in range(len(before)) if not _kinds(before[s])} - set(alike.values())
    scored: list[tuple[float, int, int]] = []
    for t in targets:
        for s, value in enumerate(weights[t]):
            if value > _NOTHING and s in sources:
                score = value + _LOOKS_ALIKE if _alike(before[s], after[t]) else value
                if score >= LEAST_SURE:
                    scored.append((-score, t, s))
    free_targets, free_sources = set(targets), set(sources)
    for _, t, s in sorted(scored):
        if t in free_targets and s in free_sources:
            pairs.add((t, s))
            free_targets.discard(t)
            free_sources.discard(s)
    for t in free_targets:
        row = weights[t]
        s = max(range(len(row)), key=row.__getitem__)
        if row[s] >= LEAST_SHARED and s not in alike.values():
            pairs.add((t, s))
    return pairs


def _same_words(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Pair words that are written alike and occur once on both sides (numbers, names), target to source."""
    once: list[dict[str, int]] = []
    for texts in (before, after):
        seen: dict[str, int] = {}
        for index, word in enumerate(texts):
            seen[word] = -1 if word in seen else index
        once.append({word: index for word, index in seen.items() if index >= 0 and (len(word) > 2 or word.isdigit())})
    return {t: once[0][word] for word, t in once[1].items() if word in once[0]}


def _alike(one: str, other: str) -> bool:
    return len(one) > 4 and len(other) > 4 and one[:4].lower() == other[:4].lower()


def _small_links(
    before: Sequence[str],
    after: Sequence[str],
    weights: Sequence[Sequence[float]],
    pairs: set[tuple[int, int]],
) -> set[tuple[int, int]]:
    """Link every small word of the target to one of its kind, close to where its neighbours point."""
    linked = dict(sorted(pairs))
    free = {s for s in range(len(before)) if _kinds(before[s])} - set(linked.values())
    found: set[tuple[int, int]] = set()
    candidates: list[tuple[float, int, int]] = []
    for t, word in enumerate(after):
        kinds = _kinds(word)
        if not kinds or t in linked:
            continue
        expected = _expected(t, linked, len(after), len(before))
        for s in free:
            distance = abs(s - expected)
            if distance <= _REACH and kinds & _kinds(before[s]):
                candidates.append((weights[t][s] + 1.0 / (1.0 + distance), t, s))
    for _, t, s in sorted(candidates, key=lambda candidate: (-candidate[0], candidate[1:])):
        if t not in linked and s in free:
            found.add((t, s))
            linked[t] = s
            free.discard(s)
    return found


def _expected(t: int, linked: dict[int, int], targets: int, sources: int) -> float:
    """Return where in the source the counterpart of target word `t` should stand: before that of the next word."""
    for step in (1, 2, 3):
        if t + step in linked:
            return linked[t + step] - step
    for step in (1, 2, 3):
        if t - step in linked:
            return linked[t - step] + step
    return t * sources / max(targets, 1)


def _left_over(
    before: Sequence[str], weights: Sequence[Sequence[float]], pairs: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Link content words of the source that nothing points at to the word that looked at them most."""
    linked = {s for _, s in pairs}
    found: set[tuple[int, int]] = set()
    for s in range(len(before)):
        if s in linked or _kinds(before[s]):
            continue
        t = max(range(len(weights)), key=lambda t: weights[t][s])
        if weights[t][s] >= LEAST_WEIGHT:
            found.add((t, s))
    return found
