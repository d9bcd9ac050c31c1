"""Start the program: `comillas`, or `python -m reader`."""

from __future__ import annotations

import sys

from reader.cli import main as run


def main() -> int:
    """Run the command line, which opens windows when no command is named; return the exit status."""
    return run()


if __name__ == "__main__":
    sys.exit(main())
