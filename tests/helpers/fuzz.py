"""How much hostile input a test tries: a little in `make test`, fifty times as much in `make fuzz`; decided only here.

`COMILLAS_FUZZ` is "long" or a number, how many times the usual.
"""

from __future__ import annotations

import os

_ASKED = os.environ.get("COMILLAS_FUZZ", "1")
TIMES = 50 if _ASKED == "long" else max(1, int(_ASKED))
"""How many times the usual number of cases is tried."""


def cases(usual: int) -> int:
    """Return how many cases to try where `make test` tries `usual`."""
    return usual * TIMES
