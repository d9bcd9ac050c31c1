"""Texts translated by the bundled packages: by CTranslate2 alone, and the way the program does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

import ctranslate2
import sentencepiece

from reader.core.analysis import Analysis, analyse
from reader.core.loaders import pasted
from reader.core.model import Language, Translation
from reader.core.paths import DataDir, resources
from reader.core.settings import Settings
from reader.core.translation.assemble import assemble
from reader.core.translation.base import Direction
from reader.core.translation.engine import worker_count
from reader.core.translation.packages import Package, read_package
from reader.core.translation.service import TranslationService

DIRECTIONS = (Direction("en", "es"), Direction("es", "en"))


@cache
def bundled(direction: Direction) -> Package:
    """Return the bundled package of a direction; there is exactly one."""
    packages = [read_package(folder, bundled=True) for folder in sorted((resources() / "models").iterdir())]
    [package] = [package for package in packages if package.direction == direction]
    return package


def translated_raw(folder: Path, lines: Sequence[str], beam: int = 4) -> list[str]:
    """Translate each line by the package in `folder` with nothing but its tokenizer around it."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    model = ctranslate2.Translator(str(folder / "model"), inter_threads=worker_count(0), intra_threads=1)
    tokens = processor.encode(list(lines), out_type=str)
    results = model.translate_batch(tokens, beam_size=beam, max_batch_size=512, batch_type="tokens")
    return [processor.decode(result.hypotheses[0]) for result in results]


def translated_by_program(direction: Direction, lines: Sequence[str], data: Path, beam: int = 2) -> list[str]:
    """Translate each line as an article of its own: quotes, segments, masks, checks and house style included.

    `data` is an empty folder for the translation memory.
    """
    source, target = cast(Language, direction.source), cast(Language, direction.target)
    articles = [analyse(pasted(line), source) for line in lines]
    numbered = [replace(segment, index=0) for article in articles for segment in article.segments]
    segments = [replace(segment, index=index) for index, segment in enumerate(numbered)]
    service = TranslationService(DataDir(data), replace(Settings(), beam=beam))
    try:
        done = service.translate(direction, segments)
    finally:
        service.close()
    results, first = [], 0
    for article in articles:
        own = {index: done[first + index] for index in range(len(article.segments))}
        first += len(article.segments)
        results.append(_put_together(article, own, target))
    return results


def _put_together(article: Analysis, done: dict[int, Translation], target: Language) -> str:
    blocks = [
        assemble(article.article, number, article.quotes, article.segments, done, target)
        for number in range(len(article.article.blocks))
    ]
    return "\n".join(block.text for block in blocks)
