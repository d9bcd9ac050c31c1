"""Copy a package out of an archive or folder that may be hostile: nothing lands outside, nothing grows endlessly."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from reader.core.errors import PackageError
from reader.core.translation.base import CancelToken
from reader.core.translation.packages import TOKENIZERS

MOST_BYTES = 2_000_000_000  # the largest official package unpacks to about 400 MB
MOST_FILES = 2000  # with its stanza folder an official package has about 30
_MOST_RATIO = 100  # weights hardly compress; what shrinks a hundredfold is no model
_RATIO_FROM = 10_000_000  # bytes below which the ratio does not matter
_BAD_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    ValueError,
    struct.error,
)  # zipfile's, all of them
_MOST_DEPTH = 3  # folders an archive may wrap its package in
_PIECE = 1 << 20

# What translation needs; sentence splitters (stanza, minisbd, spacy) are not even unpacked.
_WANTED_FILES = {"metadata.json", "README.md", "LICENSE", "LICENSE.txt", "LICENSE.md", *TOKENIZERS}
_WANTED_FOLDER = "model"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file on offer: its path inside the archive or folder, the size it claims, and how to open it."""

    path: PurePosixPath
    size: int
    open: Callable[[], IO[bytes]]


def unpack(source: Path, into: Path, cancel: CancelToken | None = None) -> None:
    """Copy the files of the one package in `source` (an archive or a folder) that translation needs to `into`.

    Raises Cancelled and PackageError: "package_missing", "package_not_zip", "package_unsafe", "package_too_large",
    "package_layout", "package_broken", "packages_full", "packages_unwritable", "unreadable".
    """
    if source.is_dir():
        _copy(source, list(_folder_entries(source)), into, cancel)
        return
    if not source.is_file():
        raise PackageError("package_missing", path=str(source))
    try:
        with zipfile.ZipFile(source) as archive:
            _copy(source, list(_archive_entries(source, archive)), into, cancel)
    except _BAD_ARCHIVE as error:
        raise PackageError("package_not_zip", str(error), path=str(source)) from error
    except OSError as error:
        raise PackageError("unreadable", str(error), path=str(source)) from error


def _archive_entries(source: Path, archive: zipfile.ZipFile) -> Iterator[_Entry]:
    """Yield the files of the archive. Raises PackageError for one that must not be unpacked."""
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise PackageError("package_too_large", f"{len(infos)} files", path=str(source), limit=MOST_BYTES // 10**9)
    for info in infos:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if info.flag_bits & 1:
            raise PackageError("package_unsafe", f"{info.filename!r} is encrypted", path=str(source))
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise PackageError("package_unsafe", f"{info.filename!r} is a link or device", path=str(source))
        path = _safe_path(source, info.filename)
        if not info.is_dir():
            if info.file_size > _RATIO_FROM and info.file_size > _MOST_RATIO * max(info.compress_size, 1):
                raise PackageError(
                    "package_too_large", f"{info.filename!r}", path=str(source), limit=MOST_BYTES // 10**9
                )
            yield _Entry(path, info.file_size, partial(archive.open, info))


def _folder_entries(source: Path) -> Iterator[_Entry]:
    """Yield the files of the folder. Raises PackageError for a link or anything else that is no file."""
    count = 0
    for parent, folders, files in os.walk(source):
        for name in folders + files:
            path = Path(parent) / name
            mode = path.lstat().st_mode
            count += 1
            if count > MOST_FILES:
                raise PackageError("package_too_large", "too many files", path=str(source), limit=MOST_BYTES // 10**9)
            if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
                raise PackageError("package_unsafe", f"{name!r} is a link or device", path=str(source))
            if stat.S_ISREG(mode):
                relative = PurePosixPath(path.relative_to(source).as_posix())
                yield _Entry(relative, path.stat().st_size, partial(_opened, path))


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def _safe_path(source: Path, name: str) -> PurePosixPath:
    """Return the path of an archive's member. Raises PackageError for one that could lead outside."""
    path = PurePosixPath(name)
    suspicious = "\\" in name or ":" in name or "\0" in name or path.is_absolute() or ".." in path.parts
    if suspicious or not path.parts:
        raise PackageError("package_unsafe", f"{name!r} leads outside", path=str(source))
    return path


def _copy(source: Path, entries: list[_Entry], into: Path, cancel: CancelToken | None) -> None:
    root = _root(source, entries)
    wanted = [
        (entry, relative)
        for entry in entries
        if entry.path.is_relative_to(root) and _is_wanted(relative := entry.path.relative_to(root))
    ]
    if len({str(relative).lower() for _, relative in wanted}) < len(wanted):
        raise PackageError("package_unsafe", "two files of one name", path=str(source))
    total = sum(entry.size for entry, _ in wanted)
    if total > MOST_BYTES:
        raise PackageError("package_too_large", f"{total} bytes", path=str(source), limit=MOST_BYTES // 10**9)
    if total > shutil.disk_usage(into).free:
        raise PackageError("packages_full", f"{total} bytes", path=str(into.parent))
    for entry, relative in wanted:
        target = into / relative
        with _explained(source, into):
            target.parent.mkdir(parents=True, exist_ok=True)
            with entry.open() as reading, target.open("xb") as writing:
                left = entry.size
                while piece := reading.read(_PIECE):
                    if cancel is not None:
                        cancel.raise_if_set()
                    left -= len(piece)
                    if left < 0:
                        raise PackageError("package_unsafe", f"{entry.path} is larger than it says", path=str(source))
                    writing.write(piece)


def _root(source: Path, entries: list[_Entry]) -> PurePosixPath:
    """Return the folder that holds the one metadata.json nearest to the top."""
    found = sorted(
        (entry.path.parent for entry in entries if entry.path.name == "metadata.json"), key=lambda path: len(path.parts)
    )
    if not found or len(found[0].parts) > _MOST_DEPTH:
        raise PackageError("package_layout", "no metadata.json", path=str(source))
    if len(found) > 1 and len(found[1].parts) == len(found[0].parts):
        raise PackageError("package_layout", "more than one package", path=str(source))
    return found[0]


def _is_wanted(path: PurePosixPath) -> bool:
    if len(path.parts) == 1:
        return path.name in _WANTED_FILES
    return len(path.parts) == 2 and path.parts[0] == _WANTED_FOLDER


@contextmanager
def _explained(source: Path, into: Path) -> Iterator[None]:
    """Turn what archives and disks raise into PackageErrors."""
    try:
        yield
    except (*_BAD_ARCHIVE, FileExistsError) as error:
        raise PackageError("package_broken", str(error), path=str(source)) from error
    except OSError as error:
        raise PackageError("packages_unwritable", str(error), path=str(into.parent)) from error
