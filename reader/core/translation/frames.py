"""The frame of a quote: what is asked for in its place, and the answer cut where the quotes were.

The quotes of a sentence are taken out and a stand-in takes their place: ``"X," Petro said.`` A model that has read news
returns ``"X", dijo Petro.``: the order and the inversion of the target language come with it (223 of 223 English and
38 of 39 Spanish frames of news kept the stand-in).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.model import Language, Span, Translation
from reader.core.translation.clauses import is_closed
from reader.core.translation.glyphs import GLYPHS
from reader.core.translation.marks import Pair
from reader.core.translation.ordering import reordered
from reader.core.translation.placing import Fit
from reader.core.translation.shapes import STAND_INS, STOPS, Group, Unit
from reader.core.translation.units import write_unit

_SHELL = " \t\n\r\u00a0\u2009\u202f—–―-,;:."
_STAND_IN = {
    letter: re.compile(rf"[\"“”«»„'‘’]?[ ]?\b{letter}\b[ ]?[.,]?[ ]?[\"“”«»'‘’]?[ ]?[.,]?") for letter in STAND_INS
}
_LETTER = re.compile(r"\b[A-Z]\b")
_JOINTS = " \t\n\r\u00a0,;:.—–"


def frame_unit(text: str, group: Group, inside: Sequence[Pair], language: Language) -> Unit | None:
    """Return what to ask for of a group: its sentence, or the frame of its quotes; None when no word is left of it."""
    if not group.utterances:
        return write_unit(text, group.runs, inside, 0)
    cores = [_core(text, run) for run in group.runs]
    if not any(any(c.isalnum() or c in GLYPHS for c in core.of(text)) for core in cores):
        return None
    spans = [core for core in cores if core.start < core.end]
    parts: list[tuple[str, Span]] = []
    used = {match.group() for core in cores for match in _LETTER.finditer(text, core.start, core.end)}
    letters = [letter for letter in STAND_INS if letter not in used][: len(group.utterances)]
    if len(letters) < len(group.utterances):
        letters = list(STAND_INS[: len(group.utterances)])
    last = len(group.utterances)
    for index, core in enumerate(cores):
        if index:
            parts.append((_stand_in(text, group, index, letters[index - 1], language), Span(0, 0)))
        if core.start < core.end:
            order = reordered(text, core, group.utterances[0].cue, language) if index == last == 1 else None
            for number, piece in enumerate(order or [core]):
                parts.append((" " if index and (number < 2 or piece.of(text)[:1].isalnum()) else "", piece))
            if index < last and (tail := text[core.end : group.runs[index].end].strip()[:1]) in (",", ":", ";"):
                parts.append((tail, Span(0, 0)))
    closed = is_closed(text, group.runs[-1]) or (cores[-1].start == cores[-1].end and _ends_stopped(text, group))
    bare = (
        parts[-1][0].strip() and cores[-1].start == cores[-1].end and len(parts) > 1 and parts[-2][0][-1:] in (":", ",")
    )
    if bare and last == 1:
        parts.pop()
        letters = [""]
    elif closed and cores[-1].start < cores[-1].end and text[cores[-1].end - 1] not in STOPS:
        parts.append((".", Span(0, 0)))
    unit = write_unit(text, spans, inside, 0, parts)
    unit.stand_ins = tuple(letters)
    return unit


def _ends_stopped(text: str, group: Group) -> bool:
    return group.utterances[-1].pair.last(text) in STOPS


def _stand_in(text: str, group: Group, index: int, letter: str, language: Language) -> str:
    core = _core(text, group.runs[index])
    lead = " " if group.runs[index - 1].start < group.runs[index - 1].end else ""
    if core.start == core.end:
        return f'{lead}"{letter}."' if language == "en" else f'{lead}"{letter}".'
    after = text[group.runs[index].start : group.runs[index].end].lstrip()[:1]
    inner_end = group.utterances[index - 1].pair.last(text)
    comma = after in tuple(",—–―-") or inner_end in "," + STOPS or (index == 1 and not lead)
    return (
        f'{lead}"{letter},"' if comma and language == "en" else f'{lead}"{letter}",' if comma else f'{lead}"{letter}"'
    )


def _core(text: str, run: Span) -> Span:
    """Return a run without the punctuation and dashes that join it to its quotes."""
    start, end = run
    while start < end and (text[start] in _SHELL or text[start] in STOPS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in " \t\n\r\u00a0—–―-,;:" or text[end - 1].isspace()):
        end -= 1
    if end - 2 > start and text[end - 1] in STOPS and text[end - 2] in "—–-":
        end -= 2  # the stop after a closing raya: "—dijo—."
    if end > start and text[end - 1] == "." and end < run.end:
        end -= 1  # and the one before it: "—dijo.—"
    return Span(start, end)


def fit_frame(unit: Unit, translation: Translation, group: Group) -> Fit:
    """Return a translated frame in parts, one more than the group has quotes; parts may be empty.

    Where the translation lost a stand-in its words stay on the side of the quote on which the author had most.
    """
    text = translation.text
    parts: list[Span] = []
    blanks: list[Span] = []
    position = 0
    for number, letter in enumerate(unit.stand_ins):
        match = _STAND_IN[letter].search(text, position) if letter else None
        if match is not None:
            parts.append(_trimmed(text, position, match.start()))
            blanks.append(Span(*match.span()))
            position = match.end()
        elif letter and not _leads(group, number):
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
