"""The garbage collector pauses while quotes are looked for, and is as it was afterwards, whatever happens."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from reader.core.quotes.collector import paused


@pytest.fixture(autouse=True)
def enabled() -> Iterator[None]:
    assert gc.isenabled()
    yield
    gc.enable()


def test_it_pauses_and_goes_on() -> None:
    with paused():
        assert not gc.isenabled()
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="mark"), paused():
        raise ValueError("mark")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with paused():
        pass
    assert not gc.isenabled()


def test_it_goes_on_when_the_last_of_two_threads_is_done() -> None:
    inside, checked = Barrier(2, timeout=30), Barrier(2, timeout=30)

    def short() -> None:
        with paused():
            inside.wait()
        checked.wait()

    with ThreadPoolExecutor(1) as threads, paused():
        done = threads.submit(short)
        inside.wait()
        checked.wait()
        assert not gc.isenabled()
        done.result()
    assert gc.isenabled()
