"""Store translations and edits one after another, saying after each that it is done, until somebody kills us."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from reader.core.model import Span, Translation
from reader.core.translation.base import Direction
from reader.core.translation.memory import Memory, key

DIRECTION = Direction("en", "es")


def key_of(number: int) -> bytes:
    return key("package", DIRECTION, "1", f"text {number}")


def translation(number: int) -> Translation:
    return Translation(f"traducción {number} " * 20, links=((Span(0, 4), Span(0, number % 90)),))


def main() -> None:
    path, start = Path(sys.argv[1]), int(sys.argv[2])
    memory = Memory(path)
    for number in count(start):
        memory.store({key_of(number): translation(number)})
        if number % 5 == 0:
            memory.edit(DIRECTION, f"text {number}", f"mío {number}")
        print(number, flush=True)


if __name__ == "__main__":
    main()
