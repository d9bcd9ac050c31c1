"""A whole reading where something is missing: the network, all disks but the data folder, room on that, memory, a home.

Namespaces play the missing things (`unshare`); where a machine does not allow them, the tests say so and are skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import lone_reader, short_of_memory
from tests.helpers.shared import ROOT

ARTICLE = (
    "A zorzal sings in the square\n\n“It wakes me every morning,” said Ana Torres, a baker. “I would not miss it.”\n\n"
    "The zorzal came in April and stayed for the summer.\n\nThe end.\n"
)
NO_ROOM = "There is not enough memory to translate; close other programs, then try again."
READ_ONLY = "for at in $(cut -d' ' -f2 /proc/mounts); do mount -o remount,bind,ro $at 2>/dev/null; done"
DISKS = {
    "private": f"{READ_ONLY}; mount -t tmpfs -o mode=700 none $DATA && mount -t tmpfs none $TMPDIR",
    "full": "mount -t tmpfs -o mode=700,size=64k none $DATA",
    "read-only": "mount -t tmpfs -o mode=700 none $DATA && mount -o remount,ro none $DATA",
}


@pytest.fixture
def places(tmp_path: Path) -> Path:
    for name in ("data", "scratch"):
        (tmp_path / name).mkdir(mode=0o700)
    (tmp_path / "story.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def read_alone(places: Path, disk: str) -> tuple[dict[str, Any], str]:
    """Read the article in a namespace without network, with such a disk; return the report and what else was said."""
    unshare = shutil.which("unshare")
    kept = {name: os.environ[name] for name in ("PATH", "QT_QPA_PLATFORM") if name in os.environ}
    reading = [sys.executable, lone_reader.__file__, str(places / "data"), str(places / "story.txt")]
    for flags in ("-nm", "-rnm") if unshare else ():
        done = subprocess.run(
            [str(unshare), flags, "sh", "-c", f'{DISKS[disk]} || exit 77; exec "$@"', "sh", *reading],
            env=kept
            | {"HOME": "/proc/none", "PYTHONPATH": str(ROOT), "DATA": str(places / "data")}
            | ({"TMPDIR": str(places / "scratch")} if disk == "private" else {}),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )
        if "unshare" not in done.stderr and done.returncode != 77:
            assert done.returncode == 0, done.stderr
            return json.loads(done.stdout), done.stderr
    pytest.skip("this machine does not let us make namespaces (unshare -nm)")


def test_all_that_is_written_is_in_the_data_folder_for_its_owner_only(places: Path) -> None:
    report, said = read_alone(places, "private")
    assert report["interfaces"] in ([], ["lo"])
    if not report["confined"]:
        pytest.skip("this machine does not let us make its disks read-only")
    assert (report["flow"], report["edited"], report["troubles"], report["closed"]) == ("done", "Fin.", [], True)
    assert report["sockets"] == report["left"] == []
    assert {name: mode for name, (mode, _) in report["files"].items() if mode & 0o077} == {}
    holding = {Path(name).name.removesuffix("-wal") for name, (_, holds) in report["files"].items() if holds}
    assert holding <= {"memory.sqlite", "library.sqlite"}
    assert "zorzal" not in said and "baker" not in said


@pytest.mark.parametrize("disk", ["full", "read-only"])
def test_a_disk_that_takes_nothing_is_told_and_reading_goes_on(places: Path, disk: str) -> None:
    report, said = read_alone(places, disk)
    assert (report["flow"], report["edited"], report["closed"]) == ("done", "Fin.", True)
    assert report["troubles"]
    assert all(" until the program closes." in sentence for sentence in report["troubles"]), report["troubles"]
    assert "Traceback" not in said


def test_without_a_home_it_says_where_it_wanted_to_write(places: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", str(places / "story.txt")],
        env={"PATH": os.environ["PATH"], "HOME": "/proc/none", "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        cwd=places,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "choose another with --data-dir" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="limits addresses, as Linux counts them")
@pytest.mark.parametrize("megabytes", [250, 400])
def test_without_memory_to_translate_the_article_stays_and_can_be_tried_again(megabytes: int, places: Path) -> None:
    reading = [sys.executable, short_of_memory.__file__, places / "data", places / "story.txt", str(megabytes)]
    kept = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(reading, env=kept, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    short, enough = json.loads(done.stdout)
    assert short["flow"] == "failed" and NO_ROOM in short["labels"] and "It wakes me every morning" in short["text"]
    assert enough["flow"] == "done" and NO_ROOM not in enough["labels"] and enough["done"] > 0
