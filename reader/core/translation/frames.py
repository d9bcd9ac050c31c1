"""A translated frame cut at the stand-ins of its quotes: ``"X", dijo Petro.`` gives "" and ``dijo Petro.``."""

from __future__ import annotations

import re

from reader.core.model import Span, Translation
from reader.core.translation.layout import STAND_INS, Group, Unit
from reader.core.translation.placing import Fit

_STAND_IN = {
    letter: re.compile(rf"[\"“”«»„'‘’]?[ ]?\b{letter}\b[ ]?[.,]?[ ]?[\"“”«»'‘’]?[ ]?[.,]?") for letter in STAND_INS
}
_JOINTS = " \t\n\r\u00a0,;:.—–"


def fit_frame(unit: Unit, translation: Translation, group: Group) -> Fit:
    """Return a translated frame in parts, one more than the group has quotes; parts may be empty.

    Where the translation lost a stand-in its words stay on the side of the quote on which the author had most.
    """
    count = len(group.utterances)
    text = translation.text
    parts: list[Span] = []
    blanks: list[Span] = []
    position = 0
    asked = [letter for letter in STAND_INS[:count] if f'"{letter}' in unit.text]
    for number, letter in enumerate(STAND_INS[:count]):
        match = _STAND_IN[letter].search(text, position) if letter in asked else None
        if match is not None:
            parts.append(_trimmed(text, position, match.start()))
            blanks.append(Span(*match.span()))
            position = match.end()
        elif letter in asked and not _leads(group, number):
            parts.append(Span(position, position))
        else:
            parts.append(_trimmed(text, position, len(text)))
            position = len(text)
    parts.append(_after(text, position))
    return Fit(unit, translation, parts, blanks)


def _leads(group: Group, number: int) -> bool:
    """Tell whether the author wrote words before quote `number` and none after it."""
    before, after = group.runs[number], group.runs[number + 1]
    return before.end - before.start > after.end - after.start


def _trimmed(text: str, start: int, end: int) -> Span:
    start = min(_after(text, start).start, end)
    while end > start and text[end - 1] in _JOINTS:
        end -= 1
    return Span(start, end)


def _after(text: str, start: int) -> Span:
    while start < len(text) and text[start] in _JOINTS:
        start += 1
    return Span(start, len(text))
