"""score.py PACKAGE SOURCE REFERENCE: BLEU and chrF of a package on a text of one segment a line, and its speed."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import ctranslate2
import sacrebleu
import sentencepiece


def translate(package: Path, lines: list[str], beam: int) -> list[str]:
    """Return the translation of each line by an Argos package with a SentencePiece tokenizer."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    engine = ctranslate2.Translator(str(package / "model"), inter_threads=1)
    results = engine.translate_batch(
        processor.encode(lines, out_type=str), beam_size=beam, max_batch_size=2048, batch_type="tokens"
    )
    return [processor.decode(result.hypotheses[0]) for result in results]


def main() -> None:
    """Print the scores of the package named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--beam", type=int, default=4)
    parser.add_argument("--first", type=int, help="score the first N lines only")
    given = parser.parse_args()
    lines, references = (
        path.read_text(encoding="utf-8").splitlines()[: given.first] for path in (given.source, given.reference)
    )
    started = time.perf_counter()
    translated = translate(given.package, lines, given.beam)
    spent = time.perf_counter() - started
    bleu, chrf = sacrebleu.corpus_bleu(translated, [references]), sacrebleu.corpus_chrf(translated, [references])
    words = sum(len(line.split()) for line in lines)
    print(f"BLEU {bleu.score:.1f}  chrF {chrf.score:.1f}  {words / spent:.0f} words a second, beam {given.beam}")


if __name__ == "__main__":
    main()
