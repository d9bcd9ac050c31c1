"""Spanish or English? For an article first; for a block only on good evidence.

langdetect (a naive Bayes over character n-grams) is random unless seeded and poor under about 20 characters
(FACTS), so it gets only the two profiles that matter, a fixed seed and a bounded sample, and has to agree with the
small words that stand in one language only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.core.model import LANGUAGES, Article, BlockKind, Language, LanguageChoice, other_language

SAMPLE = 3000
"""Characters of an article that are looked at: its beginning, middle and end."""

_BLOCK_SAMPLE = 400
_BLOCK_LEAST = 60
_BLOCK_SURE = 0.95
_BLOCK_WORDS = 4
_UNSURE_DETECTOR = 20

# Small words of one language that are no word (or a rare one) of the other: "a", "no", "me", "he", "has", "son",
# "come", "once", "sin", "ha", "are" and their like are left out.
_ENGLISH_WORDS = """
the and of to in is that for it was on with as by at from be this have had not but they was which his her she you we
an or been their would there what will about who when if more can out up said its than into them could some other over
after our did how where because between your my these those while should during does i'm it's don't didn't i
"""
_SPANISH_WORDS = """
el la los las de del que y en un una por con para se su sus lo al como más pero es fue era este esta esto estos estas
ese esa eso está están hay ser han había sobre también entre cuando muy sin hasta desde porque todo todos nos ya quien
donde qué cómo según tras durante aunque contra sino cada yo tú ella ellos nosotros usted ustedes le les mi tu dijo ni
o si sí unos unas años hoy así
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_SPANISH = frozenset(_SPANISH_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SPANISH_SIGNS = re.compile("[ñÑ¿¡]|[a-z]ción|[áéíóú]")


def article_language(article: Article) -> LanguageChoice:
    """Decide the language of `article`; `confidence` under 0.7 means that a person had better say."""
    body = [block.span for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]
    if sum(end - start for start, end in body) <= SAMPLE:
        sample = "\n".join(article.text[start:end] for start, end in body)
    else:
        third = SAMPLE // 3
        first, last = body[0].start, body[-1].end
        middle = (first + last) // 2
        text = article.text
        sample = "\n".join((text[first : first + third], text[middle : middle + third], text[last - third : last]))
    return text_language(sample)


def text_language(sample: str) -> LanguageChoice:
    """Decide the language of a short text; without any evidence English at confidence 0."""
    english, spanish = _small_words(sample)
    total = english + spanish
    chance = _spanish_chance(sample)
    if chance is None and total == 0:
        return LanguageChoice("en", 0.0)
    if total == 0:
        assert chance is not None
        language: Language = "es" if chance >= 0.5 else "en"
        # Without one small word the detector alone is a guess, better the longer the text.
        trust = min(len(sample.strip()) / 200, 0.6)
        return LanguageChoice(language, round(abs(chance - 0.5) * 2 * trust, 3))
    share = (spanish + 0.25) / (total + 0.5)
    weight = 1 - 0.5**total  # every small word halves the doubt
    combined = share if chance is None else share * 0.75 + chance * 0.25
    language = "es" if combined >= 0.5 else "en"
    confidence = abs(combined - 0.5) * 2 * weight
    return LanguageChoice(language, round(min(confidence, 1.0), 3))


def block_languages(article: Article, language: Language) -> dict[int, Language]:
    """Return the blocks that are in the other language, by index, where length, words and detector all say so."""
    other = other_language(language)
    found: dict[int, Language] = {}
    for index, block in enumerate(article.blocks):
        start, end = block.span
        if block.kind is BlockKind.BOILERPLATE or end - start < _BLOCK_LEAST:
            continue
        sample = article.text[start : min(end, start + _BLOCK_SAMPLE)]
        counts = dict(zip(LANGUAGES, _small_words(sample), strict=True))
        if counts[other] < _BLOCK_WORDS or counts[other] < 3 * counts[language]:
            continue
        chance = _spanish_chance(sample)
        if chance is not None and (chance if other == "es" else 1 - chance) >= _BLOCK_SURE:
            found[index] = other
    return found


def _small_words(sample: str) -> tuple[int, int]:
    """Count the small words of English and of Spanish; signs that only Spanish has count as words."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    english = sum(word in _ENGLISH for word in words)
    spanish = sum(word in _SPANISH for word in words) + len(_SPANISH_SIGNS.findall(sample)) // 3
    return english, spanish


def _spanish_chance(sample: str) -> float | None:
    """Return langdetect's probability that `sample` is Spanish, or None when it has nothing to go by."""
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 - 20 ms of start-up otherwise

    if len(sample.strip()) < _UNSURE_DETECTOR:
        return None
    detector = _factory().create()
    detector.append(sample)
    try:
        return float(next((guess.prob for guess in detector.get_probabilities() if guess.lang == "es"), 0.0))
    except LangDetectException:  # no letters at all
        return None


@lru_cache(maxsize=1)
def _factory() -> Any:
    """Load langdetect with the profiles of the two languages only: 55 of them take 0.4 s."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory  # noqa: PLC0415

    factory = DetectorFactory()
    factory.seed = 0
    profiles = [Path(PROFILES_DIRECTORY, language).read_text(encoding="utf-8") for language in LANGUAGES]
    factory.load_json_profile(profiles)
    return factory
