"""Who speaks in stories and interviews of our own, against the floors of floors.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.core.model import Language
from tests.helpers.talk import outcome

FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["talk"]


@pytest.mark.parametrize("which", ["first", "second", "third"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_who_speaks(language: Language, which: str) -> None:
    found = outcome(language, which)
    right, wrong = found.shares
    print(f"talk, {language}, {which}: {right:.3f} right, {wrong:.3f} wrong of {sum(found)}")
    floors = FLOORS[language][which]
    assert right >= floors["right"]
    assert wrong <= floors["most_wrong"]
