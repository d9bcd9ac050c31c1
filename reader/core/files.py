"""Files written whole or not at all: beside their place first, then into it in one step."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from reader.core.errors import SourceError

PRIVATE = 0o600
"""The mode of files that only their owner reads."""


def replace_file(path: Path, data: bytes, mode: int | None = None) -> None:
    """Make `data` the content of a file, following links; raises OSError or ValueError, and then all is as it was.

    Without a `mode` the file keeps its own, and a new one gets what any new file would get. What is no file (a device,
    a pipe) is written to in place.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    real = path.resolve()
    if mode is None and real.exists():
        mode = real.stat().st_mode & 0o777
    beside = real.with_name(f".comillas-{secrets.token_hex(8)}")
    first = 0o666 if mode is None else PRIVATE
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, first)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        os.replace(beside, real)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def save_text(path: Path, text: str) -> None:
    """Write what a person asked for to a file of their choice; raises SourceError("output"/"output_exists")."""
    if path.is_dir():
        raise SourceError("output_exists", path=str(path))
    try:
        replace_file(path, text.encode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        raise SourceError("output", str(error), path=str(path)) from error
