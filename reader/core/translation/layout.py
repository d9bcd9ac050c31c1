"""A block as a row of groups: sentences, with the quotes that are translated on their own taken out of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.core.model import Language, Quote, SegmentRole, Span
from reader.core.text import sentence_spans
from reader.core.translation.clauses import full_clauses, grouped
from reader.core.translation.frames import frame_unit
from reader.core.translation.marks import Pair, pairs
from reader.core.translation.shapes import STOPS, Group, Unit, Utterance
from reader.core.translation.units import write_unit


def block_groups(text: str, block: Span, quotes: Iterable[Quote], language: Language) -> list[Group]:
    """Return the groups of one block of an article, in order; together they cover all but white space."""
    forest = pairs(text, block, quotes)
    cues = {quote.index: quote.cue for quote in quotes if quote.cue is not None}
    full = full_clauses(text, block, forest, language)
    groups: list[Group] = []
    previous: Span | None = None
    for runs, own in grouped(text, block, full, cues, language):
        start = min([run.start for run in runs if run.start < run.end] + [pair.span.start for pair in own])
        gap = text[previous.end if previous else block.start : start]
        group = Group(gap, runs, [_utterance(text, pair, cues, language) for pair in own])
        inside = [pair for pair in forest if not any(pair is other for other in own)]
        group.frame = frame_unit(text, group, inside, language)
        groups.append(group)
        end = max([run.end for run in runs if run.start < run.end] + [pair.span.end for pair in own])
        previous = Span(start, end)
    return groups


def _utterance(text: str, pair: Pair, cues: dict[int, Span], language: Language) -> Utterance:
    sentences = sentence_spans(text, pair.inner, language) or [pair.inner]
    units: list[Unit] = []
    gaps = [""] * len(sentences)
    for index, sentence in enumerate(sentences):
        if index:
            gaps[index] = text[sentences[index - 1].end : sentence.start]
        unit = write_unit(text, [sentence], pair.children, 1 if pair.opens(text) != "raya" else 0)
        unit.role, unit.quote = SegmentRole.QUOTE, pair.quote
        if index == len(sentences) - 1:
            _end_sentence(unit)
        units.append(unit)
    return Utterance(pair, units, gaps, cues.get(pair.quote) if pair.quote is not None else None)


def _end_sentence(unit: Unit) -> None:
    """Give a quote that a comma cut off the stop it would have alone; a few words are left bare."""
    bare = unit.text.rstrip(" ,;:—–―-")
    if not bare or len(bare) == len(unit.text):
        return
    stop = "." if bare[:1].isupper() and bare.count(" ") > 2 and bare[-1] not in STOPS else ""
    unit.origins = unit.origins[: len(bare)] + [-1] * len(stop)
    end = len(bare)
    unit.placed = [replace(one, start=min(one.start, end), end=min(one.end, end)) for one in unit.placed]
    unit.text = bare + stop
