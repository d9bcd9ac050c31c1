"""score.py PACKAGE SOURCE REFERENCE: BLEU and chrF of a package on a text of one segment a line, and its speed."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

import ctranslate2
import sacrebleu
import sentencepiece


class Package:
    """An Argos package with a SentencePiece tokenizer, a batch at once on every core."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
        self._engine = ctranslate2.Translator(str(folder / "model"), inter_threads=threads, intra_threads=1)

    def translate(self, lines: list[str], beam: int) -> list[str]:
        """Return the translation of each line."""
        return [found[0] for found in self.several(lines, beam, 1)]

    def several(self, lines: list[str], beam: int, wanted: int) -> list[list[str]]:
        """Return the `wanted` best translations of each line, the best first; at most `beam`."""
        tokens = self._processor.encode(lines, out_type=str)
        results = self._engine.translate_batch(
            tokens, beam_size=beam, num_hypotheses=wanted, max_batch_size=512, batch_type="tokens"
        )
        return [self._processor.decode(result.hypotheses) for result in results]


def main() -> None:
    """Print the scores of the package named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="take one line of so many")
    parser.add_argument("--times", type=int, default=1, help="the speed is the best of so many runs")
    parser.add_argument("--out", type=Path, help="write the translations there")
    given = parser.parse_args()
    lines, references = (
        path.read_text(encoding="utf-8").split("\n")[:: given.every] for path in (given.source, given.reference)
    )
    package = Package(given.package, given.threads)
    package.translate(lines[:2], given.beam)  # loads and warms up
    spent = []
    for _ in range(given.times):
        started = time.perf_counter()
        translated = package.translate(lines, given.beam)
        spent.append(time.perf_counter() - started)
    bleu, chrf = sacrebleu.corpus_bleu(translated, [references]), sacrebleu.corpus_chrf(translated, [references])
    speed = sum(len(line.split()) for line in lines) / min(spent)
    print(f"BLEU {bleu.score:.1f}  chrF {chrf.score:.1f}  {speed:.0f} words a second  (beam {given.beam})")
    if given.out:
        given.out.write_text("\n".join(translated) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
