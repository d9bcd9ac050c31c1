"""Which words of a translation stand for a marked stretch of its source, by word alignment and never by luck.

Each marked stretch becomes the run of target words that holds most words linked to its inside and fewest linked to
its outside (the maximum-sum run, found in one pass). Nested stretches look inside their parent only, neighbours never
overlap, so that number and nesting come out as they were, whatever the translation and its links are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reader.core.model import Span
from reader.core.translation.glyphs import GLYPHS
from reader.core.translation.shapes import Placed

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_BARRIER = -2
_EDGES = frozenset(".,;:!?…()[]¿¡—–―") | GLYPHS
_BRACKETS = {"(": ")", "[": "]"}

Links = Sequence[tuple[Span, Span]]


def tokens(text: str, skip: Sequence[Span] = ()) -> list[Span]:
    """Return what stands between white space, without punctuation at its edges and the marks in `skip`."""
    hidden = {at for span in skip for at in range(span.start, span.end)}
    found: list[Span] = []
    for match in _CHUNK.finditer(text):
        start, end = match.span()
        while start < end and (text[start] in _EDGES or start in hidden):
            start += 1
        while end > start and (text[end - 1] in _EDGES or end - 1 in hidden):
            end -= 1
        if start < end:
            found.append(Span(start, end))
    return found


def aligned(
    source: str, placed: Sequence[Placed], target: str, links: Links, *, drop: Sequence[Span], blanks: Sequence[Span]
) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
    """Return the stretch each marked stretch lies in (-1 for none), and where it begins and ends in `target`."""
    words = sorted([*tokens(target, drop), *blanks])
    owner = [_BARRIER if word in blanks else -1 for word in words]
    sure = bool(links)
    links = sorted(links or guessed_links(source, target))
    linked = _linked(words, links)
    order = sorted(range(len(placed)), key=lambda index: (placed[index].start, -placed[index].end))
    stack: list[int] = []
    parents: dict[int, int] = {}
    positions: dict[int, tuple[int, int]] = {}
    for index in order:
        one = placed[index]
        while stack and placed[stack[-1]].end <= one.start and not _inside(placed[stack[-1]], one):
            stack.pop()
        parents[index] = parent = stack[-1] if stack and _inside(placed[stack[-1]], one) else -1
        chosen = (
            _best_run(source, one, linked=linked, owner=owner, parent=parent, sure=sure)
            if one.start < one.end
            else None
        )
        if chosen is None:
            low, high = positions.get(parent, (0, len(target.rstrip())))
            at = min(max(_beside(one, links, len(source), len(target)), low), high)
            positions[index] = (at, at)
            continue
        for position in range(chosen[0], chosen[1] + 1):
            owner[position] = index
        widened = _with_brackets(target, words[chosen[0]].start, words[chosen[1]].end)
        positions[index] = _with_question(source, one, target, Span(*widened))
        stack.append(index)
    return parents, positions


def _beside(one: Placed, links: Links, source: int, target: int) -> int:
    """Return where a mark without a stretch goes: beside the counterpart of the word it touches."""
    if one.opens:
        at = bisect_left(links, one.start, key=lambda link: link[0].start)
        if at < len(links):
            return links[at][1].start
    else:
        at = bisect_right(links, one.start, key=lambda link: link[0].start) - 1
        if at >= 0:
            return links[at][1].end
    return target if one.start >= source else 0


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range over the brackets at its edges whose other half is in it."""
    for opener, closer in _BRACKETS.items():
        piece = text[start:end]
        if piece.count(opener) < piece.count(closer) + (text[end : end + 1] == closer):
            start -= text[max(start - 1, 0) : start] == opener
        piece = text[start:end]
        end += piece.count(opener) > piece.count(closer) and text[end : end + 1] == closer
    return start, end


def _with_question(source: str, one: Placed, target: str, place: Span) -> tuple[int, int]:
    """Widen a range over the ? ! … that end it, and the ¿ ¡ that begin it, where the source has them inside."""
    start, end = place
    if one.end > one.start and source[one.end - 1] in "?!…":
        while target[end : end + 1] and target[end] in "?!…":
            end += 1
        if target[max(start - 1, 0) : start] in ("¿", "¡"):
            start -= 1
    elif one.end > one.start and source[one.start] in "¿¡" and target[max(start - 1, 0) : start] in ("¿", "¡"):
        start -= 1
    return start, end


def _inside(outer: Placed, inner: Placed) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.depth < inner.depth


def _linked(words: Sequence[Span], links: Links) -> list[list[Span]]:
    """Return, for every target word, the source spans linked to it."""
    by_character: dict[int, list[Span]] = {}
    for source, target in links:
        by_character.setdefault(target.start, []).append(source)
    found: list[list[Span]] = []
    starts = sorted(by_character)
    position = 0
    for word in words:
        while position < len(starts) and starts[position] < word.start:
            position += 1
        own: list[Span] = []
        while position < len(starts) and starts[position] < word.end:
            own += by_character[starts[position]]
            position += 1
        found.append(own)
    return found


def _best_run(
    source: str, one: Placed, *, linked: Sequence[Sequence[Span]], owner: Sequence[int], parent: int, sure: bool
) -> tuple[int, int] | None:
    """Return the run of free words that best matches the stretch, first and last index; None when none is free."""
    best: tuple[float, int, int] | None = None
    total, first = 0.0, 0
    for index in range(len(owner)):
        if owner[index] != parent:
            total, first = 0.0, index + 1
            continue
        if total <= 0:
            total, first = 0.0, index
        total += _weight(one, linked[index])
        if best is None or total > best[0]:
            best = (total, first, index)
    if best is None:
        return None
    if best[0] <= 0:
        return _proportional(source, one, owner, parent)
    first, last = best[1], best[2]
    before, after = range(first), range(last + 1, len(owner))
    # What nothing is linked to, up to the edge of the sentence, can only belong to a stretch at that edge.
    if sure and not _WORD.search(source[: one.start]) and all(owner[k] == parent and not linked[k] for k in before):
        first = 0
    if sure and not _WORD.search(source[one.end :]) and all(owner[k] == parent and not linked[k] for k in after):
        last = len(owner) - 1
    return first, last


def _weight(one: Placed, sources: Sequence[Span]) -> float:
    if not sources:
        return -0.05
    inside = sum(one.start <= span.start and span.end <= one.end for span in sources)
    return (2.0 * inside - len(sources)) / len(sources)


def _proportional(source: str, one: Placed, owner: Sequence[int], parent: int) -> tuple[int, int]:
    """Return the free run at the same share of the way through the sentence: the last resort."""
    spots = [match.start() for match in _WORD.finditer(source)]
    scale = len(owner) / max(len(spots), 1)
    first = round(sum(spot < one.start for spot in spots) * scale)
    last = max(round(sum(spot < one.end for spot in spots) * scale) - 1, first)
    free = [index for index, own in enumerate(owner) if own == parent]
    start = min(free, key=lambda index: (abs(index - first), index))
    end = start
    while end < last and end + 1 < len(owner) and owner[end + 1] == parent:
        end += 1
    return start, end


def guessed_links(source: str, target: str) -> tuple[tuple[Span, Span], ...]:
    """Link words that look the same in both texts, in order: names, numbers, cognates (same first four letters)."""
    waiting: dict[str, list[Span]] = {}
    for match in _WORD.finditer(source):
        waiting.setdefault(_stem(match.group()), []).append(Span(*match.span()))
    found: list[tuple[Span, Span]] = []
    for match in _WORD.finditer(target):
        same = waiting.get(_stem(match.group()))
        if same:
            found.append((same.pop(0) if len(same) > 1 else same[0], Span(*match.span())))
    return tuple(found)


def _stem(word: str) -> str:
    return word.casefold()[:4] if len(word) > 4 else word.casefold()
