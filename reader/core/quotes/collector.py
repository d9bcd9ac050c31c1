"""Pause Python's garbage collector while many values are made that are all kept.

The collector looks through all of them again and again and finds nothing to free: a seventh of the time that the
quotes of 10 MB take, and more the longer the text.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LOCK = Lock()
_pauses = 0  # how many are going on, in all threads
_enabled = True  # what the first of them found


@contextmanager
def paused() -> Iterator[None]:
    """Keep the collector from running; when the last of several pauses ends, it is as it was before the first."""
    global _pauses, _enabled  # noqa: PLW0603 - the collector is one for the whole process
    with _LOCK:
        if not _pauses:
            _enabled = gc.isenabled()
            gc.disable()
        _pauses += 1
    try:
        yield
    finally:
        with _LOCK:
            _pauses -= 1
            if not _pauses and _enabled:
                gc.enable()
