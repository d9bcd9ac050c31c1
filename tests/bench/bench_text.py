"""Opening, quotes and speakers for 1 KB to 10 MB of text, and how the time grows with the length."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path

from reader.core.analysis import analyse
from reader.core.loaders import article_from_text
from reader.core.model import Article, Language
from reader.core.paths import resources
from reader.core.quotes import find_quotes

from .figures import Figure, best_of

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
WORDS = 1_500


def text_of(language: Language, size: int) -> str:
    """Return `size` characters of the samples in a language, over and over."""
    whole = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted((resources() / "articles").glob(f"{language}-*")))
    return (whole * (size // len(whole) + 1))[:size]


def article_of(path: Path, words: int) -> Article:
    """Return the start of an article, repeated where it is too short."""
    text = path.read_text(encoding="utf-8")
    while len(text.split()) < words:
        text += "\n\n" + text
    cut = len(" ".join(text.split(" ")[:words]))
    return article_from_text(text[:cut])


def measure(*, quick: bool = False) -> list[Figure]:
    """Return the figures; `quick` leaves out the largest size."""
    figures = []
    languages: tuple[Language, ...] = ("en", "es")
    for language in languages:
        sizes = SIZES[:-1] if quick else SIZES
        spent = {}
        for size in sizes:
            text = text_of(language, size)
            article = article_from_text(text)
            opened = best_of(3 if size < 1_000_000 else 1, partial(article_from_text, text))
            spent[size] = best_of(3 if size < 1_000_000 else 1, partial(find_quotes, article, language))
            rate = size / 1e6 / spent[size]
            figures.append(Figure(f"blocks, {language}, {size // 1000} KB", opened * 1000, "ms"))
            figures.append(
                Figure(f"quotes and speakers, {language}, {size // 1000} KB", rate, "MB/s", goal=">= 1 MB/s")
            )
        last, before = sizes[-1], sizes[-2]
        exponent = math.log10(spent[last] / spent[before])
        figures.append(
            Figure(
                f"growth, {language}, {before // 1000} to {last // 1000} KB",
                exponent,
                "exponent",
                spent[last] / spent[before],
                "a tenth of it",
                "<= 11 x",
            )
        )
        sample = sorted((resources() / "articles").glob(f"{language}-*"))[0]
        whole = best_of(5, partial(analyse, article_of(sample, WORDS)))
        figures.append(Figure(f"analysis of {WORDS:,} words, {language}", whole * 1000, "ms", goal="< 50 ms"))
    return figures
