"""average.py OUT CHECKPOINT=SHARE ...: the weighted average of checkpoints of one shape, or of packages' folders.

Shares add up to 1. OUT holds weights alone, in half precision: enough for export.py, and to go on from.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from checkpoint import load, save


def part(given: str) -> tuple[Path, float]:
    """Read "lean.pt=0.5"."""
    path, _, share = given.rpartition("=")
    return Path(path), float(share)


def main() -> None:
    """Write the average."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("parts", type=part, nargs="+", metavar="CHECKPOINT=SHARE")
    given = parser.parse_args()
    if abs(sum(share for _, share in given.parts) - 1) > 1e-6:
        parser.error("the shares do not add up to 1")
    states = [(load(path), share) for path, share in given.parts]
    first = states[0][0]
    weights = {
        name: sum(share * state["model"][name].float() for state, share in states).half() for name in first["model"]
    }
    save(given.out, first | {"model": weights, "optimisers": []})


if __name__ == "__main__":
    main()
