"""Killed at any moment while it opens, translates, edits and installs, the program starts again and has it all."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from reader.core.model import Segment, Span
from reader.core.paths import DataDir
from reader.core.settings import Settings
from reader.core.storage import Library
from reader.core.translation.base import Direction
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.service import TranslationService
from tests.helpers import killed_reader
from tests.helpers.fuzz import cases
from tests.helpers.packages import random_bpe_package
from tests.helpers.shared import ROOT

EN_ES = Direction("en", "es")


class Witness:
    """What the reader was shown, by all lives of the program together."""

    def __init__(self) -> None:
        self.shown: dict[str, set[str]] = {}
        self.notes: dict[tuple[str, Span], str] = {}
        self.installed: set[str] = set()
        self.new: set[str] = set()
        self.counts: dict[str, int] = defaultdict(int)

    def take(self, line: bytes) -> list[Any]:
        """Note one line of the reader's."""
        what, *values = json.loads(line)
        self.counts[what] += 1
        match what, values:
            case "shown", [text, words]:
                self.shown[text] = {words}
                self.new.add(text)
            case "asked", [text, words]:
                self.shown[text].add(words)  # either may stand, until one is shown
                self.new.add(text)
            case "noted", [key, start, stop, text]:
                self.notes[key, Span(start, stop)] = text
            case "installed", [name]:
                self.installed.add(name)
            case (("trouble" | "failed"), _):
                raise AssertionError(values)
        return [what, *values]

    def check(self, data: DataDir, *, everything: bool) -> None:
        """Assert that the data folder holds it: all of it, or what was shown since the last check."""
        service = TranslationService(data, Settings(), make=lambda package, _: FakeTranslator(package.direction))
        library = Library(data)
        segments = [Segment(n, 0, text, ()) for n, text in enumerate(self.shown if everything else self.new)]
        self.new.clear()
        done = service.remembered(EN_ES, segments)
        assert [s.text for s in segments if s.index not in done or done[s.index].text not in self.shown[s.text]] == []
        for (key, span), text in self.notes.items():
            assert text in [mark.note for mark in library.marks(key) if mark.span == span]
        assert service.registry.broken() == []
        assert self.installed <= {package.name for package in service.registry.packages()}
        assert service.memory.notice is library.notice is None
        service.close()
        library.close()


def live_and_die(process: subprocess.Popen[bytes], number: int, chance: random.Random, witness: Witness) -> None:
    """Let the program read, and kill it at some moment."""
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(b"%d\n" % number)
    process.stdin.flush()
    what, pid = witness.take(process.stdout.readline())
    assert what == "started"
    if chance.random() < 0.3:  # while it starts
        time.sleep(chance.random() * 0.4)
    else:
        wanted, count = ("installed", 1) if number % 10 == 9 else ("", int(chance.expovariate(1 / 40)))
        while count:
            said = witness.take(process.stdout.readline())
            assert said[0] != "ended", f"it died by itself: {said[1]}"
            count -= not wanted or said[0] == wanted
        time.sleep(chance.random() * 0.01)
    os.kill(pid, signal.SIGKILL)
    while (said := witness.take(process.stdout.readline()))[0] != "ended":
        pass
    assert os.WTERMSIG(said[1]) == signal.SIGKILL


@pytest.mark.fuzz
@pytest.mark.timeout(0)
def test_nothing_shown_is_lost(data_dir: Path, tmp_path: Path) -> None:
    package = random_bpe_package(tmp_path / "package")
    lives, witness = cases(10), Witness()
    chance = random.Random(lives)
    with subprocess.Popen(
        [sys.executable, killed_reader.__file__, data_dir, package],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        try:
            for number in range(lives):
                live_and_die(process, number, chance, witness)
                witness.check(DataDir(data_dir), everything=number % 50 == 0 or number == lives - 1)
        finally:
            process.kill()  # and with it whoever still reads
    assert witness.counts["shown"] > 20 and witness.counts["noted"] and witness.counts["asked"], witness.counts
    print(lives, "lives,", len(witness.shown), "sentences,", dict(witness.counts))
