"""The shape of one block: which quotes are translated on their own, what frames them, and where marks stand.

A block is a row of groups. A group is a sentence; when it holds full-clause quotes they are taken out of it and the
rest, the frame, is asked for with a stand-in in each gap: ``"X," Petro said.`` A model that has read news returns
``"X", dijo Petro.``: the order and the inversion of the target language come with it (223 of 223 English and 38 of 39
Spanish frames of news kept the stand-in).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.core.model import Language, Quote, QuoteKind, SegmentRole, Span
from reader.core.text import sentence_spans
from reader.core.translation.marks import Pair, pairs

STAND_INS = "XZWV"
"""What stands for the quotes taken out of a frame, in order; a sentence with more of them is asked for in two."""

STOPS = ".?!…"
_SOFT = ",;:"
_LONGEST_INCISO = 160
_CLOSERS = frozenset("”»\"')]’›*")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u2060\ufeff")
_SHELL = " \t\n\r\u00a0\u2009\u202f—–―-,;:."
_ATTACHED = re.compile(r"\s*(?:[,;:—–―(\-]|[a-záéíóúüñ])")
_SUBORDINATE = re.compile(
    r"\b(?:que|that|si|if|whether|como|as|el|la|los|las|un|una|the|an?|de|del|of|sus?|his|her|their)$", re.I
)


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

    `origins` gives the article offset of every character, -1 for what the author did not write.
    """

    text: str
    origins: list[int]
    spans: tuple[Span, ...]
    role: SegmentRole
    quote: int | None = None
    placed: list[Placed] = field(default_factory=list)


@dataclass(slots=True)
class Utterance:
    """A full-clause quote of a group: its marks, the sentences in it, the white space between them."""

    pair: Pair
    units: list[Unit]
    gaps: list[str]


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


def block_groups(text: str, block: Span, quotes: Iterable[Quote], language: Language) -> list[Group]:
    """Return the groups of one block of an article, in order; together they cover all but white space."""
    forest = pairs(text, block, quotes)
    cues = {quote.index: quote.cue for quote in quotes if quote.cue is not None}
    full = _full_clauses(text, block, forest, language)
    groups: list[Group] = []
    previous: Span | None = None
    for runs, own in _grouped(text, block, full, cues, language):
        start = min([run.start for run in runs if run.start < run.end] + [pair.span.start for pair in own])
        gap = text[previous.end if previous else block.start : start]
        group = Group(gap, runs, [_utterance(text, pair, language) for pair in own])
        inside = [pair for pair in forest if not any(pair is other for other in own)]
        group.frame = _frame(text, group, inside, language)
        groups.append(group)
        end = max([run.end for run in runs if run.start < run.end] + [pair.span.end for pair in own])
        previous = Span(start, end)
    return groups


def _full_clauses(text: str, block: Span, forest: Sequence[Pair], language: Language) -> list[Pair]:
    """Return the outermost pairs that are one or more whole clauses and are translated on their own."""
    full: list[Pair] = []
    for index, pair in enumerate(forest):
        left = full[-1].span.end if full else block.start
        before = text[left : pair.span.start].rstrip()
        next_pair = forest[index + 1] if index + 1 < len(forest) else None
        after = text[pair.span.end : next_pair.span.start if next_pair else block.end]
        same = bool(full and before) and _continues(text, full[-1], pair, before)
        if pair.inner.start < pair.inner.end and (
            pair.opens(text) == "raya" or same or _is_full(text, pair, before, after, next_pair, language)
        ):
            full.append(pair)
    return full


def _continues(text: str, last: Pair, pair: Pair, before: str) -> bool:
    """Tell whether `pair` goes on with the utterance that `last` began in the same sentence: “A,” he said, “b”."""
    if before[-1:] not in tuple(",:;—–-") or len(before) > _LONGEST_INCISO or re.search(r"[.?!…]\s", before):
        return False
    if pair.utterance is not None and pair.utterance == last.utterance:
        return True
    return before[0] in _SOFT + "—–-" or last.last(text) == ","


def _is_full(text: str, pair: Pair, before: str, after: str, following: Pair | None, language: Language) -> bool:
    inner = pair.inner.of(text)
    rest = after.strip()
    begins = not before or before[-1] in STOPS or (before[-1] in _CLOSERS and before[-2:-1] in tuple(STOPS))
    ends = (not rest and following is None) or rest[:1] in tuple(".!?…")
    stopped = pair.last(text) in STOPS
    if begins and (ends or (following is not None and not rest)):
        return True
    if len(sentence_spans(text, pair.inner, language)) > 1:
        return True
    if pair.kind is QuoteKind.NON_SPEECH or _in_list(rest, following):
        return False
    capital = inner.lstrip("¿¡([*… ")[:1]
    capital_start = bool(capital) and not capital.islower()
    if begins:
        return capital_start and (stopped or pair.last(text) == "," or rest[:1] == ",")
    if before[-1] == ":":
        return True
    if before[-1] == ",":
        return capital_start and (stopped or ends)
    return capital_start and stopped and len(inner.split()) > 2 and not _SUBORDINATE.search(before)


def _in_list(rest: str, following: Pair | None) -> bool:
    return following is not None and rest in (",", "y", "e", "o", "and", "or", ", and", ", or", ";")


def _grouped(
    text: str, block: Span, full: Sequence[Pair], cues: dict[int, Span], language: Language
) -> Iterator[tuple[list[Span], list[Pair]]]:
    """Yield each group's runs (one more than its quotes, some empty) and its quotes."""
    runs: list[Span] = []
    own: list[Pair] = []
    position = block.start
    for pair in [*full, None]:
        end = pair.span.start if pair else block.end
        sentences = _sentences(text, Span(position, end), language, after_quote=bool(own))
        if own and sentences and _goes_on(text, own[-1], sentences[0], cues):
            runs.append(sentences.pop(0))
            closed = bool(sentences) or _closed(text, runs[-1]) or pair is None or len(own) == len(STAND_INS)
        elif own and not sentences and pair is not None and not text[position:end].strip():
            closed = True
        else:
            closed = True
        if own and closed:
            yield runs + [Span(position, position)] * (len(own) + 1 - len(runs)), own
            runs, own = [], []
        if pair is None:
            for sentence in sentences:
                yield [sentence], []
            return
        if not own:
            lead = sentences.pop() if sentences and not _closed(text, sentences[-1]) else Span(end, end)
            for sentence in sentences:
                yield [sentence], []
            runs = [lead]
        own.append(pair)
        position = pair.span.end


def _sentences(text: str, span: Span, language: Language, *, after_quote: bool) -> list[Span]:
    """Return the sentences of a run; stops that follow a quote are a sentence of their own."""
    start = span.start
    while (
        after_quote
        and start < span.end
        and (text[start] in STOPS or text[start] in _CLOSERS)
        and text[start] not in "("
    ):
        start += 1
    head = [Span(span.start, start)] if start > span.start else []
    return head + sentence_spans(text, Span(start, span.end), language)


def _goes_on(text: str, pair: Pair, sentence: Span, cues: dict[int, Span]) -> bool:
    """Tell whether a sentence after a quote belongs to the sentence of the quote."""
    if text[sentence.start] in STOPS or not any(character.isalnum() for character in sentence.of(text)):
        return True
    if _ATTACHED.match(text, sentence.start):
        return True
    cue = cues.get(pair.quote) if pair.quote is not None else None
    if cue is not None and sentence.contains(cue) and cue.start - pair.span.end < 80:
        return True
    return pair.last(text) not in STOPS


def _closed(text: str, span: Span) -> bool:
    """Tell whether a run ends its sentence."""
    end = span.end
    while end > span.start and (text[end - 1] in _CLOSERS or text[end - 1].isspace()):
        end -= 1
    return end > span.start and text[end - 1] in STOPS


def _utterance(text: str, pair: Pair, language: Language) -> Utterance:
    sentences = sentence_spans(text, pair.inner, language) or [pair.inner]
    units: list[Unit] = []
    gaps = [""] * len(sentences)
    for index, sentence in enumerate(sentences):
        if index:
            gaps[index] = text[sentences[index - 1].end : sentence.start]
        unit = _unit(text, [sentence], pair.children, 1 if pair.opens(text) != "raya" else 0)
        unit.role, unit.quote = SegmentRole.QUOTE, pair.quote
        if index == len(sentences) - 1:
            _end_sentence(unit)
        units.append(unit)
    return Utterance(pair, units, gaps)


def _end_sentence(unit: Unit) -> None:
    """Give a quote that a comma cut off the stop it would have alone; a few words are left bare."""
    bare = unit.text.rstrip(" ,;:—–―-")
    if not bare or len(bare) == len(unit.text):
        return
    stop = "." if bare[:1].isupper() and bare.count(" ") > 2 and bare[-1] not in STOPS else ""
    unit.origins = unit.origins[: len(bare)] + [-1] * len(stop)
    unit.text = bare + stop


def _frame(text: str, group: Group, inside: Sequence[Pair], language: Language) -> Unit | None:
    if not group.utterances:
        return _unit(text, group.runs, inside, 0)
    cores = [_core(text, run) for run in group.runs]
    if not any(any(c.isalnum() for c in core.of(text)) for core in cores):
        return None
    spans = [core for core in cores if core.start < core.end]
    parts: list[tuple[str, Span]] = []
    last = len(group.utterances)
    for index, core in enumerate(cores):
        if index:
            parts.append((_stand_in(text, group, index, core.start < core.end, language), Span(0, 0)))
        if core.start < core.end:
            lead = " " if index else ""
            parts.append((lead, core))
            if index < last and (tail := text[core.end : group.runs[index].end].strip()[:1]) in (",", ":", ";"):
                parts.append((tail, Span(0, 0)))
    closed = _closed(text, group.runs[-1]) or (cores[-1].start == cores[-1].end and _ends_stopped(text, group))
    bare = (
        parts[-1][0].strip() and cores[-1].start == cores[-1].end and len(parts) > 1 and parts[-2][0][-1:] in (":", ",")
    )
    if bare and last == 1:
        parts.pop()
    elif closed and cores[-1].start < cores[-1].end and text[cores[-1].end - 1] not in STOPS:
        parts.append((".", Span(0, 0)))
    return _unit(text, spans, inside, 0, parts)


def _ends_stopped(text: str, group: Group) -> bool:
    return group.utterances[-1].pair.last(text) in STOPS


def _stand_in(text: str, group: Group, index: int, goes_on: bool, language: Language) -> str:
    letter = STAND_INS[index - 1]
    lead = " " if group.runs[index - 1].start < group.runs[index - 1].end else ""
    if not goes_on:
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
    if end > start and text[end - 1] == "." and end < run.end:
        end -= 1  # the full stop after which a raya closes: "—dijo—."
    return Span(start, end)


def _unit(
    text: str,
    spans: Sequence[Span],
    inside: Sequence[Pair],
    depth: int,
    parts: Sequence[tuple[str, Span]] | None = None,
) -> Unit:
    """Write the text of a unit: white space made single, marks and invisible characters left out."""
    covered = [span for span in spans if span.start < span.end]
    marked = list(_walk(inside, depth, covered))
    dropped = {at for pair, _ in marked for mark in (pair.open, pair.close) for at in range(mark.start, mark.end)}
    letters: list[str] = []
    origins: list[int] = []
    for made_up, span in parts if parts is not None else [("", span) for span in covered]:
        letters += made_up
        origins += [-1] * len(made_up)
        for at in range(span.start, span.end):
            character = text[at]
            if at in dropped:
                if letters and letters[-1].isalnum() and text[at + 1 : at + 2].isalnum():
                    letters.append(" ")
                    origins.append(at)
            elif character.isspace():
                if letters and letters[-1] != " ":
                    letters.append(" ")
                    origins.append(at)
            elif character not in _INVISIBLE:
                letters.append(character)
                origins.append(at)
    while letters and letters[-1] == " ":
        letters.pop()
        origins.pop()
    unit = Unit("".join(letters), origins, tuple(covered), SegmentRole.SENTENCE)
    unit.placed = _placed(text, origins, marked, covered)
    return unit


def _walk(forest: Sequence[Pair], depth: int, spans: Sequence[Span]) -> Iterator[tuple[Pair, int]]:
    for pair in forest:
        if any(pair.span.start <= span.end and span.start <= pair.span.end for span in spans):
            yield pair, depth
            yield from _walk(pair.children, depth + 1, spans)


def _placed(
    text: str, origins: Sequence[int], marked: Sequence[tuple[Pair, int]], spans: Sequence[Span]
) -> list[Placed]:
    known = [(origin, index) for index, origin in enumerate(origins) if origin >= 0]
    offsets = [origin for origin, _ in known]
    found: list[Placed] = []
    for pair, depth in marked:
        opens = bool(pair.opens(text)) and any(span.contains(pair.open) for span in spans)
        closes = bool(pair.closes(text)) and any(span.contains(pair.close) for span in spans)
        first, last = bisect_left(offsets, pair.inner.start), bisect_left(offsets, pair.inner.end)
        start = known[first][1] if first < len(known) else len(origins)
        end = known[last - 1][1] + 1 if last > first else start
        if opens or closes:
            found.append(Placed(start, end, depth, opens, closes, pair.quote))
    return found
