"""What is exported says what the article says, whatever reads it."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.analysis import analyse
from reader.core.export import FORMATS, Bilingual, to_csv, to_html, to_json, to_markdown
from reader.core.loaders import article_from_text
from reader.core.loaders.html import load_html
from reader.core.loaders.markdown import load_markdown
from reader.core.model import BlockKind, Language, other_language
from reader.core.translation.assemble import assemble
from reader.core.translation.base import Direction
from reader.core.translation.fake import FakeTranslator

TEXT = (
    "Islanders wait for a ferry\n\nThe ferry did not sail on Tuesday, and nobody knew why it had not come.\n\n"
    "“We were told <b>nothing</b> & *nobody* asked,” said Nora Quill, who keeps the bakery.\n\n"
    "Advertisement\n\n“=1+1 is what they pay us,” she said, and went home before noon to close her shop."
)


def bilingual(text: str, language: Language | None = None, *, translated: bool = True) -> Bilingual:
    """Return a text and its fake translation."""
    analysis = analyse(article_from_text(text, source="a.txt"), language)
    target = other_language(analysis.language.language)
    blocks = {}
    if translated:
        fake = FakeTranslator(Direction(analysis.language.language, target))
        answers = fake.translate([segment.text for segment in analysis.segments])
        done = {segment.index: answer for segment, answer in zip(analysis.segments, answers, strict=True)}
        for block in {segment.block for segment in analysis.segments}:
            blocks[block] = assemble(analysis.article, block, analysis.quotes, analysis.segments, done, target)
    return Bilingual(analysis, blocks, target)


def test_json_holds_everything() -> None:
    record = json.loads(to_json(bilingual(TEXT)))
    assert record["text"] == TEXT
    assert (record["lang"], record["target"], record["title"]) == ("en", "es", "Islanders wait for a ferry")
    for part in (*record["blocks"], *record["quotes"]):
        assert TEXT[part["start"] : part["end"]] == part["text"]
    assert record["blocks"][1]["translation"] == record["blocks"][1]["text"].upper()
    assert record["blocks"][3]["kind"] == "boilerplate" and record["blocks"][3]["translation"] is None
    assert [quote["translation"] is None for quote in record["quotes"]] == [False, False]


def test_csv_is_a_table_of_the_quotes() -> None:
    text = to_csv(bilingual(TEXT))
    assert text.startswith("\ufeffnumber,speaker,")
    first, second = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert first["quote"] == "We were told <b>nothing</b> & *nobody* asked,"
    assert "NOTHING" in first["translation"].upper()
    assert TEXT[int(first["start"]) : int(first["end"])].strip("“”") == first["quote"]
    assert second["quote"] == "'=1+1 is what they pay us,"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "|calc", "%x"])
def test_no_cell_is_a_formula(cell: str) -> None:
    from reader.core.export import _cell

    assert _cell(cell) == f"'{cell}"
    assert _cell(f"a{cell}") == f"a{cell}"


def test_markdown_reads_back_as_the_article() -> None:
    read = load_markdown(to_markdown(bilingual(TEXT)).encode(), "x.md")
    originals = [line for line in TEXT.split("\n\n") if line != "Advertisement"]
    lines = [block.span.of(read.text) for block in read.blocks]
    assert all(original in lines for original in originals)
    assert sum(block.kind is BlockKind.BLOCKQUOTE for block in read.blocks) == len(originals)
    assert any(line.startswith("Nora Quill: We were told") for line in lines)


def test_html_reads_back_as_the_article() -> None:
    page = to_html(bilingual(TEXT))
    assert "<b>nothing</b>" not in page and "&lt;b&gt;nothing&lt;/b&gt;" in page
    assert "Advertisement" not in page
    read = load_html(page.encode(), "x.html")
    for line in TEXT.split("\n\n"):
        assert line == "Advertisement" or line in read.text


def test_html_names_nothing_to_fetch_or_run() -> None:
    seen: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append((tag, dict(attrs)))

    Reader().feed(to_html(bilingual(TEXT + '\n\n“<script src="//x">x</script><img src=x onerror=y>,” she said.')))
    assert not {tag for tag, _ in seen} & {"script", "img", "link", "iframe", "base", "form"}
    assert not {name for _, names in seen for name in names} & {"src", "href", "onerror", "onload"}
    assert any("default-src 'none'" in str(names.get("content")) for _, names in seen)


def test_without_a_translation_the_original_stands_alone() -> None:
    alone = bilingual(TEXT, translated=False)
    assert "NOTHING" not in "".join(write(alone) for write in FORMATS.values())
    assert json.loads(to_json(alone))["quotes"][0]["translation"] is None


class Balance(HTMLParser):
    """Counts what is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


HOSTILE = st.one_of(
    st.text(st.characters(), max_size=150),
    st.text("“”«»\"'—<>&*_`[]#=+-@|\\ ab.A,\n\t\0\ud800\u202e1", max_size=150),
)


@given(HOSTILE)
def test_any_text_is_exported_whole(text: str) -> None:
    both = bilingual(text, "en")
    assert json.loads(to_json(both))["text"] == text
    to_json(both).encode("utf-8")
    balance = Balance()
    balance.feed(to_html(both))
    balance.close()
    assert balance.open == []
    rows = list(csv.reader(io.StringIO(to_csv(both).removeprefix("\ufeff"))))
    assert len(rows) == 1 + sum(1 for _ in both.said())
    assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_a_word_means_itself_in_markdown(word: str) -> None:
    both = bilingual(f"{word} xx", "en", translated=False)
    if both.article.blocks and both.article.blocks[0].kind is BlockKind.PARAGRAPH:
        read = load_markdown(to_markdown(both).encode(), "x.md")
        assert read.text.startswith(f"{word} xx")
