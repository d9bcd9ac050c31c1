"""Link the quotes of one utterance: broken by "he said", run over paragraphs, cut by an advertisement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.core.model import Language, QuoteKind
from reader.core.quotes.lexicon import CUE, W, lexicon
from reader.core.quotes.pairing import RawQuote

_WORD: Final = re.compile(r"[^\W\d_]+")
_STOP: Final = re.compile(r"[.!?…](?=\s+[^\W\d_a-záéíóúñ])")
_FARTHEST: Final = 240
"""Characters; no attribution between two parts of one utterance is longer."""
_CUE_WITHIN: Final = 5
"""The reporting verb is among the first words after the quote: ", le dijo ayer Ana.", " a spokesman said."."""


def utterances(text: str, quotes: Sequence[RawQuote], kinds: Sequence[QuoteKind], language: Language) -> list[int]:
    """Return for every quote the index of the first quote of its utterance."""
    links: list[int] = []
    latest = {False: 0, True: 0}
    for index, quote in enumerate(quotes):
        link = index
        if quote.continues:
            link = links[latest[quote.spoken]] if links else index
        elif index and not quote.spoken and not quotes[index - 1].spoken:
            pair = kinds[index - 1], kinds[index]
            if QuoteKind.NON_SPEECH not in pair and _broken(text, quotes[index - 1], quote, pair, language):
                link = links[index - 1]
        links.append(link)
        latest[quote.spoken] = index
    return links


def _broken(
    text: str, first: RawQuote, second: RawQuote, kinds: tuple[QuoteKind, QuoteKind], language: Language
) -> bool:
    """Tell whether only an attribution stands between two quotes of one paragraph.

    "A," he said, "b." and "A," he said. "B." are one utterance; "A," he said, adding that it was "b" is two.
    """
    if second.start - first.end > _FARTHEST:
        return False
    between = text[first.end : second.start]
    if "\n" in between or "\r" in between:
        return False
    gap = between.strip()
    if not any(character.isalnum() for character in gap):
        return kinds[0] is QuoteKind.SPEECH is kinds[1] and text[second.inner_start : second.inner_start + 1].isupper()
    if not _attributes(gap, language) or _STOP.search(gap):
        return False
    if gap[-1] in ",—–-":
        return True
    return gap[-1] in ".!?…" and kinds[0] is QuoteKind.SPEECH is kinds[1]


def _attributes(gap: str, language: Language) -> bool:
    """Tell whether the words after a quote begin with its attribution: "dijo", "le contestó", "the mayor said"."""
    classes = lexicon(language).classes
    for word in _WORD.findall(gap)[:_CUE_WITHIN]:
        bits = classes.get(word.lower(), 0)
        if bits & CUE:
            return True
        if bits & (W.PREP | W.CONJ) and not bits & (W.SOURCE | W.CLITIC | W.DET):
            return False
    return False
