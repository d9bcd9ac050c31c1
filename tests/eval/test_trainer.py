"""The trainer makes packages that the program runs; needs an environment of its own (tools/train/requirements.txt)."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

SMOKE = Path(__file__).parents[2] / "tools" / "train" / "smoke.sh"


@pytest.mark.timeout(600)
@pytest.mark.skipif(
    "COMILLAS_TRAIN_PYTHON" not in os.environ,
    reason="COMILLAS_TRAIN_PYTHON names no interpreter with torch (tools/train/README.md); takes two minutes",
)
def test_a_toy_model_is_trained_exported_and_run(tmp_path: Path) -> None:
    run = subprocess.run([SMOKE, tmp_path / "out"], capture_output=True, text=True, check=False)
    print(run.stdout)
    assert run.returncode == 0, run.stdout + run.stderr
