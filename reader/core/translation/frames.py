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
_NOTHING = Span(0, 0)
_MARKS = "".join(GLYPHS)
_JOINTS = " \t\n\r\u00a0,;:.—–"


def frame_unit(text: str, group: Group, inside: Sequence[Pair], language: Language) -> Unit | None:
    """Return what to ask for of a group: its sentence, or the frame of its quotes; None when no word is left of it."""
    if not group.utterances:
        return write_unit(text, group.runs, inside, 0)
    cores = [_core(text, run) for run in group.runs]
    if not any(any(c.isalnum() or c in GLYPHS for c in core.of(text)) for core in cores):
        return None
    letters = _free_letters(text, cores, len(group.utterances))
    parts = _parts(text, group, cores, letters, language)
    final = cores[-1].of(text)
    if len(letters) == 1 and not final and parts[-2][0] in (":", ","):
        parts, letters = parts[:-1], [""]  # "Trump said:" needs no stand-in
    elif final and is_closed(text, group.runs[-1]) and final.rstrip(_MARKS)[-1:] not in tuple(STOPS):
        parts.append((".", _NOTHING))
    unit = write_unit(text, [core for core in cores if core.start < core.end], inside, 0, parts)
    unit.stand_ins = tuple(letters)
    return unit


def _free_letters(text: str, cores: Sequence[Span], count: int) -> list[str]:
    """Return stand-ins that are no words of the frame, as long as there are any."""
    used = {match.group() for core in cores for match in _LETTER.finditer(text, core.start, core.end)}
    free = [letter for letter in STAND_INS if letter not in used]
    return (free if len(free) >= count else list(STAND_INS))[:count]


def _parts(
    text: str, group: Group, cores: Sequence[Span], letters: Sequence[str], language: Language
) -> list[tuple[str, Span]]:
    """Return what a frame is written of: made-up characters, and stretches of the article."""
    parts: list[tuple[str, Span]] = []
    for index, core in enumerate(cores):
        if index:
            parts.append((_stand_in(text, group, index, letters[index - 1], language), _NOTHING))
        if core.start == core.end:
            continue
        cue = group.utterances[0].cue if index == len(letters) == 1 else None
        for number, piece in enumerate(reordered(text, core, cue, language) or [core]):
            parts.append((" " if index and (number < 2 or piece.of(text)[:1].isalnum()) else "", piece))
        tail = text[core.end : group.runs[index].end].strip()[:1]
        if index < len(letters) and tail and tail in ",:;":
            parts.append((tail, _NOTHING))
    return parts


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
