"""Where no window can be shown, one is painted, its quotes are printed, and the next start knows nothing of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.shared import ROOT


def test_the_window_is_painted_and_leaves_no_tab_behind(tmp_path: Path, data_dir: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The bridge is open. “It is very long,” said Ana Torres, the mayor.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "reader", str(story)],
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    who, translation = done.stdout.splitlines()
    assert who == "Ana Torres: It is very long," and translation.strip(" —")
    assert done.stderr == "comillas: there is no display; the window was painted to comillas.png\n"
    assert (tmp_path / "comillas.png").read_bytes().startswith(b"\x89PNG")
    assert (data_dir / "window.ini").read_text("utf-8") == ""
