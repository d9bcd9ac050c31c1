"""What a reader can choose, declared once: name, type, default, description, and what is allowed.

The values are a frozen `Settings`; the file is JSON that a person may edit. Values that do not fit fall back to the
default, keys that this version does not know are kept for the one that does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from reader.core.errors import StorageError
from reader.core.files import PRIVATE, replace_file


def _option(
    default: Any,
    description: str,
    *,
    choices: tuple[str, ...] = (),
    least: float | None = None,
    most: float | None = None,
) -> Any:
    """Declare one setting."""
    about = {"description": description, "choices": choices, "least": least, "most": most}
    return field(default=default, metadata=about)


@dataclass(frozen=True)
class Settings:
    """All settings and their values; the field's metadata hold description, choices and bounds."""

    interface_language: str = _option("system", "Language of menus and messages.", choices=("system", "en", "es"))
    theme: str = _option("system", "Colours of the window.", choices=("system", "light", "sepia", "dark", "black"))
    font_family: str = _option("", "Typeface of the article; empty for the one that comes with the program.")
    font_size: float = _option(14.0, "Size of the article's letters, in points.", least=9, most=40)
    line_height: float = _option(1.55, "Distance of lines, in letter sizes.", least=1.2, most=2.2)
    column_width: int = _option(66, "Widest line, in characters.", least=40, most=100)
    paragraph_spacing: float = _option(0.6, "Space between paragraphs, in lines.", least=0, most=1.5)
    view: str = _option(
        "side", "How original and translation stand.", choices=("original", "side", "interlinear", "quotes")
    )
    show_cards: bool = _option(True, "Show a card beside each quote.")
    show_translation: bool = _option(False, "Show the translation of the whole article.")
    show_boilerplate: bool = _option(False, "Show advertisements and link lists found inside articles.")
    marks_en: str = _option(
        "american", "Quotation marks and stops of English translations.", choices=("american", "british")
    )
    marks_es: str = _option("guillemets", "Quotation marks of Spanish translations.", choices=("guillemets", "curly"))
    keep_names: bool = _option(True, "Keep the names of an article's speakers as they are.")
    beam: int = _option(2, "How many readings the translator weighs; more is slower.", least=1, most=8)
    threads: int = _option(0, "Processor cores used to translate; 0 lets the program choose.", least=0, most=64)
    memory_megabytes: int = _option(200, "Largest size of the translation memory.", least=1, most=10_000)
    unload_minutes: int = _option(10, "Idle minutes after which a translation model leaves memory.", least=1, most=1440)
    remember_articles: bool = _option(True, "Remember what was opened and where reading stopped.")
    recent_articles: int = _option(20, "How many articles the list of recent ones shows.", least=0, most=100)


def fits(name: str, value: object) -> bool:
    """Tell whether `value` may be given to the setting `name`."""
    declared = {declaration.name: declaration for declaration in fields(Settings)}.get(name)
    if declared is None:
        return False
    kind, about = type(declared.default), declared.metadata
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        return False
    if about["choices"]:
        return value in about["choices"]
    if isinstance(value, int | float) and about["least"] is not None:
        return bool(about["least"] <= value <= about["most"])
    return not isinstance(value, str) or len(value) <= 1000


def load_settings(path: Path) -> Settings:
    """Read the settings; whatever is missing, damaged or out of bounds has its default."""
    stored = _read(path)
    return replace(Settings(), **{name: value for name, value in stored.items() if fits(name, value)})


def change_settings(path: Path, **values: object) -> Settings:
    """Write some settings and return all; another window's changes since the last reading are kept.

    Raises ValueError for a value that does not fit, StorageError("settings") when the file cannot be written.
    """
    for name, value in values.items():
        if not fits(name, value):
            raise ValueError(f"{name}={value!r}")
    stored = _read(path) | values
    try:
        lines = json.dumps(stored, ensure_ascii=True, indent=2, sort_keys=True) + "\n"
        replace_file(path, lines.encode("ascii"), PRIVATE)
    except OSError as error:
        raise StorageError("settings", str(error), path=str(path)) from error
    return replace(Settings(), **{name: value for name, value in stored.items() if fits(name, value)})


def _read(path: Path) -> dict[str, Any]:
    """Return what the file holds, or nothing when it cannot be read."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}
