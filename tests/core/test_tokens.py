"""Tokens are Argos's own, and each knows its characters, whatever the tokenizer did to the text."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.translation.argos import open_tokenizer, package_module
from reader.core.translation.tokens import Tokenizer, locate
from tests.helpers.packages import BUNDLED, random_bpe_package
from tests.helpers.shared import ROOT


@pytest.fixture(scope="module")
def sentencepiece() -> Tokenizer:
    return open_tokenizer(BUNDLED["en-es"])


@pytest.fixture(scope="module")
def bpe(tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    return open_tokenizer(random_bpe_package(tmp_path_factory.mktemp("bpe") / "package"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello world.", ["Hello", "world", "."]),
        ("  Hello   world ", ["Hello", "world"]),
        ("Ｈello", ["Ｈello"]),  # full width becomes plain
        ("ﬁne", ["ﬁne"]),  # a ligature becomes two letters
        ("wait…", ["wait", "…"]),  # an ellipsis becomes three stops
        ("e\u0301l", ["e\u0301", "l"]),  # two code points become one
        ("½ a", ["½", "a"]),  # one becomes three, some of them bytes
        ("😀 ok", ["😀", "ok"]),  # four bytes, one character
    ],
)
def test_each_token_knows_its_characters(sentencepiece: Tokenizer, text: str, expected: list[str]) -> None:
    tokens, spans = sentencepiece.encode(text)
    assert len(tokens) == len(spans)
    stretches = [span.of(text) for span in spans]
    for stretch in expected:
        assert any(stretch in found or found in stretch for found in stretches if found), (stretch, stretches)
    covered = {at for span in spans for at in range(*span)}
    assert all(text[at].isspace() or at in covered for at in range(len(text)))


@pytest.mark.parametrize(
    "text", ['Son "muchos" hoy.', "Son 'muchos' hoy.", "«muchos»", "“muchos", "¿muchos?", "(muchos)", "No —muchos—"]
)
def test_a_word_after_an_opening_mark_is_cut_like_any_other_and_stands_where_it_is(text: str) -> None:
    tokens, spans = open_tokenizer(BUNDLED["es-en"]).encode(text)
    at = tokens.index("▁muchos")
    assert spans[at].of(text) == "muchos"
    assert spans[at - 1].of(text) == text[spans[at].start - 1]


def test_an_accent_of_its_own_after_a_mark_still_finds_its_letter(sentencepiece: Tokenizer) -> None:
    text = '"e\u0301l'
    tokens, spans = sentencepiece.encode(text)
    assert tokens == ['▁"', "▁él"]
    assert [span.of(text) for span in spans] == ['"', "e\u0301l"]


@given(st.text(max_size=60))
def test_spans_are_in_order_and_inside_whatever_the_text(text: str) -> None:
    for tokenizer in TOKENIZERS:
        tokens, spans = tokenizer.encode(text)
        assert len(tokens) == len(spans)
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)
        assert all(one.start <= other.start for one, other in pairwise(spans))
        back, places = tokenizer.decode(tokens)
        assert len(places) == len(tokens)
        assert all(0 <= place.start <= place.end <= len(back) for place in places)


TOKENIZERS: list[Tokenizer] = []


@pytest.fixture(autouse=True, scope="module")
def both(sentencepiece: Tokenizer, bpe: Tokenizer) -> None:
    TOKENIZERS[:] = [sentencepiece, bpe]


def test_the_tokens_are_those_of_argos(sentencepiece: Tokenizer, bpe: Tokenizer, tmp_path: Path) -> None:
    text = "The man's house, “old” — very old; cost $1,200.50…"
    argos = package_module().Package(BUNDLED["en-es"]).tokenizer
    assert sentencepiece.encode(text).tokens == argos.encode(text)
    assert bpe.encode(text).tokens == package_module().Package(random_bpe_package(tmp_path / "p")).tokenizer.encode(
        text
    )


def test_decoding_keeps_underscores(sentencepiece: Tokenizer) -> None:
    tokens, _ = sentencepiece.encode("ask @my_name now")
    text, places = sentencepiece.decode(tokens)
    assert text == "ask @my_name now"
    assert places[0].of(text) == "ask"


def test_moses_words_are_found_in_the_text_as_written(bpe: Tokenizer) -> None:
    text = "“Hello world” & the man's <b>"
    tokens, spans = bpe.encode(text)
    assert len(tokens) == len(spans)
    words = {span.of(text) for span in spans}
    assert {"Hello", "world", "&", "the", "man"} <= words


def test_what_is_not_there_gets_an_empty_place() -> None:
    assert [tuple(span) for span in locate(["one", "lost", "two", ""], "one two")] == [(0, 3), (3, 3), (4, 7), (7, 7)]


def test_importing_argos_leaves_no_folders_at_home(tmp_path: Path) -> None:
    code = "from reader.core.translation.argos import package_module as m; import os; m(); print(os.environ['HOME'])"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    environment |= {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "t")}
    (tmp_path / "t").mkdir()
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["t"]
    assert not list((tmp_path / "t").iterdir())
