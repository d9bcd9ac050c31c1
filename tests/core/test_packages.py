"""Which packages there are, which one is in use, and that a hostile one leaves nothing behind."""

from __future__ import annotations

import json
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.errors import Cancelled, PackageError
from reader.core.paths import DataDir
from reader.core.translation import unpack
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.install import install
from reader.core.translation.packages import Registry, read_package, version_key
from reader.wording import SENTENCES, sentence
from tests.helpers.packages import BUNDLED, NAME, archive, copy_package, older_format, random_bpe_package

EN_ES, ES_EN = Direction("en", "es"), Direction("es", "en")


@pytest.fixture
def registry(data_dir: Path) -> Registry:
    return Registry(DataDir(data_dir))


def test_bundled_packages_are_used_in_place(registry: Registry) -> None:
    assert set(registry.directions()) == {EN_ES, ES_EN}
    package = registry.package_for(EN_ES)
    assert package is not None and package.bundled
    assert package.folder == BUNDLED["en-es"]
    assert package.size > 10_000_000
    assert package.languages == ("English", "Spanish")
    assert registry.package_for(Direction("en", "fr")) is None
    assert not registry.folder.exists()


@pytest.mark.parametrize("form", ["file", "zip without a top folder", "folder", "folder around it"])
def test_an_installed_package_wins_and_can_give_way_again(registry: Registry, tmp_path: Path, form: str) -> None:
    folder = copy_package(tmp_path / "translate-en_es-1_9", package_version="1.9")
    (folder / "stanza").mkdir()
    (folder / "stanza" / "big.pt").write_bytes(b"0" * 1000)
    source = {
        "file": lambda: archive(folder, tmp_path / "p.argosmodel"),
        "zip without a top folder": lambda: archive(folder, tmp_path / "p.zip", top=""),
        "folder": lambda: folder,
        "folder around it": lambda: shutil.move(folder, tmp_path / "around" / "it") and tmp_path / "around",
    }[form]()
    package = install(registry, Path(source))
    assert registry.package_for(EN_ES) == package
    assert (package.bundled, package.version) == (False, "1.9")
    assert not (package.folder / "stanza").exists()
    [bundled] = [one for one in registry.packages() if one.direction == EN_ES and one.bundled]
    registry.choose(bundled)
    assert Registry(DataDir(registry.folder.parent)).package_for(EN_ES) == bundled
    registry.choose(package)
    registry.remove(package)
    assert registry.package_for(EN_ES) == bundled
    assert leftovers(registry) == []


def leftovers(registry: Registry) -> list[str]:
    """Return what lies in the folder of packages besides its two notes."""
    notes = {"choices.json", "fingerprints.json"}
    return sorted(p.name for p in registry.folder.iterdir() if p.name not in notes) if registry.folder.exists() else []


def test_the_same_package_again_replaces_the_first(registry: Registry, tmp_path: Path) -> None:
    folder = copy_package(tmp_path / "p", package_version="2.0")
    first = install(registry, folder)
    mark = registry.fingerprint(first)
    (folder / "README.md").write_text("changed")
    install(registry, folder)
    assert (first.folder / "README.md").read_text() == "changed"
    assert registry.fingerprint(first) == mark
    assert leftovers(registry) == [first.name]


def test_the_bundled_package_cannot_be_removed(registry: Registry) -> None:
    with pytest.raises(PackageError, match="package_bundled"):
        registry.remove(registry.find(NAME))
    with pytest.raises(PackageError, match="package_unknown"):
        registry.find("translate-xx_yy")


def test_the_fingerprint_follows_the_content(registry: Registry, tmp_path: Path) -> None:
    same = read_package(copy_package(tmp_path / "same", package_version="9"))
    other = read_package(copy_package(tmp_path / "other"))
    with (other.folder / "sentencepiece.model").open("ab") as file:
        file.write(b"\0")
    bundled = registry.find(NAME)
    assert registry.fingerprint(bundled) == registry.fingerprint(same) != registry.fingerprint(other)
    assert registry.fingerprint(bundled) == Registry(DataDir(registry.folder.parent)).fingerprint(bundled)


@pytest.mark.parametrize(("less", "more"), [("1.9", "1.10"), ("", "0.1"), ("1", "1.0.1"), ("v1.2", "1.3-beta")])
def test_versions_are_compared_by_number(less: str, more: str) -> None:
    assert version_key(less) < version_key(more)


@pytest.mark.parametrize(
    ("name", "text", "licence"),
    [
        ("README.md", "# Spanish\n\nLicense: CC BY 4.0\n", "CC BY 4.0"),
        ("README.md", "**Licence:** MIT", "MIT"),
        ("README.md", "Free to use.", ""),
        ("README.md", "license\n: " + "x" * 5000, ""),
        ("LICENSE", "\n\nMIT License\n\nCopyright", "MIT License"),
        ("LICENSE", "SPDX-License-Identifier: CC-BY-4.0\n", "CC-BY-4.0"),
    ],
)
def test_the_licence_is_found_where_packages_keep_it(tmp_path: Path, name: str, text: str, licence: str) -> None:
    folder = copy_package(tmp_path / "p", license="")
    (folder / "README.md").unlink()
    (folder / "LICENSE").unlink()
    (folder / name).write_text(text)
    assert read_package(folder).licence == licence
    (folder / "metadata.json").write_text(
        json.dumps(json.loads((folder / "metadata.json").read_text()) | {"license": "X"})
    )
    assert read_package(folder).licence == "X"


def test_damaged_notes_are_nobodys_trouble(registry: Registry) -> None:
    registry.folder.mkdir(parents=True)
    for name in ("choices.json", "fingerprints.json"):
        for content in (b"", b"[]", b'{"en-es": 5}', b"\xff\xfe", b"[" * 100_000):
            (registry.folder / name).write_bytes(content)
            package = registry.package_for(EN_ES)
            assert package is not None and package.bundled
            assert registry.fingerprint(package)


# Hostile packages: each spoils a good one; the code it must be refused with stands beside it.


def metadata(**values: object) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / "metadata.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | values))

    spoil.__name__ = f"metadata {values}"[:60]
    return spoil


def content(name: str, data: bytes) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).write_bytes(data)

    spoil.__name__ = f"{name} = {data[:20]!r}"
    return spoil


def without(name: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()

    spoil.__name__ = f"without {name}"
    return spoil


def truncated(share: float) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / "model" / "model.bin"
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])

    spoil.__name__ = f"model cut to {share}"
    return spoil


def absurd_shape(folder: Path) -> None:
    path = folder / "model" / "model.bin"
    data = bytearray(path.read_bytes())
    at = data.index(b"decoder/embeddings/weight\0") + len(b"decoder/embeddings/weight\0") + 1
    data[at : at + 4] = b"\xff\xff\xff\x7f"
    path.write_bytes(data)


def other_vocabulary(folder: Path) -> None:
    path = folder / "model" / "shared_vocabulary.json"
    path.write_text(json.dumps([f"t{number}" for number in range(50_000)]))


def other_vocabulary_in_lines(folder: Path) -> None:
    older_format(folder / "model", 4)
    (folder / "model" / "shared_vocabulary.txt").write_text("".join(f"t{number}\n" for number in range(50_000)))


def a_link(folder: Path) -> None:
    (folder / "model" / "config.json").unlink()
    (folder / "model" / "config.json").symlink_to("/etc/passwd")


SPOILS: list[tuple[Callable[[Path], None], str]] = [
    (without("metadata.json"), "package_layout"),
    (content("metadata.json", b""), "package_metadata"),
    (content("metadata.json", b"[1, 2]"), "package_metadata"),
    (content("metadata.json", b"\xff\xfe\x00"), "package_metadata"),
    (content("metadata.json", b"[" * 60_000), "package_metadata"),
    (content("metadata.json", b" " * 1_000_000), "package_metadata"),
    (metadata(from_code=None), "package_languages"),
    (metadata(from_code=["en"]), "package_languages"),
    (metadata(from_code="../../x"), "package_languages"),
    (metadata(from_code="en\n"), "package_languages"),
    (metadata(to_code="en"), "package_languages"),
    (metadata(type="sbd"), "package_kind"),
    (metadata(type=["translate"]), "package_kind"),
    (without("model/model.bin"), "package_model"),
    (content("model/model.bin", b""), "package_model"),
    (without("sentencepiece.model"), "package_tokenizer"),
    (content("sentencepiece.model", b""), "package_tokenizer"),
    (content("sentencepiece.model", b"no model" * 100), "package_broken"),
    (content("model/model.bin", os.urandom(5000)), "package_broken"),
    (content("model/config.json", b"{"), "package_broken"),
    (content("model/shared_vocabulary.json", b"{}"), "package_broken"),
    (truncated(0.5), "package_broken"),
    (truncated(0.999), "package_broken"),
    (absurd_shape, "package_broken"),
    (other_vocabulary, "package_broken"),
    (other_vocabulary_in_lines, "package_broken"),
]


@pytest.mark.parametrize("zipped", [True, False], ids=["archive", "folder"])
@pytest.mark.parametrize(("spoil", "code"), SPOILS, ids=lambda value: getattr(value, "__name__", ""))
def test_a_spoilt_package_is_refused_and_leaves_nothing(
    registry: Registry, tmp_path: Path, spoil: Callable[[Path], None], code: str, zipped: bool
) -> None:
    folder = copy_package(tmp_path / "spoilt")
    spoil(folder)
    refused(registry, archive(folder, tmp_path / "spoilt.argosmodel") if zipped else folder, code)


def refused(registry: Registry, source: Path, code: str) -> None:
    """Assert that `source` is refused with `code`, in one good sentence, and that nothing has changed."""
    before = leftovers(registry)
    outside = sorted(registry.folder.parent.parent.iterdir())
    with pytest.raises(PackageError) as caught:
        install(registry, source)
    assert caught.value.code == code, caught.value
    assert leftovers(registry) == before
    assert sorted(registry.folder.parent.parent.iterdir()) == outside
    assert caught.value.code in SENTENCES
    said = sentence(caught.value)
    assert "\n" not in said and "{" not in said


def test_links_in_a_folder_are_refused(registry: Registry, tmp_path: Path) -> None:
    folder = copy_package(tmp_path / "spoilt")
    a_link(folder)
    refused(registry, folder, "package_unsafe")


@pytest.mark.parametrize(
    "name", ["../escaped", "p/../../escaped", "/tmp/escaped", "C:\\escaped", "p\\..\\..\\escaped", "c:escaped"]
)
def test_an_archive_that_leads_outside_is_refused(registry: Registry, tmp_path: Path, name: str) -> None:
    source = archive(BUNDLED["en-es"], tmp_path / "slip.argosmodel")
    with zipfile.ZipFile(source, "a") as out:
        out.writestr(zipfile.ZipInfo(name), "x")
    refused(registry, source, "package_unsafe")
    assert not Path("/tmp/escaped").exists()


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices_in_an_archive_are_refused(registry: Registry, tmp_path: Path, kind: int) -> None:
    source = archive(BUNDLED["en-es"], tmp_path / "link.argosmodel")
    with zipfile.ZipFile(source, "a") as out:
        info = zipfile.ZipInfo(f"{NAME}/model/vmap.txt")
        info.external_attr = (kind | 0o777) << 16
        out.writestr(info, "/etc/passwd")
    refused(registry, source, "package_unsafe")


def test_two_files_of_one_name_are_refused(registry: Registry, tmp_path: Path) -> None:
    source = archive(BUNDLED["en-es"], tmp_path / "twice.argosmodel")
    with zipfile.ZipFile(source, "a") as out:
        out.writestr(f"{NAME}/README.MD", "x")
        out.writestr(f"{NAME}/MODEL/model.bin", "x")
    with zipfile.ZipFile(source, "a") as out:
        out.writestr(f"{NAME}/LICENSE.txt", "x")
        with pytest.warns(UserWarning, match="Duplicate"):
            out.writestr(f"{NAME}/LICENSE.txt", "y")
    refused(registry, source, "package_unsafe")


def test_bombs_are_refused(registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = copy_package(tmp_path / "bomb")
    with (bomb / "model" / "model.bin").open("r+b") as file:
        file.truncate(40_000_000)
        file.seek(0)
        file.write(b"\0" * 40_000_000)
    refused(registry, archive(bomb, tmp_path / "bomb.argosmodel"), "package_too_large")
    monkeypatch.setattr(unpack, "MOST_BYTES", 10_000_000)
    refused(registry, archive(BUNDLED["en-es"], tmp_path / "large.argosmodel"), "package_too_large")
    refused(registry, BUNDLED["en-es"], "package_too_large")
    many = tmp_path / "many.argosmodel"
    with zipfile.ZipFile(many, "w") as out:
        for number in range(unpack.MOST_FILES + 1):
            out.writestr(f"p/stanza/{number}", "")
    refused(registry, many, "package_too_large")


def test_an_archive_that_lies_about_its_sizes_is_refused(registry: Registry, tmp_path: Path) -> None:
    source = archive(BUNDLED["en-es"], tmp_path / "lies.argosmodel")
    data = bytearray(source.read_bytes())
    with zipfile.ZipFile(source) as opened:
        info = opened.getinfo(f"{NAME}/model/model.bin")
    at = data.rindex(f"{NAME}/model/model.bin".encode()) - 46  # its entry in the central directory
    assert data[at : at + 4] == b"PK\1\2"
    data[at + 24 : at + 28] = (info.file_size // 2).to_bytes(4, "little")
    source.write_bytes(data)
    refused(registry, source, "package_broken")


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"not a zip" * 1000, b"PK\5\6" + b"\0" * 18])
def test_what_is_no_archive_is_refused(registry: Registry, tmp_path: Path, data: bytes) -> None:
    source = tmp_path / "p.argosmodel"
    source.write_bytes(data)
    refused(registry, source, "package_layout" if data.startswith(b"PK\5\6") else "package_not_zip")


def test_a_damaged_archive_is_refused(registry: Registry, tmp_path: Path) -> None:
    source = archive(BUNDLED["en-es"], tmp_path / "damaged.argosmodel")
    data = bytearray(source.read_bytes())
    data[3_000_000:3_000_100] = b"\0" * 100
    source.write_bytes(data)
    refused(registry, source, "package_broken")
    source.write_bytes(source.read_bytes()[:-500])
    refused(registry, source, "package_not_zip")


def test_a_missing_file_is_refused(registry: Registry, tmp_path: Path) -> None:
    refused(registry, tmp_path / "nothing.argosmodel", "package_missing")
    (tmp_path / "empty").mkdir()
    refused(registry, tmp_path / "empty", "package_layout")
    refused(registry, BUNDLED["en-es"].parent, "package_layout")  # two packages at once


def test_a_model_of_another_language_is_refused(registry: Registry, tmp_path: Path) -> None:
    """Random weights do not speak Spanish, whatever the metadata promises."""
    refused(registry, random_bpe_package(tmp_path / "random", to_code="es"), "package_wrong_language")


def test_any_pair_of_languages_can_be_installed(registry: Registry, tmp_path: Path) -> None:
    package = install(registry, random_bpe_package(tmp_path / "random", target_prefix="__es__"))
    assert package.direction == Direction("en", "fr")
    assert package.prefix == "__es__"
    assert registry.package_for(Direction("en", "fr")) == package


def test_refusing_keeps_the_package_that_is_there(registry: Registry, tmp_path: Path) -> None:
    good = install(registry, copy_package(tmp_path / "good", package_version="3.0"))
    bad = copy_package(tmp_path / "bad", package_version="3.0")
    truncated(0.9)(bad)
    refused(registry, bad, "package_broken")
    assert registry.package_for(EN_ES) == good
    assert registry.broken() == []


def test_cancelling_leaves_nothing(registry: Registry) -> None:
    cancel = CancelToken()
    cancel.set()
    with pytest.raises(Cancelled):
        install(registry, BUNDLED["en-es"], cancel)
    assert leftovers(registry) == []


def test_broken_packages_are_named_not_used(registry: Registry, tmp_path: Path) -> None:
    package = install(registry, copy_package(tmp_path / "good", package_version="3.0"))
    (package.folder / "metadata.json").write_text("{}")
    [(folder, error)] = registry.broken()
    assert (folder, error.code) == (package.folder, "package_languages")
    in_use = registry.package_for(EN_ES)
    assert in_use is not None and in_use.bundled


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(registry: Registry) -> None:
    registry.folder.mkdir(parents=True)
    registry.folder.chmod(0o500)
    with pytest.raises(PackageError, match="packages_unwritable"):
        install(registry, BUNDLED["en-es"])


def test_a_file_where_the_folder_should_be(registry: Registry) -> None:
    registry.folder.write_text("in the way")
    with pytest.raises(PackageError, match="packages_unwritable"):
        install(registry, BUNDLED["en-es"])
    with pytest.raises(PackageError, match="packages_unwritable"):
        registry.choose(registry.find(NAME))
    assert registry.fingerprint(registry.find(NAME))
