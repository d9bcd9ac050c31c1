"""Where the team's shared data is, when this machine has it; a reader's machine has not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("COMILLAS_SHARED", ROOT.parent / "shared"))


def shared_path(relative: str) -> Path:
    """Return a file of the shared data, or skip the running test, saying what is missing."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"needs the team's shared data: {relative}", allow_module_level=True)
    return path
