"""How each kind of block is set, derived from the reader's typography."""

from __future__ import annotations

from reader.core.model import BlockKind
from reader.qt.typography import Typography, interface_font
from reader.qt.views.page_layout import TextStyle


def text_styles(typography: Typography) -> dict[BlockKind, TextStyle]:
    """Return the style of every kind of block; space around is in pixels, on the grid of the text's own lines."""
    line, gap = typography.line_pixels(), typography.paragraph_pixels()
    byline = interface_font()
    byline.setPointSizeF(max(typography.size_pt * 0.78, 8))
    body = typography.font()
    return {
        BlockKind.HEADLINE: TextStyle.of(typography.font(1.7, bold=True), line * 1.46, 0, line * 0.7),
        BlockKind.SUBHEAD: TextStyle.of(typography.font(1.12, bold=True), line * 1.05, line * 0.9, gap * 0.7),
        BlockKind.BYLINE: TextStyle.of(byline, line * 0.85, 0, line * 0.9),
        BlockKind.PARAGRAPH: TextStyle.of(body, line, 0, gap),
        BlockKind.LIST_ITEM: TextStyle.of(body, line, 0, gap * 0.6, line * 0.7),
        BlockKind.BLOCKQUOTE: TextStyle.of(typography.font(italic=True), line, gap * 0.4, gap * 1.4, line * 1.1),
        BlockKind.BOILERPLATE: TextStyle.of(typography.font(0.84), line * 0.9, 0, gap * 0.6),
    }
