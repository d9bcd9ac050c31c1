"""The translation memory: nothing shown as done is lost, edits outlive everything, no disk is taken for granted."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.core.model import Span, Translation
from reader.core.translation import database
from reader.core.translation.base import Direction
from reader.core.translation.memory import Memory, key
from tests.helpers import killed_writer
from tests.helpers.shared import ROOT
from tests.helpers.timing import fastest

EN_ES, ES_EN = Direction("en", "es"), Direction("es", "en")
KILLS = int(os.environ.get("COMILLAS_KILLS", "20"))  # 1000 in the long mode


def name(number: int, text: str = "text") -> bytes:
    return key("package", EN_ES, "1", f"{text} {number}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory.sqlite"


def test_what_is_stored_is_found_by_another_process(path: Path) -> None:
    whole = Translation(
        "¡Hola!", ("numbers", "looping"), links=((Span(0, 5), Span(1, 5)), (Span(0, 5), Span(70000, 70001)))
    )
    memory = Memory(path)
    memory.store({name(1): whole})
    assert Memory(path).lookup([name(1), name(2)]) == {name(1): whole}
    memory.close()


@pytest.mark.parametrize("text", ["", "\ud800", "\x00", "a\n\r\u2028b", "😀" * 1000, "'; DROP TABLE edits; --"])
def test_any_text_can_be_remembered(path: Path, text: str) -> None:
    memory = Memory(path)
    memory.store({key("p", EN_ES, "", text): Translation(text)})
    memory.edit(EN_ES, text, text)
    again = Memory(path)
    assert again.lookup([key("p", EN_ES, "", text)])[key("p", EN_ES, "", text)].text == text
    assert again.edited(EN_ES, [text]) == {text: text}
    assert memory.notice is again.notice is None


def test_all_that_decides_a_translation_is_in_its_key() -> None:
    keys = {
        key(package, direction, settings, text)
        for package in "ab"
        for direction in (EN_ES, ES_EN)
        for settings in ("1", "2")
        for text in ("x", "y")
    }
    assert len(keys) == 16


def test_edits_are_by_direction_and_can_be_taken_back(path: Path) -> None:
    memory = Memory(path)
    memory.edit(EN_ES, "no", "nones")
    memory.edit(ES_EN, "no", "nope")
    memory.edit(EN_ES, "no", "que no")
    memory.edit(ES_EN, "sí", "aye")
    memory.edit(ES_EN, "sí", None)
    assert memory.edited(EN_ES, ["no", "sí"]) == {"no": "que no"}
    assert {(edit.direction, edit.source, edit.target) for edit in memory.edits()} == {
        (EN_ES, "no", "que no"),
        (ES_EN, "no", "nope"),
    }


def test_files_are_for_their_owner_only(path: Path) -> None:
    memory = Memory(path)
    memory.store({name(1): Translation("x")})
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    memory.close()


def test_the_least_recently_used_go_first_and_edits_never(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(path, megabytes=1)
    hours = iter(range(1, 10_000))
    monkeypatch.setattr("reader.core.translation.memory.time.time", lambda: next(hours) * 3600.0)
    memory.edit(EN_ES, "kept", "guardado")
    memory.store({name(0): Translation("precious")})
    for batch in range(30):
        memory.store({name(batch * 100 + k + 1): Translation("palabra " * 50) for k in range(100)})
        memory.lookup([name(0)])
    assert memory.size() <= 1_000_000
    assert path.stat().st_size <= 1_500_000
    assert name(0) in memory.lookup([name(0)])
    assert not memory.lookup([name(1)])
    assert memory.lookup([name(3000)])
    assert memory.edited(EN_ES, ["kept"]) == {"kept": "guardado"}


def test_looking_up_a_long_article_is_fast(path: Path) -> None:
    memory = Memory(path)
    names = [name(number) for number in range(20_000)]
    links = tuple((Span(k, k + 1), Span(k, k + 1)) for k in range(20))
    memory.store({one: Translation("palabra " * 15, links=links) for one in names})
    assert fastest(lambda: memory.lookup(names[:600]), 1) < 0.2
    assert len(memory.lookup(names[:600])) == 600


def damage(path: Path, start: int, length: int) -> None:
    """Overwrite a stretch of the file once no journal holds anything."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(path.read_bytes())
    data[start : start + length] = b"\xa5" * min(length, len(data) - start)
    path.write_bytes(data)


@pytest.mark.parametrize("start", [0, 100, 4096])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(path: Path, start: int) -> None:
    memory = Memory(path)
    memory.store({name(number): Translation("x" * 500) for number in range(200)})
    memory.close()
    damage(path, start, 60_000)
    memory = Memory(path)
    memory.lookup([name(number) for number in range(200)])
    memory.store({name(500): Translation("new")})
    assert memory.notice is not None and memory.notice.code == "memory_damaged"
    assert Path(str(memory.notice.values["path"])).is_file()
    assert Memory(path).lookup([name(500)]) == {name(500): Translation("new")}


def test_edits_are_saved_from_a_damaged_file(path: Path) -> None:
    memory = Memory(path)
    memory.edit(EN_ES, "yes", "pues sí")
    memory.store({name(number): Translation("x" * 3000) for number in range(300)})
    memory.close()
    damage(path, 40_960, 200_000)
    memory = Memory(path)
    memory.lookup([name(number) for number in range(300)])
    assert memory.notice is not None and memory.notice.code == "memory_damaged"
    assert memory.edited(EN_ES, ["yes"]) == {"yes": "pues sí"}
    assert Memory(path).edited(EN_ES, ["yes"]) == {"yes": "pues sí"}


def test_a_file_that_is_no_database(path: Path) -> None:
    path.write_text("Dear diary, " * 1000)
    memory = Memory(path)
    assert memory.notice is not None and memory.notice.code == "memory_damaged"
    memory.store({name(1): Translation("x")})
    assert Memory(path).lookup([name(1)])


def test_a_later_versions_file_is_left_alone(path: Path) -> None:
    Memory(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    memory = Memory(path)
    assert memory.notice is not None and memory.notice.code == "memory_newer"
    memory.store({name(1): Translation("x")})
    assert memory.lookup([name(1)]) == {name(1): Translation("x")}
    memory.edit(EN_ES, "a", "b")
    assert memory.edited(EN_ES, ["a"]) == {"a": "b"}
    assert [edit.target for edit in memory.edits()] == ["b"]
    memory.close()
    assert path.read_bytes() == before


def test_an_unwritable_place_is_worked_around(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "missing" / "memory.sqlite")
    assert memory.notice is not None and memory.notice.code == "memory_unwritable"
    memory.store({name(1): Translation("x")})
    memory.edit(EN_ES, "a", "b")
    assert memory.lookup([name(1)]) == {name(1): Translation("x")}
    assert memory.edited(EN_ES, ["a"]) == {"a": "b"}


def test_a_full_disk_costs_nothing_but_a_notice(path: Path) -> None:
    """A limit on the size of files plays the full disk; in a process of its own, which it would hamper."""
    script = """
import resource, signal, sys
from pathlib import Path
from reader.core.model import Translation
from reader.core.translation.base import Direction
from reader.core.translation.memory import Memory, key
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
memory = Memory(Path(sys.argv[1]))
name = lambda n: key("p", Direction("en", "es"), "1", str(n))
memory.store({name(n): Translation("x" * 1000) for n in range(50)})
assert memory.notice is None
limit = Path(sys.argv[1]).stat().st_size + 200_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
for n in range(50, 1500):
    memory.store({name(n): Translation("x" * 1000)})
assert memory.notice.code == "memory_unwritable", memory.notice
assert len(memory.lookup([name(n) for n in range(1500)])) == 1500
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
memory.store({name(1500): Translation("x")})
memory.close()
memory = Memory(Path(sys.argv[1]))
assert len(memory.lookup([name(n) for n in range(1501)])) == 1501
print("kept")
"""
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "kept\n", done.stderr


def test_several_threads_and_connections_at_once(path: Path) -> None:
    memories = [Memory(path), Memory(path)]
    errors: list[Exception] = []

    def work(which: int) -> None:
        try:
            for number in range(60):
                memories[which % 2].store({name(number, f"thread {which}"): Translation(str(number))})
                memories[which % 2].lookup([name(k, f"thread {which}") for k in range(number)])
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(which,)) for which in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    fresh = Memory(path)
    assert len(fresh.lookup([name(k, f"thread {w}") for k in range(60) for w in range(4)])) == 240
    assert fresh.notice is memories[0].notice is memories[1].notice is None


@pytest.mark.timeout(900)
def test_killed_at_random_points_it_loses_nothing_reported_done(path: Path) -> None:
    chance = random.Random(4)
    reported: set[int] = set()
    next_number = 1
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, killed_writer.__file__, path, str(next_number)],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        ) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(chance.randrange(1, 40))]
            until = time.perf_counter() + chance.random() * 0.003
            while time.perf_counter() < until:
                pass
            process.send_signal(signal.SIGKILL)
            lines += process.stdout.readlines()
        numbers = {int(line) for line in lines if line.endswith(b"\n")}
        assert numbers
        reported |= numbers
        next_number = max(numbers) + 2
        memory = Memory(path)
        assert memory.notice is None
        found = memory.lookup([killed_writer.key_of(number) for number in numbers])
        assert found == {killed_writer.key_of(n): killed_writer.translation(n) for n in numbers}
        edited = [f"text {number}" for number in numbers if number % 5 == 0]
        assert memory.edited(EN_ES, edited) == {text: text.replace("text", "mío") for text in edited}
        memory.close()
    assert len(Memory(path).lookup([killed_writer.key_of(number) for number in reported])) == len(reported)
