"""Give the turns of a dialogue out in turn, as in "—¿Falta mucho? —insistió" and the bare answer under it.

Runs over the paragraphs that are turns, after the scorer: what the text says plainly stays, the rest alternates. In an
interview the questions belong to nobody named, and the answers to the one interviewed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.core.model import Quote, Speaker, SpeakerType
from reader.core.quotes.labels import ANSWERS, ASKS
from reader.core.quotes.paragraphs import Paragraphs

DASHES = "—–―-"
MARKS = "\"“”„«»‹›‘’'"
QUESTION = re.compile(rf"\s*{ASKS}[ \u00a0]?[.:\-–—―\s]{{1,4}}$")
ANSWER = re.compile(rf"\s*{ANSWERS}[ \u00a0]?[.:\-–—―\s]{{1,4}}$")
# A turn whose speaker the scorer read off the turn itself with this much certainty stays as it is.
FIRM = 0.5
# Of the turns on one side of an interview, how many must be questions, and at most how many on the other side.
ASKING = 0.6
ANSWERING = 0.35
# How many turns before and after one are asked for the other party.
AROUND = 60


@dataclass(slots=True)
class Turn:
    """A paragraph of dialogue: its number, its quotes, who spoke as far as known, and what kind of turn it is."""

    paragraph: int
    quotes: list[Quote]
    speaker: Speaker | None = None
    firm: bool = False
    label: str = ""  # "question", "answer" or ""
    asks: bool = False
    after_gap: bool = False  # a paragraph of narration stands before it
    refuted: bool = False  # who the scorer gave it to has just spoken


def key(speaker: Speaker | None) -> str:
    """Return what two mentions of one speaker share: the last word of the name, in lower case."""
    if speaker is None or (speaker.type is SpeakerType.PRONOUN and speaker.resolved is None):
        return ""
    return speaker.name.lower().split(" ")[-1]


def alternate(
    text: str, quotes: list[Quote], paragraphs: Paragraphs, before: Callable[[int, int], str | None]
) -> list[Quote]:
    """Return the quotes with the turns given out; `before(paragraph, start)` names whom the text before is about."""
    by_index = {quote.index: quote for quote in quotes}
    spoken: set[int] = set()
    for run in _runs(text, by_index, paragraphs):
        _settle(run, before)
        for turn in run:
            for quote in turn.quotes:
                by_index[quote.index] = _given(quote, turn)
                spoken.add(quote.index)
    for quote in quotes:
        if quote.utterance in spoken and quote.index not in spoken:  # the answer goes on in the next paragraph
            speaker = by_index[quote.utterance].speaker
            by_index[quote.index] = replace(quote, speaker=_unnamed(speaker) if speaker else None)
    return [by_index[quote.index] for quote in quotes]


def _given(quote: Quote, turn: Turn) -> Quote:
    """Return a quote of a turn with the turn's speaker."""
    if turn.label == "question" or turn.speaker is None:
        return replace(quote, speaker=None) if turn.label or turn.refuted else quote
    if quote.speaker is not None and quote.speaker.span is not None and key(quote.speaker) == key(turn.speaker):
        return quote
    return replace(quote, speaker=turn.speaker)


def _runs(text: str, by_index: dict[int, Quote], paragraphs: Paragraphs) -> list[list[Turn]]:
    """Collect the turns into runs of two or more, with at most one paragraph of narration between two turns."""
    runs: list[list[Turn]] = []
    last = -9
    for paragraph, inside in paragraphs.quotes.items():
        turn = _turn(text, paragraphs, paragraph, [by_index[quote.index] for quote in inside])
        if turn is None:
            if runs and inside[0].utterance == runs[-1][-1].quotes[0].utterance:
                last = paragraph  # the answer goes on
            continue
        if paragraph - last > 2 or not runs:
            runs.append([])
        turn.after_gap = paragraph - last != 1
        runs[-1].append(turn)
        last = paragraph
    return [run for run in runs if len(run) > 1]


def _turn(text: str, paragraphs: Paragraphs, paragraph: int, inside: list[Quote]) -> Turn | None:
    """Return the paragraph as a turn, or None when it is no dialogue."""
    start = paragraphs.spans[paragraph].start
    first = inside[0]
    lead = text[start : first.span.start]
    opening = text[first.span.start : first.span.start + 1]
    label = "question" if QUESTION.match(lead) else "answer" if ANSWER.match(lead) else ""
    if not label and not lead.strip() and opening not in DASHES and _answers(text, paragraphs, paragraph, inside):
        label = "answer"
    dashed = (not lead.strip() and opening in DASHES) or (len(lead.strip()) == 1 and lead.strip() in DASHES)
    if not label and not (opening and dashed):
        return None
    spoken = [quote for quote in inside if quote is first or text[quote.span.start] not in MARKS]
    named = [
        quote
        for quote in spoken
        if quote.speaker is not None and quote.speaker.span is not None and quote.speaker.span.start >= start
    ]
    turn = Turn(
        paragraph, spoken, label=label, asks=text[first.span.start : spoken[-1].span.end].rstrip(MARKS).endswith("?")
    )
    if named and not label:
        best = max(named, key=lambda quote: quote.confidence)
        turn.speaker, turn.firm = best.speaker, best.confidence >= FIRM
    elif not label:
        turn.speaker = next((quote.speaker for quote in spoken if quote.cue is not None), None)
    return turn


def _answers(text: str, paragraphs: Paragraphs, paragraph: int, inside: list[Quote]) -> bool:
    """Tell whether a paragraph that is all quote stands under a question that is none: "¿Vive de esto?"."""
    if paragraph == 0 or paragraph - 1 in paragraphs.quotes:
        return False
    asked = paragraphs.spans[paragraph - 1].of(text).strip()
    rest = text[inside[-1].span.end : paragraphs.spans[paragraph].end].strip(MARKS + " .")
    return asked.endswith("?") and asked.startswith("¿") and not rest


def _settle(turns: list[Turn], before: Callable[[int, int], str | None]) -> None:
    """Decide who speaks each turn of a run."""
    if any(turn.label for turn in turns):
        _interview(turns, [turn.label == "question" for turn in turns], before)
        return
    parties = {key(turn.speaker) for turn in turns if turn.firm and key(turn.speaker)}
    asking = _asking(turns) if len(parties) < 2 else None
    if asking is not None:
        _interview(turns, asking, before)
        return
    for number, turn in enumerate(turns):
        if not turn.firm:
            turn.speaker = _by_turn(turns, number, before)
    for number in range(len(turns) - 3, -1, -1):
        if turns[number].speaker is None and not (turns[number + 1].after_gap or turns[number + 2].after_gap):
            other = turns[number + 2].speaker
            if other is not None and key(other) != key(turns[number + 1].speaker):
                turns[number].speaker = _unnamed(other)


def _asking(turns: list[Turn]) -> list[bool] | None:
    """Tell for each turn whether it is the interviewer's, or return None when it is no interview."""
    for side in (0, 1):
        asked = turns[side::2]
        answered = turns[1 - side :: 2]
        if not answered or any(turn.firm or turn.speaker is not None for turn in asked):
            continue
        if sum(turn.asks for turn in asked) < ASKING * len(asked):
            continue
        if sum(turn.asks for turn in answered) <= ANSWERING * len(answered):
            return [number % 2 == side for number in range(len(turns))]
    return None


def _interview(turns: list[Turn], asking: list[bool], before: Callable[[int, int], str | None]) -> None:
    """Give the answers to the one interviewed: who is named beside an answer, else whom the introduction is about."""
    answered = next((turn.speaker for turn, asks in zip(turns, asking, strict=True) if turn.firm and not asks), None)
    if answered is None:
        name = before(turns[0].paragraph, turns[0].quotes[0].span.start)
        answered = Speaker(name, SpeakerType.ELIDED, None, name) if name else None
    for turn, asks in zip(turns, asking, strict=True):
        turn.label = turn.label or ("question" if asks else "answer")
        if not asks and not turn.firm:
            turn.speaker = _unnamed(answered) if answered is not None else None


def _by_turn(turns: list[Turn], number: int, before: Callable[[int, int], str | None]) -> Speaker | None:
    """Return who speaks a turn that does not say so: not who spoke the turn before, but the one before that."""
    turn = turns[number]
    if turn.after_gap and (turn.speaker is not None or number == 0):
        return turn.speaker
    previous = key(turns[number - 1].speaker) if number else ""
    if not previous:
        return turn.speaker
    before_it = turns[max(0, number - 1 - AROUND) : max(0, number - 1)]
    for other in (*reversed(before_it), *(turn for turn in turns[number + 1 : number + 1 + AROUND] if turn.firm)):
        if other.speaker is not None and key(other.speaker) not in ("", previous):
            return _unnamed(other.speaker)
    name = before(turns[0].paragraph, turns[0].quotes[0].span.start)
    if name is not None and name.lower().split(" ")[-1] != previous:
        return Speaker(name, SpeakerType.ELIDED, None, name)
    turn.refuted = key(turn.speaker) == previous
    return None


def _unnamed(speaker: Speaker) -> Speaker:
    """Return a speaker whose turn does not name them."""
    return Speaker(speaker.name, SpeakerType.ELIDED, None, speaker.name)
