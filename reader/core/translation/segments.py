"""What an article asks a translator for: sentences, full-clause quotes on their own, and the frames around them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.model import Article, BlockKind, Language, Quote, Segment
from reader.core.translation.layout import block_groups
from reader.core.translation.shapes import Group


def plan(article: Article, quotes: Sequence[Quote], language: Language) -> tuple[Segment, ...]:
    """Return the segments of `article` in reading order; boilerplate and blocks without a word have none."""
    segments: list[Segment] = []
    for number, groups in enumerate(layouts(article, quotes, language)):
        for group in groups:
            for unit in group.units():
                if unit.is_asked:
                    segments.append(Segment(len(segments), number, unit.text, unit.spans, unit.role, unit.quote))
    return tuple(segments)


def layouts(article: Article, quotes: Sequence[Quote], language: Language) -> list[list[Group]]:
    """Return the groups of every block, empty for boilerplate."""
    ordered = sorted(quotes, key=lambda quote: quote.span.start)
    found: list[list[Group]] = []
    first = 0
    for block in article.blocks:
        while first < len(ordered) and ordered[first].span.end <= block.span.start:
            first += 1
        last = first
        while last < len(ordered) and ordered[last].span.start < block.span.end:
            last += 1
        own = [quote for quote in ordered[first:last] if quote.span.overlaps(block.span)]
        readable = block.kind is not BlockKind.BOILERPLATE
        found.append(block_groups(article.text, block.span, own, language) if readable else [])
    return found


def layout(article: Article, block: int, quotes: Sequence[Quote], language: Language) -> list[Group]:
    """Return the groups of one block, none for boilerplate."""
    span, kind = article.blocks[block].span, article.blocks[block].kind
    if kind is BlockKind.BOILERPLATE:
        return []
    own = [quote for quote in quotes if quote.span.start < span.end and span.start < quote.span.end]
    return block_groups(article.text, span, own, language)
