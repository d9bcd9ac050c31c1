"""Mutated real files through everything that happens before a translator: nothing crashes, hangs, or gets lost."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.cli.quotes import _answer
from reader.core.analysis import Analysis, analyse
from reader.core.errors import SourceError
from reader.core.export import FORMATS, Bilingual
from reader.core.language import block_languages
from reader.core.loaders import load_bytes, pasted
from reader.core.model import BlockKind, Span, other_language
from reader.core.paths import resources
from reader.core.text import Utf16Map, sentence_spans
from tests.helpers.blocks import check_blocks
from tests.helpers.fuzz import cases as cases_of
from tests.helpers.pages import MARKDOWN, PAGE
from tests.helpers.timing import fastest

pytestmark = pytest.mark.fuzz

CASES = cases_of(40)
LONGEST = 2.0
"""Seconds a case may take; a case is a file of some 5 KB."""

SAMPLES = [path.read_bytes() for path in sorted((resources() / "articles").iterdir()) if path.is_file()]
HOSTILE = [
    *(
        text.encode("utf-8", "surrogatepass")
        for text in ("“", "”", "«", "»", "‘", "’", '"', "'", "—", "–", "-", "\u2015")
    ),
    *(text.encode() for text in ("\0", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\x85", "😀", "é", "e\u0301")),
    *(b"\xff", b"\xed\xa0\x80", b"\xc3", b"\r", b"\n", b"\r\n", b"\n\n", b"\t", b" " * 50, b"\xc2\xa0"),
    *(b"<", b">", b"&", b"&#xD800;", b"<p>", b"</p>", b"<!--", b"-->", b"<script>", b"]]>", b"<div>" * 300),
    *(b"#", b"> ", b"- ", b"*", b"`", b"[", b"](", b"|", b"---\n", b"Advertisement\n", b"Related News\n", b"\nBy "),
    *(b"said", b", dijo ", b"?", b"!", b"...", b"Mr. ", b"1.", b"(" * 40, "“«‘".encode() * 20, b"a" * 3000),
]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return `data` after a few things that disks, encoders, editors and enemies do."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) + 1)
        length = min(len(data) - at, int(chance.expovariate(1 / 60)))
        piece = data[at : at + length]
        match chance.randrange(7):
            case 0:
                data = data[:at] + data[at + length :]
            case 1:
                data = data[:at] + piece * chance.randint(2, 30) + data[at + length :]
            case 2:
                data = data[:at] + chance.choice(HOSTILE) * chance.choice((1, 1, 2, 50)) + data[at:]
            case 3:
                data = data[:at] + bytes(chance.randrange(256) for _ in range(min(length, 40))) + data[at + length :]
            case 4:
                to = chance.randrange(len(data) + 1)
                data = data[:to] + piece + data[to:]
            case 5:
                data = data[:at] + data[at:].replace(chance.choice(HOSTILE), chance.choice(HOSTILE), 20)
            case _:
                data = data[:at] if chance.random() < 0.2 else data[: at + length] + data[at:]
        data = data[:60_000] or b"x"
    return data


def bounded(case: Callable[[], None]) -> None:
    assert fastest(case, 1) < LONGEST


def check(analysis: Analysis) -> None:
    """Assert what must hold of any analysed article, and export it in every format."""
    article = analysis.article
    text, size = article.text, len(article.text)
    check_blocks(article)
    for block in article.blocks:
        if block.kind is not BlockKind.BOILERPLATE:
            for sentence in sentence_spans(text, block.span, analysis.language.language):
                assert block.span.contains(sentence)
    for index, quote in enumerate(analysis.quotes):
        assert quote.index == index and 0 <= quote.utterance <= index
        assert 0 <= quote.span.start <= quote.inner.start <= quote.inner.end <= quote.span.end <= size
        for span in (quote.cue, quote.speaker.span if quote.speaker else None):
            assert span is None or 0 <= span.start < span.end <= size
    for segment in analysis.segments:
        assert all(0 <= start < end <= size for start, end in segment.spans)
        assert article.blocks[segment.block].kind is not BlockKind.BOILERPLATE
    units = Utf16Map(text)
    assert units.to_python(units.to_utf16(size)) == size
    block_languages(article, analysis.language.language)
    alone = Bilingual(analysis, {}, other_language(analysis.language.language))
    for write in FORMATS.values():
        assert isinstance(write(alone), str)


def cases(seed: str, sources: list[bytes]) -> Iterator[tuple[int, bytes]]:
    for number in range(CASES):
        chance = random.Random(f"{seed} {number}")
        yield number, mutated(chance.choice(sources), chance)


@pytest.mark.timeout(0)
@pytest.mark.parametrize(
    ("suffix", "sources"),
    [(".txt", SAMPLES), (".md", [MARKDOWN.encode(), *SAMPLES]), (".html", [PAGE.encode()])],
    ids=["plain", "markdown", "html"],
)
def test_mutated_files(suffix: str, sources: list[bytes]) -> None:
    for number, data in cases(suffix, sources):

        def case(number: int = number, data: bytes = data) -> None:
            try:
                article = load_bytes(data, f"{number}{suffix}", suffix)
            except SourceError as refused:
                assert refused.code in ("empty", "binary", "no_article")
                return
            check(analyse(article))

        bounded(case)


@pytest.mark.timeout(0)
def test_mutated_pastes() -> None:
    for _, data in cases("paste", SAMPLES):
        text = data.decode("utf-8", "surrogateescape")

        def case(text: str = text) -> None:
            try:
                check(analyse(pasted(text)))
            except SourceError as refused:
                assert refused.code == "empty_paste"

        bounded(case)


@pytest.mark.timeout(0)
def test_mutated_streams() -> None:
    lines = [json.dumps({"id": 1, "text": sample.decode("utf-8"), "lang": "es"}).encode() for sample in SAMPLES]
    for number, data in cases("jsonl", lines):

        def case(number: int = number, data: bytes = data) -> None:
            answer, complaint = _answer(data.replace(b"\n", b" "), number)
            assert bool(complaint) == ("error" in answer)
            for quote in answer["quotes"]:
                assert 0 <= quote["start"] < quote["end"]
                assert len(quote["text"]) == quote["end"] - quote["start"]

        bounded(case)


@pytest.mark.parametrize("unit", ["“a” ", "a. ", "—", '"', "“", "x\n", "¿", "«a» dijo. ", "Mr. "])
def test_one_long_line_is_loaded_and_split(unit: str, tmp_path: Path) -> None:
    data = (unit * (300_000 // len(unit.encode()))).encode()

    def loaded_and_split() -> None:
        article = load_bytes(data, str(tmp_path / "a.txt"), ".txt")
        sentence_spans(article.text, Span(0, len(article.text)), "en")

    assert fastest(loaded_and_split, 1) < 10
