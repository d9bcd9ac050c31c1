"""Where things are: the resources shipped with the program, and the one folder it writes to.

Nothing is created on import; `DataDir` makes its folder, for its owner only, when it is built.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

from reader.core.errors import StorageError

DATA_DIR_VARIABLE = "COMILLAS_DATA_DIR"


def resources() -> Path:
    """Return the folder of shipped resources: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def default_data_dir() -> Path:
    """Return the data folder from `COMILLAS_DATA_DIR`, or the platform's own place for it."""
    chosen = os.environ.get(DATA_DIR_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("comillas", appauthor=False))


def make_private(path: Path) -> None:
    """Make the file, or take it, for its owner only; where that fails, whoever opens it says what is wrong."""
    with suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        os.chmod(path, 0o600)


class DataDir:
    """The one folder the program writes to, readable by its owner only."""

    def __init__(self, root: Path) -> None:
        """Create `root` with mode 0700. Raises StorageError("data_dir") when it cannot be made or written."""
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (OSError, RuntimeError, ValueError) as error:  # ValueError: a name no folder can have
            raise StorageError("data_dir", str(error), path=str(root)) from error
        self.root = root

    @property
    def memory(self) -> Path:
        """The translation memory's database."""
        return self.root / "memory.sqlite"

    @property
    def library(self) -> Path:
        """The database of articles opened: choices, corrections, positions."""
        return self.root / "library.sqlite"

    @property
    def settings(self) -> Path:
        """The reader's settings."""
        return self.root / "settings.json"

    @property
    def window(self) -> Path:
        """The window's own state (QSettings, ini)."""
        return self.root / "window.ini"

    @property
    def keys(self) -> Path:
        """The keys a reader gave to commands."""
        return self.root / "keys.json"

    @property
    def packages(self) -> Path:
        """The folder of packages the user installed."""
        return self.root / "packages"

    @property
    def glossary(self) -> Path:
        """Names and terms to keep or to translate one way."""
        return self.root / "glossary.csv"
