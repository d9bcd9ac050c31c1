"""The door to `argostranslate.package`: opened late, and without the folders it would make in the reader's home."""

from __future__ import annotations

import importlib
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType

from reader.core.translation.tokens import BpeTokenizer, SentencePieceTokenizer, Tokenizer

_LOCK = threading.Lock()
_HOMES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
_OTHERS = ("ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR", "SNAP", "SNAP_USER_DATA")


@contextmanager
def _elsewhere() -> Iterator[None]:
    """Point the variables Argos makes folders from at one that is gone afterwards."""
    before = {name: os.environ.get(name) for name in _HOMES + _OTHERS}
    folder = tempfile.mkdtemp(prefix="comillas-")
    try:
        os.environ.update(dict.fromkeys(_HOMES, folder))
        for name in _OTHERS:
            os.environ.pop(name, None)
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _package_module() -> ModuleType:
    with _elsewhere():
        return importlib.import_module("argostranslate.package")


def package_module() -> ModuleType:
    """Import `argostranslate.package` (never `.translate`, which imports torch) and return it."""
    with _LOCK:
        return _package_module()


def open_tokenizer(folder: Path) -> Tokenizer:
    """Load the tokenizer of the Argos package in `folder`.

    Raises whatever the libraries raise for files they cannot read; the caller knows what to make of it.
    """
    module = package_module()
    tokenizer = module.Package(folder).tokenizer
    if isinstance(tokenizer, module.SentencePieceTokenizer):
        return SentencePieceTokenizer(tokenizer.lazy_processor())
    tokenizer.lazy_load()
    return BpeTokenizer(tokenizer)
