"""Annotations without text come back with it, and only with the text they were made for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.quotes import standoff

TEXT = "«No sé», dijo Ana Roca. «Nadie lo sabe», añadió."
QUOTES = [
    {"start": 0, "end": 7, "kind": "direct", "words": 2, "speaker": {"text": "Ana Roca", "start": 14, "end": 22}},
    {"start": 24, "end": 39, "kind": "direct", "words": 3, "speaker": {"text": "Ana Roca", "start": None}},
]


def write(folder: Path, text: str) -> tuple[Path, Path]:
    source, offsets = folder / "texts.txt", folder / "texts.offsets.jsonl"
    source.write_text(f"# A comment\n\n{text}\n", encoding="utf-8")
    quotes = [quote | {"speaker": {**quote["speaker"], "type": "name"}} for quote in QUOTES]  # type: ignore[dict-item]
    article = {"text": text, "lang": "es", "quotes": quotes}
    offsets.write_text("\n".join(standoff.write(iter([article]), source)) + "\n", encoding="utf-8")
    return source, offsets


def test_offsets_give_the_words_back_and_hold_none(tmp_path: Path) -> None:
    source, offsets = write(tmp_path, TEXT)
    assert "Roca" not in offsets.read_text(encoding="utf-8")
    (article,) = standoff.read(offsets, source)
    assert article["text"] == TEXT
    assert [quote["speaker"]["text"] for quote in article["quotes"]] == ["Ana Roca", "Ana Roca"]
    assert [quote["speaker"]["start"] for quote in article["quotes"]] == [14, None]


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    source, offsets = write(tmp_path, TEXT)
    source.write_text(TEXT.replace("Ana", "Eva"), encoding="utf-8")
    with pytest.raises(ValueError, match="not the one annotated"):
        list(standoff.read(offsets, source))
