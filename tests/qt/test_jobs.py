"""Work on lanes: delivered once, in this thread, in order; never after it was cancelled."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.core.errors import Cancelled, ReaderError, SourceError
from reader.core.translation.base import CancelToken
from reader.qt.jobs import JobRunner, Lane


@pytest.fixture
def jobs(qapp: object) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.close()


class Results:
    def __init__(self) -> None:
        self.values: list[Any] = []
        self.errors: list[ReaderError] = []
        self.threads: set[int] = set()

    def done(self, value: Any) -> None:
        self.values.append(value)
        self.threads.add(threading.get_ident())

    def failed(self, error: ReaderError) -> None:
        self.errors.append(error)


def test_two_hundred_results_arrive_once_in_order_in_this_thread(qtbot: QtBot, jobs: JobRunner) -> None:
    results = Results()
    for number in range(200):
        jobs.submit(Lane.DOCUMENTS, lambda n, token: n, number, done=results.done, failed=results.failed)
    qtbot.waitUntil(lambda: len(results.values) == 200)
    assert results.values == list(range(200))
    assert results.threads == {threading.get_ident()}
    assert not jobs.busy


def test_a_cancelled_job_is_told_and_its_result_dropped(qtbot: QtBot, jobs: JobRunner) -> None:
    results, started, tokens = Results(), threading.Event(), []

    def work(token: CancelToken) -> str:
        tokens.append(token)
        started.set()
        token.wait(5)
        return "late"

    job = jobs.submit(Lane.TRANSLATION, work, done=results.done, failed=results.failed)
    assert started.wait(5)
    jobs.cancel(job)
    jobs.submit(Lane.TRANSLATION, lambda token: "next", done=results.done, failed=results.failed)
    qtbot.waitUntil(lambda: results.values == ["next"])
    assert tokens[0].is_set()
    assert not results.errors


def test_a_job_that_waits_in_line_is_never_run_once_cancelled(qtbot: QtBot, jobs: JobRunner) -> None:
    results, go, ran = Results(), threading.Event(), []
    jobs.submit(Lane.TRANSLATION, lambda token: go.wait(5), done=results.done, failed=results.failed)
    waiting = jobs.submit(Lane.TRANSLATION, lambda token: ran.append(1), done=results.done, failed=results.failed)
    jobs.cancel(waiting)
    go.set()
    qtbot.waitUntil(lambda: results.values == [True])
    assert not ran


@pytest.mark.parametrize(
    ("raised", "code"), [(SourceError("missing", path="x"), "missing"), (ZeroDivisionError("oops"), "unexpected")]
)
def test_failures_come_back_as_values(qtbot: QtBot, jobs: JobRunner, raised: Exception, code: str) -> None:
    results = Results()

    def work(token: CancelToken) -> None:
        raise raised

    jobs.submit(Lane.DOCUMENTS, work, done=results.done, failed=results.failed)
    qtbot.waitUntil(lambda: bool(results.errors))
    assert results.errors[0].code == code


def test_a_worker_that_gives_up_says_nothing(qtbot: QtBot, jobs: JobRunner) -> None:
    results = Results()

    def work(token: CancelToken) -> None:
        raise Cancelled

    jobs.submit(Lane.DOCUMENTS, work, done=results.done, failed=results.failed)
    jobs.submit(Lane.DOCUMENTS, lambda token: "after", done=results.done, failed=results.failed)
    qtbot.waitUntil(lambda: results.values == ["after"])
    assert not results.errors


def test_progress_comes_before_the_result(qtbot: QtBot, jobs: JobRunner) -> None:
    told: list[object] = []

    def work(report: Any, token: CancelToken) -> str:
        report(1, 2)
        report(2, 2)
        return "done"

    jobs.submit(
        Lane.PACKAGES,
        work,
        done=told.append,
        failed=told.append,
        progress=lambda done, total: told.append((done, total)),
    )
    qtbot.waitUntil(lambda: "done" in told)
    assert told == [(1, 2), (2, 2), "done"]


def test_lanes_do_not_wait_for_each_other(qtbot: QtBot, jobs: JobRunner) -> None:
    results, go = Results(), threading.Event()
    jobs.submit(Lane.TRANSLATION, lambda token: go.wait(5), done=results.done, failed=results.failed)
    jobs.submit(Lane.DOCUMENTS, lambda token: "document", done=results.done, failed=results.failed)
    qtbot.waitUntil(lambda: results.values == ["document"])
    go.set()
    qtbot.waitUntil(lambda: len(results.values) == 2)


def test_closing_stops_what_listens_and_reports_what_does_not(qapp: object) -> None:
    results, go, started = Results(), threading.Event(), threading.Event()
    polite, deaf = JobRunner(), JobRunner()
    polite.submit(Lane.TRANSLATION, lambda token: token.wait(30), done=results.done, failed=results.failed)

    def work(token: CancelToken) -> None:
        started.set()
        go.wait(30)

    deaf.submit(Lane.TRANSLATION, work, done=results.done, failed=results.failed)
    assert started.wait(5)
    assert polite.close(5)
    assert not deaf.close(0.05)
    go.set()
    assert deaf.close(5)
    assert deaf.submit(Lane.DOCUMENTS, lambda token: 1, done=results.done, failed=results.failed)
    assert not deaf.busy
    assert not results.values
