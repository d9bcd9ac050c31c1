"""Every error has one clear sentence, whatever its values hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.core.errors import Cancelled, ReaderError
from reader.wording import SENTENCES, fill, sentence

READER = Path(reader.__file__).parent
SILENT = {"cancelled"}


def raised_codes() -> set[str]:
    """Return the codes that the program's own errors are made with, wherever they are written out."""
    codes = set()
    for path in READER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in {"ReaderError", "SourceError", "PackageError", "TranslationError", "StorageError"}:
                    codes.add(str(node.args[0].value))
    return codes


def test_every_error_has_a_sentence() -> None:
    codes = raised_codes()
    assert len(codes) > 30
    assert codes - set(SENTENCES) - SILENT == set()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_one_line_that_ends(code: str) -> None:
    text = sentence(ReaderError(code))
    assert text.endswith((".", "…")) and "\n" not in text
    assert "{" not in text


def test_values_are_put_in() -> None:
    assert sentence(ReaderError("missing", path="/a/b.txt")) == "There is no file /a/b.txt."
    assert sentence(ReaderError("too_large", path="b", limit=32)) == "b is larger than 32 MB, too large for an article."


def test_an_unknown_code_is_still_a_sentence() -> None:
    assert sentence(ReaderError("never_heard_of")) == "Something went wrong (never_heard_of)."
    assert sentence(Cancelled())


def test_names_cannot_turn_the_writing_or_break_the_line() -> None:
    text = sentence(ReaderError("missing", path="a\u202egnp.exe\n\x1b[31m{path}"))
    assert text == "There is no file a\ufffdgnp.exe\ufffd\ufffd[31m{path}."


def test_translated_sentences_are_filled_alike() -> None:
    assert fill("No existe el archivo {path}.", ReaderError("missing", path="a")) == "No existe el archivo a."


@given(st.sampled_from(sorted(SENTENCES)), st.dictionaries(st.sampled_from(["path", "name", "address"]), st.text()))
def test_any_values_make_one_line(code: str, values: dict[str, str]) -> None:
    text = sentence(ReaderError(code, **values))
    assert text.isprintable()
    assert len(text) < 600
