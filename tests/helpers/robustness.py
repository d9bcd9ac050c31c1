"""Whether a translation keeps what no translation may lose; the checks are data (tests/eval/robustness.jsonl)."""

from __future__ import annotations

import re
from typing import Any

_MARK = re.compile(r"[«»“”‘]|(?<!\w)’|’(?!\w)")  # an apostrophe within a word is none
_SIDES = str.maketrans("«“‘»”’", "<<<>>>")
_NUMBER = re.compile(r"\d+(?:[.,: \u00a0\u202f]\d+)*")


def broken(row: dict[str, Any], text: str) -> list[str]:
    """Return the names of the checks of `row` that its translation `text` fails.

    `must_contain_any`: of each group one alternative, whatever the case; `*` ends a word that may go on.
    `keeps`: these words as they are. `numbers`: these digits, whatever separates them. `ends`: the last character
    but for closing marks. `marks`: as many quotation marks, nested alike; each language has its own.
    `max_ratio`: the longest translation, in lengths of the source.
    """
    failed = []
    if any(not any(_has(text, word) for word in group) for group in row["must_contain_any"]):
        failed.append("must_contain_any")
    if any(word not in text for word in row.get("keeps", [])):
        failed.append("keeps")
    if not set(row.get("numbers", [])) <= {re.sub(r"\D", "", match[0]) for match in _NUMBER.finditer(text)}:
        failed.append("numbers")
    if not text.rstrip("»”’\"'. ").endswith(row.get("ends", "")):
        failed.append("ends")
    if row.get("marks", "").translate(_SIDES) != "".join(_MARK.findall(text)).translate(_SIDES):
        failed.append("marks")
    if len(text) > row["max_ratio"] * len(row["text"]):
        failed.append("max_ratio")
    return failed


def _has(text: str, word: str) -> bool:
    """Tell whether `text` holds `word` as a word of its own, or without letters at its edges anywhere."""
    start = r"(?<!\w)" if word[0].isalnum() else ""
    end = r"(?!\w)" if word[-1].isalnum() else ""
    return re.search(f"{start}{re.escape(word.removesuffix('*'))}{end}", text, re.IGNORECASE) is not None
