"""Everything found in an article before any translation: language, quotes with speakers, segments; pure and fast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reader.core.language import article_language, block_languages
from reader.core.model import (
    Article,
    Correction,
    Language,
    LanguageChoice,
    Quote,
    Segment,
    Speaker,
    SpeakerType,
    Translation,
)
from reader.core.quotes import find_quotes
from reader.core.translation.segments import plan


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article and what was found in it; `segments` are what a translator is asked for, in order.

    `given` holds, by index, the segments that need no translator: those of blocks written in the other language.
    """

    article: Article
    language: LanguageChoice
    quotes: tuple[Quote, ...]
    segments: tuple[Segment, ...]
    given: Mapping[int, Translation] = field(default_factory=dict)


def analyse(article: Article, chosen: Language | None = None, corrections: Iterable[Correction] = ()) -> Analysis:
    """Find the language, quotes and segments of `article`; what a person chose or corrected wins."""
    language = LanguageChoice(chosen, 1.0, chosen=True) if chosen else article_language(article)
    quotes = corrected(find_quotes(article, language.language), corrections)
    segments = plan(article, quotes, language.language)
    foreign = block_languages(article, language.language)
    given = {segment.index: Translation(segment.text) for segment in segments if segment.block in foreign}
    return Analysis(article, language, quotes, segments, given)


def corrected(quotes: tuple[Quote, ...], corrections: Iterable[Correction]) -> tuple[Quote, ...]:
    """Return the quotes with a person's corrections; a corrected speaker holds for the whole utterance."""
    by_span = {correction.span: correction for correction in corrections}
    if not by_span:
        return quotes
    names = {
        quote.utterance: correction.speaker
        for quote in quotes
        if (correction := by_span.get(quote.span)) is not None and correction.speaker is not None
    }
    return tuple(_corrected(quote, by_span.get(quote.span), names.get(quote.utterance)) for quote in quotes)


def _corrected(quote: Quote, correction: Correction | None, name: str | None) -> Quote:
    """Return one quote with its own correction, and `name` when its utterance got one elsewhere."""
    if correction is not None:
        name = name if correction.speaker is None else correction.speaker
        if correction.kind is not None:
            quote = replace(quote, kind=correction.kind)
    return quote if name is None else replace(quote, speaker=_named(name, quote.speaker), confidence=1.0)


def _named(name: str, found: Speaker | None) -> Speaker | None:
    """Return the speaker a person named; the mention found in the text stays linked when it is the same person."""
    if not name:
        return None
    if found is not None and name in (found.text, found.resolved):
        return found
    return Speaker(text=name, type=SpeakerType.NAME, resolved=name)
