"""Small articles for tests: blocks are the non-empty lines, quotes are given by the words they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.core.model import (
    Article,
    Block,
    BlockKind,
    Language,
    Quote,
    QuoteKind,
    Segment,
    Span,
    TranslatedBlock,
    Translation,
    other_language,
)
from reader.core.quotes import find_quotes
from reader.core.translation.alignment import words
from reader.core.translation.assemble import assemble
from reader.core.translation.marks import HouseStyle
from reader.core.translation.segments import plan


def article_of(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    """Return `text` as an article with a block for every line that holds anything."""
    blocks: list[Block] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(position, position + len(line)), kind))
        position += len(line) + 1
    return Article(text, tuple(blocks), "key")


def quote_of(
    text: str, marked: str, index: int = 0, *, kind: QuoteKind = QuoteKind.SPEECH, cue: str = "", utterance: int = -1
) -> Quote:
    """Return the quote that `marked` is in `text`, its first and last characters being marks."""
    start = text.index(marked)
    inner = Span(start + 1, start + len(marked) - 1)
    verb = text.index(cue) if cue else -1
    return Quote(
        index,
        Span(start, start + len(marked)),
        inner,
        kind,
        index if utterance < 0 else utterance,
        cue=Span(verb, verb + len(cue)) if cue else None,
    )


def asked(text: str, language: Language, quotes: Sequence[Quote] | None = None) -> list[str]:
    """Return what a translator is asked for, quotes found as the program finds them."""
    article = article_of(text)
    found = find_quotes(article, language) if quotes is None else quotes
    return [segment.text for segment in plan(article, found, language)]


def identity(segment: Segment) -> Translation:
    """Return the segment itself, every word linked to itself."""
    return Translation(segment.text, links=tuple((span, span) for span in words(segment.text)))


def translated(
    text: str,
    language: Language,
    said: Mapping[str, str],
    *,
    quotes: Sequence[Quote] | None = None,
    style: HouseStyle | None = None,
) -> TranslatedBlock:
    """Return the first block of `text` translated by the table `said`; what is not in it stays as it is."""
    article = article_of(text)
    found = find_quotes(article, language) if quotes is None else quotes
    segments = plan(article, found, language)
    done = {one.index: Translation(said[one.text]) if one.text in said else identity(one) for one in segments}
    return assemble(article, 0, found, segments, done, other_language(language), style)
