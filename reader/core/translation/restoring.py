"""A model's raw output made fit to print: stand-ins replaced, capitals and stops as in the source, links carried."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.core.model import Language, Span, Translation
from reader.core.translation.brackets import squared
from reader.core.translation.casing import STAND_IN, first_letter
from reader.core.translation.edits import Edit, Edited
from reader.core.translation.masks import Masked
from reader.core.translation.numerals import in_english

_STOPS = ".?!…"
_CLOSERS = "\"'”’»)]"
_SPACE_BEFORE = re.compile(r"(?<=\w)\s+(?=[,.;:!?…](?:\s|$))")
_UNKNOWN = re.compile(r"\s*(?:⁇|<unk>|\ufffd)+")

Links = Sequence[tuple[Span, Span]]


def restore(translation: Translation, masked: Masked, target: Language) -> Translation:
    """Return `translation` as the translation of the text that was masked.

    Each stand-in appears once: extra ones go, a lost one is put next to the translation of its neighbour. Links count
    in the original and the new text.
    """
    links = [(masked.edited.back(source), place) for source, place in translation.links]
    text = translation.text
    for step in (_tidy, _unmask):  # in this order: what was masked is not to be tidied
        edited = Edited(text, step(text, masked, links, target))
        links = [(source, edited.forward(place)) for source, place in links]
        text = edited.text
    if masked.caps:
        text = "".join(character.upper() if len(character.upper()) == 1 else character for character in text)
    shift = len(masked.lead)
    shifted = tuple((source, Span(place.start + shift, place.end + shift)) for source, place in links)
    kept = tuple(link for link in shifted if link[1].start < link[1].end and link[0].start < link[0].end)
    return replace(translation, text=masked.lead + text + masked.tail, links=kept)


def _unmask(text: str, masked: Masked, links: Links, target: Language) -> list[Edit]:
    """Return the edits that put the masked pieces back."""
    kept = {key: in_english(piece) for key, piece in masked.kept.items()} if target == "en" else masked.kept
    edits: list[Edit] = []
    seen: set[str] = set()
    for match in STAND_IN.finditer(text):
        key = f"X{match[1]}"
        if key in seen:
            edits.append(Edit(Span(match.start() - (text[match.start() - 1 : match.start()] == " "), match.end()), ""))
        elif key in kept:
            seen.add(key)
            edits.append(Edit(Span(*match.span()), kept[key]))
    for match in STAND_IN.finditer(masked.text):
        key = match.group()
        if key in kept and key not in seen:
            edits.append(_put_back(text, masked, links, Span(*match.span()), kept[key]))
    return edits


def _put_back(text: str, masked: Masked, links: Links, lost: Span, piece: str) -> Edit:
    """Return the edit that prints a lost piece after the translation of the nearest linked word before it."""
    here = masked.edited.back(lost)
    before = [(source.end, place.end) for source, place in links if source.end <= here.start]
    at = max(before)[1] if before else 0
    if not before and here.start:
        at = len(text.rstrip(_STOPS + _CLOSERS))
    return Edit(Span(at, at), f" {piece}" if at else f"{piece} ")


def _tidy(text: str, masked: Masked, _links: Links, target: Language) -> list[Edit]:
    """Return the edits that give the text the source's final stop, its capital, and the target's question marks."""
    edits = [Edit(Span(*match.span()), "") for match in _SPACE_BEFORE.finditer(text)]
    edits += [Edit(Span(*match.span()), "") for match in _UNKNOWN.finditer(text)]
    source = masked.text.strip()
    body = source.rstrip(_CLOSERS)
    end = len(text.rstrip(_CLOSERS + " "))
    if text[end - 1 : end].isdigit() and text[end : end + 1] in ("'", '"'):
        end += 1  # feet and inches, not the end of a quote
    final, wanted = text[end - 1 : end], body[-1:]
    if not source or not end:
        return edits
    if wanted in tuple("?!") and final != wanted and final not in tuple("?!"):
        edits.append(Edit(Span(end - (final in tuple(".,;")), end), wanted))
    elif wanted == "." and final not in tuple(_STOPS) and body[-3:] != "...":
        edits.append(Edit(Span(end - (final in tuple(",;:")), end), "."))
    elif wanted not in tuple(_STOPS) and final == "." and not _abbreviation(text, end):
        edits.append(Edit(Span(end - 1, end), ""))
    written = source if STAND_IN.match(source) else masked.original[len(masked.lead) :]
    edits += _opening_marks(text, wanted, target) + first_letter(text, written) + squared(text, masked.original)
    return edits


def _abbreviation(text: str, end: int) -> bool:
    return re.search(r"(?:\b\w{1,2}|\bU\.S|\.\.)\.$", text[:end][-8:]) is not None


def _opening_marks(text: str, wanted: str, target: Language) -> list[Edit]:
    """Return the edits that open a Spanish question, or that close no English one with ¿."""
    if target == "en":
        return [Edit(Span(match.start(), match.end()), "") for match in re.finditer("[¿¡]", text)]
    opener = {"?": "¿", "!": "¡"}.get(wanted)
    if target != "es" or opener is None or "¿" in text or "¡" in text:
        return []
    start = len(text) - len(text.lstrip(_CLOSERS + "“‘«([ "))
    return [Edit(Span(start, start), opener)]
