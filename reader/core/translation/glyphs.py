"""Which characters of a text are quotation marks, and on which side of their words they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.core.model import Span

DOUBLES = frozenset('"“”„‟«»')
SINGLES = frozenset("'‘’‚‛‹›`")
GLYPHS = DOUBLES | SINGLES
"""Characters that may be quotation marks; single ones only where they pair."""
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
_BEFORE_OPENER = frozenset("([{¿¡—–―-/:,;")
_AFTER_CLOSER = frozenset(".,;:!?…)]}—–―-/")
_GLYPH = re.compile(f"[{''.join(map(re.escape, sorted(GLYPHS)))}]")
_SINGLE = re.compile(f"[{''.join(map(re.escape, sorted(SINGLES)))}]")
_ELISIONS = ("n’", "n'", "em ", "tis ", "twas ", "til ", "cause ", "bout ", "round ")


def marks_in(text: str, span: Span, holes: Sequence[Span]) -> Iterable[tuple[Span, str]]:
    """Yield the marks of `span` outside `holes` with the side they stand on: "open", "close" or "" (either)."""
    position, hole, straight = span.start, 0, 0
    singles = _single_pairs(text, span, holes)
    for match in _GLYPH.finditer(text, span.start, span.end):
        start = match.start()
        while hole < len(holes) and holes[hole].end <= start:
            hole += 1
        if start < position or (hole < len(holes) and holes[hole].start <= start):
            continue
        limit = holes[hole].start if hole < len(holes) else span.end
        glyph = text[start]
        position = end = start + 1
        if glyph in "'`’‘" and text[start : end + 1] in ("''", "``", "’’", "‘‘") and end < limit:
            position = end = start + 2
            yield Span(start, end), _side(text, span, start, end)
        elif glyph in DOUBLES:
            side = _side(text, span, start, end)
            if glyph == '"' and side != "open" and straight % 2 == 0 and text[start - 1 : start].isdigit():
                continue  # 24" is a length, not the end of a quote that nothing opened
            straight += glyph == '"'
            yield Span(start, end), side
        elif start in singles:
            yield Span(start, end), singles[start]


def _side(text: str, span: Span, start: int, end: int) -> str:
    """Tell which side a double mark stands on, by its neighbours first and its shape next."""
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    open_room = before.isspace() or before in _BEFORE_OPENER or before in GLYPHS
    close_room = after.isspace() or after in _AFTER_CLOSER or after in GLYPHS
    glyph = text[start]
    if glyph in _OPENING:
        return "close" if close_room and not open_room else "open"
    if glyph in _CLOSING:
        return "open" if open_room and not close_room else "close"
    if open_room == close_room:
        return ""
    return "open" if open_room else "close"


def _single_pairs(text: str, span: Span, holes: Sequence[Span]) -> dict[int, str]:
    """Return the single marks that pair, by position; all the others are apostrophes, feet or minutes."""
    found: dict[int, str] = {}
    opening: int | None = None
    maybe: int | None = None
    hole = 0
    for match in _SINGLE.finditer(text, span.start, span.end):
        position, glyph = match.start(), match.group()
        while hole < len(holes) and holes[hole].end <= position:
            hole += 1
        if hole < len(holes) and holes[hole].start <= position:
            continue
        before = text[position - 1] if position > span.start else " "
        after = text[position + 1] if position + 1 < span.end else " "
        if before in SINGLES or after in SINGLES:
            continue
        opens = not before.isalnum() and not after.isspace() and after not in _AFTER_CLOSER and glyph not in "’›"
        closes = not before.isspace() and not after.isalnum() and glyph not in "‹‚"
        if opens and opening is not None and maybe is not None:
            found[opening], found[maybe] = "open", "close"
            opening = maybe = None
        if opens and opening is None and not _is_elision(text, position, span.end):
            opening, maybe = position, None
        elif closes and opening is not None:
            if before in "sS" and after.isspace():
                maybe = position
                continue
            found[opening], found[position] = "open", "close"
            opening = maybe = None
    if opening is not None and maybe is not None:
        found[opening], found[maybe] = "open", "close"
    return found


def _is_elision(text: str, position: int, end: int) -> bool:
    rest = text[position + 1 : min(end, position + 8)]
    return rest[:1].isdigit() or rest.lower().startswith(_ELISIONS)
