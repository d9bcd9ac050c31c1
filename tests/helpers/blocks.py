"""What tests ask of an article's blocks, whatever it was loaded from."""

from __future__ import annotations

from reader.core.model import Article


def lines(article: Article) -> list[tuple[str, str]]:
    """Return the kind and the words of each block."""
    return [(str(block.kind), block.span.of(article.text)) for block in article.blocks]


def check_blocks(article: Article) -> None:
    """Assert that the blocks stand in order inside the text and hold every letter and digit of it."""
    last = 0
    for block in article.blocks:
        assert last <= block.span.start < block.span.end <= len(article.text)
        assert not any(map(str.isalnum, article.text[last : block.span.start]))
        last = block.span.end
    assert not any(map(str.isalnum, article.text[last:]))
