"""Markdown: the marks are read, the words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.core.errors import SourceError
from reader.core.loaders.articles import Line, article_from_lines, article_from_text
from reader.core.loaders.decoding import decode
from reader.core.model import Article, BlockKind
from reader.core.text import BLANKS

_LARGEST_PARSED = 2_000_000
"""Characters of Markdown that are parsed; more is read as plain text."""
_MOST_BRACKETS = 20_000
"""Brackets that may open a link, each of which takes the parser 50 microseconds."""
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:[^\r\n]*\r?\n){0,50}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"(title|author|date|título|titulo|autor|autora|fecha)[ \t]*:[ \t]*(.+)", re.IGNORECASE)
_NAMES = {"título": "title", "titulo": "title", "autor": "author", "autora": "author", "fecha": "date"}
_TAG = re.compile(r"<[^<>]*>")


def load_markdown(data: bytes, source: str) -> Article:
    """Return the article in a Markdown file; raises SourceError("binary", "empty")."""
    try:
        text = decode(data)
    except SourceError as error:
        raise SourceError(error.code, path=source) from error
    if len(text) > _LARGEST_PARSED or text.count("[") > _MOST_BRACKETS:
        return article_from_text(text, source=source)
    about, body = _front_matter(text)
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").enable("strikethrough")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # no link is followed: all are only marks
    lines = list(_lines(parser.parse(body.replace("\0", "\ufffd"))))
    if not lines:
        if not text.strip(BLANKS):
            raise SourceError("empty", path=source)
        return article_from_text(text, source=source)
    return article_from_lines(lines, source=source, **about)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return title, author and date from a block of "name: value" lines at the top, and the text under it."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    about: dict[str, str] = {}
    for line in found.group(1).splitlines():
        field = _FIELD.match(line)
        if field:
            name = field.group(1).lower()
            about[_NAMES.get(name, name)] = field.group(2).strip().strip("\"'")[:300]
    return about, text[found.end() :] if about else text


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    """Return the paragraphs of a parsed file."""
    outer: list[BlockKind] = []
    heading: BlockKind | None = None
    headed = False
    for token in tokens:
        if token.type == "heading_open":
            heading = BlockKind.HEADLINE if token.tag == "h1" and not headed else BlockKind.SUBHEAD
            headed = True
        elif token.type == "heading_close":
            heading = None
        elif token.type == "list_item_open":
            outer.append(BlockKind.LIST_ITEM)
        elif token.type == "blockquote_open":
            outer.append(BlockKind.BLOCKQUOTE)
        elif token.type in ("list_item_close", "blockquote_close"):
            outer.pop()
        else:
            kind = heading or (outer[-1] if outer else BlockKind.PARAGRAPH)
            yield from (Line(words, kind) for words in _words(token))


def _words(token: Token) -> Iterator[str]:
    """Return the lines of words in one token: an inline one, a block of code, a block of HTML without its tags."""
    if token.type == "inline":
        text = "".join(_inline(child) for child in token.children or ())
    elif token.type in ("fence", "code_block"):
        text = token.content
    elif token.type == "html_block":
        text = _TAG.sub(" ", token.content)
    else:
        return
    for line in text.split("\n"):
        words = " ".join(line.split(" ")).strip(BLANKS)
        if words:
            yield words


def _inline(token: Token) -> str:
    """Return the words of one inline token; emphasis, links and tags are marks, an image has none."""
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" else ""
