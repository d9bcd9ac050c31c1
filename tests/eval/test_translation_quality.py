"""What the program does to the packages' output: no BLEU lost, quotes kept whole, checks that rarely cry wolf.

The floors are on differences and shares, so that a better package does not need new ones.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import pytest
import sacrebleu

from reader.core.loaders import article_from_text
from reader.core.model import Language, TranslatedBlock, Translation, other_language
from reader.core.quotes import find_spans
from reader.core.translation.assemble import assemble
from reader.core.translation.attempts import Attempt, translate_all
from reader.core.translation.base import Direction
from reader.core.translation.checks import check
from reader.core.translation.engine import ArgosTranslator
from reader.core.translation.glossary import Glossary
from reader.core.translation.segments import plan
from tests.core.translation.counting import PLAIN, printed_marks, wanted_marks
from tests.helpers.measured import news
from tests.helpers.packages import BUNDLED
from tests.helpers.shared import shared_path

SENTENCES = 500
MOST_BLEU_LOST = 0.2
MOST_ALARMS = 0.03  # of a person's own translations; the numbers in those do differ now and then
LANGUAGES: tuple[Language, Language] = ("en", "es")

pytestmark = pytest.mark.shared


@cache
def translator(language: Language) -> ArgosTranslator:
    direction = Direction(language, other_language(language))
    return ArgosTranslator(BUNDLED[str(direction)], direction, "")


def through_the_program(lines: Sequence[str], language: Language) -> tuple[list[TranslatedBlock], list[Translation]]:
    article = article_from_text("\n".join(lines))
    quotes = find_spans(article, language)
    segments = plan(article, quotes, language)
    answers = translate_all([one.text for one in segments], Attempt(translator(language), Glossary(), 2))
    done = {segment.index: answer for segment, answer in zip(segments, answers, strict=True)}
    target = other_language(language)
    return [assemble(article, at, quotes, segments, done, target, PLAIN) for at in range(len(article.blocks))], answers


def plain_marks(text: str) -> str:
    """Write all marks as straight ones after the stop, so that house style costs and earns nothing."""
    return re.sub(r'"([.,])', r'\1"', re.sub("[“”„«»⟦⟧⟨⟩]", '"', text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_bleu_is_lost_against_plain_sentences(language: Language) -> None:
    lines, references = news(language)[:SENTENCES], news(other_language(language))[:SENTENCES]
    plain = [translation.text for translation in translator(language).translate(lines, beam=2)]
    blocks, answers = through_the_program(lines, language)
    assert len(blocks) == len(lines)
    goal = [[plain_marks(line) for line in references]]
    before = sacrebleu.corpus_bleu([plain_marks(line) for line in plain], goal).score
    after = sacrebleu.corpus_bleu([plain_marks(block.text) for block in blocks], goal).score
    warned = sum(bool(answer.warnings) for answer in answers)
    print(f"{language}: plain {before:.2f} BLEU, through the program {after:.2f}, {warned} of {len(answers)} warned")
    assert after >= before - MOST_BLEU_LOST
    assert warned <= 0.03 * len(answers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_translations_raise_few_alarms(language: Language) -> None:
    direction = Direction(language, other_language(language))
    found: Counter[str] = Counter()
    for source, target in zip(news(language), news(direction.target), strict=True):  # type: ignore[arg-type]
        found.update(code for code in check(source, target, direction) if code != "marks")
    total = len(news(language))
    print(f"{direction}: alarms over {total} sentences translated by people: {dict(found)}")
    assert sum(found.values()) <= MOST_ALARMS * total
    assert found["truncated"] + found["looping"] + found["untranslated"] + found["language"] <= 0.003 * total


def articles() -> Iterator[tuple[Language, str]]:
    for name in ("conventions", "es_news_dev"):
        for line in shared_path(f"quotes/{name}.jsonl").read_text("utf-8").splitlines():
            yield json.loads(line)["lang"], json.loads(line)["text"]
    for line in shared_path("quotes/polnear_dev.jsonl").read_text("utf-8").splitlines()[:8]:
        yield "en", json.loads(line)["text"]


def test_the_real_packages_keep_every_mark() -> None:
    quotes_seen = 0
    for language, text in articles():
        article = article_from_text(text)
        quotes = find_spans(article, language)
        quotes_seen += len(quotes)
        segments = plan(article, quotes, language)
        answers = translator(language).translate([one.text for one in segments], beam=1)
        done = {segment.index: answer for segment, answer in zip(segments, answers, strict=True)}
        printed: set[int] = set()
        for number, block in enumerate(article.blocks):
            if not any(segment.block == number for segment in segments):
                continue
            result = assemble(article, number, quotes, segments, done, other_language(language), PLAIN)
            assert printed_marks(result.text) == wanted_marks(text, block.span, quotes), block.span.of(text)
            printed |= set(result.quotes)
            for outer, inner in result.quotes.values():
                assert outer.contains(inner)
        hidden = {quote.index for quote in quotes if not any(s.spans[0].overlaps(quote.span) for s in segments)}
        assert {quote.index for quote in quotes} - hidden <= printed
    print(f"{quotes_seen} quotes kept")
    assert quotes_seen > 150
