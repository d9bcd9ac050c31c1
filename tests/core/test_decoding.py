"""Bytes become the text their author wrote, in whatever encoding."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.errors import SourceError
from reader.core.loaders.decoding import decode

SPANISH = (
    "—¿Qué pasó en Logroño? —preguntó la señora Núñez—. «Nada», contestó él: «el pingüino se comió el jamón». "
    "Después añadió que mañana habría más, según su hermano. "
) * 3
ENGLISH = "“It’s the mayor’s fault,” she said — twice. The café on Müller Street was shut. " * 3


@pytest.mark.parametrize("text", [SPANISH, ENGLISH])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_every_usual_encoding_is_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["iso8859_15", "latin_1"])
def test_latin_encodings_of_spanish(encoding: str) -> None:
    text = "El señor Núñez llegó después que la niña, según contó su hermana en Logroño. ¿Y qué? ¡Nada! " * 3
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Съешь же ещё этих мягких французских булок, да выпей чаю. " * 5, "cp1251"),
        ("吾輩は猫である。名前はまだ無い。どこで生れたか頓と見当がつかぬ。" * 5, "shift_jis"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy. " * 5, "cp1250"),
    ],
)
def test_other_scripts_are_read_or_at_least_kept(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.strip()
    assert decoded.count("\ufffd") < len(decoded) / 4


def test_a_little_damage_does_not_change_the_encoding() -> None:
    damaged = SPANISH.encode("utf-8").replace("él".encode(), b"\xe9l", 1)
    decoded = decode(damaged)
    assert "Logroño" in decoded and decoded.count("\ufffd") == 1


def test_accents_far_from_the_beginning_are_found() -> None:
    text = "plain words only " * 20_000 + "mañana será otro día, señora"
    assert decode(text.encode("cp1252")).endswith("mañana será otro día, señora")


def test_mojibake_stays_as_it_is() -> None:
    broken = "El seÃ±or NÃºÃ±ez llegÃ³"
    assert decode(broken.encode("utf-8")) == broken


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nsome text that looks readable",
        b"PK\x03\x04 word/document.xml",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\x7fELF" + bytes(64),
        bytes(range(256)) * 8,
        bytes(5000),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as refused:
        decode(data)
    assert refused.value.code == "binary"


def test_a_stray_nul_is_still_text() -> None:
    assert decode(b"one\0 two " + b"and many more words " * 20).startswith("one\0 two")


@given(st.binary(max_size=500), st.sampled_from([b"", *(mark for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE))]))
def test_any_bytes_are_read_or_refused(data: bytes, mark: bytes) -> None:
    try:
        assert isinstance(decode(mark + data), str)
    except SourceError as refused:
        assert refused.code == "binary"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_is_read_exactly(text: str) -> None:
    text = "words " + text
    assert decode(text.encode("utf-8")) == text
