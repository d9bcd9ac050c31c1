"""Whatever became of the files in the data folder, reading goes on: nothing raises, and what is new is kept."""

from __future__ import annotations

import random
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.errors import PackageError
from reader.core.loaders import article_from_text
from reader.core.model import Correction, QuoteKind, Span, Translation
from reader.core.paths import DataDir
from reader.core.settings import Settings, load_settings
from reader.core.storage import Library
from reader.core.translation.base import Direction
from reader.core.translation.memory import Memory, key
from reader.core.translation.packages import Registry, read_package
from reader.core.translation.terms import TermsFile
from reader.core.translation.unpack import unpack
from reader.wording import SENTENCES
from tests.helpers.fuzz import cases
from tests.helpers.packages import random_bpe_package

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(0)]

EN_ES = Direction("en", "es")
NAMES = [key("p", EN_ES, "", str(number)) for number in range(30)]
ARTICLES = [article_from_text(f"Tèxt {n} is here.", source="" if n % 2 else f"/a/ñ{n}.txt") for n in range(8)]


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return `data` as failing disks, interrupted copies and enemies leave it."""
    spoil = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at, length = chance.randrange(len(spoil) + 1), chance.randrange(1, 200)
        match chance.randrange(5):
            case 0:
                spoil[at : at + 1] = bytes(byte ^ 1 << chance.randrange(8) for byte in spoil[at : at + 1])
            case 1:
                spoil[at : at + length] = chance.randbytes(len(spoil[at : at + length]))
            case 2:
                spoil[at : at + length] = chance.choice((b"\xff", b"\0", b"{")) * len(spoil[at : at + length])
            case 3:
                del spoil[at : at + (length if chance.random() < 0.9 else len(spoil))]
            case _:
                spoil[at:at] = spoil[at : at + length]
    return bytes(spoil)


def checkpointed(path: Path) -> bytes:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def each(what: str, clean: Callable[[], object], data: bytes, use: Callable[[bytes], object], usual: int) -> None:
    """Use `data` spoilt in many ways, in the place that `clean` empties each time."""
    for number in range(cases(usual)):
        clean()
        spoil = spoilt(data, random.Random(f"{what} {number}"))
        try:
            use(spoil)
        except Exception as error:
            raise AssertionError(f"{what} number {number}") from error


def emptied(folder: Path) -> Callable[[], None]:
    def clean() -> None:
        for path in folder.iterdir():
            path.unlink()

    return clean


def use_memory(path: Path) -> str | None:
    memory = Memory(path)
    for translation in memory.lookup(NAMES).values():
        assert translation.text.encode("utf-8", "surrogatepass")
    memory.edited(EN_ES, [f"tèxt {number}" for number in range(6)])
    assert all(isinstance(edit.target, str) for edit in memory.edits())
    memory.store({NAMES[0]: Translation("nuevo")})
    memory.edit(EN_ES, "x", "y")
    assert memory.lookup(NAMES)[NAMES[0]].text == "nuevo"
    assert memory.edited(EN_ES, ["x"]) == {"x": "y"}
    memory.close()
    assert memory.notice is None or memory.notice.code in SENTENCES
    return memory.notice and memory.notice.code


def test_memory(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    memory = Memory(path)
    links = ((Span(0, 1), Span(1, 2)),)
    memory.store({name: Translation(f"señora {name!r} " * 4, ("numbers",), links=links) for name in NAMES})
    for number in range(6):
        memory.edit(EN_ES, f"tèxt {number}", f"mío {number}")
    memory.close()
    said: list[str | None] = []

    def use(data: bytes) -> None:
        path.write_bytes(data)
        said.append(use_memory(path))

    each("memory", emptied(tmp_path), checkpointed(path), use, 60)
    assert {"memory_damaged", None} <= set(said) <= {"memory_damaged", "memory_newer", None}


def use_library(data: DataDir) -> str | None:
    library = Library(data)
    for recent in library.recents():
        assert recent.title.isprintable() or recent.title
    for article in ARTICLES:
        library.opened(article)
        library.language(article.key)
        assert library.position(article.key) >= -(2**63)
        library.marks(article.key), library.corrections(article.key), library.pasted_text(article.key)
    library.set_position("new", 3)
    assert library.position("new") == 3 or library.notice is not None
    library.forget()
    library.close()
    assert library.notice is None or library.notice.code in SENTENCES
    return library.notice and library.notice.code


def test_library(tmp_path: Path) -> None:
    data = DataDir(tmp_path / "data")
    library = Library(data)
    for article in ARTICLES:
        library.opened(article)
        library.choose_language(article.key, "es")
        library.set_position(article.key, 7)
        library.correct(article.key, Correction(Span(0, 3), "Añá", QuoteKind.SPEECH))
        library.note(article.key, Span(0, 3), "nóte")
    library.close()
    said: list[str | None] = []

    def use(spoil: bytes) -> None:
        data.library.write_bytes(spoil)
        said.append(use_library(data))

    each("library", emptied(data.root), checkpointed(data.library), use, 60)
    assert {"library_damaged", None} <= set(said) <= {"library_damaged", "library_newer", None}


def test_settings_glossary_and_notes_about_packages(tmp_path: Path) -> None:
    data = DataDir(tmp_path)
    data.packages.mkdir()
    registry = Registry(data)
    registry.fingerprint(registry.packages()[0])
    registry.choose(registry.packages()[0])
    notes = [data.packages / name for name in ("choices.json", "fingerprints.json")]
    written = {path: path.read_bytes() for path in notes}
    written[data.settings] = b'{"theme": "dark", "beam": 4, "font_size": 15.5, "keep_names": true, "view": "side"}'
    written[data.glossary] = "from,to,source,target\nen,es,Brexit,Brexit\nes,en,«el súper»,supermarket\n".encode()
    for path, content in written.items():

        def use(spoil: bytes, path: Path = path) -> None:
            path.write_bytes(spoil)
            assert isinstance(load_settings(data.settings), Settings)
            TermsFile(data.glossary).glossary()
            assert registry.package_for(EN_ES) is not None
            registry.fingerprint(registry.packages()[0])

        each(path.name, lambda: None, content, use, 20)


def tiny_package(folder: Path) -> tuple[Path, bytes]:
    whole = random_bpe_package(folder / "tiny")
    with zipfile.ZipFile(folder / "tiny.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(whole.rglob("*")):
            archive.write(path, f"tiny/{path.relative_to(whole)}")
    return whole, (folder / "tiny.zip").read_bytes()


def test_package_archives(tmp_path: Path) -> None:
    """An archive is unpacked inside its place or refused; a spoilt model itself is tried in another process."""
    _, archive = tiny_package(tmp_path / "made")
    arena = tmp_path / "arena"
    arena.mkdir()

    def use(spoil: bytes) -> None:
        (tmp_path / "x.zip").write_bytes(spoil)
        into = arena / str(len(list(arena.iterdir())))
        into.mkdir()
        try:
            unpack(tmp_path / "x.zip", into)
            read_package(into)
        except PackageError as refused:
            assert refused.code in SENTENCES

    each("archive", lambda: None, archive, use, 60)
    assert {path.name for path in tmp_path.iterdir()} == {"made", "arena", "x.zip"}


def test_package_metadata(tmp_path: Path) -> None:
    whole, _ = tiny_package(tmp_path)
    metadata = whole / "metadata.json"

    def use(spoil: bytes) -> None:
        metadata.write_bytes(spoil)
        try:
            package = read_package(whole)
        except PackageError as refused:
            assert refused.code in SENTENCES
        else:
            assert "\n" not in f"{package.version}{package.languages}{package.licence}{package.prefix}"

    each("metadata", lambda: None, metadata.read_bytes(), use, 100)
