"""What every translator promises, asked of the fake, the real and the remembering one alike."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from reader.core.errors import Cancelled, TranslationError
from reader.core.model import Segment, Translation
from reader.core.paths import DataDir
from reader.core.settings import Settings
from reader.core.translation.base import CancelToken, Direction, Translator
from reader.core.translation.engine import ArgosTranslator, worker_count
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.service import TranslationService
from tests.helpers.packages import BUNDLED, copy_package, older_format, random_bpe_package

EN_ES, ES_EN = Direction("en", "es"), Direction("es", "en")
SENTENCES = [
    "The president said he would travel to Madrid.",
    "The house is very old.",
    "She works with her brother in the city.",
]
HOSTILE = [
    "",
    " ",
    "…",
    "\x00",
    "\ud800 alone \udfff",
    "a\nb\r\nc\u2028d",
    "😀👩‍👩‍👧 hi 🇪🇸",
    "e\u0301" * 40,
    "<unk> </s> <s> <0x41> ▁▁ @@ &quot;",
    "x" * 5000,
    "word " * 900,
    "。、「」中文字",
    "\u202eright to left\u202c",
    "12.5 % — 3,000 €",
    "…".join("abc"),
]


class Remembering:
    """The service as a translator: everything it says has been said before, by the real engine or the fake."""

    def __init__(self, service: TranslationService, direction: Direction) -> None:
        self.direction, self.fingerprint, self._service = direction, "", service

    def translate(
        self,
        texts: Sequence[str],
        *,
        beam: int | None = None,
        careful: bool = False,
        cancel: CancelToken | None = None,
    ) -> list[Translation]:
        segments = [Segment(index, 0, text, ()) for index, text in enumerate(texts)]
        self._service.translate(self.direction, segments, cancel)
        if cancel is not None:
            cancel.raise_if_set()
        remembered = self._service.remembered(self.direction, segments)
        return [remembered[index] for index in range(len(texts))]

    def alternatives(self, text: str, count: int, *, cancel: CancelToken | None = None) -> list[str]:
        return self._service.alternatives(self.direction, Segment(0, 0, text, ()), count, cancel)

    def pieces(self, word: str, *, cancel: CancelToken | None = None) -> int:
        return 2

    def unload(self) -> None:
        self._service.close()


@pytest.fixture(scope="module")
def engine() -> ArgosTranslator:
    return ArgosTranslator(BUNDLED["en-es"], EN_ES, "bundled")


@pytest.fixture(params=["fake", "real", "remembered", "remembered fake"])
def translator(request: pytest.FixtureRequest, engine: ArgosTranslator, data_dir: Path) -> Iterator[Translator]:
    if request.param == "real":
        yield engine
    elif request.param == "fake":
        yield FakeTranslator(EN_ES)
    else:
        inner: Translator = FakeTranslator(EN_ES) if "fake" in request.param else engine
        service = TranslationService(DataDir(data_dir), Settings(), make=lambda package, fingerprint: inner)
        yield Remembering(service, EN_ES)
        service.close()


def test_one_translation_for_each_text_in_order(translator: Translator) -> None:
    done = translator.translate(SENTENCES)
    again = translator.translate(list(reversed(SENTENCES)))
    assert len(done) == 3
    assert [one.text for one in again] == [one.text for one in reversed(done)]
    assert all(one.text and one.text != text for one, text in zip(done, SENTENCES, strict=True))


def test_a_text_twice_is_translated_the_same(translator: Translator) -> None:
    one, other, third = translator.translate([SENTENCES[0], SENTENCES[1], SENTENCES[0]])
    assert one == third != other


def test_nothing_to_translate(translator: Translator) -> None:
    assert translator.translate([]) == []
    assert [one.text for one in translator.translate(["", "  ", "…", "12"])] == ["", "  ", "…", "12"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_any_string_comes_back_as_one(translator: Translator, text: str) -> None:
    [done] = translator.translate([text])
    assert isinstance(done.text, str)
    for source, target in done.links:
        assert 0 <= source.start < source.end <= len(text)
        assert 0 <= target.start < target.end <= len(done.text)


def test_words_are_linked(translator: Translator) -> None:
    text = "The house is very old."
    [done] = translator.translate([text])
    assert len(done.links) >= 3
    assert any(source.of(text) == "house" for source, _ in done.links)


def test_alternatives_differ(translator: Translator) -> None:
    found = translator.alternatives(SENTENCES[0], 3)
    assert 1 < len(found) <= 3
    assert len(set(found)) == len(found)
    assert found[0] == translator.translate([SENTENCES[0]])[0].text


def test_a_set_token_cancels(translator: Translator) -> None:
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        translator.translate(SENTENCES, cancel=cancel)
    with pytest.raises(Cancelled):
        translator.alternatives(SENTENCES[0], 3, cancel=cancel)


# The real one


def test_the_house_is_linked_to_la_casa(engine: ArgosTranslator) -> None:
    text = "The house is very old."
    [done] = engine.translate([text])
    pairs = {(source.of(text), target.of(done.text)) for source, target in done.links}
    assert done.text.startswith("La casa")
    assert ("house", "casa") in pairs


def test_it_loads_when_first_asked_and_again_after_unloading(engine: ArgosTranslator) -> None:
    translator = ArgosTranslator(BUNDLED["es-en"], ES_EN, "bundled")
    assert not translator.loaded
    [first] = translator.translate(["La casa es muy vieja."])
    assert translator.loaded
    translator.unload()
    assert not translator.loaded
    assert translator.translate(["La casa es muy vieja."]) == [first]


def test_cancelled_within_300_ms(engine: ArgosTranslator) -> None:
    cancel = CancelToken()
    engine.load()
    cancelled_at: list[float] = []

    def stop() -> None:
        cancelled_at.append(time.perf_counter())
        cancel.set()

    timer = threading.Timer(0.1, stop)
    timer.start()
    with pytest.raises(Cancelled):
        engine.translate([f"{number} {SENTENCES[0]} {SENTENCES[2]}" for number in range(2000)], cancel=cancel)
    late = time.perf_counter() - cancelled_at[0]
    assert late < 0.3


def test_a_long_text_is_split_not_cut(engine: ArgosTranslator) -> None:
    text = " ".join(f"In the year {1900 + number} the old house was sold again." for number in range(60))
    [done] = engine.translate([text])
    assert sum(str(1900 + number) in done.text for number in range(60)) >= 57
    assert max(source.end for source, _ in done.links) > 0.95 * len(text)


@pytest.mark.parametrize("version", [3, 4, 5])
def test_older_model_formats_say_the_same(engine: ArgosTranslator, tmp_path: Path, version: int) -> None:
    folder = copy_package(tmp_path / "old")
    older_format(folder / "model", version)
    old = ArgosTranslator(folder, EN_ES, "old")
    assert [one.text for one in old.translate(SENTENCES)] == [one.text for one in engine.translate(SENTENCES)]


def test_sentence_splitters_in_a_package_are_ignored(tmp_path: Path) -> None:
    folder = copy_package(tmp_path / "old")
    for name in ("stanza", "minisbd", "spacy"):
        (folder / name).mkdir()
        (folder / name / "broken.pt").write_bytes(b"no model")
    assert ArgosTranslator(folder, EN_ES, "x").translate(["The house."])[0].text.lower().startswith("la casa")


@pytest.mark.parametrize("prefix", ["", "__es__"])
def test_bpe_packages_work_with_and_without_a_target_prefix(tmp_path: Path, prefix: str) -> None:
    folder = random_bpe_package(tmp_path / "bpe")
    translator = ArgosTranslator(folder, Direction("en", "fr"), "x", prefix=prefix)
    for text, done in zip(HOSTILE, translator.translate(HOSTILE), strict=True):
        assert "__es__" not in done.text
        assert all(source.end <= len(text) and target.end <= len(done.text) for source, target in done.links)


def broken_model(folder: Path) -> None:
    (folder / "model" / "model.bin").write_bytes(b"\6\0\0\0nothing")


def broken_tokenizer(folder: Path) -> None:
    (folder / "sentencepiece.model").write_bytes(b"nothing")


def broken_codes(folder: Path) -> None:
    (folder / "sentencepiece.model").unlink()
    (folder / "bpe.model").write_text("one two three four\n")


@pytest.mark.parametrize("spoil", [broken_model, broken_tokenizer, broken_codes])
def test_a_package_that_does_not_load_says_so(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    folder = copy_package(tmp_path / "broken")
    spoil(folder)
    with pytest.raises(TranslationError) as caught:
        ArgosTranslator(folder, EN_ES, "x").translate(["The house."])
    assert caught.value.code == "engine_start"


def test_cores(engine: ArgosTranslator) -> None:
    assert worker_count(3) == 3
    assert 1 <= worker_count(0) <= 8
