"""What tests of the core share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.core.translation.memory import Memory


@pytest.fixture(autouse=True)
def memories_let_go(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close every memory a test opened: Python 3.13 warns of a database left open, and warnings fail tests here."""
    made: list[Memory] = []
    build = Memory.__init__

    def remembered(self: Memory, *given: object, **named: object) -> None:
        made.append(self)
        build(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Memory, "__init__", remembered)
    yield
    for memory in made:
        memory.close()
