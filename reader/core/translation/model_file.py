"""Look into a CTranslate2 model without loading it: CTranslate2 believes its sizes, and reads beyond its weights."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_MOST_VARIABLES = 100_000
_EMBEDDINGS = {"source": "encoder/embeddings", "target": "decoder/embeddings", "shared": "/embeddings"}


def check_vocabulary(model: Path) -> None:
    """Raise ValueError when a vocabulary in the folder `model` has more words than the weights have rows.

    A file that cannot be followed to its end is left for CTranslate2 to refuse.
    """
    try:
        with (model / "model.bin").open("rb") as file:
            rows = [(name, shape[0]) for name, shape in _shapes(file) if "embeddings" in name and len(shape) == 2]
    except (struct.error, UnicodeDecodeError):
        return
    for side, where in _EMBEDDINGS.items():
        words = _count_words(model / f"{side}_vocabulary")
        least = min((count for name, count in rows if where in name), default=words)
        if words > least:
            raise ValueError(f"the {side} vocabulary has {words} words, the model {least}")


def _shapes(file: BinaryIO) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield name and shape of each variable; binary versions 2 to 6, as CTranslate2's model_spec.py writes them."""

    def number(code: str) -> int:
        size = struct.calcsize("<" + code)
        return int(struct.unpack("<" + code, file.read(size))[0])

    def text() -> str:
        return file.read(number("H")).rstrip(b"\0").decode("utf-8")

    version = number("I")
    if version >= 2:
        text()
        number("I")
    for _ in range(min(number("I"), _MOST_VARIABLES)):
        name = text()
        shape = tuple(number("I") for _ in range(number("B")))
        if version >= 4:
            number("B")
            size = number("I")
        else:
            size = number("B") * number("I")
        file.seek(size, 1)
        yield name, shape


def _count_words(path: Path) -> int:
    """Return how many words the vocabulary has, new format (JSON) or old (lines); 0 when there is none."""
    if path.with_suffix(".json").is_file():
        words = json.loads(path.with_suffix(".json").read_text("utf-8"))
        return len(words) if isinstance(words, list) else 0
    if path.with_suffix(".txt").is_file():
        with path.with_suffix(".txt").open("rb") as file:
            return sum(1 for _ in file)
    return 0
