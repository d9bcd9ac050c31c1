"""The shape of a block between planning and putting together: groups, utterances, units, marked stretches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.core.model import SegmentRole, Span
from reader.core.translation.marks import Pair

STAND_INS = "XZWVKQ"
"""Letters that stand for the quotes taken out of a frame; those that are words of the frame are passed over."""

MOST_QUOTES = 4
"""Quotes in one sentence; one with more is asked for in two."""

STOPS = ".?!…"
"""What ends a sentence."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A marked stretch of a unit's text, or the part of it that falls into the unit.

    `opens` and `closes` tell whether its first and last mark are here; `depth` counts the marks around it.
    """

    start: int
    end: int
    depth: int
    opens: bool
    closes: bool
    quote: int | None


@dataclass(slots=True)
class Unit:
    """One segment to be: its text as asked, where each character comes from, and the marks taken out of it.

    `origins` gives the article offset of every character, -1 for what the author did not write. `stand_ins` are the
    letters in a frame's text that stand for its quotes, "" for a quote at its end that needs none. `foreign` marks
    the words of a quote that was made in the other language and needs no translation.
    """

    text: str
    origins: list[int]
    spans: tuple[Span, ...]
    role: SegmentRole
    quote: int | None = None
    placed: list[Placed] = field(default_factory=list)
    stand_ins: tuple[str, ...] = ()
    foreign: bool = False

    @property
    def is_asked(self) -> bool:
        """Tell whether there is anything to translate: a letter or digit of the author's, not in the target yet."""
        return not self.foreign and any(
            character.isalnum() and at >= 0 for character, at in zip(self.text, self.origins, strict=True)
        )


@dataclass(slots=True)
class Utterance:
    """A full-clause quote of a group: its marks, the sentences in it, the white space between them."""

    pair: Pair
    units: list[Unit]
    gaps: list[str]
    cue: Span | None = None


@dataclass(slots=True)
class Group:
    """A sentence: the white space before it, the runs of its frame around its quotes, the frame as asked for."""

    gap: str
    runs: list[Span]
    utterances: list[Utterance]
    frame: Unit | None = None

    def units(self) -> Iterator[Unit]:
        """Yield the frame's and the quotes' units in the order in which they start."""
        own = [unit for utterance in self.utterances for unit in utterance.units]
        if self.frame is None:
            yield from own
        elif own and own[0].spans[0] < self.frame.spans[0]:
            yield from (*own, self.frame)
        else:
            yield from (self.frame, *own)
