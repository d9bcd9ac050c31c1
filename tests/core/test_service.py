"""The one door to translation: memory first, one retry, edits win, and nothing said is ever asked again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader.core.errors import Cancelled, PackageError, StorageError
from reader.core.model import Segment, Translation
from reader.core.paths import DataDir
from reader.core.settings import Settings
from reader.core.translation import service as service_module
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.glossary import Term
from reader.core.translation.service import TranslationService
from reader.core.translation.tmx import tmx
from tests.helpers.packages import BUNDLED, NAME, copy_package

EN_ES, ES_EN = Direction("en", "es"), Direction("es", "en")
LOOPING = "Then Anna painted some big old red doors."
SAID = {LOOPING: "luego luego luego luego luego luego luego luego luego"}


def segments(*texts: str) -> list[Segment]:
    return [Segment(index, 0, text, ()) for index, text in enumerate(texts)]


class Fakes:
    """The fake translators that services of one test were given, by direction."""

    def __init__(self, data_dir: Path) -> None:
        self.made: list[FakeTranslator] = []
        self.data = DataDir(data_dir)
        self.gate: Callable[[str], None] | None = None

    def service(self, settings: Settings = Settings()) -> TranslationService:  # noqa: B008
        def make(package: object, fingerprint: str) -> FakeTranslator:
            fake = FakeTranslator(package.direction, said=SAID, gate=self.gate)  # type: ignore[attr-defined]
            self.made.append(fake)
            return fake

        return TranslationService(self.data, settings, make=make)

    @property
    def asked(self) -> list[str]:
        return [text for fake in self.made for text in fake.asked]


@pytest.fixture
def fakes(data_dir: Path) -> Fakes:
    return Fakes(data_dir)


@pytest.fixture
def service(fakes: Fakes) -> Iterator[TranslationService]:
    service = fakes.service()
    yield service
    service.close()


def test_what_was_said_is_never_asked_again(fakes: Fakes) -> None:
    first = fakes.service()
    done = first.translate(EN_ES, segments("The house.", "A dog.", "The house."))
    assert done[0] == done[2] == Translation("THE HOUSE.", links=done[0].links)
    assert fakes.asked == ["The house.", "A dog."]
    first.close()
    second = fakes.service()
    assert second.remembered(EN_ES, segments("The house.", "A dog.", "New.")) == {0: done[0], 1: done[1]}
    assert second.translate(EN_ES, segments("A dog.")) == {0: done[1]}
    assert len(fakes.asked) == 2
    assert second.remembered(ES_EN, segments("The house.")) == {}
    assert second.remembered(EN_ES, []) == {}


def test_other_settings_are_other_translations(fakes: Fakes) -> None:
    service = fakes.service()
    service.translate(EN_ES, segments("The house."))
    service.settings = Settings(beam=4)
    assert service.remembered(EN_ES, segments("The house.")) == {}
    service.settings = Settings(threads=1)
    assert len(service.remembered(EN_ES, segments("The house."))) == 1
    assert len(fakes.made) == 2  # another number of cores takes another translator, and says the same


def test_a_failed_check_is_tried_once_more(service: TranslationService, fakes: Fakes) -> None:
    done = service.translate(EN_ES, segments("The house.", LOOPING))
    assert done[1].text == LOOPING.upper()
    assert done[1].warnings == ()
    assert fakes.asked == ["The house.", LOOPING, LOOPING]


class Stubborn(FakeTranslator):
    """Loops however it is asked."""

    def _one(self, text: str, careful: bool, cancel: CancelToken | None) -> Translation:
        self.asked.append(text)
        return Translation("casa casa casa casa casa casa casa casa")


def test_what_fails_twice_is_shown_with_a_warning(service: TranslationService) -> None:
    stubborn = Stubborn(EN_ES)
    service._make = lambda package, fingerprint: stubborn
    done = service.translate(EN_ES, segments(LOOPING))
    assert "looping" in done[0].warnings
    assert service.remembered(EN_ES, segments(LOOPING)) == done
    assert stubborn.asked == [LOOPING, LOOPING]


def test_edits_win_and_are_marked(service: TranslationService, fakes: Fakes) -> None:
    service.translate(EN_ES, segments("The house.", "A dog."))
    [segment] = segments("The house.")
    edited = service.edit(EN_ES, segment, "La casona.")
    assert edited == Translation("La casona.", edited=True)
    assert service.translate(EN_ES, segments("The house."))[0] == edited
    assert fakes.service().remembered(EN_ES, segments("The house."))[0] == edited
    back = service.edit(EN_ES, segment, None)
    assert back is not None and (back.text, back.edited) == ("THE HOUSE.", False)
    [unknown] = segments("Never seen.")
    service.edit(EN_ES, unknown, "Nunca visto.")
    assert service.edit(EN_ES, unknown, None) is None


def test_trying_again_replaces_translation_and_edit(service: TranslationService, fakes: Fakes) -> None:
    [segment] = segments("The house.")
    service.edit(EN_ES, segment, "La casona.")
    again = service.retry(EN_ES, segment)
    assert (again.text, again.edited) == ("THE HOUSE.", False)
    assert service.remembered(EN_ES, [segment]) == {0: again}
    assert fakes.asked == ["The house."]


def test_alternatives_and_back_translation(service: TranslationService) -> None:
    [segment] = segments("The house of Anna, see https://example.org/a.")
    found = service.alternatives(EN_ES, segment, 3)
    assert len(found) == 3
    assert all("https://example.org/a" in one for one in found)
    assert service.back_translate(EN_ES, "La casa.") == "LA CASA."
    assert service.memory.lookup([service._key(service._in_use(ES_EN), ES_EN, "La casa.")]) == {}


def test_terms_of_the_glossary_are_followed_at_once(service: TranslationService, fakes: Fakes) -> None:
    [one, other] = segments("The Treasury said so.", "The house.")
    service.translate(EN_ES, [one, other])
    service.terms.replace([Term("en", "Treasury", "Hacienda")])
    assert service.remembered(EN_ES, [one, other]).keys() == {1}
    done = service.translate(EN_ES, [one, other])
    assert "Hacienda" in done[0].text
    assert fakes.asked.count("The house.") == 1
    service.terms.replace([])
    assert service.remembered(EN_ES, [one]).keys() == {0}


def test_an_unwritable_glossary_says_so(service: TranslationService) -> None:
    service.terms.path.mkdir()
    with pytest.raises(StorageError, match="glossary"):
        service.terms.replace([])
    assert service.translate(EN_ES, segments("The house."))


def test_names_are_kept_when_they_are_wanted(fakes: Fakes) -> None:
    text = "Then Rose Brown left the house."
    for keep, expected in ((False, "THEN ROSE BROWN LEFT THE HOUSE."), (True, "THEN Rose Brown LEFT THE HOUSE.")):
        service = fakes.service(Settings(keep_names=keep, beam=2 + keep))
        assert service.translate(EN_ES, segments(text), names=["Rose Brown"])[0].text == expected


def test_without_a_package_it_says_so(service: TranslationService) -> None:
    with pytest.raises(PackageError, match="no_package"):
        service.translate(Direction("en", "fr"), segments("The house."))


def test_a_cancelled_batch_remembers_nothing_half(fakes: Fakes) -> None:
    cancel = CancelToken()

    def gate(text: str) -> None:
        if text == "Two.":
            cancel.set()

    fakes.gate = gate
    service = fakes.service()
    with pytest.raises(Cancelled):
        service.translate(EN_ES, segments("One.", "Two.", "Three."), cancel)
    assert service.remembered(EN_ES, segments("One.", "Two.", "Three.")) == {}


def test_another_package_is_another_memory_but_the_same_edits(data_dir: Path, tmp_path: Path) -> None:
    service = TranslationService(DataDir(data_dir), Settings())
    [one, other] = segments("The house is old.", "A dog.")
    service.translate(EN_ES, [one])
    service.edit(EN_ES, other, "Un can.")
    folder = copy_package(tmp_path / "p", package_version="7")
    with (folder / "sentencepiece.model").open("ab") as file:
        file.write(b"\xa2\x06\x01x")  # a field no reader knows: other content, the same tokens
    package = service.install(folder)
    assert service.package_for(EN_ES) == package
    assert service.remembered(EN_ES, [one, other]) == {1: Translation("Un can.", edited=True)}
    service.use(service.registry.find(NAME))
    assert service.remembered(EN_ES, [one, other]).keys() == {0, 1}
    service.use(package)
    service.remove(package)
    in_use = service.package_for(EN_ES)
    assert in_use is not None and in_use.folder == BUNDLED["en-es"]
    service.close()


def test_models_rest_when_nobody_asks(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    service = fakes.service(Settings(unload_minutes=10))
    service.translate(EN_ES, segments("The house."))
    [fake] = fakes.made
    later = time.monotonic()
    memory = 10.0**10
    monkeypatch.setattr(service_module, "available_memory", lambda: memory)
    monkeypatch.setattr(service_module.time, "monotonic", lambda: later)
    later += 120
    service.rest()
    assert fake.loaded
    memory = 10.0**8
    service.rest()
    assert not fake.loaded
    service.translate(EN_ES, segments("A dog."))
    memory = 10.0**10
    later += 601
    service.rest()
    assert not fake.loaded


def test_models_are_looked_after_until_the_service_closes(fakes: Fakes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service_module, "_IDLE", 0.005)
    rested = threading.Event()
    monkeypatch.setattr(TranslationService, "rest", lambda service: rested.set())
    service = fakes.service()
    service.translate(EN_ES, segments("The house."))
    assert rested.wait(10)
    watcher = service._watcher
    assert watcher is not None
    service.close()
    watcher.join(10)
    assert not watcher.is_alive()


def test_lanes_may_ask_at_the_same_time(fakes: Fakes) -> None:
    service = fakes.service()
    errors: list[BaseException] = []

    def work(job: Callable[[int], object]) -> None:
        try:
            for number in range(80):
                job(number)
        except BaseException as error:
            errors.append(error)

    jobs: list[Callable[[int], object]] = [
        lambda n: service.translate(EN_ES, segments(f"House number {n}.", "The house.")),
        lambda n: service.remembered(EN_ES, segments(*(f"House number {k}." for k in range(n)))),
        lambda n: service.edit(EN_ES, segments("The house.")[0], f"Casa {n}"),
        lambda n: service.terms.replace([Term("en", "dog", f"can{n}")]),
        lambda n: service.rest(),
    ]
    threads = [threading.Thread(target=work, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert len(service.remembered(EN_ES, segments(*(f"House number {k}." for k in range(80))))) == 80
    service.close()


def test_closing_twice_and_asking_afterwards(service: TranslationService) -> None:
    service.close()
    service.close()
    assert service.translate(EN_ES, segments("The house."))[0].text == "THE HOUSE."


def test_edits_go_out_as_tmx(service: TranslationService) -> None:
    for text, target in (("Yes & <no>", "Sí «y» no"), ("\ud800\x00", "😀\x0b")):
        service.edit(EN_ES, segments(text)[0], target)
    service.edit(ES_EN, segments("perro")[0], "mutt")
    document = ElementTree.fromstring(service.tmx().encode("utf-8"))
    assert (document.tag, document.get("version")) == ("tmx", "1.4")
    units = [
        [(v.get("{http://www.w3.org/XML/1998/namespace}lang"), v.findtext("seg")) for v in unit]
        for unit in document.iter("tu")
    ]
    assert sorted(units) == sorted(
        [
            [("en", "Yes & <no>"), ("es", "Sí «y» no")],
            [("en", "\ufffd\ufffd"), ("es", "😀\ufffd")],
            [("es", "perro"), ("en", "mutt")],
        ]
    )
    assert ElementTree.fromstring(tmx([])).find("body") is not None
