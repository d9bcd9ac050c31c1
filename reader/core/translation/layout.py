"""A block as a row of groups: sentences, with the quotes that are translated on their own taken out of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from reader.core.model import Language, Quote, SegmentRole, Span, other_language
from reader.core.text import sentence_spans
from reader.core.translation.checks import is_in
from reader.core.translation.clauses import full_clauses, grouped
from reader.core.translation.frames import frame_unit
from reader.core.translation.labels import label_end
from reader.core.translation.marks import Pair, pairs
from reader.core.translation.shapes import STOPS, Group, Unit, Utterance
from reader.core.translation.units import write_unit


def block_groups(text: str, block: Span, quotes: Iterable[Quote], language: Language) -> list[Group]:
    """Return the groups of one block of an article, in order; together they cover all but white space."""
    known = list(quotes)
    start_of_block = block.start
    label = label_end(text, block)
    quoted = min((quote.span.start for quote in known if quote.span.end > block.start), default=block.end)
    block = Span(label if label <= quoted else block.start, block.end)
    forest = pairs(text, block, known)
    starts, ends = [pair.span.start for pair in forest], [pair.span.end for pair in forest]
    cues = {quote.index: quote.cue for quote in known if quote.cue is not None}
    full = full_clauses(text, block, forest, language)
    groups: list[Group] = []
    position = start_of_block
    for runs, own in grouped(text, block, full, cues, language):
        stretches = [run for run in runs if run.start < run.end] + [pair.span for pair in own]
        start, end = min(span.start for span in stretches), max(span.end for span in stretches)
        group = Group(text[position:start], runs, [_utterance(text, pair, cues, language) for pair in own])
        taken = {id(pair) for pair in own}
        near = forest[bisect_left(ends, start) : bisect_right(starts, end)]
        group.frame = frame_unit(text, group, [pair for pair in near if id(pair) not in taken], language)
        groups.append(group)
        position = end
    return groups


def _utterance(text: str, pair: Pair, cues: dict[int, Span], language: Language) -> Utterance:
    sentences = sentence_spans(text, pair.inner, language) or [pair.inner]
    units: list[Unit] = []
    gaps = [""] * len(sentences)
    foreign = is_in(pair.inner.of(text), other_language(language))
    for index, sentence in enumerate(sentences):
        if index:
            gaps[index] = text[sentences[index - 1].end : sentence.start]
        unit = write_unit(text, [sentence], pair.children, pair.levels(text))
        unit.role, unit.quote, unit.foreign = SegmentRole.QUOTE, pair.quote, foreign
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
