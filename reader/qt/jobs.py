"""The only threading code: work leaves the window's thread here, and its result comes back here.

`JobRunner` owns one single-thread executor per lane and one private signal that lives as long as it does, connected
queued. A worker sees a function, plain arguments and a cancel token; it never touches a Qt object. Results of
cancelled jobs are dropped by their id, so a late answer can never reach a window that has moved on.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.core.errors import Cancelled, ReaderError
from reader.core.translation.base import CancelToken

log = logging.getLogger(__name__)


class Lane(StrEnum):
    """One resource each: reading and analysing documents, the translation engine, the packages on disk and afar."""

    DOCUMENTS = "documents"
    TRANSLATION = "translation"
    PACKAGES = "packages"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back from a worker: the job's id, and a value or a failure."""

    job: int
    value: Any = None
    error: ReaderError | None = None


@dataclass(slots=True)
class _Waiting:
    """What the window's thread remembers of a job under way."""

    done: Callable[[Any], None]
    failed: Callable[[ReaderError], None]
    progress: Callable[..., None] | None
    token: CancelToken
    future: Future[None] | None = None


class JobRunner(QObject):
    """Run functions on a lane and deliver their results in the thread that asked."""

    _finished = Signal(object)
    _progressed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane.value) for lane in Lane}
        self._waiting: dict[int, _Waiting] = {}
        self._next = 0
        self._closed = threading.Event()
        self._last: list[Future[None]] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: Lane,
        function: Callable[..., Any],
        *arguments: Any,
        done: Callable[[Any], None],
        failed: Callable[[ReaderError], None],
        progress: Callable[..., None] | None = None,
    ) -> int:
        """Call `function(*arguments, token)` on a lane and return the job's id.

        With `progress` the function gets one argument more: what it calls to have `progress` called here.

        `done` or `failed` is called later in this thread, unless the job is cancelled first. A MemoryError becomes
        ReaderError("memory"), another exception that is no ReaderError "unexpected" with its traceback as detail.
        """
        self._next += 1
        job, token = self._next, CancelToken()
        if self._closed.is_set():
            return job
        waiting = _Waiting(done, failed, progress, token)
        self._waiting[job] = waiting
        if progress is not None:
            arguments = (*arguments, lambda *values: self._closed.is_set() or self._progressed.emit(job, values))
        waiting.future = self._lanes[lane].submit(self._work, job, function, arguments, token)
        return job

    def cancel(self, job: int) -> None:
        """Ask a job to stop and drop whatever it still brings; an unknown or finished id is ignored."""
        waiting = self._waiting.pop(job, None)
        if waiting is not None:
            waiting.token.set()
            if waiting.future is not None:
                waiting.future.cancel()

    @property
    def busy(self) -> bool:
        """Whether any job has not been delivered yet."""
        return bool(self._waiting)

    def close(self, seconds: float = 0.8) -> bool:
        """Invalidate every id, cancel, and wait for the lanes; return False when one is still busy after `seconds`."""
        if not self._closed.is_set():
            self._closed.set()
            for job in tuple(self._waiting):
                self.cancel(job)
            self._last = [executor.submit(lambda: None) for executor in self._lanes.values()]
            for executor in self._lanes.values():
                executor.shutdown(wait=False)
        return not wait(self._last, timeout=seconds).not_done

    def _work(self, job: int, function: Callable[..., Any], arguments: tuple[Any, ...], token: CancelToken) -> None:
        """Run one job on its lane; the signal is the only thing of Qt it uses."""
        try:
            token.raise_if_set()
            outcome = Outcome(job, value=function(*arguments, token))
        except ReaderError as error:
            outcome = Outcome(job, error=error)
        except MemoryError as error:
            outcome = Outcome(job, error=ReaderError("memory", str(error)))
        except Exception as error:
            detail = traceback.format_exc()
            places = "".join(traceback.format_tb(error.__traceback__))  # the message may hold words of the article
            log.error("a job failed with %s\n%s", type(error).__name__, places)
            outcome = Outcome(job, error=ReaderError("unexpected", detail, reason=str(error)))
        if not self._closed.is_set():
            self._finished.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: Outcome) -> None:
        waiting = self._waiting.pop(outcome.job, None)
        if waiting is None:
            return
        if outcome.error is None:
            waiting.done(outcome.value)
        elif not isinstance(outcome.error, Cancelled):
            waiting.failed(outcome.error)

    @Slot(int, object)
    def _tell(self, job: int, values: tuple[Any, ...]) -> None:
        waiting = self._waiting.get(job)
        if waiting is not None and waiting.progress is not None:
            waiting.progress(*values)
