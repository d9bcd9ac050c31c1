"""A page saved from the web: trafilatura finds the article in it; a plain reading of its paragraphs stands by.

trafilatura judges what belongs to the article and sometimes drops half of it, so what it found is compared with the
paragraphs of the page's own <article>; the plain reading is taken when too much is missing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element
from lxml.html import HtmlElement

from reader.core.errors import SourceError
from reader.core.loaders.articles import Line, article_from_lines
from reader.core.loaders.decoding import decode
from reader.core.loaders.html_tree import safe_tree
from reader.core.model import Article, BlockKind
from reader.core.text import BLANKS

_LARGEST_JUDGED = 4_000_000
"""Characters of a page that trafilatura is asked about (1.5 MB of prose a second); more is read plainly."""
_MOST_JUDGED = 50_000
"""Elements of a page that trafilatura is asked about; a long article's page has about 5,000."""
_LEAST_COVERED = 0.7
_LEAST_WORDS = 5

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([a-zA-Z0-9_:.-]{2,30})", re.IGNORECASE)
_SPACE = re.compile("[ \t\r\n\f\v]+")
_SUFFIX = re.compile(r"\s[-–—|·:]\s[^-–—|·:]{2,60}$")

_APART = re.compile(
    r"(?:^|[\s_-])(?:comments?|comentarios?|related|relacionad[oa]s?|recommend\w{0,6}|recomendad[oa]s?|promo|newsletter|"
    r"boletin|share|social|sidebar|cookies?|consent|breadcrumbs?|advert\w{0,8}|publicidad|paywall|outbrain|taboola)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})  # trafilatura calls a heading "head"
_ITEMS = frozenset({"li", "item", "dd", "dt"})
_QUOTED = frozenset({"blockquote", "quote"})
_BLOCK_NAMES = """
p div section article main body ul ol dl list table thead tbody tr row td th cell pre code figure figcaption details
summary address aside header footer nav form fieldset center caption
"""
_BLOCKS = _HEADINGS | _ITEMS | _QUOTED | frozenset(_BLOCK_NAMES.split())
_BREAKS = frozenset({"br", "lb", "hr"})
_FURNITURE = frozenset({"nav", "header", "footer", "aside", "form", "script", "noscript", "title", "label"})
_BREAK = "\0"  # stands for a line break inside an element; `safe_tree` lets no NUL through


def load_html(data: bytes, source: str) -> Article:
    """Return the article in a page; raises SourceError("no_article") when there are no words to read."""
    tree = safe_tree(decode_page(data, source))
    if tree is None:
        raise SourceError("no_article", path=source)
    paragraphs = _plain_lines(tree)
    found, about = _judged(tree) if _is_usual(tree, paragraphs) else ([], None)
    lines = found if _length(found) >= _LEAST_COVERED * _length(paragraphs) else paragraphs
    if sum(len(line.text.split()) for line in lines) < _LEAST_WORDS:
        raise SourceError("no_article", path=source)
    title = _clean(getattr(about, "title", None)) or _page_title(tree)
    author, date = _clean(getattr(about, "author", None)), _clean(getattr(about, "date", None))
    return article_from_lines(_headed(lines, title), title=title, author=author, date=date, source=source)


def decode_page(data: bytes, source: str) -> str:
    """Return a page's characters: by its byte order mark, else what it declares, else like any text."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared.group(1).decode("ascii").lower()
        name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            pass  # an unknown or wrong declaration: the bytes themselves say more
    try:
        return decode(data)
    except SourceError as error:
        raise SourceError(error.code, path=source) from error


def _is_usual(tree: HtmlElement, paragraphs: list[Line]) -> bool:
    """Tell whether a page is of a size that trafilatura reads in a few seconds."""
    return _length(paragraphs) <= _LARGEST_JUDGED and sum(1 for _ in tree.iter()) <= _MOST_JUDGED


def _judged(tree: HtmlElement) -> tuple[list[Line], Any]:
    """Ask trafilatura for the article and what is known about it."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - 0.4 s that other files need not wait for

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its log would quote the article
    try:
        about = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_formatting=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:
        return [], None
    if about is None or isinstance(about, dict):
        return [], None
    return list(_lines(about.body, frozenset())), about


def _plain_lines(tree: HtmlElement) -> list[Line]:
    """Read the paragraphs of the page's article, or of all of it, without judgement."""
    body = tree.find("body")
    if body is None:
        return []
    root = _article_root(body)
    return list(_lines(root, _FURNITURE)) or list(_lines(body, frozenset({"script"})))


def _article_root(body: _Element) -> _Element:
    """Return the element that says it holds the article, when most of the page's prose is in it."""
    for candidates in (
        [e for e in body.iter() if e.get("itemprop") == "articleBody"],
        body.iter("article"),
        body.iter("main"),
    ):
        root = max(candidates, key=_prose, default=None)
        if root is not None and 2 * _prose(root) >= _prose(body):
            return root
    return body


def _prose(element: _Element) -> int:
    """Count the characters in an element's paragraphs."""
    return sum(len(text) for paragraph in element.iter("p") for text in paragraph.itertext())


def _lines(root: _Element, skipped: frozenset[str]) -> Iterator[Line]:
    """Walk a tree (the page's or trafilatura's) and return its paragraphs in order.

    The walk keeps its own stack: elements still to enter, text still to add, kinds to go back to.
    """
    pieces: list[str] = []
    kinds = [BlockKind.PARAGRAPH]
    stack: list[tuple[str, _Element]] = [("enter", root)]
    while stack:
        step, element = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if step == "tail":
            pieces.append(element.tail or "")
            continue
        if tag in _BLOCKS:
            yield from _flushed(pieces, kinds[-1])
            if step == "leave":
                kinds.pop()
                continue
            kinds.append(_kind(tag, kinds))
        if tag in skipped or "hidden" in element.attrib or (skipped and _is_apart(element)):
            if tag in _BLOCKS:
                kinds.pop()
            continue
        if tag in _BREAKS:
            pieces.append(_BREAK)
        text = element.text or ""
        pieces.append(text.replace("\n", _BREAK) if tag in ("pre", "code") else text)
        if tag in _BLOCKS:
            stack.append(("leave", element))
        for child in reversed(element):
            stack += [("tail", child), ("enter", child)]
    yield from _flushed(pieces, kinds[-1])


def _is_apart(element: _Element) -> bool:
    """Tell whether an element says by its name that it is no part of the article."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _APART.search(names) is not None


def _flushed(pieces: list[str], kind: BlockKind) -> Iterator[Line]:
    """Return the lines gathered so far, white space collapsed as a browser does, and begin anew."""
    gathered = "".join(pieces)
    pieces.clear()
    for part in gathered.split(_BREAK):
        words = _SPACE.sub(" ", part).strip(BLANKS)
        if words:
            yield Line(words, kind)


def _kind(tag: str, outer: list[BlockKind]) -> BlockKind:
    """Return the kind of an element's text; inside a list or a block quote a paragraph stays what they are."""
    if tag in _HEADINGS:
        return BlockKind.HEADLINE if tag == "h1" and BlockKind.HEADLINE not in outer else BlockKind.SUBHEAD
    if tag in _ITEMS:
        return BlockKind.LIST_ITEM
    return BlockKind.BLOCKQUOTE if tag in _QUOTED else outer[-1]


def _headed(lines: list[Line], title: str) -> list[Line]:
    """Give the article its headline: the heading that is the title, or the title above what was found."""
    for index, line in enumerate(lines[:3]):
        if line.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD) and (not title or _same(line.text, title)):
            return [*lines[:index], Line(line.text, BlockKind.HEADLINE), *map(_below, lines[index + 1 :])]
    rest = [_below(line) for line in lines]
    return [Line(title, BlockKind.HEADLINE), *rest] if title and not _same(lines[0].text, title) else rest


def _below(line: Line) -> Line:
    """Return a line under the headline: there is one headline only."""
    return Line(line.text, BlockKind.SUBHEAD) if line.kind is BlockKind.HEADLINE else line


def _same(heading: str, title: str) -> bool:
    """Tell whether a heading is the page's title, which often carries the paper's name too."""
    first, second = (" ".join(text.casefold().split()) for text in (heading, title))
    return first == second or (len(first) > 15 and second.startswith(first)) or first.startswith(second)


def _page_title(tree: HtmlElement) -> str:
    """Return the page's own title without the name of the paper."""
    title = _clean(tree.findtext(".//title"))
    shorter = _SUFFIX.sub("", title)
    return shorter if len(shorter) >= 15 else title


def _clean(value: object) -> str:
    """Return a piece of metadata as one short line."""
    return " ".join(value.split())[:300].strip(BLANKS) if isinstance(value, str) else ""


def _length(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)
