"""Pair quotation marks: read a whole text in the way that costs least, and cut it into quoted stretches.

Every possible mark has a cost as opener, as closer and as nothing (`marks`), and `readings` finds the cheapest of all
readings, so that one malformed mark costs a little instead of turning the rest of the article inside out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.core.model import Span
from reader.core.quotes.readings import Action, cheapest
from reader.core.quotes.tokens import tokens


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


def pair(text: str, skip: Sequence[Span] = (), taken: Sequence[Span] = ()) -> list[RawQuote]:
    """Return the quoted stretches of `text`, one a paragraph, in order and never overlapping.

    Marks in `taken` (dialogue) are passed over; `skip` (boilerplate) is passed over as if it were not there.
    """
    found: list[RawQuote] = []
    start = inner = 0
    opened = continues = False
    for token, action in cheapest(tokens(text, skip, taken)):
        if action in (Action.OPEN, Action.CONTINUE):
            start, inner, opened, continues = token.start, token.end, True, action == Action.CONTINUE
        elif action == Action.CLOSE:
            found.append(RawQuote(start, token.end, inner, token.start, opened, True, continues))
        elif action == Action.UNOPENED:
            found.append(RawQuote(token.start, token.end, token.start, token.start, False, True, False))
        elif action == Action.REOPEN:
            found.append(RawQuote(start, token.start, inner, token.start, opened, False, continues))
            start, inner, opened, continues = token.start, token.end, True, False
        else:
            found.append(RawQuote(start, token.start, inner, token.start, opened, False, continues))
            if action == Action.BREAK_RUN_ON:
                start, inner, opened, continues = token.end, token.end, False, True
    return found
