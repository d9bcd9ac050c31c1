"""Pair the marks of a whole text: the cheapest reading of every mark as opener, closer, nested mark or no mark.

The reading is found over a lattice of few states (outside, inside an outer quote, inside a nested one, waiting for the
opener of a continued paragraph), token by token, so the time is linear in the text and one malformed mark costs a
little instead of turning the rest of the article inside out.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from reader.core.model import Span
from reader.core.quotes.marks import (
    CURLY,
    FAMILIES,
    LOW,
    NEVER,
    SINGLE_CURLY,
    SINGLE_STRAIGHT,
    STRAIGHT,
    TOKEN,
    TWIN,
    Mark,
    double_mark,
    is_single,
    single_mark,
)


class Break(NamedTuple):
    """The gap between two marks in different paragraphs.

    `start` is the end of the first paragraph, `end` the start of the last. `count` is the number of paragraph breaks in
    the gap, boilerplate aside; `interrupted` tells whether boilerplate stands in it; `lower` whether the last paragraph
    starts in lower case.
    """

    start: int
    end: int
    count: int
    interrupted: bool
    lower: bool


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
    stretch before it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool
    closed: bool
    continues: bool


_OUTSIDE: Final = 0
_OUTER: Final = 1  # + family
_NESTED: Final = 10  # + 8 * outer family + nested family
_WAITING: Final = 80  # + family

_MISSING_CLOSER: Final = 3.0
_MISSING_OPENER: Final = 3.5
_REOPENED: Final = 2.8
_NESTED_SAME: Final = 1.5
_NESTED_OTHER: Final = 0.3
_CLOSE_BOTH: Final = 2.0
_RUN_ON: Final = 4.5
_RUN_ON_LOWER: Final = 2.0
_RUN_ON_INTERRUPTED: Final = 1.0
_CONTINUED: Final = 0.4
_BEAM: Final = 9.0

_Node = tuple["_Node | None", int, Action]
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


def tokens(text: str, skip: Sequence[Span] = ()) -> list[Mark | Break]:
    """Return the possible marks of `text` and the gaps between its paragraphs, leaving out what lies in `skip`."""
    found: list[Mark | Break] = []
    passed = breaks = blocks = 0
    gap_start = gap_end = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        while passed < len(skip) and skip[passed].end <= start:
            blocks += 1
            passed += 1
        if passed < len(skip) and skip[passed].start <= start:
            continue
        first = text[start]
        if first.isspace():
            if not breaks:
                gap_start, blocks = start, 0
            breaks += 1
            gap_end = end
            continue
        if breaks:
            found.append(Break(gap_start, gap_end, max(1, breaks - blocks), blocks > 0, text[gap_end].islower()))
            breaks = 0
        if end - start == 1 and is_single(FAMILIES[first]):
            found.append(single_mark(text, start, end))
        else:
            found.append(double_mark(text, start, end))
    found.append(Break(len(text) if not breaks else gap_start, len(text), 9, False, False))
    return found


_Step = tuple[int, float, Action | None]


def _after_break(state: int, gap: Break, following: Mark | None) -> list[_Step]:
    """Return where a quote that is still open may go at the end of its paragraph."""
    nested = state >= _NESTED
    family = (state - _NESTED) // 8 if nested else state - _OUTER
    extra = 1.5 if nested else 0.0
    steps: list[_Step] = [(_OUTSIDE, _MISSING_CLOSER + extra + (3.0 if is_single(family) else 0.0), Action.BREAK_CLOSE)]
    if following is not None and following.start == gap.end and gap.count == 1:
        steps.append((_WAITING + family, _CONTINUED + extra, Action.BREAK_CONTINUE))
    if gap.count <= 2:
        if gap.interrupted:
            cost = _RUN_ON_INTERRUPTED
        else:
            cost = (_RUN_ON_LOWER if gap.lower else _RUN_ON) * gap.count
        steps.append((_OUTER + family, cost + extra, Action.BREAK_RUN_ON))
    return steps


def _at_mark(state: int, mark: Mark) -> list[_Step]:
    """Return what `mark` may be in `state`: (next state, cost, action)."""
    family = mark.family
    single = is_single(family)
    if state == _OUTSIDE:
        steps: list[_Step] = [
            (_OUTSIDE, mark.nothing, None),
            (_OUTER + family, mark.opening, Action.OPEN),
        ]
        if not single and mark.closing < 3:
            steps.append((_OUTSIDE, mark.closing + _MISSING_OPENER, Action.UNOPENED))
        return steps
    if state >= _WAITING:
        opener = state - _WAITING
        if is_single(opener) != single:
            return []
        return [(_OUTER + opener, 0.0 if mark.opening < 1 else 0.4, Action.CONTINUE)]
    if state >= _NESTED:
        outer, inner = divmod(state - _NESTED, 8)
        if single:
            return [(state, 0.0, None)]
        return [
            (_OUTER + outer, mark.closing + _MISMATCH[inner][family], None),
            (_OUTSIDE, mark.closing + _MISMATCH[outer][family] + _CLOSE_BOTH, Action.CLOSE),
            (_OUTER + family, mark.opening + _REOPENED + 1.5, Action.REOPEN),
            (state, mark.nothing, None),
        ]
    outer = state - _OUTER
    if single:
        if not is_single(outer):
            if mark.closing < 0.1 and mark.nothing > 2:
                return [(state, 0.0, None), (_OUTSIDE, 2.6, Action.CLOSE)]
            return [(state, 0.0, None)]
        return [(_OUTSIDE, mark.closing + _MISMATCH[outer][family], Action.CLOSE), (state, mark.nothing, None)]
    if is_single(outer):
        return [(_NESTED + 8 * outer + family, mark.opening + _NESTED_OTHER, None), (state, mark.nothing, None)]
    nested = _NESTED_SAME if _MISMATCH[outer][family] < 1 else _NESTED_OTHER
    return [
        (_OUTSIDE, mark.closing + _MISMATCH[outer][family], Action.CLOSE),
        (_NESTED + 8 * outer + family, mark.opening + nested, None),
        (_OUTER + family, mark.opening + _REOPENED, Action.REOPEN),
        (state, mark.nothing, None),
    ]


def cheapest(stream: Sequence[Mark | Break]) -> list[tuple[int, Action]]:
    """Return what each token that matters does, as (index into `stream`, action), in the cheapest reading."""
    live: dict[int, tuple[float, _Node | None]] = {_OUTSIDE: (0.0, None)}
    last = len(stream) - 1
    for index, token in enumerate(stream):
        if isinstance(token, Break):
            if len(live) == 1 and _OUTSIDE in live:
                continue
            following = stream[index + 1] if index < last else None
            follower = following if isinstance(following, Mark) else None
        elif token.opening >= NEVER and len(live) == 1 and _OUTSIDE in live:
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
                    after[target] = (total, node if action is None else (node, index, action))
        limit = min(total for total, _ in after.values()) + _BEAM
        live = {state: kept for state, kept in after.items() if kept[0] <= limit}
    node = live[_OUTSIDE][1]
    path: list[tuple[int, Action]] = []
    while node is not None:
        node, index, action = node
        path.append((index, action))
    path.reverse()
    return path


def pair(text: str, skip: Sequence[Span] = ()) -> list[RawQuote]:
    """Return the quoted stretches of `text`, one a paragraph, in order and never overlapping."""
    stream = tokens(text, skip)
    found: list[RawQuote] = []
    start = inner = 0
    opened = continues = False
    for index, action in cheapest(stream):
        token = stream[index]
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
