"""Repair quotes that lack a mark: find where the words end without a closer, and where they start without an opener."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reader.core.model import Language, Span
from reader.core.quotes.lexicon import W, lexicon, words
from reader.core.quotes.pairing import RawQuote

_PADDING: Final = " \t\r\n\u00a0\u200b\u2009"
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”»’')\]]{0,2}[ \u00a0]+(?=[\"“«¿¡(]?[^\W\d_a-záéíóúñ])")
_TAIL: Final = re.compile(r"[,!?…][ \u00a0]+((?:[a-záéíóúñ]+[ \u00a0]+)?)([a-záéíóúñ]+)\b(?=[^,.!?]{0,120}(?:[.,]|$))")
"""The words after a comma that may attribute what stands before them: ", añadió.", ", le dijo Ana,"."""
_ATTRIBUTION: Final = re.compile(r"[,.]?[ \u00a0]+(?:[^\W\d_]++[ \u00a0]?){1,4}")
_PARAGRAPH_END: Final = re.compile(r"[.,]?(?:[ \u00a0]?[^\W\d_]++){0,3}[.]?[ \u00a0]*(?:\n|$)")
_COLON: Final = re.compile(r":[ \u00a0]+(?=[A-ZÁÉÍÓÚÑ¿¡])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SIGNATURE: Final = 10
"""Words; who signs takes no more."""
_CLAUSAL: Final = W.VERB | W.AUX | W.PRONOUN | W.REL
_BEFORE_CUE: Final = frozenset(("", *words("he she they it we i le les se me lo nos ha han había habría así según")))


def complete(text: str, quotes: Sequence[RawQuote], taken: Sequence[Span], language: Language) -> list[RawQuote]:
    """Return the quotes with both ends set, none reaching back into `taken`; those without a word are dropped."""
    done: list[RawQuote] = []
    passed = scanned = line_start = 0
    attributed = False
    for raw in quotes:
        quote = raw._replace(continues=False) if attributed else raw
        repaired = quote
        attributed = False
        if not quote.closed:
            repaired, attributed = _without_closer(text, quote, language)
        elif not quote.opened and quote.start == quote.inner_end:
            while passed < len(taken) and taken[passed].end <= quote.end:
                passed += 1
            previous = max(done[-1].end if done else 0, taken[passed - 1].end if passed else 0)
            line_start = max(line_start, text.rfind("\n", scanned, quote.end) + 1)
            scanned = quote.end
            if not (previous <= line_start and _PARAGRAPH_END.match(text, quote.end)) and not _is_attributed(
                text, quote.end, language
            ):
                continue
            repaired = _without_opener(text, quote, previous, language)
        if done and repaired.continues and not repaired.opened and _is_signature(text, done[-1], repaired, language):
            continue
        if any(character.isalnum() for character in text[repaired.inner_start : repaired.inner_end]):
            done.append(repaired)
    return done


def _is_signature(text: str, said: RawQuote, line: RawQuote, language: Language) -> bool:
    """Tell whether the last line before a closer names who spoke: “…must not happen.⏎Ann Bell, Civic League.”."""
    if said.closed or text[said.inner_end - 1] not in ".!?…":
        return False
    known = lexicon(language).classes
    found = _WORD.findall(text, line.inner_start, line.inner_end)
    if not 2 <= len(found) <= _SIGNATURE or any(known.get(word.lower(), 0) & _CLAUSAL for word in found):
        return False
    capitals: int = sum(word[0].isupper() for word in found)
    return capitals >= 2 and found[0][:1].isupper()


def _is_attributed(text: str, end: int, language: Language) -> bool:
    """Tell whether an attribution follows at once, as in "…”, agregó"."""
    cues = lexicon(language).cues
    match = _ATTRIBUTION.match(text, end, end + 80)
    return match is not None and any(word.lower() in cues for word in match.group().split()[:4])


def attribution_tail(text: str, start: int, end: int, language: Language) -> int | None:
    """Return where an attribution such as ", añadió." begins inside `text[start:end]`, None without one."""
    classes = lexicon(language).classes
    for match in _TAIL.finditer(text, start, end):
        before, word = match.group(1).strip(), match.group(2)
        if _reports(classes.get(before, 0)) or (_reports(classes.get(word, 0)) and before in _BEFORE_CUE):
            return match.start() + (text[match.start()] != ",")
    return None


def _reports(bits: int) -> bool:
    """Tell whether a word is a finite verb that reports speech: "dijo", "argued", not "inviting" or "knows"."""
    return bool(bits & (W.SAY | W.ACT)) and not bits & W.GERUND


def _without_closer(text: str, quote: RawQuote, language: Language) -> tuple[RawQuote, bool]:
    """End a quote that is never closed at its attribution, or else with its paragraph; tell whether it has one."""
    tail = attribution_tail(text, quote.inner_start, quote.end, language)
    end = quote.end if tail is None else tail
    while end > quote.inner_start and text[end - 1] in _PADDING:
        end -= 1
    return quote._replace(end=end, inner_end=end), tail is not None


def _without_opener(text: str, quote: RawQuote, previous: int, language: Language) -> RawQuote:
    """Start a quote that is never opened with its paragraph, or after the sentence of the quote before it."""
    newline = text.rfind("\n", previous, quote.end - 1)
    start = newline + 1
    if newline < 0 and previous:
        sentence = _SENTENCE_END.search(text, previous, quote.start)
        start = sentence.end() if sentence else previous
    cues = lexicon(language).cues
    for match in _COLON.finditer(text, start, quote.start):
        if any(word.lower() in cues for word in _WORD.findall(text, max(start, match.start() - 60), match.start())):
            start = match.end()
            break
    while start < quote.inner_end and text[start] in _PADDING + ",.;:":
        start += 1
    return quote._replace(start=start, inner_start=start)
