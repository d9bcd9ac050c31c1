"""Speakers are found as well as they were: the floors of floors.toml, measured with the team's scorer."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import scoring

FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["speakers"]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("english_dev", "polnear_dev"),
        ("spanish_dev", "es_news_dev"),
        ("unseen_spanish", "es_unseen"),
        ("own_spanish", "es_own"),
        ("own_english", "en_own"),
    ],
)
def test_speakers(row: str, name: str) -> None:
    result = scoring.score(name)
    by_type = {kind: share for kind, (share, _) in result["speaker_acc_by_type"].items()}
    print(f"{name}: end to end {result['end2end_recall']}, precision {result['speaker_prec']}, {by_type}")
    floors = FLOORS[row]
    assert result["end2end_recall"] >= floors["end_to_end"]
    assert result["speaker_prec"] >= floors["precision"]
    for kind, least in floors.get("by_type", {}).items():
        assert by_type[kind] >= least, kind
