"""`comillas packages`: what translates, where it comes from, and which package is in use."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from reader.cli.output import write_line
from reader.core.errors import PackageError
from reader.core.paths import DataDir
from reader.core.settings import load_settings
from reader.core.translation.packages import Package
from reader.core.translation.service import TranslationService
from reader.wording import sentence

_COLUMNS = ("NAME", "LANGUAGES", "VERSION", "SIZE", "LICENCE", "FROM", "IN USE")
_NAME = re.compile(r"(?:translate-)?([a-z]{2,3})[-_]([a-z]{2,3})(?:-[\w.]+)?")


def manage_packages(options: argparse.Namespace, data: DataDir) -> int:
    """Do one thing with packages; raises PackageError."""
    service = TranslationService(data, load_settings(data.settings))
    try:
        if options.action in (None, "list"):
            _list(service)
        elif options.action == "install":
            _report("installed", _install(service, options.path))
        elif options.action == "download":
            _report("installed", _download(service, options.name))
        elif options.action == "use":
            package = service.registry.find(options.name)
            service.use(package)
            _report("in use", package)
        else:
            package = service.registry.find(options.name)
            service.remove(package)
            _report("removed", package)
    finally:
        service.close()
    return 0


def _list(service: TranslationService) -> None:
    """Print a table of the packages, and what is wrong with those that cannot be used."""
    rows = [_COLUMNS]
    for package in service.registry.packages():
        used = service.package_for(package.direction)
        rows.append(
            (
                package.id,
                f"{package.direction.source} > {package.direction.target}",
                package.version or "-",
                f"{package.size / 1e6:.0f} MB",
                package.licence or "-",
                "Comillas" if package.bundled else str(package.folder),
                "yes" if used is not None and used.id == package.id else "",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    for row in rows:
        write_line("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    for folder, error in service.registry.broken():
        print(f"comillas: {folder.name}: {sentence(error)}", file=sys.stderr)


def _install(service: TranslationService, path_or_name: str) -> Package:
    """Install from a file or folder; a name that is neither is asked of the Argos index."""
    path = Path(path_or_name)
    if not path.exists() and _NAME.fullmatch(path_or_name):
        return _download(service, path_or_name)
    return service.install(path)


def _download(service: TranslationService, name: str) -> Package:
    """Download the package for the languages in `name`: "en-es", "translate-en_es"; raises PackageError."""
    wanted = _NAME.fullmatch(name)
    for offer in service.offers() if wanted else ():
        if wanted and offer.direction == wanted.groups():
            return service.download(offer, _show_progress)
    raise PackageError("package_unknown", name=name)


def _report(what: str, package: Package) -> None:
    write_line(f"{what}: {package.id} ({package.direction.source} > {package.direction.target})")


def _show_progress(done: int, total: int) -> None:
    """Tell a person at a terminal how far a download is."""
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r{done / 1e6:.1f} of {total / 1e6:.1f} MB", end="", file=sys.stderr, flush=True)
