"""Find the quotes of an article, without their speakers: dialogue, marks, repairs, links and kinds, in that order."""

from __future__ import annotations

from reader.core.model import Article, BlockKind, Language, Quote, QuoteKind, Span
from reader.core.quotes.classification import kinds
from reader.core.quotes.continuation import complete
from reader.core.quotes.dialogue import dialogue
from reader.core.quotes.interviews import interview
from reader.core.quotes.pairing import RawQuote, pair
from reader.core.quotes.utterances import utterances


def raw_quotes(article: Article, language: Language) -> list[RawQuote]:
    """Return every quoted stretch of `article` in order, before anything is said about its kind."""
    text = article.text
    skip = [block.span for block in article.blocks if block.kind is BlockKind.BOILERPLATE]
    pieces = dialogue(text, language, skip)
    if not pieces:
        pieces = interview(text, language, skip)
    taken = [Span(piece.start, piece.end) for piece in pieces]
    marked = complete(text, pair(text, skip, taken), taken, language)
    found: list[RawQuote] = []
    for raw in sorted(marked + [RawQuote(*piece[:4], True, True, piece.continues, True) for piece in pieces]):
        if not found or raw.start >= found[-1].end:
            found.append(raw)
    return found


def find_spans(article: Article, language: Language) -> tuple[Quote, ...]:
    """Return the quotes of `article` in order, never overlapping, one a paragraph; speakers are not filled in."""
    found = raw_quotes(article, language)
    found_kinds = kinds(article.text, found, language)
    links = utterances(article.text, found, found_kinds, language)
    return tuple(
        Quote(
            index=index,
            span=Span(raw.start, raw.end),
            inner=Span(raw.inner_start, raw.inner_end),
            kind=QuoteKind.SPEECH if utterance < index and found_kinds[utterance] is QuoteKind.SPEECH else kind,
            utterance=utterance,
        )
        for index, (raw, kind, utterance) in enumerate(zip(found, found_kinds, links, strict=True))
    )
