"""Cut the turns of raya dialogue into what is said and what the narrator says in between (the inciso).

"—Capitán —le dijo—, esa orden nos despedaza." is two pieces of one utterance. A dash inside a turn opens an inciso
when narration follows it; a pair of dashes round a remark ("—Las cosas —como ves— cambian") stays part of the speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from reader.core.model import Language, Span
from reader.core.quotes.turns import Lead, leads, narrates

_DASH: Final = re.compile(r"[—–―‒]|--|(?<=[\s.!?…,])-(?=\w)|(?<=[\w.!?…,])-(?=[\s,.;:]|$)")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…][\"”»’')\]]{0,2}[ \u00a0]*$")
_PADDING: Final = " \t\r\u00a0\u200b"
_AFTER_INCISO: Final = _PADDING + ",.;:"
_CONTINUED: Final = re.compile(r"[ \t]*»(?=[\"“¿¡(\w])")


class Piece(NamedTuple):
    """What is said in one stretch: span with its opening dash, inner span, whether it goes on with the piece before."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    continues: bool


def dialogue(text: str, language: Language, skip: Sequence[Span] = ()) -> list[Piece]:
    """Return the spoken pieces of all turns of dialogue in `text`, in order and never overlapping."""
    pieces: list[Piece] = []
    stop = 0
    for lead in leads(text, language, skip):
        if lead.start < stop:
            continue
        pieces.extend(_turn(text, lead, language))
        stop = lead.stop
        while following := _CONTINUED.match(text, _next_line(text, stop)):
            end = text.find("\n", following.end())
            stop = len(text) if end < 0 else end
            pieces.extend(_turn(text, Lead(following.end() - 1, following.end(), stop), language, continues=True))
    return pieces


def _next_line(text: str, stop: int) -> int:
    """Return where the next paragraph that is not empty starts."""
    while stop < len(text) and text[stop] in "\r\n":
        stop += 1
    return stop


def _turn(text: str, lead: Lead, language: Language, *, continues: bool = False) -> list[Piece]:
    """Return the spoken pieces of one turn."""
    pieces: list[Piece] = []
    start, inner = lead.start, lead.end
    speaking = True
    dashes = [match.span() for match in _DASH.finditer(text, lead.end, lead.stop)]
    index = 0

    def speak(end: int) -> None:
        """Keep the stretch that ends at `end` when something is said in it."""
        nonlocal continues
        last = end
        while last > inner and text[last - 1] in _PADDING:
            last -= 1
        if any(character.isalnum() for character in text[inner:last]):
            pieces.append(Piece(start, last, inner, last, continues))
            continues = True

    while index < len(dashes):
        dash, after = dashes[index]
        following = dashes[index + 1] if index + 1 < len(dashes) else None
        if speaking:
            role = _role(text, lead, Span(dash, after), following, language)
            if role == "remark":
                index += 2
                continue
            if role == "part":
                index += 1
                continue
            speak(dash)
            if role == "turn":
                start, inner, continues = dash, after, False
            else:
                speaking = False
        else:
            opens = _opens(text, dash, after)
            if opens and following and text[after].islower() and not _ENDS_SENTENCE.search(text[dash - 4 : dash]):
                index += 2
                continue
            start = after
            while start < lead.stop and text[start] in _AFTER_INCISO:
                start += 1
            inner = start
            speaking = True
        index += 1
    if speaking:
        speak(lead.stop)
    return pieces


def _opens(text: str, dash: int, after: int) -> bool:
    """Tell whether the dash has space before it and a word right after it."""
    return text[dash - 1] in _PADDING and after < len(text) and not text[after].isspace() and text[after] not in ",.;:"


def _closes(text: str, dash: int, after: int, stop: int) -> bool:
    """Tell whether the dash has a word right before it and space or punctuation after it."""
    return text[dash - 1] not in _PADDING and (after >= stop or text[after] in _AFTER_INCISO + "!?")


def _role(text: str, lead: Lead, place: Span, following: tuple[int, int] | None, language: Language) -> str:
    """Return what a dash inside speech does: "inciso", "turn" (someone else answers), "remark" or "part" of a word."""
    (dash, after), stop = place, lead.stop
    glued = text[dash - 1] not in _PADDING and after < stop and text[after] not in _PADDING
    if glued and text[dash:after] not in ("—", "―", "--"):
        return "part"
    content = text[after : min(stop, after + 80)].lstrip(_PADDING)
    if not content or narrates(content, language):
        return "inciso"
    ended = _ENDS_SENTENCE.search(text[max(lead.end, dash - 6) : dash]) is not None
    if glued and not (ended and (content[0].isupper() or content[0] in "¿¡")):
        return "part"
    closed = following is not None and _closes(text, *following, stop)
    if ended:
        return "inciso" if closed or content[0].islower() else "turn"
    if closed and following is not None:
        after_close = text[following[1] : following[1] + 1]
        return "inciso" if after_close == "." else "remark"
    return "inciso" if content[0].islower() and _opens(text, dash, after) else "part"
