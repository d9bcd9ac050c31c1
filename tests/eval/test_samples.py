"""The first articles a new user sees: their quotes, kinds and speakers, as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.analysis import analyse
from reader.core.loaders import load
from reader.core.model import Quote, QuoteKind
from reader.core.paths import resources

TABLE = Path(__file__).with_name("samples.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
# Share of rows that must be right; raised as the rules learn, never lowered without a reason beside it.
FOUND, KIND, SPEAKER = 0.98, 0.90, 0.97


def quotes_of(name: str) -> tuple[str, tuple[Quote, ...]]:
    article = load(resources() / "articles" / f"{name}.md")
    return article.text, analyse(article).quotes


@pytest.fixture(scope="module")
def found() -> list[tuple[list[str], Quote | None]]:
    pairs = []
    for name in sorted({row[0] for row in ROWS}):
        text, quotes = quotes_of(name)
        for row in (row for row in ROWS if row[0] == name):
            match = [
                q for q in quotes if text.startswith(row[1], q.inner.start) or text.startswith(row[1], q.span.start)
            ]
            pairs.append((row, match[0] if match else None))
    return pairs


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_every_quote_is_found(found: list[tuple[list[str], Quote | None]]) -> None:
    missing = [row[:2] for row, quote in found if quote is None]
    assert share([quote is not None for _, quote in found]) >= FOUND, missing


def test_kinds_are_right(found: list[tuple[list[str], Quote | None]]) -> None:
    def shown(kind: str) -> bool:
        return kind != QuoteKind.NON_SPEECH

    wrong = [(row, quote.kind) for row, quote in found if quote and shown(quote.kind) != shown(row[2])]
    assert 1 - len(wrong) / len(found) >= KIND, wrong


def test_speakers_are_right(found: list[tuple[list[str], Quote | None]]) -> None:
    judged = [(row, quote) for row, quote in found if quote and row[2] != "non_speech" and row[3] != "-"]
    wrong = [
        (row[1], row[3], quote.speaker and quote.speaker.name)
        for row, quote in judged
        if quote.speaker is None or row[3].split()[-1] not in f"{quote.speaker.name} {quote.speaker.text}"
    ]
    for row in wrong:
        print(*row, sep=" | ")
    assert 1 - len(wrong) / len(judged) >= SPEAKER, wrong


def test_no_speaker_is_invented(found: list[tuple[list[str], Quote | None]]) -> None:
    """A headline's quote may be given to whom the article quotes with it, never to a word that is no person."""
    people = {row[3].split()[-1] for row in ROWS if row[3] != "-"}
    invented = [
        (row[1], quote.speaker.name)
        for row, quote in found
        if quote and row[3] == "-" and row[2] != "non_speech" and quote.speaker and quote.confidence >= 0.5
        if not any(name in quote.speaker.name for name in people)
    ]
    assert not invented
