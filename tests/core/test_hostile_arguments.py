"""Whatever words the command line is given, it does its work or says in one line why not."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.cli import main
from reader.qt import app

ARTICLE = "“We were told nothing,” said Nora Quill.\n"
WORDS = [
    *("quotes", "translate", "export", "packages", "list", "install", "remove", "use", "--json", "--jsonl", "--raw"),
    *("--lang", "--lang=es", "--from", "--to", "--out", "--package", "--data-dir", "--", "-", "--help", "--version"),
    *("en", "es", "md", "html", "csv", "fr", "", " ", "ARTICLE", "FOLDER", "/dev/null", "file:///etc/passwd"),
    *("--data-dir=a\0b", "\ud800", "a\0b", "x\u202etxt", "-1", "~", "*", "@", "--lang=\ud800", "..", "a" * 5000),
]  # fmt: skip
ARGUMENTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=7)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arguments=ARGUMENTS)
def test_any_arguments(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "place"
    place.mkdir(exist_ok=True)
    (place / "article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(place)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    monkeypatch.setattr(app, "main", lambda sources, data: 0)
    known = {"ARTICLE": str(place / "article.txt"), "FOLDER": str(place)}
    try:
        status = main([known.get(word, word) for word in arguments])
    except SystemExit as left:
        status = int(left.code or 0)
    said = capfd.readouterr().err
    assert status in (0, 2)
    assert "Traceback" not in said
    assert len(said.splitlines()) == 1 or status == 0, said
