"""corpus.py SPM OUT [--parallel FILE]... [--fluent-es FILE]... [--fluent-en FILE]...: text to token ids.

Parallel lines are `source<TAB>weight<TAB>English<TAB>Spanish`, xz-packed; they serve both directions, and a weight is
how often an epoch shows a line. Fluent lines are `English<TAB>Spanish`, one side a rough translation of the other: only
the fluent side is a target. FILE=WEIGHT gives every line of it that weight.
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import sentencepiece

CHUNK = 20_000
STRUNG = (36, 94)  # tokens, from and below: what is strung together
FEWEST, MOST = 6, 48  # tokens of each segment in it


def rows(path: Path, width: int) -> Iterator[list[str]]:
    """Yield the tab-separated rows of an xz file that have `width` fields."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == width:
                yield fields


def variants(pairs: list[list[str]], share: float) -> list[list[str]]:
    """Return a `share` of the rows again as readers meet such text: in capitals, in marks, or as a bare fragment.

    The last two fields are English and Spanish. A small model sees little of this in ordinary text, and copies what
    it has not seen.
    """
    rng = np.random.default_rng(2)
    found = []
    for row in pairs:
        if rng.random() >= share:
            continue
        *before, english, spanish = row
        match rng.integers(3):
            case 0:
                both = [english.upper(), spanish.upper()]
            case 1:
                opening, closing = ("“”", "«»")[rng.integers(2)]
                both = [f"{opening}{side}{closing}" for side in (english, spanish)]
            case _:
                both = [side[:1].lower() + side[1:].removesuffix(".") for side in (english, spanish)]
        found.append([*before, *both])
    return found


class Tokens:
    """Token ids of many segments, end to end, with the offset each one starts at."""

    def __init__(self, ids: np.ndarray, offsets: np.ndarray) -> None:
        self.ids, self.offsets = ids, offsets

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, index: int) -> np.ndarray:
        return self.ids[self.offsets[index] : self.offsets[index + 1]]

    @property
    def lengths(self) -> np.ndarray:
        """The number of tokens of each segment."""
        return np.diff(self.offsets)


def encode(processor: sentencepiece.SentencePieceProcessor, texts: list[str]) -> Tokens:
    """Return the ids of `texts` in order."""
    parts: list[np.ndarray] = []
    for start in range(0, len(texts), CHUNK):
        parts += [np.asarray(ids, np.uint16) for ids in processor.encode(texts[start : start + CHUNK])]
    return packed(parts)


def packed(parts: list[np.ndarray]) -> Tokens:
    """Return segments end to end."""
    offsets = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
    return Tokens(np.concatenate(parts) if parts else np.zeros(0, np.uint16), offsets)


def join(parts: list[Tokens]) -> Tokens:
    """Return the segments of all parts as one."""
    starts = np.cumsum([0] + [len(part.ids) for part in parts])
    offsets = [np.zeros(1, np.int64)] + [part.offsets[1:] + start for part, start in zip(parts, starts, strict=False)]
    return Tokens(np.concatenate([part.ids for part in parts]), np.concatenate(offsets))


def strung(source: Tokens, target: Tokens, weights: np.ndarray, tokens: float) -> tuple[Tokens, Tokens]:
    """Return segments put together at random to long ones, `tokens` target tokens in all.

    Single sentences teach a small model little about long ones: it loses their ends. One direction at a time.
    """
    rng = np.random.default_rng(7)
    lengths = np.maximum(source.lengths, target.lengths)
    fit = (np.minimum(source.lengths, target.lengths) >= FEWEST) & (lengths <= MOST)
    chances = np.where(fit, weights, 0) / np.where(fit, weights, 0).sum()
    drawn = iter(rng.choice(len(weights), size=int(2 * tokens / FEWEST) + STRUNG[1], p=chances).tolist())
    found: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    while tokens > 0:
        chosen, wanted = [next(drawn)], rng.integers(*STRUNG)
        length = int(lengths[chosen[0]])
        while length < wanted and length + lengths[another := next(drawn)] <= STRUNG[1]:
            chosen.append(another)
            length += int(lengths[another])
        if len(chosen) > 1:
            for side, parts in zip((source, target), found, strict=True):
                parts.append(np.concatenate([side[index] for index in chosen]))
            tokens -= len(found[1][-1])
    return packed(found[0]), packed(found[1])


class Corpus:
    """Encoded segment pairs, with how often an epoch shows each."""

    def __init__(self, source: Tokens, target: Tokens, weights: np.ndarray) -> None:
        self.source, self.target, self.weights = source, target, weights
        self.lengths = np.maximum(source.lengths, target.lengths)

    def __len__(self) -> int:
        return len(self.weights)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        return self.source[index], self.target[index]


def read(path: Path) -> Corpus:
    """Return an encoded corpus."""
    with np.load(path) as stored:
        source, target = (Tokens(stored[side], stored[f"{side}_offsets"]) for side in ("source", "target"))
        return Corpus(source, target, stored["weights"])


def main() -> None:
    """Encode everything named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spm", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--parallel", type=Path, action="append", default=[])
    parser.add_argument("--fluent-es", action="append", default=[], metavar="FILE[=WEIGHT]")
    parser.add_argument("--fluent-en", action="append", default=[], metavar="FILE[=WEIGHT]")
    parser.add_argument("--vary", type=float, default=0.0, help="share of parallel lines to add in capitals and such")
    parser.add_argument("--emphasise", nargs="*", default=[], metavar="SOURCE=FACTOR", help="scale a source's weight")
    parser.add_argument("--others", type=float, default=1.0, help="scale the weight of every source not named")
    parser.add_argument("--into", choices=("en", "es"), help="leave out the segments into the other language")
    parser.add_argument("--strung", type=float, default=0.0, help="share of an epoch that is segments strung together")
    given = parser.parse_args()
    factors = {name: float(value) for name, value in (item.rsplit("=", 1) for item in given.emphasise)}
    processor = sentencepiece.SentencePieceProcessor(model_file=str(given.spm))
    sources: list[Tokens] = []
    targets: list[Tokens] = []
    weights: list[np.ndarray] = []
    wanted = (0, 1) if given.into is None else (("en", "es").index(given.into),)
    blocks: dict[int, list[int]] = {into: [] for into in wanted}  # those into English, those into Spanish

    def add(source: Tokens, target: Tokens, weight: np.ndarray, into: int) -> None:
        if into not in blocks:
            return
        blocks[into].append(len(sources))
        sources.append(source)
        targets.append(target)
        weights.append(weight)

    for path in given.parallel:
        pairs = list(rows(path, 4))
        pairs += variants(pairs, given.vary)
        english, spanish = (encode(processor, [pair[column] for pair in pairs]) for column in (2, 3))
        weight = np.array([float(pair[1]) * factors.get(pair[0], given.others) for pair in pairs], np.float32)
        add(english, spanish, weight, 1)
        add(spanish, english, weight, 0)
    for name, fluent in [(name, 1) for name in given.fluent_es] + [(name, 0) for name in given.fluent_en]:
        path, _, weight_given = name.partition("=")
        pairs = list(rows(Path(path), 2))
        columns = [encode(processor, [pair[column] for pair in pairs]) for column in (0, 1)]
        add(columns[1 - fluent], columns[fluent], np.full(len(pairs), float(weight_given or 1), np.float32), fluent)
    if given.strung:
        shown = sum(float((weight * target.lengths).sum()) for weight, target in zip(weights, targets, strict=True))
        tokens = shown * given.strung / (1 - given.strung) / len(blocks)
        for into, numbers in list(blocks.items()):
            parts = (join([side[number] for number in numbers]) for side in (sources, targets))
            long = strung(*parts, np.concatenate([weights[number] for number in numbers]), tokens)
            add(*long, np.ones(len(long[0]), np.float32), into)
    source, target = join(sources), join(targets)
    np.savez_compressed(
        given.out,
        source=source.ids,
        source_offsets=source.offsets,
        target=target.ids,
        target_offsets=target.offsets,
        weights=np.concatenate(weights),
    )
    print(f"{len(source)} segments, {len(target.ids) / 1e6:.1f} M target tokens")


if __name__ == "__main__":
    main()
