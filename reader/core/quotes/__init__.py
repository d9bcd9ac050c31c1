"""From an Article to its quotes and their speakers."""

from __future__ import annotations

from reader.core.model import Article, Language, Quote
from reader.core.quotes.attribution import attribute
from reader.core.quotes.collector import paused
from reader.core.quotes.spans import find_spans

__all__ = ["attribute", "find_quotes", "find_spans"]


def find_quotes(article: Article, language: Language) -> tuple[Quote, ...]:
    """Return the quotes of `article` in order, with speakers where the text names them."""
    with paused():
        return attribute(article, find_spans(article, language), language)
