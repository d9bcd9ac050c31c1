"""Any string of any characters gets speakers whose words stand in the text, in linear time; and the weights fit."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.loaders import article_from_text
from reader.core.model import Article, Language, SpeakerType
from reader.core.quotes import find_quotes
from reader.core.quotes.scorer import WEIGHTS, scorer
from reader.core.quotes.speaker_features import SIZE
from tests.helpers.timing import fastest

PIECES = """
“No.” «Sí», "Ya" —Ven dijo said Ana Trump, según according to he ella quien who , : . ; - — P. R. el la the a de of
presidente senator's, que that told añadió ha has ( ) 1º ß 🙂 ’s McX O’Neil ÁÉ
"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n", "\n\n"]), max_size=60).map(" ".join)


def check(article: Article, language: Language) -> None:
    text = article.text
    quotes = find_quotes(article, language)
    assert [quote.index for quote in quotes] == list(range(len(quotes)))
    for quote in quotes:
        assert 0.0 <= quote.confidence <= 1.0
        if quote.cue is not None:
            assert 0 <= quote.cue.start < quote.cue.end <= len(text)
        speaker = quote.speaker
        if speaker is None:
            continue
        assert speaker.text.strip()
        if speaker.span is not None:
            assert 0 <= speaker.span.start < speaker.span.end <= len(text)
            assert speaker.span.of(text) == speaker.text
            assert not quote.span.overlaps(speaker.span)
        else:
            assert speaker.type is SpeakerType.ELIDED


@given(text=st.one_of(WORDS, st.text(max_size=200)), language=st.sampled_from(["en", "es"]))
def test_any_text(text: str, language: Language) -> None:
    check(article_from_text(text), language)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_weights_have_a_row_for_every_feature(language: Language) -> None:
    stored = json.loads(WEIGHTS[language].read_text(encoding="utf-8"))
    assert len(stored["rows"]) == SIZE
    assert {len(row) for row in stored["rows"]} == {len(stored["output"]) + 1}


@pytest.mark.parametrize("language", ["en", "es"])
def test_scores_are_those_of_plain_sums(language: Language) -> None:
    stored = json.loads(WEIGHTS[language].read_text(encoding="utf-8"))
    parts = ((3, 40), (11,), (), (200, 301))
    columns = [sum(column) for column in zip(*(stored["rows"][f] for part in parts for f in part), strict=True)]
    hidden = [max(0, unit + bias) for unit, bias in zip(columns, stored["bias"], strict=False)]
    score = sum(unit * weight for unit, weight in zip(hidden, stored["output"], strict=True))
    scale = stored["scale"]
    expected = (score + columns[-1] * scale) / scale**2
    assert scorer(language).scores(parts[0], [parts[1:], parts[1:]]) == [expected, expected]


HOSTILE = {
    "one endless paragraph of quotes": "“No,” said Ana Ruiz. ",
    "capitals": "“Ay” Ana Bo Ci Do ",
    "names without end": "“Ay”, dijo Ana de la de la de la ",
    "turns": "—Ven —dijo Ana.\n—¿Y tú?\n",
    "commas": "“Ay”, Ana, que, que, que, ",
    "paragraphs": "Ana Ruiz came.\n\n“Ay,” she said.\n\n",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_length_only(unit: str) -> None:
    def seconds(count: int) -> float:
        article = article_from_text(unit * count)
        return fastest(lambda: find_quotes(article, "es"))

    seconds(10)
    small, large = seconds(150), seconds(1500)
    assert large <= 20 * small + 0.05
