"""The translation packages at hand: bundled ones, used in place, and those the user installed; which one is in use."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.core.errors import PackageError
from reader.core.files import PRIVATE, replace_file
from reader.core.paths import DataDir, resources
from reader.core.translation.base import Direction
from reader.core.translation.parts import LEAST_TOKENS, MOST_TOKENS

INSTALLING, REPLACED = ".installing-", "old"
"""How the folder an installation works in begins, and where in it the package stands that the new one replaces."""

TOKENIZERS = ("sentencepiece.model", "bpe.model")
_CODE = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}")
_LICENCE_LINE = re.compile(
    r"^[ #*_-]{0,8}licen[cs]e[ *_]{0,4}[:=][ *_]{0,4}(\S[^\n]{0,200})", re.IGNORECASE | re.MULTILINE
)
_FIRST_LINE = re.compile(r"(?:SPDX-License-Identifier:\s{0,4})?(\S[^\n]{0,200})")
_MOST_METADATA = 64 * 1024  # bytes; real ones have about 400


@dataclass(frozen=True, slots=True)
class Package:
    """An Argos translation package in its folder; `licence` is empty when the package does not say.

    `size` counts bytes, `longest` the tokens of the longest sentence the model is at ease with.
    """

    folder: Path
    direction: Direction
    bundled: bool
    version: str
    argos_version: str
    languages: tuple[str, str]
    prefix: str
    longest: int
    licence: str
    size: int

    @property
    def name(self) -> str:
        """What the package is called on the command line: the name of its folder."""
        return self.folder.name

    @property
    def id(self) -> str:
        """Tell apart a bundled and an installed package of the same name."""
        return ("bundled:" if self.bundled else "user:") + self.name


def read_package(folder: Path, *, bundled: bool = False) -> Package:
    """Read what the package in `folder` says about itself; the model is not loaded.

    Raises PackageError: "package_missing", "package_metadata", "package_kind", "package_languages",
    "package_model", "package_tokenizer".
    """
    if not folder.is_dir():
        raise PackageError("package_missing", path=str(folder))
    try:
        return _described(folder, bundled)
    except OSError as error:  # removed or changed while it is read
        raise PackageError("package_missing", str(error), path=str(folder)) from error


def _described(folder: Path, bundled: bool) -> Package:
    metadata = _metadata(folder)
    if metadata.get("type", "translate") != "translate":
        raise PackageError("package_kind", kind=str(metadata["type"])[:40], path=str(folder))
    codes = [metadata.get("from_code"), metadata.get("to_code")]
    if not all(isinstance(code, str) and _CODE.fullmatch(code) for code in codes) or codes[0] == codes[1]:
        raise PackageError("package_languages", detail=repr(codes)[:200], path=str(folder))
    if not _has_bytes(folder / "model" / "model.bin"):
        raise PackageError("package_model", "model/model.bin is missing or empty", path=str(folder))
    if not any(_has_bytes(folder / name) for name in TOKENIZERS):
        raise PackageError("package_tokenizer", "no sentencepiece.model or bpe.model", path=str(folder))
    direction = Direction(str(codes[0]), str(codes[1]))
    return Package(
        folder=folder,
        direction=direction,
        bundled=bundled,
        version=_line(metadata, "package_version"),
        argos_version=_line(metadata, "argos_version"),
        languages=(
            _line(metadata, "from_name") or direction.source,
            _line(metadata, "to_name") or direction.target,
        ),
        prefix=_line(metadata, "target_prefix"),
        longest=_longest(metadata),
        licence=_line(metadata, "license") or _line(metadata, "licence") or _licence(folder),
        size=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
    )


class Registry:
    """Lists packages and remembers which one is in use per direction; nothing is kept in memory, all is on disk."""

    def __init__(self, data: DataDir) -> None:
        self.folder = data.packages
        _put_back(self.folder)
        self._bundled = resources() / "models"

    def packages(self) -> list[Package]:
        """Return every usable package: the user's first, then the bundled ones, each by name."""
        return [*self._in(self.folder, bundled=False), *self._in(self._bundled, bundled=True)]

    def broken(self) -> list[tuple[Path, PackageError]]:
        """Return the folders among the user's packages that are no usable package, and why."""
        found = []
        for folder in _folders(self.folder):
            try:
                read_package(folder)
            except PackageError as error:
                found.append((folder, error))
        return found

    def directions(self) -> list[Direction]:
        """Return the directions that can be translated, without repetition."""
        return list(dict.fromkeys(package.direction for package in self.packages()))

    def find(self, name: str) -> Package:
        """Return the package with this name or id, the user's first. Raises PackageError("package_unknown")."""
        for package in self.packages():
            if name in (package.id, package.name):
                return package
        raise PackageError("package_unknown", name=name)

    def package_for(self, direction: Direction) -> Package | None:
        """Return the package in use: the chosen one while it is there, else the user's newest, else the bundled."""
        candidates = [package for package in self.packages() if package.direction == direction]
        chosen = self._choices().get(str(direction))
        for package in candidates:
            if package.id == chosen:
                return package
        own = [package for package in candidates if not package.bundled]
        return max(own or candidates, key=lambda package: version_key(package.version), default=None)

    def choose(self, package: Package) -> None:
        """Use `package` for its direction from now on. Raises PackageError("packages_unwritable")."""
        self._write_choices(self._choices() | {str(package.direction): package.id})

    def remove(self, package: Package) -> None:
        """Delete an installed package. Raises PackageError("package_bundled"/"packages_unwritable")."""
        if package.bundled:
            raise PackageError("package_bundled", name=package.name)
        choices = self._choices()
        if choices.get(str(package.direction)) == package.id:
            del choices[str(package.direction)]
            self._write_choices(choices)
        gone = Path(tempfile.mkdtemp(prefix=".removed-", dir=self.folder))
        try:  # renamed first: a half-deleted package is never seen
            package.folder.rename(gone / package.name)
        except OSError as error:
            raise PackageError("packages_unwritable", str(error), path=str(self.folder)) from error
        finally:
            shutil.rmtree(gone, ignore_errors=True)

    def fingerprint(self, package: Package) -> str:
        """Return a hash of what decides the package's translations; cached while sizes and times stay the same.

        Raises PackageError("package_missing") when it is gone.
        """
        try:
            return self._hashed(package)
        except OSError as error:
            raise PackageError("package_missing", str(error), path=str(package.folder)) from error

    def _hashed(self, package: Package) -> str:
        files = sorted(_deciding_files(package.folder))
        stamp = [[str(path), path.stat().st_size, path.stat().st_mtime_ns] for path in files]
        cache = _read_json(self.folder / "fingerprints.json")
        known = cache.get(str(package.folder))
        if isinstance(known, list) and len(known) == 2 and known[0] == stamp and isinstance(known[1], str):
            return known[1]
        digest = hashlib.sha256(f"{package.direction} {package.prefix}\n".encode())
        for path in files:
            digest.update(f"{path.name} {path.stat().st_size}\n".encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        value = digest.hexdigest()[:32]
        with suppress(OSError):  # only a cache: a folder that cannot be written costs the hashing again
            _write_json(self.folder / "fingerprints.json", cache | {str(package.folder): [stamp, value]})
        return value

    def _in(self, parent: Path, *, bundled: bool) -> Iterator[Package]:
        for folder in _folders(parent):
            with suppress(PackageError):
                yield read_package(folder, bundled=bundled)

    def _choices(self) -> dict[str, Any]:
        return _read_json(self.folder / "choices.json")

    def _write_choices(self, choices: dict[str, Any]) -> None:
        try:
            _write_json(self.folder / "choices.json", choices)
        except OSError as error:
            raise PackageError("packages_unwritable", str(error), path=str(self.folder)) from error


def version_key(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, to compare "1.10" and "1.9" by."""
    return tuple(int(number[:9]) for number in re.findall(r"\d+", version)[:6])


def _metadata(folder: Path) -> dict[str, Any]:
    path = folder / "metadata.json"
    try:
        if path.stat().st_size > _MOST_METADATA:
            raise PackageError("package_metadata", "metadata.json is too large", path=str(folder))
        metadata = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise PackageError("package_metadata", str(error), path=str(folder)) from error
    if not isinstance(metadata, dict):
        raise PackageError("package_metadata", "not an object", path=str(folder))
    return metadata


def _longest(metadata: dict[str, Any]) -> int:
    """Return how long a sentence the model is at ease with, in tokens; a key of ours that Argos does not look at."""
    value = metadata.get("comfortable_tokens")
    return min(max(value, LEAST_TOKENS), MOST_TOKENS) if isinstance(value, int) else MOST_TOKENS


def _line(metadata: dict[str, Any], key: str) -> str:
    """Return a value that fits on one line of a table, or nothing."""
    value = metadata.get(key, "")
    return " ".join(str(value).split())[:80] if isinstance(value, str | int | float) else ""


def _licence(folder: Path) -> str:
    """Return the line of a package's README or LICENSE that names its licence, which official ones keep there."""
    for name, pattern in (("README.md", _LICENCE_LINE), ("LICENSE", _FIRST_LINE)):
        with suppress(OSError):
            with (folder / name).open("rb") as file:
                match = pattern.search(file.read(_MOST_METADATA).decode("utf-8", "replace"))
            if match:
                return " ".join(match[1].split())[:80]
    return ""


def _has_bytes(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _put_back(folder: Path) -> None:
    """Put packages back that were moved aside for new ones when the program was killed before those came."""
    with suppress(OSError):
        for old in folder.glob(f"{INSTALLING}*/{REPLACED}/*"):
            if not os.path.lexists(folder / old.name):
                old.rename(folder / old.name)


def _folders(parent: Path) -> list[Path]:
    try:
        return sorted(path for path in parent.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError:
        return []


def _deciding_files(folder: Path) -> Iterator[Path]:
    yield from (path for path in (folder / "model").iterdir() if path.is_file())
    yield from (folder / name for name in TOKENIZERS if (folder / name).is_file())


def _read_json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _write_json(path: Path, value: dict[str, Any]) -> None:
    """Replace `path` in one step, so that no reader ever sees half of it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(path, json.dumps(value, indent=1).encode(), PRIVATE)
