"""Where marks that were taken out of a source belong in its translation, ready to be printed part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.core.model import Span, Translation
from reader.core.translation.glyphs import DOUBLES
from reader.core.translation.marks import Pair, pairs
from reader.core.translation.shapes import Placed, Unit
from reader.core.translation.stretches import Links, aligned


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
    parents, positions = aligned(source, placed, target, links, drop=drop, blanks=blanks)
    return _in_order(placed, parents, positions), drop


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
