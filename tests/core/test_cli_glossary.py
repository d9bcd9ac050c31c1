"""What a reader taught the program goes in and out by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli import main
from reader.core.model import Segment, Span
from reader.core.paths import DataDir
from reader.core.settings import load_settings
from reader.core.translation.base import Direction
from reader.core.translation.service import TranslationService


def test_terms_come_in_join_and_go_out(data_dir: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first, second, out = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "out.csv"
    first.write_text(
        "from,term,translation\nes,Ayuntamiento,City Council\nes,La Errata,=\nnonsense\n", encoding="utf-8"
    )
    second.write_text("es;Ayuntamiento;Town Hall\n", encoding="utf-8")
    assert main(["glossary", "import", str(first)]) == 0
    assert "2 terms read, 1 lines without one" in capfd.readouterr().err
    assert main(["glossary", "import", str(second)]) == 0
    assert main(["glossary", "export", str(out)]) == 0
    assert out.read_text(encoding="utf-8").splitlines()[0] == "from,term,translation"
    assert main(["glossary"]) == 0
    listed = capfd.readouterr().out
    assert "es,La Errata,=" in listed
    assert "es,Ayuntamiento,Town Hall" in listed
    assert "City Council" not in listed  # the last of the same text wins


def test_a_file_without_terms_changes_nothing(
    data_dir: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("no terms here\n", encoding="utf-8")
    assert main(["glossary", "import", str(bad)]) == 0
    assert not (data_dir / "glossary.csv").exists()
    assert main(["glossary", "import", str(tmp_path / "missing.csv")]) == 2
    assert capfd.readouterr().err.count("\n") == 2


def test_edits_go_out_as_tmx(data_dir: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = DataDir(data_dir)
    service = TranslationService(data, load_settings(data.settings))
    segment = Segment(0, 0, "The river signs nothing.", (Span(0, 24),))
    service.edit(Direction("en", "es"), segment, "El río no firma nada.")
    service.close()
    assert main(["edits"]) == 0
    written = capfd.readouterr().out
    assert "<tmx" in written and "El río no firma nada." in written
