"""SentencePiece models that cut a word after an opening mark like any other word.

SentencePiece knows the beginning of a word by the space before it. After “, ¿ or ( there is none, so that a model that
knows `▁muchos` meets `“muchos` as `▁“ m uch os`. Our packages put the space in when they normalise a text that is to be
translated; nothing else reads it, and a translation is put together from pieces as ever.
"""

from __future__ import annotations

import io
import struct
import tempfile
import unicodedata
from collections.abc import Iterator

import sentencepiece
from sentencepiece.sentencepiece_model_pb2 import ModelProto

OPENING = "“«‘¿¡(—"  # not [, which is no piece of the models
EITHER_WAY = '"'  # opens before a letter
AFTER_SPACE = "'"  # opens between a space and a letter: elsewhere it is an apostrophe
LETTERS = "abcdefghijklmnopqrstuvwxyzáàâäãåçéèêëíìîïñóòôöõúùûüý"


def spaced(model: bytes) -> bytes:
    """Return a SentencePiece model that puts a space after opening marks, besides what it did before."""
    return _with_rules(model, dict(_rules(model)) | dict(_spaces()))


def plain(model: bytes) -> bytes:
    """Return a SentencePiece model as it was before `spaced`, for the side that is translated into."""
    ours = dict(_spaces())
    return _with_rules(model, {key: text for key, text in _rules(model) if ours.get(key) != text})


def _rules(model: bytes) -> Iterator[tuple[str, str]]:
    """Yield what a model's rules of normalisation replace, and with what.

    They are the size of a trie (four bytes), a Darts-clone double array, and the replacements, each ended by a zero.
    """
    charsmap = ModelProto.FromString(model).normalizer_spec.precompiled_charsmap
    (size,) = struct.unpack_from("<I", charsmap)
    units = struct.unpack_from(f"<{size // 4}I", charsmap, 4)
    texts = charsmap[4 + size :]

    def offset(unit: int) -> int:
        return (unit >> 10) << ((unit & 0x200) >> 6)

    pending = [(offset(units[0]), b"")]
    while pending:
        node, key = pending.pop()
        for label in range(1, 256):
            child = node ^ label
            if child >= len(units) or units[child] & 0x800000FF != label:
                continue
            unit, longer = units[child], key + bytes([label])
            below = child ^ offset(unit)
            if unit & 0x100:
                start = units[below] & 0x7FFFFFFF
                yield longer.decode(), texts[start : texts.index(b"\0", start)].decode()
            pending.append((below, longer))


def _spaces() -> Iterator[tuple[str, str]]:
    """Yield the rules that put a space after opening marks."""
    yield from ((mark, f"{mark} ") for mark in OPENING)
    for letter in LETTERS + LETTERS.upper():
        for form in (letter, unicodedata.normalize("NFD", letter)):
            yield EITHER_WAY + form, f"{EITHER_WAY} {letter}"
            yield f" {AFTER_SPACE}{form}", f" {AFTER_SPACE} {letter}"


def _with_rules(model: bytes, rules: dict[str, str]) -> bytes:
    """Return a model with other rules of normalisation: those of a toy model that is trained with them."""
    changed, toy = ModelProto.FromString(model), io.BytesIO()
    lines = ("\t".join(" ".join(f"{ord(c):X}" for c in side) for side in rule) for rule in rules.items())
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".tsv") as table:
        table.writelines(f"{line}\n" for line in lines)
        table.flush()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["a b c d e f"] * 10),
            model_writer=toy,
            vocab_size=12,
            hard_vocab_limit=False,
            normalization_rule_tsv=table.name,
            minloglevel=2,
        )
    made = ModelProto.FromString(toy.getvalue()).normalizer_spec
    changed.normalizer_spec.precompiled_charsmap = made.precompiled_charsmap
    return bytes(changed.SerializeToString())
