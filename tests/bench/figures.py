"""One measured figure, and the table they stand in."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """A measurement; `ratio` relates it to `against`, measured in the same run."""

    name: str
    value: float
    unit: str
    ratio: float | None = None
    against: str = ""
    goal: str = ""

    def to_dict(self) -> dict[str, object]:
        """Return the figure as `--json` prints it."""
        return asdict(self)


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the shortest wall time of `times` runs, in seconds."""
    spent = []
    for _ in range(times):
        gc.collect()
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return min(spent)


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a Markdown table."""
    rows = [("what", "measured", "ratio", "goal")]
    for f in figures:
        ratio = "" if f.ratio is None else f"{f.ratio:.2f} x {f.against}"
        rows.append(
            (f.name, f"{f.value:,.3g} {f.unit}" if f.value < 1000 else f"{f.value:,.0f} {f.unit}", ratio, f.goal)
        )
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    lines = ["| " + " | ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in widths) + "|")
    return "\n".join(lines)
