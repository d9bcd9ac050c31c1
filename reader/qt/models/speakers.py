"""Who speaks in an article, in order of appearance, with how often; and the hue each keeps in every view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.model import Quote, QuoteKind

UNSURE = 0.5
"""Confidence in the speaker below which the name is shown with a question mark."""


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """One speaker: the name shown ("" for nobody known), the number of the hue, the quotes, and how many utterances.

    `unsure` tells whether all are guesses.
    """

    name: str
    hue: int | None
    quotes: tuple[int, ...]
    utterances: int
    unsure: bool = False


def speaker_name(quote: Quote) -> str:
    """Return the name a quote is listed under, "" when nobody is known."""
    return quote.speaker.name if quote.speaker is not None else ""


def is_unsure(quote: Quote) -> bool:
    """Tell whether the speaker is a guess that deserves a question mark."""
    return quote.speaker is not None and quote.confidence < UNSURE


def is_said(quote: Quote) -> bool:
    """Tell whether somebody's words stand between the marks: what is tinted, carded and walked through."""
    return quote.kind is not QuoteKind.NON_SPEECH


def speakers(quotes: Sequence[Quote]) -> tuple[SpeakerEntry, ...]:
    """List the speakers in order of appearance; quotes of nobody known come last."""
    by_name: dict[str, list[int]] = {}
    said: dict[str, set[int]] = {}
    sure: set[str] = set()
    for quote in quotes:
        if is_said(quote):
            name = speaker_name(quote)
            by_name.setdefault(name, []).append(quote.index)
            said.setdefault(name, set()).add(quote.utterance)
            if name not in sure and not is_unsure(quote):
                sure.add(name)
    nobody = by_name.pop("", None)
    numbered = enumerate(by_name.items())
    found = [
        SpeakerEntry(name, hue, tuple(indices), len(said[name]), name not in sure) for hue, (name, indices) in numbered
    ]
    if nobody:
        found.append(SpeakerEntry("", None, tuple(nobody), len(said[""])))
    return tuple(found)


def hues(entries: Sequence[SpeakerEntry]) -> dict[int, int]:
    """Map each quote's index to its speaker's hue; quotes of nobody known have none."""
    return {index: entry.hue for entry in entries for index in entry.quotes if entry.hue is not None}
