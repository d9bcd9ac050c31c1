"""What stands before the first sentence of a block and is no part of it: Q: and A:, datelines."""

from __future__ import annotations

import re

from reader.core.model import Language, Span

_TURN = re.compile(r"([QAPR])(?:[:.][-—–]?|\.:)\s+(?=\S)")
_SURE_TURN = re.compile(r"[QAPR](?::|\.[-—–:])|P\.\s+¿")
_CAPITALS = r"[A-ZÁÉÍÓÚÜÑ][A-ZÁÉÍÓÚÜÑ.'’-]+"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}[ ,]{{1,2}}){{0,6}}{_CAPITALS}(?: \([^()]{{1,40}}\))?\.?\s?[—–-]+\s+(?=[A-ZÁÉÍÓÚÜÑ¿¡\"“«‘'\d])"
)
_LONGEST = 120
_COUNTERPARTS: dict[Language, dict[str, str]] = {"es": {"Q": "P", "A": "R"}, "en": {"P": "Q", "R": "A"}}


def label_end(text: str, block: Span) -> int:
    """Return where the first sentence of a block begins, after the label of a turn or a dateline in capitals."""
    end = min(block.end, block.start + _LONGEST)
    turn = _TURN.match(text, block.start, end)
    if turn is not None and _SURE_TURN.match(text, block.start, end):
        return turn.end()
    dateline = _DATELINE.match(text, block.start, end)
    return dateline.end() if dateline is not None and dateline.end() < block.end else block.start


def label_in(gap: str, target: Language) -> str:
    """Return a label as `target` writes it: question and answer are Q and A in English, P and R in Spanish."""
    label = gap.lstrip()
    if _SURE_TURN.match(label + "¿"):
        return _COUNTERPARTS[target].get(label[0], label[0]) + label[1:]
    return label
