"""How much memory there still is, and how much a model takes: CTranslate2 ends the program where there is none left.

Under a limit too low for it, it crashed in 7 of 22 tries (a thread without its variables, a kernel without its page)
and reported the lack in 3; so a model is loaded only where it fits, with as many workers as fit.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reader.core.errors import TranslationError

_INFINITE = float("inf")
_MB = 1_000_000
# What was measured with the bundled packages, 20 long sentences a batch, beam 5: memory grows by 50 MB and 40 to 65
# for each worker; the address space by 95 MB for libraries, 110 and 75 for each worker (arenas, stacks, batches).
_PAGES = 40 * _MB
_LIBRARIES = 100 * _MB
_SPACE = 110 * _MB
_WORKER_SPACE = 80 * _MB
BATCH = 64 * _MB
"""What a worker takes for its batch."""
_TIMES_MODEL = 2  # float16 weights double when they are loaded, others grow by their vocabulary
_LACK = ("alloc", "memory", "new thread", "temporarily unavailable", "failed to map segment")


def fitting_workers(folder: Path, wanted: int) -> int:
    """Return how many workers, `wanted` at most, there is memory for beside the Argos package in `folder`.

    Raises TranslationError("engine_memory") when there is not enough for one.
    """
    with suppress(OSError):  # a package without a model is for the engine to refuse
        model = _TIMES_MODEL * (folder / "model" / "model.bin").stat().st_size
        pages = _loadable_memory() - _PAGES - model
        libraries = 0 if "ctranslate2" in sys.modules else _LIBRARIES
        space = _address_space() - libraries - _SPACE - model - BATCH
        fitting = int(min(pages / BATCH, space / _WORKER_SPACE, wanted))
        if fitting < 1:
            detail = f"{pages / _MB:.0f} MB of memory, {space / _MB:.0f} MB of addresses are left beside the model"
            raise TranslationError("engine_memory", detail)
        return fitting
    return wanted


def require_batch() -> None:
    """Raise TranslationError("engine_memory") when a loaded model lacks the memory for one more batch."""
    left = min(_loadable_memory(), _address_space())
    if left < BATCH:
        raise TranslationError("engine_memory", f"{left / _MB:.0f} MB are left")


def is_lack(error: BaseException) -> bool:
    """Tell whether a library's error, whatever its type, says that there was not enough memory."""
    words = str(error).lower()
    return isinstance(error, MemoryError) or (
        isinstance(error, (RuntimeError, OSError, ImportError)) and any(word in words for word in _LACK)
    )


def available_memory(proc: Path = Path("/proc"), groups: Path = Path("/sys/fs/cgroup")) -> float:
    """Return the bytes this process could still get without anything being swapped, infinity where none tells."""
    return min(_kilobytes(proc / "meminfo").get("MemAvailable", _INFINITE), *_group_rooms(proc, groups), _INFINITE)


def _loadable_memory() -> float:
    """Return the bytes this process could still get when what others do not use is swapped."""
    return available_memory() + _kilobytes(Path("/proc/meminfo")).get("SwapFree", 0.0)


def _address_space() -> float:
    """Return the bytes of addresses a limit (`ulimit -v`) leaves this process."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        limit, _ = resource.getrlimit(resource.RLIMIT_AS)
        if limit != resource.RLIM_INFINITY:
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
            return float(limit - pages * os.sysconf("SC_PAGESIZE"))
    return _INFINITE


def _kilobytes(path: Path) -> dict[str, float]:
    """Return the values of a file like /proc/meminfo, in bytes; none where it cannot be read."""
    with suppress(OSError, ValueError, IndexError):
        lines = path.read_text("ascii").splitlines()
        return {name: int(rest.split()[0]) * 1024.0 for name, _, rest in (line.partition(":") for line in lines)}
    return {}


def _group_rooms(proc: Path, groups: Path) -> Iterator[float]:
    """Yield what the limits of this process's control group (version 2) and those around it leave, in bytes.

    The group's file cache counts as its own, but is given up when programs need the room.
    """
    with suppress(OSError, StopIteration):
        lines = (proc / "self" / "cgroup").read_text("utf-8").splitlines()
        own = next(line.removeprefix("0::").strip("/") for line in lines if line.startswith("0::"))
        group = groups / own
        while group != groups.parent:
            with suppress(OSError, ValueError, StopIteration):
                limit = int((group / "memory.max").read_text("ascii"))
                used = int((group / "memory.current").read_text("ascii"))
                cached = next(
                    int(line.split()[1])
                    for line in (group / "memory.stat").read_text("ascii").splitlines()
                    if line.startswith("inactive_file ")
                )
                yield float(limit - used + cached)
            group = group.parent
