"""Files are written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reader.core.errors import SourceError
from reader.core.files import PRIVATE, replace_file, save_text

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")


@posix
def test_a_new_file_gets_the_mode_of_new_files_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    plain, path = tmp_path / "plain", tmp_path / "file"
    plain.write_bytes(b"")
    replace_file(path, b"one")
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o640)
    replace_file(path, b"two")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"two", 0o640)
    replace_file(path, b"three", PRIVATE)
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(child.name for child in tmp_path.iterdir()) == ["file", "plain"]


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_what_fails_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SourceError) as refused:
        save_text(path, "new")
    assert refused.value.code == "output"
    assert [(child.name, child.read_bytes()) for child in tmp_path.iterdir()] == [("file", b"old")]


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        save_text(tmp_path, "text")
    assert refused.value.code == "output_exists"
