"""What a model must not touch is replaced by ``X1``, ``X2`` … before it sees a text, and put back afterwards.

Twenty stand-ins were tried on 300 sentences of news with up to three names replaced: ``X1`` came back unharmed in
99.3 % (en-es) and 96.7 % (es-en) of them, ``[1]`` in 98.0 and 98.7 %, ``XX1`` in 71 and 65 %, ``<1>`` never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.model import Language, Span
from reader.core.translation.brackets import rounded
from reader.core.translation.casing import Pieces, is_capitals, lowered, plain
from reader.core.translation.edits import Edit, Edited
from reader.core.translation.glossary import Glossary, Table, Term
from reader.core.translation.people import people

_EMOJI = (
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
    "[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\U0001f000-\U0001faff\u2640\u2642\u2695\u2696\u2708\u2764]*"
)
_PROTECTED = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»]+"
    r"|[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w@])[@#]\w+"
    r"|\b[\w-]{1,64}(?:\.[\w-]{1,64}){0,6}\.(?:com|org|net|gob|gov|edu|info|io|es|mx|ar|co|uk|pdf|docx?|xlsx?|pptx?|txt|csv"
    r"|html?|png|jpe?g|gif|svg|zip|mp[34]|py|json|xml)\b(?:/[^\s<>\"“”«»]*)?"
    r"|(?:(?:US|C|A|R|MX)?[$€£¥₡₲]\s?)?(?<!\d)\d++(?:[.,:/\u00a0\u202f']\d+)+(?:\s?€)?(?:[\"'](?!\w))?"
    r"|(?:(?:US|C|A|R|MX)?[$€£¥₡₲]\s?)\d++|(?<!\d)\d++(?:\s?[€£]|[\"'](?!\w))"
    r"|\*[A-Z]+\*|\b\w{1,30}\*{2,}\w*"
    rf"|{_EMOJI}"
)
_TRAILING = ".,;:!?…)]}'’\"”»"
_INTEGER = re.compile(r"(?<![\w.,])\d{2,20}(?![\w.,]\d|\w)")
_STICKS = re.compile(r"\w")
_STAND_IN = re.compile(r"\bX\d+\b")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as the model gets it.

    `kept` maps each stand-in to what takes its place in the translation. `original` is the text before, `lead` and
    `tail` what was cut off its ends, `caps` whether it was in capitals.
    """

    text: str
    original: str
    kept: dict[str, str]
    edited: Edited
    lead: str = ""
    tail: str = ""
    caps: bool = False


def mask(
    text: str, glossary: Glossary, language: Language, *, names: bool = False, pieces: Pieces | None = None
) -> Masked:
    """Replace addresses, tags, file names, emoji, numbers with marks in them and glossary terms in `text`.

    `language` is that of `text`. With `names` the names of the glossary, people's names and plain numbers are replaced
    too: for the second try, when a model has translated or bent one. With `pieces` capitals that tell nothing go.
    """
    caps = is_capitals(text, language)
    taken = {match.group() for match in _STAND_IN.finditer(text)}
    found = _found(text, glossary, language, names=names)
    lead, tail = _ends(text, found)
    edits = [Edit(span, "") for span in (Span(0, lead), Span(tail, len(text))) if span.start < span.end]
    kept: dict[str, str] = {}
    number = 0
    for span, replacement in found:
        if span.start < lead or span.end > tail:
            continue
        number += 1
        while f"X{number}" in taken:
            number += 1
        kept[f"X{number}"] = replacement
        beside = bool(edits) and edits[-1].span.end == span.start and bool(edits[-1].replacement)
        before = " " if beside or (span.start and _STICKS.match(text, span.start - 1)) else ""
        after = " " if _STICKS.match(text, span.end) else ""
        edits.append(Edit(span, f"{before}X{number}{after}"))
    covered = [edit.span for edit in edits]
    edits += rounded(text)
    if caps:
        edits += lowered(text, glossary.names, covered, pieces)
    elif pieces is not None:
        edits += plain(text, glossary.names, covered, pieces)
    edited = Edited(text, edits)
    return Masked(edited.text, text, kept, edited, text[:lead], text[tail:], caps)


def _found(text: str, glossary: Glossary, language: Language, *, names: bool) -> list[tuple[Span, str]]:
    """Return what to replace, in order and without overlap, with what it becomes in the translation."""
    found: list[tuple[Span, str]] = []
    table = glossary.table(language)
    candidates = [*_terms(text, table), *(_names(text, glossary) if names else ())]
    if names:
        candidates += [(Span(*match.span()), match.group()) for match in _INTEGER.finditer(text)]
    for match in _PROTECTED.finditer(text):
        start, end = match.span()
        if text[start] in "hHwW@#" or not text[start].isdigit():
            while end > start + 1 and text[end - 1] in _TRAILING and not text[start].isdigit():
                end -= 1
        candidates.append((Span(start, end), text[start:end]))
    position = 0
    for span, replacement in sorted(candidates, key=lambda item: (item[0].start, -item[0].end)):
        if span.start >= position:
            found.append((span, replacement))
            position = span.end
    return found


def _terms(text: str, table: Table) -> Iterator[tuple[Span, str]]:
    """Yield the glossary's terms in `text`, longest first at each word; a table of any size costs the same."""
    if not table:
        return
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for word in re.finditer(r"\w+", lowered):
        for written, term in table.get(word.group(), ()):
            end = word.start() + len(written)
            if lowered.startswith(written, word.start()) and not lowered[end : end + 1].isalnum():
                span = Span(word.start(), end)
                yield span, span.of(text) if term.kept else _in_case(term, span.of(text))
                break


def _in_case(term: Term, written: str) -> str:
    """Return the translation with a capital where the text has one and the glossary has none."""
    if written[:1].isupper() and not term.text[:1].isupper():
        return term.translation[:1].upper() + term.translation[1:]
    return term.translation


def _names(text: str, glossary: Glossary) -> Iterator[tuple[Span, str]]:
    for name in dict.fromkeys((*glossary.names, *people(text))):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Span(*match.span()), name


def _ends(text: str, found: list[tuple[Span, str]]) -> tuple[int, int]:
    """Return where the words begin and end when symbols at both ends are cut off."""
    lead, tail = 0, len(text)
    for span, _ in found:
        if text[lead : span.start].strip() or any(c.isalnum() for c in span.of(text)):
            break
        lead = span.end
    for span, _ in reversed(found):
        if span.end <= lead or text[span.end : tail].strip() or any(c.isalnum() for c in span.of(text)):
            break
        tail = span.start
    while lead and lead < tail and text[lead].isspace():
        lead += 1
    while tail < len(text) and tail > lead and text[tail - 1].isspace():
        tail -= 1
    return lead, tail
