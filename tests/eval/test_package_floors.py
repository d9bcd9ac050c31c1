"""The bundled packages are as good as they were: chrF, BLEU, robustness, size, what they say about themselves.

Floors are in floors.toml. Two layers are measured: the package by CTranslate2 alone, and the way the program uses it,
which may be no worse.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import sacrebleu

from reader.core.translation.base import Direction
from tests.helpers.measured import news, pairs, robust_rows
from tests.helpers.robustness import broken
from tests.helpers.translated import DIRECTIONS, bundled, translated_by_program, translated_raw

HERE = Path(__file__).parent
FLOORS: dict[str, Any] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["packages"]
ROWS = robust_rows()
METADATA = ("package_version", "argos_version", "from_code", "from_name", "to_code", "to_name", "type", "license")

every_direction = pytest.mark.parametrize("direction", DIRECTIONS, ids=str)
both_layers = pytest.mark.parametrize("layer", ["raw", "program"])


def translated(layer: str, direction: Direction, lines: list[str], data: Path) -> list[str]:
    if layer == "raw":
        return translated_raw(bundled(direction).folder, lines)
    return translated_by_program(direction, lines, data, beam=4)


@every_direction
def test_the_pairs_are_what_they_should_be(direction: Direction) -> None:
    sources, references = pairs(direction)
    assert len(set(sources)) == len(set(references)) == 100
    assert all(3 <= len(source.split()) <= 40 for source in sources)
    rows = [row for row in ROWS if row["from"] == direction.source]
    assert len({row["text"] for row in rows}) == 140


@both_layers
@every_direction
def test_chrf_on_our_own_pairs(direction: Direction, layer: str, data_dir: Path) -> None:
    sources, references = pairs(direction)
    score = sacrebleu.corpus_chrf(translated(layer, direction, sources, data_dir), [references]).score
    print(f"chrF {direction} {layer}: {score:.2f}")
    assert score >= FLOORS["chrf"][layer][str(direction)]


@both_layers
@every_direction
def test_robustness(direction: Direction, layer: str, data_dir: Path) -> None:
    rows = [row for row in ROWS if row["from"] == direction.source]
    results = translated(layer, direction, [row["text"] for row in rows], data_dir)
    wrong = [
        (row["id"], failed, row["text"], text)
        for row, text in zip(rows, results, strict=True)
        if (failed := broken(row, text))
    ]
    print(f"robust {direction} {layer}: {len(rows) - len(wrong)} of {len(rows)}")
    print(*wrong, sep="\n")
    assert len(rows) - len(wrong) >= FLOORS["robust"][layer][str(direction)]


@every_direction
def test_bleu_on_news(direction: Direction) -> None:
    sources, references = (news(code)[::4] for code in direction)
    score = sacrebleu.corpus_bleu(translated_raw(bundled(direction).folder, sources), [references]).score
    print(f"BLEU {direction}, every fourth line of newstest2012: {score:.2f}")
    assert score >= FLOORS["bleu"][str(direction)]


@every_direction
def test_the_package_says_what_it_is(direction: Direction) -> None:
    package = bundled(direction)
    metadata = json.loads((package.folder / "metadata.json").read_text(encoding="utf-8"))
    assert all(metadata.get(field) for field in METADATA)
    assert package.folder.name == f"translate-{direction.source}_{direction.target}-{package.version.replace('.', '_')}"
    readme = (package.folder / "README.md").read_text(encoding="utf-8")
    assert package.version in readme
    assert all(f"## {part}" in readme for part in ("Data", "Recipe", "Scores", "Limits", "Reproduce"))
    assert metadata["license"] in (package.folder / "LICENSE").read_text(encoding="utf-8")
    assert package.size <= FLOORS["most_bytes"]
