"""Learn the weights of reader/core/quotes/kinds.json, which tell speech from titles, nicknames and scare quotes.

A logistic regression over `reader.core.quotes.features`, fitted by Newton's method, so that the same data always give
the same weights. What PolNeAR's annotators attributed to a speaker is speech; what else stands between quotation marks
in its train split is not. Our own sentences (sentences.tsv: language, one letter a quote, text) add what American
newspapers do not show, Spanish above all.

Usage: python -m tools.quotes.train_kinds ../shared/quotes/polnear_train.jsonl tests/eval/es_own.jsonl
    tests/eval/en_own.jsonl
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from reader.core.loaders import article_from_text
from reader.core.model import Language
from reader.core.quotes.classification import settings
from reader.core.quotes.features import features
from reader.core.quotes.spans import raw_quotes

HERE = Path(__file__).resolve().parent
WEIGHTS = HERE.parents[1] / "reader" / "core" / "quotes" / "kinds.json"
LEAST = 15
"""A feature seen less often is left out."""
RIDGE = 3.0
OWN = ("es_own.jsonl", "en_own.jsonl")
OWN_ARTICLES = 2.0
OWN_WEIGHT = 4.0
"""How much one of our own sentences counts against one quote of the newspapers."""
THRESHOLDS = {"threshold en": 0.4, "threshold short en": 0.4, "threshold es": 0.24, "threshold short es": 0.17}
"""English: the best F1 of exact spans in five-fold cross-validation. Spanish newspapers quote more titles and terms,
most of one word or two; of those a reader misses less."""


class Example(NamedTuple):
    """The features of one quote, whether it is no speech, and how much it counts."""

    features: list[str]
    not_speech: bool
    weight: float


def annotated(path: Path) -> Iterator[Example]:
    """Yield the quotes of annotated articles, without turns of dialogue, headlines' short ones and those to ignore."""
    weight = OWN_ARTICLES if path.name in OWN else 1.0
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        text, language = row["text"], row["lang"]
        raws = raw_quotes(article_from_text(text), language)
        for raw, setting in zip(raws, settings(text, raws), strict=True):
            over = [quote for quote in row["quotes"] if quote["start"] < raw.end and raw.start < quote["end"]]
            if raw.spoken or any(quote.get("ignore") for quote in over):
                continue
            if setting.single and setting.headline and len(setting.inner.of(text).split()) < 3:
                continue
            yield Example(features(text, setting, language), not over, weight)


def own(path: Path) -> Iterator[Example]:
    """Yield the quotes of our own sentences. Raises ValueError where letters and quotes do not agree."""
    for line in path.read_text(encoding="utf-8").splitlines():
        code, letters, text = line.split("\t")
        language: Language = "es" if code == "es" else "en"
        raws = raw_quotes(article_from_text(text), language)
        if len(raws) != len(letters):
            raise ValueError(f"{len(letters)} letters, {len(raws)} quotes: {text}")
        for letter, setting in zip(letters, settings(text, raws), strict=True):
            yield Example(features(text, setting, language), letter == "N", OWN_WEIGHT)


def fit(examples: list[Example]) -> dict[str, float]:
    """Return the weight of every feature that is frequent enough."""
    counts = Counter(name for example in examples for name in set(example.features))
    names = ["bias", *sorted(name for name, count in counts.items() if count >= LEAST and name != "bias")]
    place = {name: position for position, name in enumerate(names)}
    table = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        table[row, [place[name] for name in example.features if name in place]] = 1
    target = np.array([example.not_speech for example in examples], dtype=float)
    counted = np.array([example.weight for example in examples])
    ridge = np.full(len(names), RIDGE)
    ridge[0] = 1e-3
    found = np.zeros(len(names))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (counted * (chance - target)) + ridge * found
        curve = (table * (counted * chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-7:
            break
    return {name: round(float(found[place[name]]), 3) for name in names}


def main() -> None:
    """Fit on the articles named on the command line and on our own sentences, and write kinds.json."""
    examples = [example for path in sys.argv[1:] for example in annotated(Path(path))]
    examples += own(HERE / "sentences.tsv")
    weights = fit(examples) | THRESHOLDS
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(examples)} quotes, {len(weights) - len(THRESHOLDS)} weights")


if __name__ == "__main__":
    main()
