"""From a segment's text to its checked translation: masked, translated, put right, checked, and tried once more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, cast

from reader.core.model import Language, Translation
from reader.core.translation.base import CancelToken, Direction, Translator
from reader.core.translation.casing import is_common
from reader.core.translation.checks import check
from reader.core.translation.glossary import Glossary
from reader.core.translation.masks import Masked, mask
from reader.core.translation.people import people
from reader.core.translation.restoring import restore

# The second attempt searches so much wider than the first, forbids repeated phrases, and masks names. A beam of 3 after
# 2 mends as many of our robust lines as one of 5, and costs half.
WIDER = 1
_NO_TERMS = Glossary()
_WORD = re.compile(r"\w+")


class Attempt(NamedTuple):
    """What a text is translated with: who translates, which words are settled, and how wide to search."""

    translator: Translator
    glossary: Glossary
    beam: int
    cancel: CancelToken | None = None

    @property
    def direction(self) -> Direction:
        """The languages the translator goes between."""
        return self.translator.direction

    def pieces(self, word: str) -> int:
        """Return how many tokens the translator needs for a word. Raises Cancelled, TranslationError."""
        return self.translator.pieces(word, cancel=self.cancel)


def translate_all(texts: Sequence[str], attempt: Attempt) -> list[Translation]:
    """Translate each text, in order; one that fails a check is tried once more, and keeps the better of the two.

    The translation that stands carries the codes of the checks it still fails. Raises Cancelled, TranslationError.
    """
    attempt = _with_proper_names(attempt)
    first = _once(texts, attempt)
    doubtful = [at for at, text in enumerate(texts) if first[at].warnings or _lost_names(text, first[at], attempt)]
    second = _once([texts[at] for at in doubtful], attempt, again=True) if doubtful else []
    best = list(first)
    for at, candidate in zip(doubtful, second, strict=True):
        best[at] = min(first[at], candidate, key=lambda one: _badness(texts[at], one, attempt))
    return best


def try_again(texts: Sequence[str], attempt: Attempt) -> list[Translation]:
    """Translate each text with other settings than usual: wider, without repeated phrases, names kept by force."""
    return _once(texts, _with_proper_names(attempt), again=True) if texts else []


def alternatives(text: str, count: int, attempt: Attempt) -> list[str]:
    """Return up to `count` different translations, likeliest first, each put right like any other."""
    masked = _masked(text, attempt)
    found = attempt.translator.alternatives(masked.text, count, cancel=attempt.cancel)
    return list(dict.fromkeys(_restored(Translation(one), masked, attempt).text for one in found))


def settled(text: str, glossary: Glossary, direction: Direction) -> str:
    """Return which of the reader's terms have a say in the translation of `text`, to remember it by."""
    language = _language(direction.source)
    table = glossary.table(language)
    if not table or not any(word in table for word in _WORD.findall(text.lower())):
        return ""
    kept = mask(text, glossary.with_names(()), language).kept
    return "" if kept == mask(text, _NO_TERMS, language).kept else "\0".join(kept.values())


def _once(texts: Sequence[str], attempt: Attempt, *, again: bool = False) -> list[Translation]:
    masks = [_masked(text, attempt, names=again) for text in texts]
    beam = attempt.beam + WIDER if again else attempt.beam
    raw = attempt.translator.translate(
        [masked.text for masked in masks], beam=beam, careful=again, cancel=attempt.cancel
    )
    done = [_restored(one, masked, attempt) for one, masked in zip(raw, masks, strict=True)]
    return [
        Translation(one.text, check(text, one.text, attempt.direction), links=one.links)
        for text, one in zip(texts, done, strict=True)
    ]


def _with_proper_names(attempt: Attempt) -> Attempt:
    """Return the attempt with names that begin with a proper one: "Trump", not "United States President Trump".

    What is left of a name after the words the model knows is to be kept; of "White House" nothing is.
    """
    kept = []
    for name in attempt.glossary.names:
        words = name.split()
        first = next((at for at, word in enumerate(words) if not is_common(word, attempt.pieces)), len(words))
        kept.append(" ".join(words[first:]))
    return attempt._replace(glossary=attempt.glossary.with_names(kept))


def _masked(text: str, attempt: Attempt, *, names: bool = False) -> Masked:
    language = _language(attempt.direction.source)
    return mask(text, attempt.glossary, language, names=names, pieces=attempt.pieces)


def _restored(translation: Translation, masked: Masked, attempt: Attempt) -> Translation:
    return restore(translation, masked, _language(attempt.direction.target))


def _badness(text: str, translation: Translation, attempt: Attempt) -> int:
    return 2 * len(translation.warnings) + _lost_names(text, translation, attempt)


def _lost_names(text: str, translation: Translation, attempt: Attempt) -> int:
    """Count the names that are to be kept, the speakers' and whole names of others, and were not."""
    return sum(
        name in text and name not in translation.text and re.search(rf"\b{re.escape(name)}\b", text) is not None
        for name in dict.fromkeys((*attempt.glossary.names, *people(text)))
    )


def _language(code: str) -> Language:
    """Return `code` as the type the rules for English and Spanish ask for; they leave other languages alone."""
    return cast(Language, code)
