"""What goes wrong around a translation: packages that vanish, memory that runs out, clocks that jump, two programs."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from reader.core.errors import PackageError, TranslationError
from reader.core.model import Segment, Translation
from reader.core.paths import DataDir
from reader.core.settings import Settings
from reader.core.translation import engine as engine_module
from reader.core.translation import packages as packages_module
from reader.core.translation.base import Direction
from reader.core.translation.engine import ArgosTranslator
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.memory import Memory, key
from reader.core.translation.packages import Package, Registry, read_package
from reader.core.translation.service import TranslationService
from reader.wording import sentence
from tests.helpers.packages import BUNDLED, copy_package, random_bpe_package

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
        assert sentence(caught.value) == "There is not enough memory for this."
    assert engine.translate(["The house."])[0].text


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
