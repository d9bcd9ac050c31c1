"""Give out the turns of interviews and conversations, as in "—¿Falta mucho? —insistió" and the bare answer under it.

Runs over the paragraphs that are turns, after the scorer: turns with a dash, the letters of interviews, and in a text
that is mostly talk every paragraph with speech. In an interview the questions belong to nobody named, and the answers
to the one interviewed; who speaks in a conversation is weighed for all its turns together (`conversation`, `scenes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.core.model import Quote, QuoteKind, Speaker, SpeakerType
from reader.core.quotes.antecedents import Antecedents
from reader.core.quotes.conversation import Conversation
from reader.core.quotes.gathering import DASHES
from reader.core.quotes.labels import ANSWERS, ASKS
from reader.core.quotes.paragraphs import Paragraphs

MARKS = "\"“”„«»‹›‘’'"
QUESTION = re.compile(rf"\s*{ASKS}[ \u00a0]?[.:\-–—―\s]{{1,4}}$")
ANSWER = re.compile(rf"\s*{ANSWERS}[ \u00a0]?[.:\-–—―\s]{{1,4}}$")
# How many questions make an interview, and how large a part of its turns must be a question just where one is due.
LEAST_ASKED = 2
FITTING = 0.75
# Characters of a question that is a heading, and so many answers under such make an interview.
LONGEST_QUESTION = 300
LEAST_ANSWERS = 3
# How many paragraphs of narration may stand between two turns of one run.
APART = 4
# Turns; a book is weighed in parts, for who takes part in a run is asked for each of its turns.
LONGEST_RUN = 120
# A text is talk when so many paragraphs are nothing but a short closed quote right under another, or answer a question
# so, and make up so large a part of those with quotes: 3 of 862 news articles (PolNeAR), and all but few stories.
TALK = 3
TALK_SHARE = 0.15
SHORT = 12  # words


@dataclass(slots=True)
class Turn:
    """A paragraph of dialogue: its number, its quotes, who spoke as far as known, and what kind of turn it is."""

    paragraph: int
    quotes: list[Quote]
    speaker: Speaker | None = None  # whom the turn itself names beside a verb
    label: str = ""  # "question", "answer" or ""
    asks: bool = False


def key(speaker: Speaker | None) -> str:
    """Return what two mentions of one speaker share: the last word of the name, in lower case."""
    if speaker is None or (speaker.type is SpeakerType.PRONOUN and speaker.resolved is None):
        return ""
    return speaker.name.lower().split(" ")[-1]


def alternate(text: str, quotes: list[Quote], paragraphs: Paragraphs, antecedents: Antecedents) -> list[Quote]:
    """Return the quotes with the turns of interviews and conversations given out."""
    by_index = {quote.index: quote for quote in quotes}
    spoken: set[int] = set()
    for run in _runs(text, by_index, paragraphs):
        asking = _asking(run)
        if asking is not None:
            by_index.update(_interview(run, asking, antecedents))
        else:
            conversation = Conversation(text, paragraphs, antecedents, [(turn.paragraph, turn.quotes) for turn in run])
            by_index.update((quote.index, quote) for quote in conversation.told())
        spoken.update(quote.index for turn in run for quote in turn.quotes)
    for quote in quotes:
        if quote.utterance in spoken and quote.index not in spoken:  # the answer goes on in the next paragraph
            speaker = by_index[quote.utterance].speaker
            by_index[quote.index] = replace(quote, speaker=_unnamed(speaker) if speaker else None)
    return [by_index[quote.index] for quote in quotes]


def _runs(text: str, by_index: dict[int, Quote], paragraphs: Paragraphs) -> list[list[Turn]]:
    """Collect the turns into runs of two or more, with a few paragraphs of narration between two turns."""
    runs: list[list[Turn]] = []
    last = -APART - 2
    talk = _is_talk(text, paragraphs)
    for paragraph, inside in paragraphs.quotes.items():
        quotes = [by_index[quote.index] for quote in inside]
        if runs and any(quote.index == inside[0].utterance for quote in runs[-1][-1].quotes):
            last = paragraph  # the answer goes on
            continue
        turn = _turn(text, paragraphs, paragraph, quotes)
        if turn is None and runs and runs[-1][-1].label == "answer" and paragraph == last + 1:
            start = paragraphs.spans[paragraph].start  # somebody else answers too
            turn = Turn(paragraph, quotes, _first(quotes, start), "answer") if quotes[0].span.start == start else None
        if turn is None and talk:
            spoken = [quote for quote in quotes if quote.kind is QuoteKind.SPEECH]
            beside = _beside(spoken, paragraphs.spans[paragraph].start)
            named = {key(speaker) for speaker in beside if speaker.type is not SpeakerType.PRONOUN}
            turn = Turn(paragraph, spoken) if spoken and len(named) < 2 else None
        if turn is None:
            continue
        if paragraph - last > APART + 1 or len(runs[-1]) >= LONGEST_RUN:
            runs.append([])
        runs[-1].append(turn)
        last = paragraph
    return [run for run in runs if len(run) > 1]


def _is_talk(text: str, paragraphs: Paragraphs) -> bool:
    """Tell whether a text is mostly people talking to each other, in marks."""
    found = 0
    asked, above = False, -9
    for paragraph, inside in paragraphs.quotes.items():
        first, last, span = inside[0], inside[-1], paragraphs.spans[paragraph]
        closed = last.inner.end < last.span.end
        marked = first.inner.start > first.span.start and text[first.span.start] in MARKS
        if paragraph == above + 1 and closed and marked and first.utterance == first.index:
            outside = text[span.start : first.span.start] + text[last.span.end : span.end]
            outside += "".join(text[one.span.end : next_.span.start] for one, next_ in pairwise(inside))
            if not any(map(str.isalnum, outside)):
                found += asked + (len(text[first.span.start : last.span.end].split(maxsplit=SHORT)) <= SHORT)
        above = paragraph if closed else -9
        asked = last.inner.of(text).rstrip(MARKS + " ").endswith("?")
    return found >= TALK and found >= TALK_SHARE * len(paragraphs.quotes)


def _turn(text: str, paragraphs: Paragraphs, paragraph: int, inside: list[Quote]) -> Turn | None:
    """Return the paragraph as a turn with a dash or a letter, or None when it is none."""
    start = paragraphs.spans[paragraph].start
    first = inside[0]
    lead = text[start : first.span.start]
    opening = text[first.span.start : first.span.start + 1]
    label = "question" if QUESTION.match(lead) else "answer" if ANSWER.match(lead) else ""
    if not label and not lead.strip() and opening not in DASHES and _answers(text, paragraphs, paragraph):
        label = "answer"
    dashed = (not lead.strip() and opening in DASHES) or (len(lead.strip()) == 1 and lead.strip() in DASHES)
    if not label and not (opening and dashed):
        return None
    spoken = [quote for quote in inside if quote is first or text[quote.span.start] not in MARKS]
    asks = text[first.span.start : spoken[-1].span.end].rstrip(MARKS).endswith("?")
    return Turn(paragraph, spoken, None if lead.strip() and label else _first(spoken, start), label, asks)


def _beside(quotes: list[Quote], start: int) -> Iterator[Speaker]:
    """Yield whom the paragraph that begins at `start` names beside its verbs as speakers."""
    for quote in quotes:
        speaker = quote.speaker if quote.cue is not None else None
        if speaker is not None and speaker.span is not None and speaker.span.start >= start:
            yield speaker


def _first(quotes: list[Quote], start: int) -> Speaker | None:
    """Return the first of them."""
    return next(_beside(quotes, start), None)


def _answers(text: str, paragraphs: Paragraphs, paragraph: int) -> bool:
    """Tell whether a paragraph stands under a question that is no quote: "¿Vive de esto?", "**Were you afraid?**"."""
    if paragraph == 0 or paragraph - 1 in paragraphs.quotes:
        return False
    asked = paragraphs.spans[paragraph - 1].of(text).strip(" *_#\t")
    return asked.endswith("?") and len(asked) <= LONGEST_QUESTION


def _asking(turns: list[Turn]) -> list[bool] | None:
    """Tell for each turn whether it is the interviewer's, or return None when it is no interview."""
    labels = [turn.label for turn in turns if turn.label]
    if "question" in labels or len(labels) >= LEAST_ANSWERS:
        return [turn.label == "question" for turn in turns]
    if len({key(turn.speaker) for turn in turns if key(turn.speaker)}) > 1:
        return None
    asking: list[bool] = []
    begin = 0
    for end in range(1, len(turns) + 1):  # narration between two turns may upset their order
        if end == len(turns) or turns[end].paragraph != turns[end - 1].paragraph + 1:
            asking += _sides(turns[begin:end])
            begin = end
    asked = [turn for turn, asks in zip(turns, asking, strict=True) if asks]
    if sum(turn.asks for turn in asked) < LEAST_ASKED or any(quote.cue for turn in asked for quote in turn.quotes):
        return None
    fitting = sum(turn.asks == asks for turn, asks in zip(turns, asking, strict=True))
    return asking if fitting >= FITTING * len(turns) else None


def _sides(turns: list[Turn]) -> list[bool]:
    """Return for turns right under each other which are the interviewer's, by turns; the first if both would do."""
    first = sum(turn.asks == (number % 2 == 0) for number, turn in enumerate(turns))
    side = 0 if 2 * first >= len(turns) and not (len(turns) == 1 and not turns[0].asks) else 1
    return [number % 2 == side for number in range(len(turns))]


def _interview(turns: list[Turn], asking: list[bool], antecedents: Antecedents) -> dict[int, Quote]:
    """Return the quotes of an interview, the answers given to the one interviewed.

    That is whom the introduction is about, unless others are named beside answers and they are not.
    """
    speakers = [turn.speaker for turn, asks in zip(turns, asking, strict=True) if turn.speaker and not asks]
    name = antecedents.about(turns[0].paragraph, turns[0].quotes[0].span.start)
    answered = Speaker(name, SpeakerType.ELIDED, None, name) if name else None
    if speakers and key(answered) not in map(key, speakers):
        answered = speakers[0]
    given: dict[int, Quote] = {}
    for turn, asks in zip(turns, asking, strict=True):
        speaker = turn.speaker or (None if asks or answered is None else _unnamed(answered))
        for quote in turn.quotes:
            own = quote.speaker is not None and quote.speaker.span is not None and not asks
            stays = own and key(quote.speaker) == key(speaker)
            given[quote.index] = quote if stays else replace(quote, speaker=speaker)
    return given


def _unnamed(speaker: Speaker) -> Speaker:
    """Return a speaker whose turn does not name them."""
    return Speaker(speaker.name, SpeakerType.ELIDED, None, speaker.name)
