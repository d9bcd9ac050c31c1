"""Where marks that were taken out of a source belong in its translation, by word alignment and never by luck.

Each marked stretch becomes the run of target words that holds most words linked to its inside and fewest linked to
its outside (the maximum-sum run, found in one pass). Nested stretches look inside their parent only, neighbours never
overlap, so that number and nesting come out as they were, whatever the translation and its links are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.core.model import Span, Translation
from reader.core.translation.marks import DOUBLES, GLYPHS, Pair, pairs
from reader.core.translation.shapes import Placed, Unit

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_BARRIER = -2
_EDGES = frozenset(".,;:!?…()[]¿¡—–―") | GLYPHS
_BRACKETS = {"(": ")", "[": "]"}

Links = Sequence[tuple[Span, Span]]


@dataclass(frozen=True, slots=True)
class Insertion:
    """A mark to print before the character at `at`; `placed` is an index into the unit's marked stretches."""

    at: int
    opens: bool
    placed: int


class Fit:
    """A translation with the marks of its unit in place, ready to be printed in `parts` (stretches of its text).

    `blanks` are what to leave out between the parts: the stand-ins of a frame. A marked stretch never crosses one.
    """

    def __init__(
        self, unit: Unit, translation: Translation, parts: Sequence[Span] | None = None, blanks: Sequence[Span] = ()
    ) -> None:
        text = translation.text
        for blank in blanks:
            text = text[: blank.start] + " " * (blank.end - blank.start) + text[blank.end :]
        self.unit = unit
        self.text = text
        self.links = translation.links
        self.parts = list(parts) if parts is not None else [Span(0, len(text))]
        self._insertions, self.dropped = place(unit.text, unit.placed, text, self.links, blanks)
        self._filled = [number for number, part in enumerate(self.parts) if part.start < part.end]

    def owned(self, number: int) -> list[Insertion]:
        """Return the marks to print with part `number`; every mark belongs to one part."""
        last = self._filled[-1] if self._filled else len(self.parts) - 1
        return [one for one in self._insertions if self._owner(one.at, last) == number]

    def has(self, number: int) -> bool:
        """Tell whether part `number` has anything to print."""
        return number in self._filled or bool(self.owned(number))

    def _owner(self, at: int, last: int) -> int:
        return next((number for number in self._filled if at <= self.parts[number].end), last)


def place(
    source: str, placed: Sequence[Placed], target: str, links: Links, blanks: Sequence[Span] = ()
) -> tuple[list[Insertion], list[Span]]:
    """Return the marks to print into `target`, in printing order, and the marks in it to leave out.

    Marks that `target` holds already are used where they stand when their number and nesting are those of the source
    (a person edited the translation and kept them), and left out otherwise.
    """
    forest = pairs(target, Span(0, len(target)), ())
    if not placed and not forest:
        return [], []
    flat = list(_flat(forest, 0))
    drop = sorted(mark for pair, _ in flat for mark in (pair.open, pair.close) if mark.start < mark.end)
    kept = _kept(placed, flat)
    if kept is not None and not any(pair.span.overlaps(blank) for pair, _ in flat for blank in blanks):
        return kept, drop
    drop = [mark for mark in drop if target[mark.start] in DOUBLES or mark.end - mark.start > 1]
    return _aligned(source, placed, target, links, drop=drop, blanks=blanks), drop


def _flat(forest: Sequence[Pair], depth: int) -> Iterator[tuple[Pair, int]]:
    for pair in forest:
        yield pair, depth
        yield from _flat(pair.children, depth + 1)


def _kept(placed: Sequence[Placed], found: Sequence[tuple[Pair, int]]) -> list[Insertion] | None:
    """Return the insertions at the marks that `found` holds already, None when they are not the ones wanted."""
    if not placed or len(placed) != len(found):
        return None
    base = min(one.depth for one in placed)
    order = sorted(range(len(placed)), key=lambda index: (placed[index].start, -placed[index].end))
    inserted: list[Insertion] = []
    for index, (pair, depth) in zip(order, found, strict=True):
        wanted = placed[index]
        has = (pair.open.start < pair.open.end, pair.close.start < pair.close.end)
        if wanted.depth - base != depth or has != (wanted.opens, wanted.closes):
            return None
        inserted.append(Insertion(pair.inner.start, True, index))
        inserted.append(Insertion(pair.inner.end, False, index))
    return sorted(inserted, key=lambda one: (one.at, one.opens))


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


def _aligned(
    source: str, placed: Sequence[Placed], target: str, links: Links, *, drop: Sequence[Span], blanks: Sequence[Span]
) -> list[Insertion]:
    words = sorted([*tokens(target, drop), *blanks])
    owner = [_BARRIER if word in blanks else -1 for word in words]
    linked = _linked(words, links or guessed_links(source, target))
    order = sorted(range(len(placed)), key=lambda index: (placed[index].start, -placed[index].end))
    stack: list[int] = []
    parents: dict[int, int] = {}
    positions: dict[int, tuple[int, int]] = {}
    for index in order:
        one = placed[index]
        while stack and placed[stack[-1]].end <= one.start and not _inside(placed[stack[-1]], one):
            stack.pop()
        parent = stack[-1] if stack and _inside(placed[stack[-1]], one) else -1
        parents[index] = parent
        chosen = _best_run(source, one, linked=linked, owner=owner, parent=parent)
        if chosen is None:
            at = positions[parent][1] if parent >= 0 else (words[-1].end if words else len(target))
            positions[index] = (at, at)
        else:
            first, last = chosen
            for position in range(first, last + 1):
                owner[position] = index
            widened = _with_brackets(target, words[first].start, words[last].end)
            positions[index] = _with_question(source, one, target, Span(*widened))
        stack.append(index)
    return _in_order(placed, parents, positions)


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
    source: str, one: Placed, *, linked: Sequence[Sequence[Span]], owner: Sequence[int], parent: int
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
    return (best[1], best[2]) if best[0] > 0 else _proportional(source, one, owner, parent)


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


def _in_order(
    placed: Sequence[Placed], parents: dict[int, int], positions: dict[int, tuple[int, int]]
) -> list[Insertion]:
    """Return the marks in printing order: by place, and at one place as the stretches nest."""
    children: dict[int, list[int]] = {}
    for index in sorted(positions, key=lambda index: (positions[index], placed[index].start)):
        children.setdefault(parents[index], []).append(index)
    found: list[Insertion] = []
    stack = [(index, False) for index in reversed(children.get(-1, []))]
    while stack:
        index, done = stack.pop()
        if done:
            found.append(Insertion(positions[index][1], False, index))
            continue
        found.append(Insertion(positions[index][0], True, index))
        stack.append((index, True))
        stack += [(child, False) for child in reversed(children.get(index, []))]
    return sorted(found, key=lambda one: one.at)
