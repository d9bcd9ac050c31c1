"""Bytes to text, whatever wrote them; bytes that are no text are refused."""

from __future__ import annotations

import codecs
import re

from reader.core.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
_SAMPLE = 65536
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_WESTERN = ("cp1252", "mac_roman", "cp850")
_NOT_WESTERN = re.compile(
    "[^\\x00-\\x7fáéíóúüñçàèìòùâêîôûäëïöÁÉÍÓÚÜÑÇÀÈÄÖ¿¡«»“”‘’–—…ºª€£•·°©®™´\\xa0]|[a-z][–—“«¿¡ÑÉÓ£°©®][a-z]"
)
_MOST_CONTROLS = 0.02


def decode(data: bytes) -> str:
    """Return the text in `data`: by its byte order mark, as UTF-8, or by charset-normalizer's best guess.

    Raises SourceError("binary") for what is no text. Bytes that fit no encoding become U+FFFD, so a damaged text
    is still read.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if data.startswith(_MAGIC):
        raise SourceError("binary")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample) + 1:
        raise SourceError("binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data, error.start):
            return data.decode("utf-8", errors="replace")
    return data.decode(_guess(data), errors="replace")


def _wide_encoding(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: Western text has a zero in every other byte."""
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    if even > 0.7 and odd < 0.05:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes, first_error: int) -> bool:
    """Tell whether a text is UTF-8 with a little damage, not another encoding."""
    sample = data[max(0, first_error - _SAMPLE) : first_error + _SAMPLE]
    decoded = sample.decode("utf-8", errors="replace")
    broken = decoded.count("\ufffd")
    good = sum(1 for character in decoded if character > "\x7f") - broken
    return good > 4 * broken


def _guess(data: bytes) -> str:
    """Name the encoding of a text that is not UTF-8, from a bounded sample around its first bytes beyond ASCII.

    The first usual one that gives nothing but letters and marks of Spanish and English in their places (few accents
    are too little for statistics), else charset-normalizer's guess.
    """
    found = _BEYOND_ASCII.search(data)
    start = max(0, found.start() - 2048) if found else 0
    sample = data[start : start + _SAMPLE]
    for encoding in _WESTERN:
        if not _NOT_WESTERN.search(sample.decode(encoding, errors="replace")):
            return encoding
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few texts need it, and it takes 50 ms

    likely = ["cp1252", "latin_1", "cp850", "mac_roman", "cp437", "cp1250", "cp1251", "gb18030", "shift_jis"]
    best = from_bytes(sample, cp_isolation=likely, steps=10).best()
    encoding = best.encoding if best is not None else "cp1252"
    # Every byte means something in Latin-1, so it is guessed too easily; in Western texts these bytes are marks.
    return "cp1252" if encoding in ("latin_1", "iso8859_15") else encoding
