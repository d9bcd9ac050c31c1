"""Which quotes are clauses of their own, and which words around them belong to their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.core.model import Language, QuoteKind, Span
from reader.core.text import sentence_spans
from reader.core.translation.marks import Pair
from reader.core.translation.shapes import MOST_QUOTES, STOPS

_SOFT = ",;:"
_LONGEST_INCISO = 160  # characters between the halves of a broken quote
_FAR = 400  # characters before a quote that may matter
_CLOSERS = frozenset("”»\"')]’›*")
_ATTACHED = re.compile(r"\s*(?:[,;:—–―(\-]|[a-záéíóúüñ])")
_SUBORDINATE = re.compile(
    r"\b(?:que|that|si|if|whether|como|as|el|la|los|las|un|una|the|an?|de|del|of|sus?|his|her|their)$", re.I
)


class _Context(NamedTuple):
    """What stands before a quote in its sentence, after it up to the next one, and that one."""

    before: str
    after: str
    following: Pair | None


def full_clauses(text: str, block: Span, forest: Sequence[Pair], language: Language) -> list[Pair]:
    """Return the outermost pairs that are one or more whole clauses and are translated on their own."""
    full: list[Pair] = []
    for index, pair in enumerate(forest):
        left = full[-1].span.end if full else block.start
        before = text[max(left, pair.span.start - _FAR) : pair.span.start].rstrip()
        following = forest[index + 1] if index + 1 < len(forest) else None
        after = text[pair.span.end : following.span.start if following else block.end].strip()
        same = bool(full and before) and _continues(text, full[-1], pair, before)
        if pair.inner.start < pair.inner.end and (
            pair.opens(text) == "raya" or same or _is_full(text, pair, _Context(before, after, following), language)
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


def _is_full(text: str, pair: Pair, context: _Context, language: Language) -> bool:
    """Tell whether a quote is one or more whole clauses, by where it stands, how it begins and how it ends."""
    before, rest, following = context
    begins = not before or before[-1] in STOPS or (before[-1] in _CLOSERS and before[-2:-1] in tuple(STOPS))
    ends = (not rest and following is None) or rest[:1] in tuple(STOPS)
    if begins and (ends or not rest):
        return True
    if len(sentence_spans(text, pair.inner, language)) > 1:
        return True
    if pair.kind is QuoteKind.NON_SPEECH or _in_list(rest, following):
        return False
    last = pair.last(text)
    capital = pair.inner.of(text).lstrip("¿¡([*… ")[:1]
    starts = bool(capital) and not capital.islower()
    if begins:
        return starts and (last in STOPS + ",—–" or rest[:1] == ",")
    if before[-1] in ":,":
        return before[-1] == ":" or (starts and (last in STOPS + "," or ends))
    sentence = starts and last in STOPS and len(pair.inner.of(text).split()) > 2
    return sentence and not _SUBORDINATE.search(before)


def _in_list(rest: str, following: Pair | None) -> bool:
    return following is not None and rest in (",", "y", "e", "o", "and", "or", ", and", ", or", ";")


def grouped(
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
            closed = bool(sentences) or is_closed(text, runs[-1]) or pair is None or len(own) == MOST_QUOTES
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
            lead = sentences.pop() if sentences and not is_closed(text, sentences[-1]) else Span(end, end)
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


def is_closed(text: str, span: Span) -> bool:
    """Tell whether a run ends its sentence."""
    end = span.end
    while end > span.start and (text[end - 1] in _CLOSERS or text[end - 1].isspace()):
        end -= 1
    return end > span.start and text[end - 1] in STOPS
