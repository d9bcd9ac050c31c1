"""Tokenizers of Argos packages, with the characters every token came from.

The tokens are exactly those of `argostranslate.package`'s own tokenizers; what is added here is where they stand, so
that attention between tokens can become links between words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from reader.core.model import Span

_BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_SPACE = "▁"
_SLACK = 12  # how far past the cursor a token is looked for when the decoder changed what lies between


class Pieces(NamedTuple):
    """A text cut into tokens, and the characters of the text each token stands for (empty for none)."""

    tokens: list[str]
    spans: list[Span]


class Decoded(NamedTuple):
    """A text put together from tokens, and the characters of the text each token became."""

    text: str
    spans: list[Span]


class Tokenizer(Protocol):
    """Cuts the source and joins the target."""

    def encode(self, text: str) -> Pieces:
        """Cut `text` into tokens."""

    def decode(self, tokens: Sequence[str]) -> Decoded:
        """Join `tokens` into a text."""


def valid(text: str) -> str:
    """Replace what no model was trained on, one character for one: lone surrogates, control characters."""
    return _CONTROL.sub(" ", _SURROGATE.sub("\ufffd", text))


class SentencePieceTokenizer:
    """The tokenizer of packages with a `sentencepiece.model`; `processor` is the one Argos made."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def encode(self, text: str) -> Pieces:
        """Cut `text`; offsets follow the model's own normalisation back to the characters as written."""
        text = valid(text)
        tokens: list[str] = self._processor.encode(text, out_type=str)
        normalized, origin = self._processor.normalize(text, with_offsets=True)
        origin[-1] = max(origin[-1], len(text.rstrip()))  # a space that it put in at the end and took away again
        spans = []
        at = 0
        for token, group in _characters(tokens):
            end = min(at + len(token), len(normalized))
            first = at + 1 if token.startswith(_SPACE) and at + 1 < end else at
            beyond = end  # the first character of the next one: what became several belongs to all of their tokens
            while at < beyond < len(normalized) and origin[beyond] == origin[end - 1]:
                beyond += 1
            spans += [Span(origin[first], origin[beyond])] * group
            at = end
        return Pieces(tokens, _parted(tokens, spans, text))

    def decode(self, tokens: Sequence[str]) -> Decoded:
        """Join `tokens`; unlike Argos, leave underscores alone, which belong to names and addresses."""
        text = self._processor.decode_pieces(list(tokens)).replace(_SPACE, " ").strip()
        groups = _characters(tokens)
        found = locate((token.replace(_SPACE, "") for token, _ in groups), text)
        return Decoded(text, [span for span, (_, size) in zip(found, groups, strict=True) for _ in range(size)])


def _parted(tokens: Sequence[str], spans: Sequence[Span], text: str) -> list[Span]:
    """Give tokens their own characters where the model's normalisation put a space between them.

    The model knows only that `"Yes` became `" Yes`, not which part of it became which.
    """
    found: list[Span] = []
    taken = 0
    for token, span in zip(tokens, spans, strict=True):
        start = max(span.start, taken)
        end = max(span.end, start)
        written = token.removeprefix(_SPACE)
        if written and len(written) < end - start:
            at = next((at for at in range(start, end) if not text[at].isspace()), start)
            if text.startswith(written, at):
                start, end = at, at + len(written)
                taken = end
        found.append(Span(start, end))
    return found


class BpeTokenizer:
    """The tokenizer of older packages with a `bpe.model`: Moses words cut by byte-pair encoding."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    def encode(self, text: str) -> Pieces:
        """Cut `text`; every token of a word stands for the whole word, which is all that links need."""
        text = valid(text)
        tokens = [token for token in self._tokenizer.encode(text) if token]
        return Pieces(tokens, _word_spans(tokens, text))

    def decode(self, tokens: Sequence[str]) -> Decoded:
        """Join `tokens` into words and words into a text."""
        text = self._tokenizer.decode(list(tokens)).removesuffix("@@").strip()
        return Decoded(text, _word_spans(tokens, text))


def locate(words: Iterable[str], text: str) -> list[Span]:
    """Find `words` in `text` in order; a word that is not there gets an empty span where it should have been."""
    spans = []
    cursor = missed = 0
    for word in words:
        at = text.find(word, cursor, cursor + missed + len(word) + _SLACK) if word else cursor
        if at < 0:
            missed += len(word)
            spans.append(Span(cursor, cursor))
        else:
            cursor = at + len(word)
            missed = 0
            spans.append(Span(at, cursor))
    return spans


def _characters(tokens: Sequence[str]) -> list[tuple[str, int]]:
    """Return what each token spells and how many tokens spell it: bytes of one character count together."""
    groups: list[tuple[str, int]] = []
    pending = bytearray()
    for token in tokens:
        byte = _BYTE.fullmatch(token)
        if byte is None:
            if pending:
                groups.append((pending.decode("utf-8", "replace"), len(pending)))
                pending.clear()
            groups.append((token, 1))
            continue
        value = int(byte[1], 16)
        if pending and value & 0xC0 != 0x80:  # not a continuation byte: a new character begins
            groups.append((pending.decode("utf-8", "replace"), len(pending)))
            pending.clear()
        pending.append(value)
    if pending:
        groups.append((pending.decode("utf-8", "replace"), len(pending)))
    return groups


def _word_spans(tokens: Sequence[str], text: str) -> list[Span]:
    words: list[str] = []
    sizes: list[int] = []
    whole = True
    for token in tokens:
        if whole:
            words.append("")
            sizes.append(0)
        whole = not token.endswith("@@")
        words[-1] += token if whole else token.removesuffix("@@")
        sizes[-1] += 1
    found = locate((html.unescape(word) for word in words), text)
    return [span for span, size in zip(found, sizes, strict=True) for _ in range(size)]
