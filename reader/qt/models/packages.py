"""The lines of the package manager: packages that are here, and packages that can be had."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.translation.base import Direction
from reader.core.translation.packages import Package


@dataclass(frozen=True)
class PackageRow:
    """A package that is here, and whether it is the one in use for its direction."""

    package: Package
    in_use: bool


@dataclass(frozen=True)
class OfferRow:
    """A package that the Argos index offers; `id` is what to ask for, `size` in bytes, 0 when unknown."""

    id: str
    direction: Direction
    version: str
    size: int = 0
