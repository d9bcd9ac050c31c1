"""What every test gets: no network, an offscreen Qt, and a data folder of its own."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.helpers.fuzz import TIMES, cases

os.environ["QT_QPA_PLATFORM"] = os.environ.get("COMILLAS_TEST_PLATFORM", "offscreen")

# How long a case takes depends on who else uses the machine; tests that care measure it themselves.
hypothesis.settings.register_profile("comillas", deadline=None, max_examples=cases(100))
hypothesis.settings.load_profile("comillas")

_connect = socket.socket.connect


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count every test that draws its input as one of the fuzz suite, and give the long suite its time."""
    for item in items:
        if hypothesis.is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("fuzz")
            if TIMES > 1:
                item.add_marker(pytest.mark.timeout(0))


class NetworkBlocked(AssertionError):
    """A test tried to reach the network."""


@pytest.fixture
def loopback() -> None:
    """Let a test talk to a server of its own on this machine."""


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any connection; with the `loopback` fixture, any that leaves this machine."""
    local_allowed = "loopback" in request.fixturenames

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family == socket.AF_UNIX or (local_allowed and host in ("127.0.0.1", "::1", "localhost")):
            return _connect(self, address)  # type: ignore[arg-type]
        raise NetworkBlocked(f"a test tried to connect to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded)


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give every test its own data folder."""
    folder = tmp_path / "comillas-data"
    monkeypatch.setenv("COMILLAS_DATA_DIR", str(folder))
    yield folder
