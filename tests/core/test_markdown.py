"""Markdown: marks are read, words stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.errors import SourceError
from reader.core.loaders import load
from reader.core.loaders.markdown import load_markdown
from reader.core.model import Article
from tests.helpers.blocks import check_blocks, lines
from tests.helpers.pages import MARKDOWN
from tests.helpers.timing import fastest


def article(text: str) -> Article:
    return load_markdown(text.encode("utf-8"), "x.md")


def test_structure_and_words() -> None:
    found = article(MARKDOWN)
    assert (found.title, found.author, found.date) == ("El barco", "Nora Quílez", "2024-05-03")
    assert lines(found) == [
        ("headline", "El barco que no salió"),
        (
            "paragraph",
            "El transbordador no salió el martes, y los isleños volvieron a casa. «Nada», dijo Nora.",
        ),
        ("blockquote", "Nadie nos dice nada."),
        ("list_item", "aceite"),
        ("list_item", "pan"),
        ("list_item", "de centeno"),
        ("subhead", "Y ahora qué"),
        ("paragraph", "Primera línea"),
        ("paragraph", "segunda línea"),
        ("paragraph", "Un aviso"),
        ("boilerplate", "Advertisement"),
        ("paragraph", "Fin."),
    ]


@pytest.mark.parametrize("suffix", [".md", ".markdown", ".MD"])
def test_it_is_known_by_its_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text("# Title\n\nSome *words*.", encoding="utf-8")
    assert load(path).text == "Title\n\nSome words."


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert lines(article("---\n\nWords here.\n\n---\n\nMore words."))[0] == ("paragraph", "Words here.")


def test_two_headings_make_one_headline() -> None:
    assert [kind for kind, _ in lines(article("# One\n\n# Two\n\nwords"))] == ["headline", "subhead", "paragraph"]


def test_a_file_of_marks_alone_is_still_shown() -> None:
    assert lines(article("***\n---")) != []


def test_binary_is_refused() -> None:
    with pytest.raises(SourceError) as refused:
        load_markdown(bytes(1000), "x.md")
    assert refused.value.code == "binary"
    assert refused.value.values == {"path": "x.md"}


UNITS = [
    "[",
    "*a **a ",
    "`a",
    "> ",
    "- ",
    "<",
    "![",
    "_a",
    "a\n",
    "|a",
    "&",
    "\\",
    "1. ",
    "#",
    "<!--",
    "[a](",
    "~~~\n",
    "\t",
]


@pytest.mark.parametrize("unit", UNITS)
def test_bombs_are_read_in_no_time(unit: str) -> None:
    text = "words " + unit * (60_000 // len(unit))
    assert fastest(lambda: article(text), 1) < 5


@given(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.text("#*_>-[]()`!<\n ab1.|&", max_size=200)
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = article(text)
    except SourceError as refused:
        assert refused.code in ("empty", "binary")
        return
    check_blocks(found)
