"""corpus.py SPM OUT [--parallel FILE]... [--fluent-es FILE]... [--fluent-en FILE]...: text to token ids.

Parallel lines are `source<TAB>weight<TAB>English<TAB>Spanish`, xz-packed; they serve both directions, and a weight is
how often an epoch shows a line. Fluent lines are `English<TAB>Spanish`, one side a rough translation of the other: only
the fluent side is a target. FILE=WEIGHT gives every line of it that weight. Rated lines are those of rate.py.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import repeat
from pathlib import Path

import numpy as np
import sentencepiece
from segments import Tokens, join, packed
from spacing import plain, spaced

CHUNK = 20_000
LARGEST = 12  # sources to report
STRUNG = (36, 94)  # tokens, from and below: what is strung together
FEWEST, MOST = 6, 48  # tokens of each segment in it
SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "as", "by", "with", "from"}


def rows(path: Path, width: int) -> Iterator[list[str]]:
    """Yield the tab-separated rows of an xz file that have `width` fields."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == width:
                yield fields


def titled(text: str) -> str:
    """Return an English segment as a headline, with capitals on all words but the SMALL."""
    first, *words = text.removesuffix(".").split(" ")
    return " ".join([first, *(word if word in SMALL else word[:1].upper() + word[1:] for word in words)])


def variants(pairs: list[list[str]], share: float, into: int) -> list[list[str]]:
    """Return a `share` of the rows again as readers meet such text: in capitals, in marks, as a headline or a fragment.

    The last two fields are English and Spanish; `into` is 0 where English is written, which is never made a headline.
    A small model sees little of this in ordinary text, and copies what it has not seen.
    """
    rng = np.random.default_rng(2)
    found = []
    for row in pairs:
        if rng.random() >= share:
            continue
        *before, english, spanish = row
        match rng.integers(3 + into):
            case 0:
                both = [english.upper(), spanish.upper()]
            case 1:
                opening, closing = ("“”", "«»")[rng.integers(2)]
                both = [f"{opening}{side}{closing}" for side in (english, spanish)]
            case 2:
                both = [side[:1].lower() + side[1:].removesuffix(".") for side in (english, spanish)]
            case _:
                both = [titled(english), spanish.removesuffix(".")]
        found.append([*before, *both])
    return found


def encode(processor: sentencepiece.SentencePieceProcessor, texts: list[str]) -> Tokens:
    """Return the ids of `texts` in order."""
    parts: list[np.ndarray] = []
    for start in range(0, len(texts), CHUNK):
        parts += [np.asarray(ids, np.uint16) for ids in processor.encode(texts[start : start + CHUNK])]
    return packed(parts)


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


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spm", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--parallel", type=Path, action="append", default=[])
    parser.add_argument("--fluent-es", action="append", default=[], metavar="FILE[=WEIGHT]")
    parser.add_argument("--fluent-en", action="append", default=[], metavar="FILE[=WEIGHT]")
    parser.add_argument("--rated-es", type=Path, action="append", default=[], help="translations rated by rate.py")
    parser.add_argument("--rated-en", type=Path, action="append", default=[])
    parser.add_argument("--vary", type=float, default=0.0, help="share of parallel lines to add in capitals and such")
    parser.add_argument("--emphasise", nargs="*", default=[], metavar="SOURCE=FACTOR", help="scale a source's weight")
    parser.add_argument("--others", type=float, default=1.0, help="scale the weight of every source not named")
    parser.add_argument("--into", choices=("en", "es"), help="leave out the segments into the other language")
    parser.add_argument("--strung", type=float, default=0.0, help="share of an epoch that is segments strung together")
    return parser.parse_args()


def main() -> None:
    """Encode everything named on the command line."""
    given = arguments()
    emphasis = {name: float(value) for name, value in (item.rsplit("=", 1) for item in given.emphasise)}
    models = (spaced(given.spm.read_bytes()), plain(given.spm.read_bytes()))
    cutters = [sentencepiece.SentencePieceProcessor(model_proto=model) for model in models]
    sources: list[Tokens] = []
    targets: list[Tokens] = []
    weights: list[np.ndarray] = []
    factors: list[np.ndarray] = []
    wanted = (0, 1) if given.into is None else (("en", "es").index(given.into),)
    blocks: dict[int, list[int]] = {into: [] for into in wanted}  # those into English, those into Spanish
    shown = Counter[str]()  # target tokens of an epoch, by where they come from

    def add(source: Tokens, target: Tokens, weight: np.ndarray, into: int, names: Iterable[str]) -> None:
        for name, tokens in zip(names, (weight * target.lengths).tolist(), strict=False):
            shown[name] += tokens
        blocks[into].append(len(sources))
        sources.append(source)
        targets.append(target)
        weights.append(weight)
        factors.append(np.ones(len(weight), np.float32))

    def cut(pairs: list[list[str]], into: int) -> Iterator[Tokens]:
        for cutter, column in zip(cutters, (1 - into, into), strict=True):
            yield encode(cutter, [pair[column] for pair in pairs])

    for path in given.parallel:
        pairs = list(rows(path, 4))
        for into in blocks:
            every = pairs + variants(pairs, given.vary, into)
            weight = np.array([float(pair[1]) * emphasis.get(pair[0], given.others) for pair in every], np.float32)
            add(*cut([pair[2:] for pair in every], into), weight, into, (pair[0] for pair in every))
    for name, fluent in [(name, 1) for name in given.fluent_es] + [(name, 0) for name in given.fluent_en]:
        path, _, weight_given = name.partition("=")
        pairs = list(rows(Path(path), 2))
        if fluent in blocks:
            weight = np.full(len(pairs), float(weight_given or 1), np.float32)
            add(*cut(pairs, fluent), weight, fluent, repeat(path))
    if given.strung:
        tokens = shown.total() * given.strung / (1 - given.strung) / len(blocks)
        for into, numbers in list(blocks.items()):
            parts = (join([side[number] for number in numbers]) for side in (sources, targets))
            long = strung(*parts, np.concatenate([weights[number] for number in numbers]), tokens)
            add(*long, np.ones(len(long[0]), np.float32), into, repeat("strung together"))
    for path, rated in [(path, 1) for path in given.rated_es] + [(path, 0) for path in given.rated_en]:
        if rated in blocks:
            pairs = list(rows(path, 3))
            add(*cut([pair[1:] for pair in pairs], rated), np.ones(len(pairs), np.float32), rated, repeat("rated"))
            factors[-1] = np.array([float(pair[0]) for pair in pairs], np.float32)
    source, target = join(sources), join(targets)
    np.savez_compressed(
        given.out,
        source=source.ids,
        source_offsets=source.offsets,
        target=target.ids,
        target_offsets=target.offsets,
        weights=np.concatenate(weights),
        factors=np.concatenate(factors),
    )
    print(f"{len(source)} segments, {len(target.ids) / 1e6:.1f} M target tokens")
    print(f"an epoch shows {shown.total() / 1e6:.1f} M:")
    print(*(f"{tokens / shown.total():4.0%} {name}" for name, tokens in shown.most_common(LARGEST)), sep="\n")


if __name__ == "__main__":
    main()
