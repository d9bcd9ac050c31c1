"""`python -m tests.bench [--json] [--quick] [NAME ...]`: measure, and print one table."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
from pathlib import Path

from .figures import table


def machine() -> str:
    """Describe the machine in one line: processor, cores, Python."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    """Measure everything, or what is named."""
    benches = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*benches, []], default=[])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    figures = []
    for name in given.names or benches:
        print(f"measuring: {name}", file=sys.stderr)
        figures += importlib.import_module(f"tests.bench.bench_{name}").measure(quick=given.quick)
    if given.json:
        print(json.dumps({"machine": machine(), "figures": [figure.to_dict() for figure in figures]}, indent=1))
    else:
        print(f"{machine()}\n\n{table(figures)}")


if __name__ == "__main__":
    main()
