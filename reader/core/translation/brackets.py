"""Square brackets, which a model may have no pieces for (the bundled ones lose them), are round ones while it works."""

from __future__ import annotations

import re

from reader.core.model import Span
from reader.core.translation.edits import Edit

_ROUND = {"[": "(", "]": ")"}
_SIDES = (("(", "["), (")", "]"))


def rounded(text: str) -> list[Edit]:
    """Return edits that make square brackets round."""
    return [Edit(Span(*match.span()), _ROUND[match.group()]) for match in re.finditer(r"[\[\]]", text)]


def squared(text: str, source: str) -> list[Edit]:
    """Return edits that make round brackets of a translation square again, as they stand in its source, in order.

    Where their number has changed nobody knows which is which: they become square if all of the source's were.
    """
    edits: list[Edit] = []
    if "[" not in source and "]" not in source:
        return edits
    for round_, square in _SIDES:
        wanted = [character for character in source if character in (round_, square)]
        places = [at for at, character in enumerate(text) if character in (round_, square)]
        if len(places) != len(wanted):
            wanted = [square if set(wanted) == {square} else round_] * len(places)
        edits += [
            Edit(Span(at, at + 1), square)
            for at, bracket in zip(places, wanted, strict=True)
            if bracket == square != text[at]
        ]
    return edits
