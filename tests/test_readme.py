"""The README tells the truth: its keys, commands, targets and paths are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli import main
from reader.qt.keymap import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_key_in_the_table_does_something() -> None:
    table = README.split("| key | what it does |")[1].split("\n\n")[0]
    named = re.findall(r"`([^`]+)`", table)
    known = {key.lower() for command in COMMANDS for key in command.keys}
    assert len(named) > 20
    assert [key for key in named if key.lower() not in known] == []


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^comillas (\w+)", README, re.M))))
def test_every_command_exists(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([command, "--help"])
    assert leaving.value.code == 0
    assert command in capsys.readouterr().out


def test_every_target_exists() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"(?:`|^)make (\w+)", README, re.M)) <= targets


def test_every_path_exists() -> None:
    layout = README.split("## Where does my line go?")[1].split("```")[1]
    folder = ROOT
    for line in layout.strip().splitlines():
        names = re.findall(r"[\w/.]+\.(?:py)\b|[\w/]+/", re.split(r"\s{2,}", line.strip())[0])
        assert names, line
        if not line.startswith(" "):
            folder = ROOT
        for name in names:
            assert (folder / name).exists(), f"{folder / name} of the README's layout"
        if line.startswith("reader/core/"):
            folder = ROOT / "reader" / "core"


def test_the_picture_is_there() -> None:
    [picture] = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert (ROOT / picture).stat().st_size > 10_000
