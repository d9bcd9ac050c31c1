"""Opening files: every kind of trouble has its own name, and its own sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.core import loaders
from reader.core.errors import SourceError
from reader.core.loaders import SUFFIXES, is_address, load, load_bytes, read_text


def refused(source: str | Path) -> SourceError:
    with pytest.raises(SourceError) as raised:
        load(source)
    return raised.value


def test_a_text_is_opened_exactly_as_it_is(tmp_path: Path) -> None:
    text = "Title\r\n\r\n  “Words,”  she said.\t\r\n\u200b\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    article = load(path)
    assert article.text == text == read_text(path)
    assert article.source == str(path)
    assert [block.span.of(text) for block in article.blocks] == ["Title", "“Words,”  she said."]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    error = refused(tmp_path / "none.txt")
    assert (error.code, error.values) == ("missing", {"path": str(tmp_path / "none.txt")})


def test_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "directory"


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n ", "\ufeff\u200b\n".encode(), b"\xff\xfe"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ""])
def test_an_empty_file(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    assert refused(path).code == "empty"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ""])
def test_a_binary_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"%PDF-1.4\n\0\1\2" + bytes(range(256)) * 20)
    assert refused(path).code == "binary"


def test_a_file_of_fifty_megabytes_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "open", None)
    error = refused(path)
    assert (error.code, error.values["limit"]) == ("too_large", 32)


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words " * 1000)
    monkeypatch.setattr(loaders, "LARGEST_FILE", 6000)
    assert load(path).text.startswith("words")
    with pytest.raises(SourceError):
        load_bytes(b"words " * 1001, "a.txt")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").code == "not_a_file"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "\ud800"])
def test_names_that_no_file_can_have(name: str) -> None:
    assert refused(name).code in ("unreadable", "missing")


def test_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refused(tmp_path / "a").code in ("unreadable", "missing")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    path.chmod(0)
    assert refused(path).code == "unreadable"


@pytest.mark.parametrize("source", ["http://a.b/c", "HTTPS://a.b", "https://"])
def test_addresses(source: str) -> None:
    assert is_address(source)


@pytest.mark.parametrize("source", ["file:///etc/passwd", "ftp://a.b/c", "a.txt", "", "http", "httpsomething.txt"])
def test_no_addresses(source: str) -> None:
    assert not is_address(source)


def test_every_suffix_has_a_loader() -> None:
    for suffix, loader in SUFFIXES.items():
        assert suffix.startswith(".")
        article = loader(b"<html><body><p>Some words that can be read by anybody at all.</p></body></html>", "x")
        assert "words" in article.text
