"""Every quote of the samples and of the shared articles, both ways, whatever the translator says: marks stay equal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from reader.core.loaders import load
from reader.core.model import LANGUAGES, Article, Language, Translation, other_language
from reader.core.paths import resources
from reader.core.quotes import find_quotes
from reader.core.translation.assemble import assemble
from reader.core.translation.base import Direction
from reader.core.translation.fake import FakeTranslator
from reader.core.translation.labels import label_end
from reader.core.translation.segments import plan
from tests.helpers.shared import shared_path

from .building import article_of, identity
from .counting import PLAIN, printed_marks, wanted_marks

SHARED = ("conventions", "es_news_dev", "polnear_dev")


def samples() -> Iterator[Article]:
    for path in sorted((resources() / "articles").iterdir()):
        yield load(path)


def shared(name: str) -> Iterator[Article]:
    for line in shared_path(f"quotes/{name}.jsonl").read_text("utf-8").splitlines():
        yield article_of(json.loads(line)["text"])


def keeps_marks(articles: Iterator[Article], language: Language) -> int:
    """Check that each block has the marks of its source, and each quote its place; return how many quotes."""
    target, random, seen = other_language(language), Random(0), 0
    for article in articles:
        quotes = find_quotes(article, language)
        seen += len(quotes)
        segments = plan(article, quotes, language)
        said = FakeTranslator(Direction(language, target)).translate([segment.text for segment in segments])
        echo = {segment.index: identity(segment) for segment in segments}
        for number in {segment.block for segment in segments}:
            span = article.blocks[number].span
            if label_end(article.text, span) == span.start:  # a label may change: Q is P in Spanish
                written = assemble(article, number, quotes, segments, echo, target, PLAIN).text
                assert letters(written) == letters(span.of(article.text))
        for spoil in (False, True):
            done = {s.index: _spoilt(one, random) if spoil else one for s, one in zip(segments, said, strict=True)}
            asked = {segment.block for segment in segments}
            for number in asked:
                span = article.blocks[number].span
                result = assemble(article, number, quotes, segments, done, target, PLAIN)
                assert printed_marks(result.text) == wanted_marks(article.text, span, quotes), span.of(article.text)
                own = {quote.index for quote in quotes if quote.span.overlaps(span)}
                assert own == set(result.quotes)
    return seen


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


def _spoilt(translation: Translation, random: Random) -> Translation:
    """Return a bad translation: words in any order, stand-ins and links lost."""
    words = translation.text.replace('"', "").split()
    random.shuffle(words)
    return Translation(" ".join(words[: random.randint(0, len(words))]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_keep_their_marks(language: Language) -> None:
    assert keeps_marks(samples(), language) > 20


@pytest.mark.shared
@pytest.mark.parametrize("name", SHARED)
def test_shared_articles_keep_their_marks(name: str) -> None:
    for language in LANGUAGES:
        seen = keeps_marks(shared(name), language)
        print(f"{name} read as {language}: {seen} quotes")
        assert seen > 40
