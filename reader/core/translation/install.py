"""Install a package so that it is either there, whole and tried, or not at all."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from reader.core.errors import PackageError
from reader.core.translation.base import CancelToken
from reader.core.translation.packages import INSTALLING, REPLACED, Package, Registry, read_package
from reader.core.translation.trial import try_package
from reader.core.translation.unpack import unpack

_STALE = 24 * 3600  # seconds after which what an interrupted installation left is cleared away


def install(registry: Registry, source: Path, cancel: CancelToken | None = None) -> Package:
    """Install the package in `source` (an .argosmodel or .zip file, or a folder) and use it from now on.

    One of the same name is replaced, in one step and only by a package that loads and translates. Raises Cancelled
    and PackageError (see `unpack`, `read_package` and `try_package`); then nothing has changed.
    """
    work = _work_folder(registry)
    try:
        draft = work / "package"
        draft.mkdir()
        unpack(source, draft, cancel)
        with _named(source):
            package = read_package(draft)
            try_package(package, cancel)
        if cancel is not None:
            cancel.raise_if_set()
        folder = registry.folder / _folder_name(package)
        _put(draft, folder, work)
        package = replace(package, folder=folder)
        registry.choose(package)
        return package
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _named(source: Path) -> Iterator[None]:
    """Let errors name the file the reader chose, not the folder it was unpacked to."""
    try:
        yield
    except PackageError as error:
        error.values["path"] = str(source)
        raise


def _work_folder(registry: Registry) -> Path:
    """Make a folder beside the packages, so that a rename is enough in the end; clear away stale ones."""
    try:
        registry.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in registry.folder.glob(".*-*"):
            if left.is_dir() and time.time() - left.stat().st_mtime > _STALE:
                shutil.rmtree(left, ignore_errors=True)
        return Path(tempfile.mkdtemp(prefix=INSTALLING, dir=registry.folder))
    except OSError as error:
        raise PackageError("packages_unwritable", str(error), path=str(registry.folder)) from error


def _folder_name(package: Package) -> str:
    version = re.sub(r"[^A-Za-z0-9]+", "_", package.version).strip("_")[:20] or "0"
    return f"translate-{package.direction.source}_{package.direction.target}-{version}"


def _put(draft: Path, folder: Path, work: Path) -> None:
    """Move `draft` to `folder`; what was there comes back when that fails, at the next start if we are killed."""
    old = work / REPLACED / folder.name
    try:
        if os.path.lexists(folder):
            old.parent.mkdir()
            folder.rename(old)
        try:
            draft.rename(folder)
        except OSError:
            with suppress(OSError):
                old.rename(folder)
            raise
    except OSError as error:
        raise PackageError("packages_unwritable", str(error), path=str(folder.parent)) from error
