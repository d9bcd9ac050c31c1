"""What the bundled packages are measured by: our own pairs and robust lines, and the news of newstest2012."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.core.translation.base import Direction
from tests.helpers.shared import shared_path

EVAL = Path(__file__).resolve().parents[1] / "eval"


def pairs(direction: Direction) -> tuple[list[str], list[str]]:
    """Return the sentences of our own pairs and their reference translations."""
    table = EVAL / f"translation_pairs_{direction.source}_{direction.target}.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    return [source for source, _ in rows], [reference for _, reference in rows]


def robust_rows() -> list[dict[str, Any]]:
    """Return the robust lines of both directions, each with its checks (tests/helpers/robustness.py)."""
    return [json.loads(line) for line in (EVAL / "robustness.jsonl").read_text(encoding="utf-8").splitlines()]


def news(language: str) -> list[str]:
    """Return newstest2012's lines in a language, or skip the running test where it is not at hand."""
    return shared_path(f"training/dev/newstest2012.{language}").read_text(encoding="utf-8").splitlines()
