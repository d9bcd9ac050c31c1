"""Truly offline: all of translation works where there is no network at all, and nothing as much as makes a socket."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.packages import BUNDLED
from tests.helpers.shared import ROOT

_EVERYTHING = """
import sys
made = []
sys.addaudithook(lambda event, arguments: made.append(event) if event.startswith(("socket.", "urllib.")) else None)
from pathlib import Path
from reader.core.model import Segment
from reader.core.paths import DataDir
from reader.core.settings import Settings
from reader.core.translation.base import Direction
from reader.core.translation.service import TranslationService
service = TranslationService(DataDir(Path(sys.argv[1])), Settings())
en_es, house = Direction("en", "es"), Segment(0, 0, "The house is very old.", ())
assert service.translate(en_es, [house])[0].text.startswith("La casa")
assert service.remembered(en_es, [house])
assert service.alternatives(en_es, house)
assert service.back_translate(en_es, "La casa es muy vieja.")
service.edit(en_es, house, "La casa es viejísima.")
assert "viejísima" in service.tmx()
package = service.install(Path(sys.argv[2]))
assert service.retry(en_es, house).text
service.remove(package)
service.close()
print("sockets:", made)
"""


def run(command: list[str], data_dir: Path) -> str:
    done = subprocess.run(
        [*command, sys.executable, "-c", _EVERYTHING, str(data_dir), str(BUNDLED["en-es"])],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_nothing_makes_a_socket(data_dir: Path) -> None:
    assert run([], data_dir) == "sockets: []"


def test_it_works_in_a_namespace_without_any_network(data_dir: Path) -> None:
    unshare = shutil.which("unshare")
    commands = [[unshare, "-n"], [unshare, "-rn"]] if unshare else []
    for command in commands:
        probe = subprocess.run([*command, "cat", "/proc/net/route"], capture_output=True, text=True, check=False)
        if probe.returncode == 0:
            assert len(probe.stdout.splitlines()) <= 1, "there is a route out of the namespace"
            assert run(command, data_dir) == "sockets: []"
            return
    pytest.skip("this machine does not let us make a network namespace (unshare -n)")
