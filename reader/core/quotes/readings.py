"""Find the cheapest way to read the marks of a text: which open a quote, which close one, which are none.

A text is read token by token, keeping for each state (outside, in a quote of some family, in a nested one, waiting for
the opener of a continued paragraph) the cheapest way to be in it, so the time is linear in the text. What a token does
to the states depends on them and on how the token can be read only; such steps come again and again, and are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from reader.core.quotes.marks import (
    CURLY,
    LOW,
    NEVER,
    SINGLE_CURLY,
    SINGLE_STRAIGHT,
    STRAIGHT,
    TWIN,
    Mark,
    Reading,
    is_single,
)
from reader.core.quotes.tokens import Break


class Action:
    """What the reading does at a token; plain integers, which are read four times as fast as members of IntEnum."""

    OPEN = 0
    CLOSE = 1
    REOPEN = 2
    UNOPENED = 3
    BREAK_CLOSE = 4
    BREAK_CONTINUE = 5
    BREAK_RUN_ON = 6
    CONTINUE = 7


_OUTSIDE: Final = 0
_OUTER: Final = 1  # + family
_NESTED: Final = 10  # + 8 * outer family + nested family
_WAITING: Final = 80  # + family

# Costs in tenths, as in `marks`.
_MISSING_CLOSER: Final = 30
_MISSING_OPENER: Final = 35
_REOPENED: Final = 28
_REOPENED_INSIDE: Final = 45
_NESTED_SAME: Final = 15
_NESTED_ALIKE: Final = 8
_NESTED_OTHER: Final = 3
_CLOSE_BOTH: Final = 26
_WRONG_SINGLE: Final = 26
_RUN_ON: Final = 45
_RUN_ON_LOWER: Final = 20
_RUN_ON_INTERRUPTED: Final = 10
_CONTINUED: Final = 4
_BEAM: Final = 90
_ABOVE_ALL: Final = 10 * NEVER
_REMEMBERED: Final = 4096
"""Sets of readings kept; prose has a few hundred."""
_Step = tuple[int, int, int | None]
_Node = tuple["_Node | None", "Mark | Break", int]
_ALIKE: Final = {
    frozenset((CURLY, STRAIGHT)): 6,
    frozenset((CURLY, LOW)): 0,
    frozenset((STRAIGHT, TWIN)): 10,
    frozenset((CURLY, TWIN)): 10,
    frozenset((STRAIGHT, LOW)): 6,
    frozenset((SINGLE_CURLY, SINGLE_STRAIGHT)): 6,
}


class _Gap(NamedTuple):
    """What of a `Break` decides how it can be read; `follows` tells that a mark stands right after it."""

    paragraphs: int  # 3 for more
    interrupted: bool
    lower: bool
    follows: bool


class _Live:
    """The readings still in the race: state -> cost above the cheapest, and the steps known to lead on from there."""

    __slots__ = ("costs", "settled", "steps")

    def __init__(self, costs: dict[int, int]) -> None:
        self.costs = costs
        self.settled = costs.keys() == {_OUTSIDE}
        # How a token can be read -> what is live after it, and for each state there: which one it comes from (counted
        # in order) and by what action.
        self.steps: dict[Reading | _Gap, tuple[_Live, tuple[tuple[int, int | None], ...]]] = {}


def _mismatch(opener: int, closer: int) -> int:
    """Return the cost of closing a quote with a mark of another family."""
    if opener == closer:
        return 0
    return _ALIKE.get(frozenset((opener, closer)), 15)


_MISMATCH: Final = [[_mismatch(opener, closer) for closer in range(8)] for opener in range(8)]


def _after_break(state: int, gap: _Gap) -> list[_Step]:
    """Return where a quote that is still open may go at the end of its paragraph."""
    if state == _OUTSIDE:
        return [(_OUTSIDE, 0, None)]
    nested = state >= _NESTED
    family = (state - _NESTED) // 8 if nested else state - _OUTER
    extra = 15 if nested else 0
    steps: list[_Step] = [(_OUTSIDE, _MISSING_CLOSER + extra + (30 if is_single(family) else 0), Action.BREAK_CLOSE)]
    if gap.follows and gap.paragraphs == 1:
        steps.append((_WAITING + family, _CONTINUED + extra, Action.BREAK_CONTINUE))
    if gap.paragraphs <= 2:
        alone = (_RUN_ON_LOWER if gap.lower else _RUN_ON) * gap.paragraphs
        cost = _RUN_ON_INTERRUPTED if gap.interrupted else alone
        steps.append((_OUTER + family, cost + extra, Action.BREAK_RUN_ON))
    return steps


def _outside(mark: Reading) -> list[_Step]:
    """Return what `mark` may be where no quote is open."""
    steps: list[_Step] = [
        (_OUTSIDE, mark.nothing, None),
        (_OUTER + mark.family, mark.opening, Action.OPEN),
    ]
    if not is_single(mark.family) and mark.closing < 30:
        steps.append((_OUTSIDE, mark.closing + _MISSING_OPENER, Action.UNOPENED))
    return steps


def _waiting(opener: int, mark: Reading) -> list[_Step]:
    """Return what `mark` may be at the start of a paragraph that goes on with a quote: its opener again, also as »."""
    if is_single(opener) != is_single(mark.family):
        return []
    return [(_OUTER + opener, 0 if mark.opening < 10 else 4, Action.CONTINUE)]


def _inside(outer: int, mark: Reading) -> list[_Step]:
    """Return what `mark` may be inside a quote that a mark of family `outer` opened."""
    state, family = _OUTER + outer, mark.family
    mismatch = _MISMATCH[outer][family]
    if is_single(family):
        if is_single(outer):
            return [(_OUTSIDE, mark.closing + mismatch, Action.CLOSE), (state, mark.nothing, None)]
        if mark.closing < 1 and mark.nothing > 20:
            return [(state, 0, None), (_OUTSIDE, _WRONG_SINGLE, Action.CLOSE)]
        return [(state, 0, None)]
    if is_single(outer):
        return [(_NESTED + 8 * outer + family, mark.opening + _NESTED_OTHER, None), (state, mark.nothing, None)]
    return [
        (_OUTSIDE, mark.closing + mismatch, Action.CLOSE),
        (
            _NESTED + 8 * outer + family,
            mark.opening + (_NESTED_SAME if outer == family else _NESTED_ALIKE if mismatch < 10 else _NESTED_OTHER),
            None,
        ),
        (_OUTER + family, mark.opening + (_REOPENED if mark.fresh else _REOPENED_INSIDE), Action.REOPEN),
        (state, mark.nothing, None),
    ]


def _nested(outer: int, inner: int, mark: Reading) -> list[_Step]:
    """Return what `mark` may be inside a nested quote; a single one is left alone."""
    state, family = _NESTED + 8 * outer + inner, mark.family
    if is_single(family):
        return [(state, 0, None)]
    return [
        (_OUTER + outer, mark.closing + _MISMATCH[inner][family], None),
        (_OUTSIDE, mark.closing + _MISMATCH[outer][family] + _CLOSE_BOTH, Action.CLOSE),
        (_OUTER + family, mark.opening + _REOPENED + 15, Action.REOPEN),
        (state, mark.nothing, None),
    ]


@lru_cache(_REMEMBERED)
def _steps(state: int, token: Reading | _Gap) -> list[_Step]:
    """Return what a token may be in `state`: (next state, cost, action)."""
    return _after_break(state, token) if isinstance(token, _Gap) else _at_mark(state, token)


def _at_mark(state: int, mark: Reading) -> list[_Step]:
    """Return what `mark` may be in `state`."""
    if state == _OUTSIDE:
        return _outside(mark)
    if state >= _WAITING:
        return _waiting(state - _WAITING, mark)
    if state >= _NESTED:
        return _nested(*divmod(state - _NESTED, 8), mark)
    return _inside(state - _OUTER, mark)


class _Readings:
    """The sets of live readings met so far, with the steps between them."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[int, int], ...], _Live] = {}
        self.start = self._live({_OUTSIDE: 0})

    def _live(self, costs: dict[int, int]) -> _Live:
        """Return the one `_Live` of these costs; in this order, since the first of two equal readings wins."""
        key = tuple(costs.items())
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _Live(costs)
        return found

    def step(self, live: _Live, token: Reading | _Gap) -> tuple[_Live, tuple[tuple[int, int | None], ...]]:
        """Read a token in every live state, keep the cheapest way into each and drop what costs too much."""
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
            self.start = self._live({_OUTSIDE: 0})
        costs: dict[int, int] = {}
        ways: dict[int, tuple[int, int | None]] = {}
        for source, (state, cost) in enumerate(live.costs.items()):
            for target, price, action in _steps(state, token):
                total = cost + price
                if total < costs.get(target, _ABOVE_ALL):
                    costs[target] = total
                    ways[target] = (source, action)
        least = min(costs.values())
        kept = {state: total - least for state, total in costs.items() if total <= least + _BEAM}
        found = live.steps[token] = (self._live(kept), tuple([ways[state] for state in kept]))
        return found


_READINGS: Final = _Readings()


def cheapest(stream: Iterable[Mark | Break]) -> Iterator[tuple[Mark | Break, int]]:
    """Yield what each token that matters does in the cheapest reading, as soon as no other reading is left."""
    live = _READINGS.start
    nodes: list[_Node | None] = [None]  # how each live state was reached, in their order
    coming = iter(stream)
    following = next(coming, None)
    while following is not None:
        token, following = following, next(coming, None)
        given: Reading | _Gap
        if isinstance(token, Mark):
            given = token.reading
            if live.settled and given.opening >= NEVER:
                continue
        elif live.settled:
            continue
        else:
            follows = isinstance(following, Mark) and following.start == token.end
            given = _Gap(min(token.paragraphs, 3), token.interrupted, token.lower, follows)
        live, ways = live.steps.get(given) or _READINGS.step(live, given)
        nodes = [nodes[source] if action is None else (nodes[source], token, action) for source, action in ways]
        if live.settled:
            yield from _path(nodes[0])
            nodes = [None]
    yield from _path(nodes[0])


def _path(node: _Node | None) -> list[tuple[Mark | Break, int]]:
    """Return the steps that lead to `node`, first step first."""
    path: list[tuple[Mark | Break, int]] = []
    while node is not None:
        node, token, action = node
        path.append((token, action))
    path.reverse()
    return path
