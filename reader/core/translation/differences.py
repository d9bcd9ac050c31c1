"""What changed in meaning on the way there and back: negations, numbers and names of a back-translation."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from reader.core.model import Language, Span
from reader.core.translation.base import Direction
from reader.core.translation.checks import changed_numbers
from reader.core.translation.edits import Edit, Edited
from reader.core.translation.wordlists import NEGATIONS

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_SENTENCE_START = frozenset(".?!…:¿¡\"“«‘'([—–-")


class DifferenceKind(StrEnum):
    """What kind of word came back changed."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Difference:
    """A word of one text without a counterpart in the other; `in_original` tells which text `span` counts in."""

    kind: DifferenceKind
    span: Span
    in_original: bool


def differences(original: str, back: str, language: Language) -> tuple[Difference, ...]:
    """Return the negations, numbers and names that `original` and its back-translation do not share.

    Both texts are in `language`. Differences come in the order of their text, the original's first.
    """
    found: list[Difference] = []
    numbers = changed_numbers(original, back, Direction(language, language))
    if numbers is not None:
        found += [Difference(DifferenceKind.NUMBER, span, True) for span in numbers[0]]
        found += [Difference(DifferenceKind.NUMBER, span, False) for span in numbers[1]]
    before, after = _negations(original, language), _negations(back, language)
    if len(before) != len(after):
        found += [Difference(DifferenceKind.NEGATION, span, True) for span in before[len(after) :]]
        found += [Difference(DifferenceKind.NEGATION, span, False) for span in after[len(before) :]]
    found += _lost_names(original, back, in_original=True) + _lost_names(back, original, in_original=False)
    return tuple(sorted(found, key=lambda one: (not one.in_original, one.span)))


def with_differences(original: str, back: str, language: Language) -> str:
    """Return a back-translation for people: ‹changed words› in it, and after it, with a minus, what it lost."""
    found = differences(original, back, language)
    edits = [Edit(one.span, f"‹{one.span.of(back)}›") for one in found if not one.in_original]
    lost = ", ".join(one.span.of(original) for one in found if one.in_original)
    return Edited(back, edits).text + (f" (− {lost})" if lost else "")


def _negations(text: str, language: Language) -> list[Span]:
    """Return the words that deny; two in one Spanish clause (no … nunca) deny once."""
    found: list[Span] = []
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'")
        if word in NEGATIONS[language] or word.endswith("n't"):
            same_clause = found and not re.search(r"[,.;:?!]", text[found[-1].end : match.start()])
            if not (language == "es" and same_clause):
                found.append(Span(*match.span()))
    return found


def _lost_names(text: str, other: str, *, in_original: bool) -> list[Difference]:
    theirs = Counter(match.group().casefold() for match in _WORD.finditer(other))
    found: list[Difference] = []
    for match in _WORD.finditer(text):
        word = match.group()
        before = text[: match.start()].rstrip()[-1:]
        if not word[0].isupper() or len(word) < 2 or not before or before in _SENTENCE_START:
            continue
        bare = word.casefold().removesuffix("'s").removesuffix("’s")
        if not any(form in theirs for form in (word.casefold(), bare, f"{bare}'s", f"{bare}’s")):
            found.append(Difference(DifferenceKind.NAME, Span(*match.span()), in_original))
    return found
