"""Pair the marks of a whole text: the cheapest reading of every mark as opener, closer, nested mark or no mark.

The reading is found over a lattice of few states (outside, inside an outer quote, inside a nested one, waiting for the
opener of a continued paragraph), token by token, so the time is linear in the text and one malformed mark costs a
little instead of turning the rest of the article inside out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from reader.core.model import Span
from reader.core.quotes.marks import (
    CURLY,
    LOW,
    NEVER,
    SINGLE_CURLY,
    SINGLE_STRAIGHT,
    STRAIGHT,
    TWIN,
    Mark,
    is_single,
)
from reader.core.quotes.tokens import Break, tokens


class Action(IntEnum):
    """What the reading does at a token."""

    OPEN = 0
    CLOSE = 1
    REOPEN = 2
    UNOPENED = 3
    BREAK_CLOSE = 4
    BREAK_CONTINUE = 5
    BREAK_RUN_ON = 6
    CONTINUE = 7


class RawQuote(NamedTuple):
    """A quoted stretch of one paragraph: span with marks, inner span, and what was missing.

    `opened` and `closed` tell whether a mark stands at that end; `continues` that it goes on with the utterance of the
    stretch before it; `spoken` that it belongs to a turn of raya dialogue.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool
    closed: bool
    continues: bool
    spoken: bool = False


_OUTSIDE: Final = 0
_OUTER: Final = 1  # + family
_NESTED: Final = 10  # + 8 * outer family + nested family
_WAITING: Final = 80  # + family

_MISSING_CLOSER: Final = 3.0
_MISSING_OPENER: Final = 3.5
_REOPENED: Final = 2.8
_REOPENED_INSIDE: Final = 4.5
_NESTED_SAME: Final = 1.5
_NESTED_ALIKE: Final = 0.8
_NESTED_OTHER: Final = 0.3
_CLOSE_BOTH: Final = 2.6
_WRONG_SINGLE: Final = 2.6
_RUN_ON: Final = 4.5
_RUN_ON_LOWER: Final = 2.0
_RUN_ON_INTERRUPTED: Final = 1.0
_CONTINUED: Final = 0.4
_BEAM: Final = 9.0
_Step = tuple[int, float, Action | None]
_Node = tuple["_Node | None", "Mark | Break", Action]
_ALIKE: Final = {
    frozenset((CURLY, STRAIGHT)): 0.6,
    frozenset((CURLY, LOW)): 0.0,
    frozenset((STRAIGHT, TWIN)): 1.0,
    frozenset((CURLY, TWIN)): 1.0,
    frozenset((STRAIGHT, LOW)): 0.6,
    frozenset((SINGLE_CURLY, SINGLE_STRAIGHT)): 0.6,
}


def _mismatch(opener: int, closer: int) -> float:
    """Return the cost of closing a quote with a mark of another family."""
    if opener == closer:
        return 0.0
    return _ALIKE.get(frozenset((opener, closer)), 1.5)


_MISMATCH: Final = [[_mismatch(opener, closer) for closer in range(8)] for opener in range(8)]


def _after_break(state: int, gap: Break, following: Mark | None) -> list[_Step]:
    """Return where a quote that is still open may go at the end of its paragraph."""
    nested = state >= _NESTED
    family = (state - _NESTED) // 8 if nested else state - _OUTER
    extra = 1.5 if nested else 0.0
    steps: list[_Step] = [(_OUTSIDE, _MISSING_CLOSER + extra + (3.0 if is_single(family) else 0.0), Action.BREAK_CLOSE)]
    if following is not None and following.start == gap.end and gap.paragraphs == 1:
        steps.append((_WAITING + family, _CONTINUED + extra, Action.BREAK_CONTINUE))
    if gap.paragraphs <= 2:
        alone = (_RUN_ON_LOWER if gap.lower else _RUN_ON) * gap.paragraphs
        cost = _RUN_ON_INTERRUPTED if gap.interrupted else alone
        steps.append((_OUTER + family, cost + extra, Action.BREAK_RUN_ON))
    return steps


def _outside(mark: Mark) -> list[_Step]:
    """Return what `mark` may be where no quote is open."""
    steps: list[_Step] = [
        (_OUTSIDE, mark.nothing, None),
        (_OUTER + mark.family, mark.opening, Action.OPEN),
    ]
    if not is_single(mark.family) and mark.closing < 3:
        steps.append((_OUTSIDE, mark.closing + _MISSING_OPENER, Action.UNOPENED))
    return steps


def _waiting(opener: int, mark: Mark) -> list[_Step]:
    """Return what `mark` may be at the start of a paragraph that goes on with a quote: its opener again, also as »."""
    if is_single(opener) != is_single(mark.family):
        return []
    return [(_OUTER + opener, 0.0 if mark.opening < 1 else 0.4, Action.CONTINUE)]


def _inside(outer: int, mark: Mark) -> list[_Step]:
    """Return what `mark` may be inside a quote that a mark of family `outer` opened."""
    state, family = _OUTER + outer, mark.family
    mismatch = _MISMATCH[outer][family]
    if is_single(family):
        if is_single(outer):
            return [(_OUTSIDE, mark.closing + mismatch, Action.CLOSE), (state, mark.nothing, None)]
        if mark.closing < 0.1 and mark.nothing > 2:
            return [(state, 0.0, None), (_OUTSIDE, _WRONG_SINGLE, Action.CLOSE)]
        return [(state, 0.0, None)]
    if is_single(outer):
        return [(_NESTED + 8 * outer + family, mark.opening + _NESTED_OTHER, None), (state, mark.nothing, None)]
    return [
        (_OUTSIDE, mark.closing + mismatch, Action.CLOSE),
        (
            _NESTED + 8 * outer + family,
            mark.opening + (_NESTED_SAME if outer == family else _NESTED_ALIKE if mismatch < 1 else _NESTED_OTHER),
            None,
        ),
        (_OUTER + family, mark.opening + (_REOPENED if mark.fresh else _REOPENED_INSIDE), Action.REOPEN),
        (state, mark.nothing, None),
    ]


def _nested(outer: int, inner: int, mark: Mark) -> list[_Step]:
    """Return what `mark` may be inside a nested quote; a single one is left alone."""
    state, family = _NESTED + 8 * outer + inner, mark.family
    if is_single(family):
        return [(state, 0.0, None)]
    return [
        (_OUTER + outer, mark.closing + _MISMATCH[inner][family], None),
        (_OUTSIDE, mark.closing + _MISMATCH[outer][family] + _CLOSE_BOTH, Action.CLOSE),
        (_OUTER + family, mark.opening + _REOPENED + 1.5, Action.REOPEN),
        (state, mark.nothing, None),
    ]


def _at_mark(state: int, mark: Mark) -> list[_Step]:
    """Return what `mark` may be in `state`: (next state, cost, action)."""
    if state == _OUTSIDE:
        return _outside(mark)
    if state >= _WAITING:
        return _waiting(state - _WAITING, mark)
    if state >= _NESTED:
        return _nested(*divmod(state - _NESTED, 8), mark)
    return _inside(state - _OUTER, mark)


def cheapest(stream: Iterable[Mark | Break]) -> Iterator[tuple[Mark | Break, Action]]:
    """Yield what each token that matters does in the cheapest reading, as soon as no other reading is left."""
    live: dict[int, tuple[float, _Node | None]] = {_OUTSIDE: (0.0, None)}
    coming = iter(stream)
    following = next(coming, None)
    while following is not None:
        token, following = following, next(coming, None)
        settled = len(live) == 1 and _OUTSIDE in live
        follower: Mark | None = None
        if isinstance(token, Break):
            if settled:
                continue
            follower = following if isinstance(following, Mark) else None
        elif settled and token.opening >= NEVER:
            continue
        after: dict[int, tuple[float, _Node | None]] = {}
        for state, (cost, node) in live.items():
            if isinstance(token, Break):
                steps = [(_OUTSIDE, 0.0, None)] if state == _OUTSIDE else _after_break(state, token, follower)
            else:
                steps = _at_mark(state, token)
            for target, price, action in steps:
                total = cost + price
                if target not in after or total < after[target][0]:
                    after[target] = (total, node if action is None else (node, token, action))
        limit = min(total for total, _ in after.values()) + _BEAM
        live = {state: kept for state, kept in after.items() if kept[0] <= limit}
        if len(live) == 1 and _OUTSIDE in live:
            yield from _path(live[_OUTSIDE][1])
            live = {_OUTSIDE: (0.0, None)}
    yield from _path(live[_OUTSIDE][1])


def _path(node: _Node | None) -> list[tuple[Mark | Break, Action]]:
    """Return the steps that lead to `node`, first step first."""
    path: list[tuple[Mark | Break, Action]] = []
    while node is not None:
        node, token, action = node
        path.append((token, action))
    path.reverse()
    return path


def pair(text: str, skip: Sequence[Span] = (), taken: Sequence[Span] = ()) -> list[RawQuote]:
    """Return the quoted stretches of `text`, one a paragraph, in order and never overlapping.

    Marks in `taken` (dialogue) are passed over; `skip` (boilerplate) is passed over as if it were not there.
    """
    found: list[RawQuote] = []
    start = inner = 0
    opened = continues = False
    for token, action in cheapest(tokens(text, skip, taken)):
        if action in (Action.OPEN, Action.CONTINUE):
            start, inner, opened, continues = token.start, token.end, True, action is Action.CONTINUE
        elif action is Action.CLOSE:
            found.append(RawQuote(start, token.end, inner, token.start, opened, True, continues))
        elif action is Action.UNOPENED:
            found.append(RawQuote(token.start, token.end, token.start, token.start, False, True, False))
        elif action is Action.REOPEN:
            found.append(RawQuote(start, token.start, inner, token.start, opened, False, continues))
            start, inner, opened, continues = token.start, token.end, True, False
        else:
            found.append(RawQuote(start, token.start, inner, token.start, opened, False, continues))
            if action is Action.BREAK_RUN_ON:
                start, inner, opened, continues = token.end, token.end, False, True
    return found
