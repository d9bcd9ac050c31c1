"""The punctuation between a quote and its frame, in the target's style.

Spanish puts every stop after the closing mark, also after ? ! … (RAE, Ortografía 2010, 3.4.8.2); English puts the full
stop and the comma of a speech before it and leaves them out after ? ! …. Dialogue with raya has no closing mark: its
rayas, spaces and stops are the author's in both languages.
"""

from __future__ import annotations

from reader.core.model import Language
from reader.core.translation.shapes import STOPS, Group

_DASHES = ("—", "–", "―")
_SHELL = " \t\n\r\u00a0—–―-,;:."


def is_bare(text: str, group: Group, number: int) -> bool:
    """Tell whether quote `number` (from 0) has no marks around it: raya dialogue, or what goes on with it."""
    pair = group.utterances[number].pair
    return pair.opens(text) == "raya" or not (pair.opens(text) or pair.closes(text))


def before_quote(text: str, group: Group, number: int, target: Language, *, more: bool) -> str:
    """Return what joins the frame's words before quote `number` to it; `more` when words follow the quote.

    A comma before a speech becomes a colon in Spanish, unless the quote goes on with one.
    """
    pair, run = group.utterances[number].pair, group.runs[number]
    piece = text[run.start : pair.span.start]
    if is_bare(text, group, number):
        return piece[len(piece.rstrip(_SHELL)) :]
    tail = piece.rstrip()[-1:]
    if tail in _DASHES:
        return f" {tail} " if piece[-1:].isspace() else f" {tail}"
    if tail not in (",", ":", ";"):
        return " "
    speech = tail == "," and target == "es" and number == 0 and not more
    return ": " if speech and not pair.inner.of(text)[:1].islower() else f"{tail} "


def after_quote(
    text: str, group: Group, number: int, target: Language, *, leads: bool, more: bool, asks: bool
) -> tuple[str, str]:
    """Return what goes before and after the closing mark of quote `number`.

    `leads` when no words of the frame stand before the quote, `more` when some follow it, `asks` when the translated
    quote ends with ? ! or ….
    """
    pair, run = group.utterances[number].pair, group.runs[number + 1]
    if is_bare(text, group, number):
        return _as_written(text, group, number, more, asks)
    outer = text[pair.span.end : max(run.end, pair.span.end)].lstrip()[:1]
    english = target == "en"
    cut = _cut_off(pair.inner.of(text))
    asks = asks or bool(cut)
    soft = cut if asks else ","
    if not pair.closes(text) and not more:
        return cut or ("." if pair.last(text) == "." and not asks else ""), ""
    if more:
        inside, outside = _to_words(pair.last(text), outer, leads=leads, comma=soft if english else None)
        return inside or cut, outside
    if outer and outer in ";:?!…":
        return cut, outer
    last = pair.last(text)
    if outer == "," or (last == "," and number + 1 < len(group.utterances)):
        stop = ","
    else:
        stop = "." if last in STOPS or (outer and outer in STOPS) else ""
    return (cut if asks else stop, "") if english else (cut, stop)


def _cut_off(inner: str) -> str:
    """Return the dash with which a speaker is interrupted, "" without one."""
    said = inner.rstrip(". ")
    words = said.rstrip(" —–―")
    return said[len(words) :] if said[-1:] in _DASHES else ""


def _to_words(last: str, outer: str, *, leads: bool, comma: str | None) -> tuple[str, str]:
    """Return the stops between a quote and the words after it; `comma` is English's, None in Spanish."""
    if outer and outer in _DASHES:
        return "", f" {outer} "
    if outer and outer in ";:":
        return "", f"{outer} "
    if outer == "(" or not (last in "," + STOPS or outer == "," or leads):
        return "", " "
    return ("", ", ") if comma is None else (comma, " ")


def _as_written(text: str, group: Group, number: int, more: bool, asks: bool) -> tuple[str, str]:
    pair, run = group.utterances[number].pair, group.runs[number + 1]
    inner = pair.inner.of(text)
    inside = inner[len(inner.rstrip(",;:.")) :]
    if asks:
        inside = inside.lstrip(".")
    piece = text[pair.span.end : max(run.end, pair.span.end)]
    return inside, piece[: len(piece) - len(piece.lstrip(_SHELL))] if more or not piece.strip(_SHELL) else ""


def final_shell(text: str, group: Group) -> str | None:
    """Return the author's rayas and stops after the last words of a frame around raya dialogue, None for others."""
    last = len(group.utterances) - 1
    if not is_bare(text, group, last):
        return None
    piece = group.runs[-1].of(text)
    return piece[len(piece.rstrip(" —–―-,;:.…?!")) :]
