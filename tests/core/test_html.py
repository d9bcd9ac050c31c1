"""Saved pages: the article is found whole, and nothing the page names is ever touched."""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.errors import SourceError
from reader.core.loaders import load
from reader.core.loaders.html import load_html
from reader.core.loaders.html_tree import safe_tree
from reader.core.model import Article, BlockKind
from tests.helpers.blocks import check_blocks, lines
from tests.helpers.pages import PAGE, PARAGRAPHS
from tests.helpers.timing import timed


def article(page: str) -> Article:
    return load_html(page.encode("utf-8"), "page.html")


def test_an_article_is_found_whole_with_its_structure() -> None:
    found = article(PAGE)
    assert lines(found) == [
        ("headline", "El río vuelve"),
        ("paragraph", PARAGRAPHS[0]),
        ("subhead", "Una mañana distinta"),
        ("paragraph", PARAGRAPHS[1]),
        ("list_item", "Primera medida: limpiar el cauce."),
        ("list_item", "Segunda medida: vigilar el puente viejo."),
        ("blockquote", PARAGRAPHS[3]),
        ("boilerplate", "Publicidad"),
        ("paragraph", PARAGRAPHS[2]),
    ]
    assert (found.title, found.author, found.date) == ("El río vuelve", "Ana Ruiz", "2024-05-03")


@pytest.mark.parametrize("suffix", [".html", ".htm", ".xhtml", ".HTML", ".asp", ""])
def test_a_page_is_known_by_its_suffix_or_its_beginning(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"page{suffix}"
    path.write_text(PAGE, encoding="utf-8")
    assert load(path).title == "El río vuelve"
    assert load(str(path)).source == str(path)


def test_nothing_is_opened_or_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    article(PAGE)  # what trafilatura reads of its own on first use is read now
    opened: list[object] = []

    def watched(function: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            opened.append(args[0])
            return function(*args, **kwargs)

        return call

    with monkeypatch.context() as patch:  # conftest fails any connection
        patch.setattr(builtins, "open", watched(open))
        patch.setattr(os, "open", watched(os.open))
        found = article(PAGE)
    assert opened == []
    for secret in ("root:", "script words", "form words", "color: red", "Enviar"):
        assert secret not in found.text


def test_the_tree_holds_no_address_and_no_script() -> None:
    tree = safe_tree(PAGE)
    assert tree is not None
    tags = {element.tag for element in tree.iter()}
    assert not tags & {"script", "style", "iframe", "img", "link", "input", "button"}
    names = {name for element in tree.iter() for name in element.attrib}
    assert not names & {"href", "src", "action", "onload", "onerror", "style"}


def test_a_page_that_is_one_long_article_loses_no_paragraph() -> None:
    paragraphs = [f"Párrafo {number}: {PARAGRAPHS[number % 4]}" for number in range(400)]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    found = article(f"<html><head><title>Largo</title></head><body><article>{body}</article></body></html>")
    shown = [words for _, words in lines(found)]
    assert [words for words in shown if words.startswith("Párrafo")] == paragraphs


def test_paragraphs_without_an_article_element() -> None:
    body = "".join(f"<div><p>{paragraph}</p></div>" for paragraph in PARAGRAPHS)
    found = article(f"<html><body><div id='x'>{body}</div></body></html>")
    assert [words for _, words in lines(found)] == list(PARAGRAPHS)


def test_comments_and_related_cards_stay_outside() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    comments = "".join(f"<p>{paragraph} Qué vergüenza, de verdad, lo digo yo.</p>" for paragraph in PARAGRAPHS * 3)
    cards = "".join(f"<article><h3>Otra noticia</h3><p>{paragraph[:40]}</p></article>" for paragraph in PARAGRAPHS)
    found = article(
        f"<html><body><main><article>{body}<section class='comments-list'>{comments}</section></article>"
        f"<div id='related'>{cards}</div></main></body></html>"
    )
    assert [words for _, words in lines(found)] == list(PARAGRAPHS)


def test_the_byline_in_the_text_is_one() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    found = article(
        f"<html><body><article><h1>El río vuelve</h1><p>3 de mayo de 2024</p>{body}</article></body></html>"
    )
    assert lines(found)[1] in [("byline", "3 de mayo de 2024"), ("paragraph", PARAGRAPHS[0])]


def test_line_breaks_part_paragraphs() -> None:
    found = article(f"<html><body><article><p>{'<br><br>'.join(PARAGRAPHS)}</p></article></body></html>")
    assert [words for _, words in lines(found)] == list(PARAGRAPHS)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso-8859-1", "utf-16"])
@pytest.mark.parametrize("declared", [True, False])
def test_encodings_declared_or_not(encoding: str, declared: bool) -> None:
    page = PAGE.replace("“", '"').replace("”", '"')
    charset = f'<meta charset="{encoding}">' if declared else ""
    found = load_html(page.replace('<meta charset="utf-8">', charset).encode(encoding), "x")
    assert "mañana para ver el agua" in found.text


@pytest.mark.parametrize(
    "charset", ["no-such-thing", "utf-8", "utf-7", "rot13", "zlib", "idna", "punycode", "undefined"]
)
def test_a_wrong_declaration_does_no_harm(charset: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"').encode("cp1252")
    assert "mañana para ver el agua" in load_html(page, "x").text


EMPTY = [
    "<html></html>",
    "<html><body></body></html>",
    "<!doctype html>",
    "<script>x</script>",
    "<p>one two</p>",
    "<",
    "&",
]


@pytest.mark.parametrize("page", EMPTY)
def test_a_page_without_an_article_says_so(page: str) -> None:
    with pytest.raises(SourceError) as refused:
        article(page)
    assert refused.value.code == "no_article"


WORDS = "some words that are read in the end, all of them, however deep they lie"
BOMBS = {
    "nested": "<div>" * 10_000 + WORDS + "</div>" * 10_000,
    "nested without end": "<p><b><i>" * 10_000 + WORDS,
    "nested lists": "<ul><li>" * 10_000 + WORDS,
    "nested tables": "<table><tr><td>" * 10_000 + WORDS,
    "entities": '<!DOCTYPE x [<!ENTITY a "bomb"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><p>&c; ' + WORDS,
    "outside entity": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a; ' + WORDS,
    "attributes": "<p " + "a=1 " * 100_000 + ">" + WORDS,
    "long attribute": '<p class="' + "x" * 1_000_000 + '">' + WORDS,
    "comments": "<!--" * 100_000 + "--><p>" + WORDS,
    "ends": "</div>" * 100_000 + "<p>" + WORDS,
    "brackets": "<" * 100_000 + "<p>" + WORDS,
    "many elements": "<p>" + "<i></i>" * 500_000 + WORDS,
    "many breaks": "<br>" * 200_000 + "<p>" + WORDS,
    "data address": '<img src="data:image/png;base64,' + "A" * 5_000_000 + '"><p>' + WORDS,
    "long style": "<style>" + "a{}" * 1_000_000 + "</style><p>" + WORDS,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_read_in_no_time(name: str) -> None:
    found, seconds = timed(lambda: article(f"<html><body>{BOMBS[name]}</body></html>"))
    assert seconds < 5
    assert WORDS in found.text
    assert "root:" not in found.text


def test_five_megabytes_are_read_whole() -> None:
    body = "".join(f"<p>{number} {PARAGRAPHS[number % 4]}</p>" for number in range(45_000))
    found, seconds = timed(lambda: article(f"<html><body><article>{body}</article></body></html>"))
    assert seconds < 15
    assert len(found.blocks) == 45_000


PIECES = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<article>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#0;",
    "&#1;",
    "&#xD800;",
]
PIECES += [
    "<br>",
    "<li>",
    "<script>",
    "</script>",
    "<svg>",
    "<h1>",
    "</h1>",
    "\0",
    "\ud800",
    "ñ",
    "“Hola”",
    "<a href=",
    "'",
    '"',
]
PIECES += [
    " ",
    "\n",
    "words and more words ",
    PARAGRAPHS[0],
    "<meta charset=x>",
    "<title>",
    "<template>",
    "<pre>",
    "<td>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_page_is_read_or_refused(page: str) -> None:
    try:
        found = load_html(page.encode("utf-8", "surrogatepass"), "x")
    except SourceError as refused:
        assert refused.code in ("no_article", "binary")
        return
    check_blocks(found)
    assert sum(block.kind is BlockKind.HEADLINE for block in found.blocks) <= 1
