"""Figures as English writes them: "12.000" is twelve thousand in Spanish and twelve in English.

The other way round nothing is done: Spanish has both conventions, and its academies prefer the decimal point
(Ortografía de la lengua española, 2010).
"""

from __future__ import annotations

import re

_FIGURE = re.compile(r"(?P<before>\D*)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?(?P<euro>\s?€)?")
_THOUSANDS = 3  # digits after a comma that may be a group of thousands as well: "3,500" in Mexico


def in_english(figure: str) -> str:
    """Return a figure with the marks of English: "1.250,5" as "1,250.5", "25 €" as "€25"; as it is when in doubt."""
    match = _FIGURE.fullmatch(figure)
    if match is None:
        return figure
    before, whole, part, euro = match.groups()
    if whole.startswith("0") and "." in whole:
        return figure
    if part and len(part) == _THOUSANDS and "." not in whole and whole != "0":
        return figure
    if euro and before.strip():
        return figure
    number = whole.replace(".", ",") + (f".{part}" if part else "")
    return f"{before}€{number}" if euro else f"{before}{number}"
