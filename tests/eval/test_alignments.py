"""Word links against alignments made by hand: what a reader who hovers a word sees.

`data/alignments.jsonl` holds 40 sentences of our own, 20 each way, with the bundled package's own output of the day and
the links a reader would draw: ``3-5`` sure, ``3?5`` possible (source word, target word, counted from 0). The stored
output is forced through the model, so that a new package is measured on the same words.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from reader.core.model import Language, other_language
from reader.core.translation.alignment import word_links, words
from reader.core.translation.argos import open_tokenizer
from reader.core.translation.engine import open_model
from tests.helpers.packages import BUNDLED

PRECISION, RECALL = 0.95, 0.93


def test_links_are_those_a_reader_would_draw() -> None:
    counts: Counter[str] = Counter()
    for language in ("en", "es"):
        counts += _counts(language)
    precision, recall = counts["possible"] / counts["linked"], counts["found"] / counts["sure"]
    print(f"word alignment of 40 sentences: precision {precision:.3f}, recall {recall:.3f}")
    assert counts["linked"] > 350
    assert precision >= PRECISION
    assert recall >= RECALL


def _counts(language: Language) -> Counter[str]:
    folder = BUNDLED[f"{language}-{other_language(language)}"]
    tokenizer, model = open_tokenizer(folder), open_model(folder)
    counts: Counter[str] = Counter()
    for line in (Path(__file__).parent / "data" / "alignments.jsonl").read_text("utf-8").splitlines():
        example = json.loads(line)
        if example["from"] != language:
            continue
        source, target = tokenizer.encode(example["source"]), tokenizer.encode(example["target"])
        [result] = model.translate_batch(
            [source.tokens],
            target_prefix=[target.tokens],
            max_decoding_length=len(target.tokens),
            beam_size=1,
            return_attention=True,
        )
        decoded = tokenizer.decode(target.tokens)
        links = word_links(example["source"], source.spans, decoded.text, decoded.spans, result.attention[0])
        from_ = {span: index for index, span in enumerate(words(example["source"]))}
        to = {span: index for index, span in enumerate(words(decoded.text))}
        linked = {(from_[one], to[other]) for one, other in links}
        drawn = example["links"].split()
        sure = {tuple(map(int, link.split("-"))) for link in drawn if "-" in link}
        possible = sure | {tuple(map(int, link.split("?"))) for link in drawn if "?" in link}
        counts += Counter(linked=len(linked), possible=len(linked & possible), found=len(linked & sure), sure=len(sure))
    return counts
