"""What goes wrong around a translation: packages that vanish, memory that runs out, clocks that jump, two programs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.core.errors import PackageError, TranslationError
from reader.core.model import Segment, Translation
from reader.core.paths import DataDir
from reader.core.settings import Settings
from reader.core.translation import engine as engine_module
from reader.core.translation import install as install_module
from reader.core.translation import packages as packages_module
from reader.core.translation import room
from reader.core.translation.base import Direction
from reader.core.translation.engine import ArgosTranslator
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.memory import Memory, key
from reader.core.translation.packages import Package, Registry, read_package
from reader.core.translation.service import TranslationService
from reader.wording import sentence
from tests.helpers.packages import BUNDLED, copy_package, random_bpe_package
from tests.helpers.shared import ROOT

NO_ROOM = "There is not enough memory to translate; close other programs, then try again."
EN_ES, EN_FR = Direction("en", "es"), Direction("en", "fr")


def service_over(data: DataDir, used: list[str]) -> TranslationService:
    def make(package: Package, _: str) -> FakeTranslator:
        used.append(package.id)
        return FakeTranslator(package.direction)

    return TranslationService(data, Settings(), make=make)


def one(text: str) -> list[Segment]:
    return [Segment(0, 0, text, ())]


def test_a_package_removed_while_in_use_gives_way_to_the_one_that_is_left(data_dir: Path) -> None:
    data, used = DataDir(data_dir), []
    folder = copy_package(data.packages / "translate-en_es-9", package_version="9")
    service = service_over(data, used)
    service.translate(EN_ES, one("one"))
    shutil.rmtree(folder)
    assert service.translate(EN_ES, one("two"))[0].text == "TWO"
    assert used == ["user:translate-en_es-9", f"bundled:{BUNDLED['en-es'].name}"]
    service.close()


def test_the_only_package_of_its_languages_removed_while_in_use_is_missed(data_dir: Path) -> None:
    data = DataDir(data_dir)
    folder = random_bpe_package(data.packages / "translate-en_fr-1")
    service = service_over(data, [])
    service.translate(EN_FR, one("hello"))
    shutil.rmtree(folder)
    with pytest.raises(PackageError) as caught:
        service.translate(EN_FR, one("world"))
    assert sentence(caught.value) == f"There is no translation package for {EN_FR}."
    service.close()


def test_a_package_that_vanishes_while_it_is_looked_at_is_missing(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = DataDir(data_dir)
    folder = copy_package(data.packages / "translate-en_es-9")
    registry, package = Registry(data), read_package(folder)
    metadata = packages_module._metadata

    def meanwhile(place: Path) -> object:
        found = metadata(place)
        if place == folder:
            shutil.rmtree(folder)
        return found

    monkeypatch.setattr(packages_module, "_metadata", meanwhile)
    assert [found.bundled for found in registry.packages() if found.direction == EN_ES] == [True]
    with pytest.raises(PackageError) as caught:
        registry.fingerprint(package)
    assert caught.value.code == "package_missing"


def test_a_package_is_there_again_when_its_replacement_was_killed_halfway(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """Ends the installation where a kill would."""

    data, rename = DataDir(data_dir), Path.rename
    draft = random_bpe_package(tmp_path / "package")
    monkeypatch.setattr(install_module, "try_package", lambda package, cancel: None)
    name = install_module.install(Registry(data), draft).name

    def killed(self: Path, target: Path) -> Path:
        if target == data.packages / name:
            raise Killed
        return rename(self, target)

    with monkeypatch.context() as dying:
        dying.setattr(Path, "rename", killed)
        dying.setattr(shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(Killed):
            install_module.install(Registry(data), draft)
    assert not (data.packages / name).exists()
    registry = Registry(data)
    assert [package.name for package in registry.packages() if not package.bundled] == [name]
    assert install_module.install(registry, draft).name == name


@pytest.mark.parametrize("when", ["loading", "translating"])
def test_an_engine_without_memory_says_so_and_works_when_there_is_some(
    when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise MemoryError("std::bad_alloc")

    engine = ArgosTranslator(BUNDLED["en-es"], EN_ES, "x")
    with monkeypatch.context() as short:
        if when == "loading":
            short.setattr(engine_module, "open_model", refuse)
        else:
            short.setattr(engine, "_start", refuse)
        with pytest.raises(TranslationError) as caught:
            engine.translate(["The house."])
        assert sentence(caught.value) == NO_ROOM
        assert not engine.loaded
    assert engine.translate(["The house."])[0].text


@pytest.mark.parametrize("said", ["mkl_malloc: failed to allocate memory", "can't start new thread", "std::bad_alloc"])
def test_a_library_that_says_so_otherwise_is_understood(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError(said)

    engine = ArgosTranslator(BUNDLED["en-es"], EN_ES, "x")
    with monkeypatch.context() as short:
        short.setattr(threading.Thread, "start", refuse)
        with pytest.raises(TranslationError) as caught:
            engine.translate(["The house."])
        assert caught.value.code == "engine_memory"
    assert engine.translate(["The house."])[0].text


def test_fewer_cores_are_used_where_memory_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    for megabytes, workers in ((10_000, 8), (420, 5), (230, 2), (100, None)):
        monkeypatch.setattr(room, "_loadable_memory", lambda megabytes=megabytes: megabytes * 1e6)
        if workers is not None:
            assert room.fitting_workers(BUNDLED["en-es"], 8) == workers
        else:
            with pytest.raises(TranslationError):
                room.fitting_workers(BUNDLED["en-es"], 8)


def test_a_control_group_limits_what_is_there(tmp_path: Path) -> None:
    proc, groups = tmp_path / "proc", tmp_path / "cgroup"
    inner = groups / "user.slice" / "app.scope"
    for folder in (proc / "self", inner):
        folder.mkdir(parents=True)
    (proc / "meminfo").write_text("MemTotal: 9000000 kB\nMemAvailable: 8000000 kB\n")
    (proc / "self" / "cgroup").write_text("1:name=old:/\n0::/user.slice/app.scope\n")
    assert room.available_memory(proc, groups) == 8_192_000_000
    (inner / "memory.max").write_text("max\n")
    for folder, limit in ((inner.parent, 3_000), (groups, 5_000)):
        (folder / "memory.max").write_text(f"{limit}\n")
        (folder / "memory.current").write_text("2500\n")
        (folder / "memory.stat").write_text("anon 2000\ninactive_file 400\nfile 500\n")
    assert room.available_memory(proc, groups) == 900
    assert room.available_memory(tmp_path / "none", groups) == float("inf")
    assert room.available_memory() > 0


@pytest.mark.skipif(sys.platform != "linux", reason="limits addresses, as Linux counts them")
@pytest.mark.parametrize("megabytes", [220, 260, 300, 340, 380])
def test_the_command_line_survives_too_little_memory(megabytes: int, data_dir: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"ulimit -v {megabytes}000; exec $0 -m reader translate --from en --to es", sys.executable],
        input="The house.\n", capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"comillas: {NO_ROOM}\n")


def test_a_clock_that_jumps_costs_no_translation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(tmp_path / "memory.sqlite", megabytes=1)
    for number, now in enumerate((1e9, 0.0, 4e9, -5e9, 2**40)):
        monkeypatch.setattr(time, "time", lambda now=now: float(now))
        memory.store({key("p", EN_ES, "", str(number)): Translation(str(number))})
        memory.edit(EN_ES, str(number), "mine")
        names = [key("p", EN_ES, "", str(known)) for known in range(number + 1)]
        assert len(memory.lookup(names)) == number + 1
        assert len(memory.edits()) == number + 1
    assert memory.notice is None
    memory.close()


def test_two_programs_share_what_either_translates_and_edits(data_dir: Path) -> None:
    first, second = (service_over(DataDir(data_dir), []) for _ in range(2))
    first.translate(EN_ES, one("one"))
    second.edit(EN_ES, one("two")[0], "dos")
    assert second.remembered(EN_ES, one("one"))[0].text == "ONE"
    assert first.remembered(EN_ES, one("two"))[0] == Translation("dos", edited=True)
    first.close()
    assert second.translate(EN_ES, one("three"))[0].text == "THREE"
    second.close()
