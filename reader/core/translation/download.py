"""Fetch packages from the Argos index, only ever because a person asked: resumable, cancellable, checked.

Nothing here runs on import. The addresses are those of `argostranslate`'s own settings and of its index.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from reader.core.errors import PackageError
from reader.core.model import LANGUAGES
from reader.core.translation.argos import package_module
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.fetch import SECURE, Progress, fetch, read

_MOST_INDEX = 8_000_000  # bytes; the index has about 100,000
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._+-]{0,30}")


@dataclass(frozen=True, slots=True)
class Offer:
    """A package the index offers; `links` are tried in order, `sha256` is empty when the index does not say."""

    direction: Direction
    version: str
    links: tuple[str, ...]
    sha256: str = ""

    @property
    def id(self) -> str:
        """What to ask for: "translate-en_es"."""
        return f"translate-{self.direction.source}_{self.direction.target}"


def index_address() -> str:
    """Return where Argos keeps its index."""
    return str(package_module().settings.remote_package_index)


def offers(address: str, cancel: CancelToken | None = None, *, schemes: Sequence[str] = SECURE) -> list[Offer]:
    """Fetch the index and return its packages between our languages, the newest per direction.

    Raises Cancelled, PackageError: "index_unreachable", "index_invalid", "download_insecure".
    """
    try:
        data = read(address, _MOST_INDEX, cancel, schemes=schemes)
    except PackageError as error:
        if error.code == "download_failed":
            raise PackageError("index_unreachable", error.detail, **error.values) from error
        raise
    try:
        entries = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise PackageError("index_invalid", str(error), address=address) from error
    if not isinstance(entries, list):
        raise PackageError("index_invalid", "not a list", address=address)
    newest: dict[Direction, Offer] = {}
    for offer in filter(None, map(_offer, entries)):
        known = newest.get(offer.direction)
        if known is None or _numbers(offer.version) > _numbers(known.version):
            newest[offer.direction] = offer
    return list(newest.values())


def download(
    offer: Offer,
    folder: Path,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    *,
    schemes: Sequence[str] = SECURE,
) -> Path:
    """Fetch the archive of `offer` into `folder` and check it; what an earlier attempt left is gone on from.

    Raises Cancelled (the part that came is kept), PackageError: "download_failed", "download_incomplete",
    "download_insecure", "download_invalid", "package_too_large", "packages_full", "packages_unwritable".
    """
    target = folder / f"{offer.id}-{offer.version}.argosmodel"
    failure = PackageError("download_failed", "the index names no address", name=offer.id)
    for link in offer.links:
        try:
            fetch(link, target, progress, cancel, schemes=schemes)
            _check(offer, target)
            return target
        except PackageError as error:
            if error.code.startswith("packages_"):
                raise
            failure = PackageError(error.code, error.detail, **error.values | {"name": offer.id})
    raise failure


def _check(offer: Offer, archive: Path) -> None:
    """Raise PackageError("download_invalid"), and delete `archive`, unless it is the zip the index promised."""
    problem = "" if zipfile.is_zipfile(archive) else "not a zip archive"
    if not problem and offer.sha256:
        with archive.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != offer.sha256:
                problem = "sha256 differs"
    if problem:
        with suppress(OSError):
            archive.unlink()
        raise PackageError("download_invalid", problem, name=offer.id)


def _offer(entry: Any) -> Offer | None:
    """Return what an entry of the index offers, None when it is nothing for us or nonsense."""
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    source, target, links = entry.get("from_code"), entry.get("to_code"), entry.get("links")
    version, sha256 = str(entry.get("package_version", "")), str(entry.get("sha256", ""))
    usable = [link for link in links if isinstance(link, str) and _is_address(link)] if isinstance(links, list) else []
    if source not in LANGUAGES or target not in LANGUAGES or source == target or not usable:
        return None
    if not _VERSION.fullmatch(version) or (sha256 and not _SHA256.fullmatch(sha256)):
        return None
    return Offer(Direction(source, target), version, tuple(usable[:10]), sha256.lower())


def _is_address(link: str) -> bool:
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))
