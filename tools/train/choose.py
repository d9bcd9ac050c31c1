"""choose.py SPM LIKE TEXT OUT --lines N: the N lines of TEXT that are most like the lines of LIKE and least like TEXT.

Files are plain text, a segment a line. The score is the difference of two cross-entropies per token (Moore and Lewis,
"Intelligent Selection of Language Model Training Data", 2010), here of bigram models over the subwords.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

import sentencepiece

SAMPLE = 40_000  # lines of TEXT that its own model is made of
TRUST = 20  # a bigram model counts for as much as the unigrams once it saw a token so often (Witten-Bell like)
SHORTEST, LONGEST = 4, 80  # tokens
EDGE = 2  # the id that ends a segment


class Bigrams:
    """A bigram model over token ids, mixed with unigrams."""

    def __init__(self, segments: list[list[int]], vocabulary: int) -> None:
        self._pairs = Counter(pair for ids in segments for pair in pairwise([EDGE, *ids, EDGE]))
        self._before: Counter[int] = Counter()
        self._tokens = Counter(range(vocabulary))  # each once, so that none is impossible
        for (first, second), times in self._pairs.items():
            self._before[first] += times
            self._tokens[second] += times
        self._total = self._tokens.total()

    def cross_entropy(self, ids: list[int]) -> float:
        """Return the mean surprise per token (nats)."""
        total = 0.0
        for first, second in pairwise([EDGE, *ids, EDGE]):
            alone = self._tokens[second] / self._total
            seen = self._before[first]
            total -= math.log((self._pairs[first, second] + TRUST * alone) / (seen + TRUST))
        return total / (len(ids) + 1)


def main() -> None:
    """Choose lines as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("spm", "like", "text", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--lines", type=int, required=True)
    given = parser.parse_args()
    processor = sentencepiece.SentencePieceProcessor(model_file=str(given.spm))
    like = processor.encode(given.like.read_text(encoding="utf-8").splitlines())
    lines = list(dict.fromkeys(given.text.read_text(encoding="utf-8").splitlines()))
    encoded = processor.encode(lines)
    sampled = random.Random(3).sample(encoded, min(SAMPLE, len(encoded)))
    wanted, usual = (Bigrams(segments, processor.get_piece_size()) for segments in (like, sampled))
    scored = [
        (wanted.cross_entropy(ids) - usual.cross_entropy(ids), line)
        for ids, line in zip(encoded, lines, strict=True)
        if SHORTEST <= len(ids) <= LONGEST
    ]
    scored.sort()
    given.out.write_text("".join(f"{line}\n" for _, line in scored[: given.lines]), encoding="utf-8")
    print(f"{min(given.lines, len(scored))} of {len(lines)} lines")


if __name__ == "__main__":
    main()
