"""Parse a page without trusting it: a small lxml tree with words, structure and metadata, and nothing else in it.

The page is read as a stream of tags, so nesting of any depth and bombs of tags cost time in proportion to their
length. Scripts, styles, forms, frames and drawings never enter the tree; neither do addresses, so there is nothing
in it that could be fetched or run, and what lies nested deeper than `_DEEPEST` is kept, flat.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HtmlElementClassLookup

_DEEPEST = 100
_MOST_ELEMENTS = 200_000
_LONGEST_VALUE = 400
_SKIPPED = frozenset(
    {"style", "template", "svg", "math", "iframe", "frame", "object", "embed", "applet", "canvas", "audio", "video"}
    | {"button", "select", "option", "textarea", "input", "base", "link", "img", "picture", "source", "map", "area"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track"}
    | {"wbr"}
)
_ATTRIBUTES = frozenset(
    {"class", "id", "itemprop", "itemtype", "property", "name", "content", "rel", "datetime", "lang", "role", "charset"}
    | {"type", "data-testid", "data-component", "aria-hidden", "hidden", "pubdate", "title"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"}
)
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9]{0,30}")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINKED_DATA = "application/ld+json"


def safe_tree(page: str) -> HtmlElement | None:
    """Return the words and structure of `page`, or None when it holds no element at all."""
    target = _Target()
    parser = etree.HTMLParser(target=target, no_network=True, huge_tree=True)
    try:
        parser.feed(_ILLEGAL.sub("\ufffd", page))
        tree: HtmlElement | None = parser.close()
    except (etree.LxmlError, AssertionError, ValueError):
        tree = target.close()
    return tree


class _Target:
    """Receives tags and text as they are read; keeps what `safe_tree` promises."""

    def __init__(self) -> None:
        lookup = HtmlElementClassLookup()
        maker = etree.HTMLParser()
        maker.set_element_class_lookup(lookup)
        self._builder = etree.TreeBuilder(element_factory=maker.makeelement)
        self._open: list[str] = []
        self._skipping: list[str] = []
        self._elements = 0
        self._broken = False  # nothing since the last line break
        self._builder.start("html", {})

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipping:
            if tag == self._skipping[0] and tag not in _VOID:
                self._skipping.append(tag)
            return
        if tag in _SKIPPED or (tag == "script" and attributes.get("type", "").lower() != _LINKED_DATA):
            if tag not in _VOID:
                self._skipping.append(tag)
            return
        if tag == "html" or not _NAME.fullmatch(tag):
            return
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            self._builder.data(" ")
            return
        if len(self._open) >= _DEEPEST:
            if self._broken or tag in _INLINE:
                return
            tag, attributes = "br", {}
        self._broken = tag == "br"
        kept = {
            name: _ILLEGAL.sub("\ufffd", value[:_LONGEST_VALUE])
            for name, value in attributes.items()
            if name in _ATTRIBUTES
        }
        self._builder.start(tag, kept)
        if tag in _VOID:
            self._builder.end(tag)
        else:
            self._open.append(tag)

    def end(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
            return
        # The parser closes what the page forgot, in order; an end without a start belongs to a flattened element.
        if self._open and self._open[-1] == tag:
            self._open.pop()
            self._builder.end(tag)

    def data(self, data: str) -> None:
        if not self._skipping:
            self._broken = self._broken and data.isspace()
            self._builder.data(_ILLEGAL.sub("\ufffd", data))  # once more: "&#1;" only now is one

    def comment(self, _text: str) -> None:
        """Drop a comment."""

    def pi(self, _target: str, _data: str | None = None) -> None:
        """Drop a processing instruction."""

    def doctype(self, *_args: object) -> None:
        """Drop a document type; no entity it declares is known here."""

    def close(self) -> HtmlElement | None:
        while self._open:
            self._builder.end(self._open.pop())
        if not self._elements:
            return None
        self._builder.end("html")
        return self._builder.close()
