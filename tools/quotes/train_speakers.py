"""Train the speaker scorer on annotated articles and write its weights.

Usage: python tools/quotes/train_speakers.py LANGUAGE ../shared/quotes/polnear_train.jsonl
    tools/quotes/es_raw.offsets.jsonl tests/eval/es_own.jsonl tests/eval/en_own.jsonl
English is learned from English articles alone; Spanish, of which there is little, from both and from patterns.
An article a line: text, lang, quotes with speakers; of a file NAME.offsets.jsonl the text comes from NAME.txt in the
folder --texts. The result is the same every time for the same data. Needs numpy; the program itself does not.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.core.model import Language, Quote, QuoteKind, Span
from reader.core.quotes.candidates import Candidate, Choice, Previous
from reader.core.quotes.gathering import Gathering, LastSpeaker
from reader.core.quotes.scorer import WEIGHTS
from reader.core.quotes.speaker_features import OFFSETS, SIZE, Sighting
from tools.quotes import spanish_patterns, standoff

HIDDEN = 16
MEMBERS = 2
EPOCHS = 24
RATE = 4e-3
DECAY = 3e-4
DROPOUT = 0.1
BATCH = 128
SCALE = 100
# Of three tried, the one that does best on the development articles.
SEEDS: dict[Language, int] = {"en": 3, "es": 1}
# There is far less Spanish than English; its quotes count for more.
SPANISH_WEIGHT = 3.0
# Of the patterns there are many, and they are alike.
PATTERN_WEIGHT = 0.7
STAND_OFF = ".offsets.jsonl"
TEXTS = Path(__file__).resolve().parents[3] / "shared" / "quotes"
PIECE = re.compile(r"[^\n]+")

Article = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """The feature sets of a quote's candidates, and which one is right (0 is nobody)."""

    features: list[tuple[int, ...]]
    right: int
    weight: float


def read_articles(paths: list[Path], texts: Path) -> Iterator[Article]:
    """Yield the articles of several files; the text of stand-off ones is in the folder `texts`."""
    for path in paths:
        if path.name.endswith(STAND_OFF):
            yield from standoff.read(path, texts / f"{path.name.removesuffix(STAND_OFF)}.txt")
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def gold_quotes(article: Article) -> tuple[list[Quote], list[Article]]:
    """Return an article's annotated quotes, cut at line ends, and the annotation each comes from."""
    quotes: list[Quote] = []
    gold: list[Article] = []
    end = 0
    for annotated in sorted(article["quotes"], key=lambda quote: int(quote["start"])):
        if annotated["start"] < end:
            continue
        end = annotated["end"]
        first = len(quotes)
        for piece in PIECE.finditer(article["text"], annotated["start"], end):
            if piece.group().isspace():
                continue
            start, stop = piece.span()
            inner = Span(start + 1, stop - 1) if stop - start > 2 else Span(start, stop)
            quotes.append(Quote(len(quotes), Span(start, stop), inner, QuoteKind.SPEECH, first))
            gold.append(annotated)
    return quotes, gold


def right_candidate(text: str, gathered: list[Candidate], speaker: Article | None) -> int:
    """Return the candidate that the annotation means, 0 when it is none of them."""
    elided = [index for index, candidate in enumerate(gathered) if candidate.choice == Choice.ELIDED]
    free = [index for index in elided if OFFSETS["elided_subject"] in gathered[index].features]
    if speaker is None:  # "…, dijo." alone has a subject left out, whoever it is
        return free[0] if free else 0
    if speaker.get("start") is not None:
        for index, candidate in enumerate(gathered):
            if candidate.sighting is not None:
                mention = candidate.sighting.mention
                if mention.start < speaker["end"] and speaker["start"] < mention.end:
                    return index
        return 0
    if elided:
        return (free or elided)[0]
    name = (speaker.get("resolved") or speaker["text"]).split()[-1]
    for index in range(len(gathered) - 1, 0, -1):
        sighting = gathered[index].sighting
        if sighting is not None and name in text[sighting.mention.start : sighting.mention.end]:
            return index
    return 0


def examples(article: Article, weight: float) -> Iterator[Example]:
    """Yield an example for each quote of an article, the speakers before it taken from the annotation."""
    quotes, gold = gold_quotes(article)
    gathering = Gathering(article["text"], quotes, article["lang"])
    last: LastSpeaker | None = None
    for paragraph, inside in gathering.paragraphs.quotes.items():
        previous: Previous | None = None
        for quote in inside:
            annotated = gold[quote.index]
            place, gathered = gathering.around(paragraph, quote, previous, last)
            right = right_candidate(article["text"], gathered, annotated.get("speaker"))
            own = [candidate.sighting.fixed if candidate.sighting else () for candidate in gathered]
            if not annotated.get("ignore") and annotated.get("words", 3) >= 3:
                yield Example(
                    [
                        (*fixed, *place.features, *candidate.features)
                        for fixed, candidate in zip(own, gathered, strict=True)
                    ],
                    right,
                    weight,
                )
            sighting: Sighting | None = gathered[right].sighting
            if gathered[right].choice == Choice.ELIDED and last is not None:
                sighting = last.sighting
            previous = Previous(place.token, sighting)
            last = LastSpeaker(paragraph, place.token, sighting, None)


Matrix = NDArray[np.float32]


def train(data: list[Example], first: int) -> tuple[Matrix, Matrix, Matrix]:
    """Return the rows, bias and output weights of a network that is the mean of MEMBERS networks trained apart.

    They begin from the seeds `first`, `first` + 1 and so on.
    """
    members = [train_one(data, seed) for seed in range(first, first + MEMBERS)]
    rows = np.concatenate([member[0][:, :HIDDEN] for member in members], axis=1)
    direct = np.mean([member[0][:, HIDDEN:] for member in members], axis=0)
    bias = np.concatenate([member[1] for member in members])
    output = np.concatenate([member[2] for member in members]) / MEMBERS
    return np.concatenate([rows, direct], axis=1), bias, output


def train_one(data: list[Example], seed: int) -> tuple[Matrix, Matrix, Matrix]:
    """Return the rows, bias and output weights of one network, by Adam on the softmax over a quote's candidates."""
    rng = np.random.default_rng(seed)
    width = max(len(features) for example in data for features in example.features)
    sizes = np.array([len(example.features) for example in data])
    start = np.concatenate([[0], np.cumsum(sizes)])
    table = np.full((int(start[-1]), width), SIZE, dtype=np.int32)
    target = np.zeros(int(start[-1]), dtype=np.float32)
    for number, example in enumerate(data):
        for row, features in enumerate(example.features, start=int(start[number])):
            table[row, : len(features)] = features
        target[start[number] + example.right] = 1
    weight = np.array([example.weight for example in data], dtype=np.float32)
    rows = rng.normal(0, 0.15, (SIZE + 1, HIDDEN + 1)).astype(np.float32)
    rows[:, HIDDEN] = 0
    rows[SIZE] = 0
    bias = np.full(HIDDEN, 0.1, dtype=np.float32)
    output = rng.normal(0, 0.3, HIDDEN).astype(np.float32)
    parameters = [rows, bias, output]
    first = [np.zeros_like(value) for value in parameters]
    second = [np.zeros_like(value) for value in parameters]
    steps = EPOCHS * -(-len(data) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        order = rng.permutation(len(data))
        for begin in range(0, len(data), BATCH):
            chosen = order[begin : begin + BATCH]
            picked = np.concatenate([np.arange(start[index], start[index + 1]) for index in chosen])
            segment = np.repeat(np.arange(len(chosen)), sizes[chosen])
            kept = np.where(rng.random((len(picked), width)) < DROPOUT, SIZE, table[picked])
            total = rows[kept].sum(1)
            before = total[:, :HIDDEN] + bias
            hidden = np.maximum(before, 0)
            score = hidden @ output + total[:, HIDDEN]
            highest = np.full(len(chosen), -np.inf, dtype=np.float32)
            np.maximum.at(highest, segment, score)
            power = np.exp(score - highest[segment])
            share = power / np.bincount(segment, power, len(chosen))[segment]
            slope = ((share - target[picked]) * weight[chosen][segment] / len(chosen)).astype(np.float32)
            hidden_slope = np.outer(slope, output) * (before > 0)
            row_slope = np.zeros_like(rows)
            part = np.concatenate([hidden_slope, slope[:, None]], axis=1)
            np.add.at(row_slope, kept.ravel(), np.repeat(part, width, axis=0))
            row_slope[SIZE] = 0
            step += 1
            rate = RATE * (1 - step / (steps + 1))
            slopes = [row_slope + DECAY * rows, hidden_slope.sum(0), hidden.T @ slope]
            for index, (value, gradient) in enumerate(zip(parameters, slopes, strict=True)):
                first[index] = 0.9 * first[index] + 0.1 * gradient
                second[index] = 0.999 * second[index] + 0.001 * gradient * gradient
                corrected = first[index] / (1 - 0.9**step)
                spread = np.sqrt(second[index] / (1 - 0.999**step)) + 1e-8
                np.subtract(value, rate * corrected / spread, out=value)
            rows[SIZE] = 0
    return rows[:SIZE], bias, output


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language", choices=("en", "es"))
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    language: Language = arguments.language
    data = [
        example
        for article in read_articles(arguments.articles, arguments.texts)
        if language in ("es", article["lang"])
        for example in examples(article, SPANISH_WEIGHT if article["lang"] == "es" else 1.0)
    ]
    if language == "es":
        data += [example for article in spanish_patterns.articles() for example in examples(article, PATTERN_WEIGHT)]
    rows, bias, output = train(data, arguments.seed or SEEDS[language])
    stored = {
        "scale": SCALE,
        "bias": np.rint(bias * SCALE).astype(int).tolist(),
        "output": np.rint(output * SCALE).astype(int).tolist(),
        "rows": np.rint(rows * SCALE).astype(int).tolist(),
    }
    out: Path = arguments.out or WEIGHTS[language]
    out.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(data)} quotes, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
