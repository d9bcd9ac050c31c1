"""Quote spans and kinds are as good as they were: the floors of floors.toml, measured with the team's scorer."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.core.model import QuoteKind
from tests.helpers import scoring

FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["quotes"]
NOVELS_AND_INTERVIEWS = ("novel", "interview", "chronicle")


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("english_dev", "polnear_dev"),
        ("english_train", "polnear_train"),
        ("spanish_dev", "es_news_dev"),
        ("unseen_spanish", "es_unseen"),
        ("own_spanish", "es_own"),
        ("own_english", "en_own"),
    ],
)
def test_exact_spans(row: str, name: str) -> None:
    precision, recall, f1 = scoring.score_spans(name)["exact"]
    print(f"{name}: precision {precision}, recall {recall}, F1 {f1}")
    assert f1 >= FLOORS[row]["f1"]
    assert precision >= FLOORS[row].get("precision", 0)


def test_raya_dialogue() -> None:
    rows = [row for row in scoring.gold("es_own") if row["genre"].startswith(NOVELS_AND_INTERVIEWS)]
    assert len(rows) >= 10
    precision, recall, f1 = scoring.score_spans("es_own", rows, 1)["exact"]
    print(f"novels and interviews: precision {precision}, recall {recall}, F1 {f1}")
    assert f1 >= FLOORS["own_dialogue"]["f1"]


@pytest.mark.parametrize(("floor", "name"), [("spanish_dev", "es_news_dev"), ("unseen_spanish", "es_unseen")])
def test_titles_nicknames_and_slogans_are_not_shown_as_speech(floor: str, name: str) -> None:
    shown = total = 0
    for row in scoring.gold(name):
        speech = [quote.span for quote in scoring.spans(name)[row["id"]] if quote.kind != QuoteKind.NON_SPEECH]
        for span in row["nonquotes"]:
            total += 1
            shown += any(start < span["end"] and span["start"] < end for start, end in speech)
    print(f"not speech, yet shown: {shown} of {total}")
    assert shown <= FLOORS[floor]["most_non_speech_shown"]


def test_conventions() -> None:
    wrong = []
    for row in scoring.gold("conventions"):
        text = row["text"]
        wanted = sorted(piece for quote in row["quotes"] for piece in scoring.scorer().pieces(text, quote))
        got = sorted(
            piece
            for quote in scoring.spans("conventions")[row["id"]]
            if quote.kind is not QuoteKind.NON_SPEECH
            for piece in scoring.scorer().pieces(text, scoring.as_record(quote))
        )
        if wanted != got:
            wrong.append((row["id"], row["convention"], [text[start:end] for start, end in got]))
    print(*wrong, sep="\n")
    assert len(scoring.gold("conventions")) - len(wrong) >= FLOORS["conventions"]["right"]
