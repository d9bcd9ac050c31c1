"""What stands before the first sentence of a block and is no part of it: Q: and A:, datelines, the By of a byline."""

from __future__ import annotations

import re

from reader.core.model import Language, Span

_TURN = re.compile(r"([QAPR])(?:[:.][-—–]?|\.:)\s+(?=\S)")
_SURE_TURN = re.compile(r"[QAPR](?::|\.[-—–:])|P\.\s+¿")
_CAPITALS = r"[A-ZÁÉÍÓÚÜÑ][A-ZÁÉÍÓÚÜÑ.'’-]+"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}[ ,]{{1,2}}){{0,6}}{_CAPITALS}(?: \([^()]{{1,40}}\))?\.?\s?[—–-]+\s+(?=[A-ZÁÉÍÓÚÜÑ¿¡\"“«‘'\d])"
)
_NAME = r"[A-ZÁÉÍÓÚÜÑ][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:By|Por):?\s+(?={_NAME}(?: (?:(?:de|del|la|las|los|van|von|der|bin|al) )*{_NAME})+(?:,| and | y | e |$))"
)
_FULL_STOPS = '.:;?!…”»"'
_LONGEST = 120
_COUNTERPARTS: dict[Language, dict[str, str]] = {
    "es": {"Q": "P", "A": "R", "By": "Por"},
    "en": {"P": "Q", "R": "A", "Por": "By"},
}


def label_end(text: str, block: Span) -> int:
    """Return where the first sentence of a block begins, after the label of a turn or a dateline in capitals.

    In a byline, a line that is no sentence, it is where the names begin.
    """
    end = min(block.end, block.start + _LONGEST)
    turn = _TURN.match(text, block.start, end)
    if turn is not None and _SURE_TURN.match(text, block.start, end):
        return turn.end()
    byline = _BYLINE.match(text, block.start, end)
    if byline is not None and end == block.end and text[end - 1] not in _FULL_STOPS:
        return byline.end()
    dateline = _DATELINE.match(text, block.start, end)
    return dateline.end() if dateline is not None and dateline.end() < block.end else block.start


def label_in(gap: str, target: Language) -> str:
    """Return a label as `target` writes it: Q, A and By in English, P, R and Por in Spanish."""
    label = gap.lstrip()
    word = label.rstrip(": ")
    if word in ("By", "Por"):
        return _COUNTERPARTS[target].get(word, word) + label[len(word) :]
    if _SURE_TURN.match(label + "¿"):
        return _COUNTERPARTS[target].get(label[0], label[0]) + label[1:]
    return label
