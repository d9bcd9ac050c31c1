"""The installed Python and PySide6 get on: 6.12.0 on CPython 3.11 lost a reference to True with every emit."""

from __future__ import annotations

import subprocess
import sys

EMIT = """
import sys
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rang = Signal(bool)
heard = []
bell = Bell()
bell.rang.connect(heard.append)
before = sys.getrefcount(True)
for _ in range(5000):
    bell.rang.emit(True)
heard_count = len(heard)
heard.clear()
print(heard_count, sys.getrefcount(True) - before)
"""


def test_the_installed_pair_survives_5000_emissions() -> None:
    done = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    heard, lost = map(int, done.stdout.split())
    assert heard == 5000
    if sys.version_info < (3, 12):  # since then True lives for ever, and its count means nothing
        assert abs(lost) < 100, f"{lost} references to True were lost or leaked in 5,000 emissions"
