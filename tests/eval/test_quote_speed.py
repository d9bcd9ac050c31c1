"""Quotes and speakers are found fast enough, and in time that grows with the text only: the floors of floors.toml.

Seconds tell little on a machine that does other things too, so each time is compared with another one, taken at the
same moment: a shorter text, or cutting the same text into words with one regular expression.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.core.loaders import article_from_text
from reader.core.model import Language
from reader.core.paths import resources
from reader.core.quotes import find_quotes
from tests.helpers.timing import fastest

FLOORS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["quotes"]
WORD = re.compile(r"\w+|\S")
LANGUAGES: tuple[Language, ...] = ("en", "es")


def samples(language: Language, size: int) -> str:
    """Return `size` characters of the articles that come with the program, which are full of quotes."""
    whole = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted((resources() / "articles").glob(f"{language}-*")))
    return (whole * (size // len(whole) + 1))[:size]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_fast(language: Language) -> None:
    article = article_from_text(samples(language, 200_000))
    find_quotes(article, language)
    ratios = []
    for _ in range(5):
        words = fastest(lambda: WORD.findall(article.text))
        ratios.append(fastest(lambda: find_quotes(article, language), 1) / words)
    print(f"{language}: {min(ratios):.1f} times as long as finding the words")
    assert min(ratios) <= FLOORS["speed"]["times_as_long_as_words"][language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_times_the_text_takes_ten_times_as_long(language: Language) -> None:
    small, large = (article_from_text(samples(language, size)) for size in (100_000, 1_000_000))
    find_quotes(small, language)
    growth = fastest(lambda: find_quotes(large, language), 4) / fastest(lambda: find_quotes(small, language), 5)
    print(f"{language}: {growth:.2f} times as long")
    assert growth <= FLOORS["speed"]["growth"]


def growth(small: str, large: str) -> float:
    """Return how many times as long as for a text it takes for a longer one."""
    texts = article_from_text(small), article_from_text(large)
    find_quotes(texts[0], "es")
    seconds = fastest(lambda: find_quotes(texts[0], "es"), 5), fastest(lambda: find_quotes(texts[1], "es"), 4)
    return seconds[1] / (seconds[0] + 0.002)


QUOTED = "«No sé», dijo ella. El presidente Juan Ruiz habló.\n"
HOSTILE = {
    "one line": samples("es", 40_000).replace("\n", " "),
    "one mark": '"',
    "opening marks": "“",
    "marks and spaces": '" ',
    "a mark a line": '"\n',
    "empty quotes": "«» ",
    "quotes of a letter": "«a» ",
    "openers": "“a ",
    "closers": "a” ",
    "single marks": "'a ",
    "dashes": "—a\n",
    "quotes without a verb": "«Ay no» Ana. ",
    "nobody fits": "Los jueces vieron casas. «Ay no», dijo ella. ",
    "turns of one person": "—Ven —dijo Ana Ruiz.\n—No quiero.\n",
    "capitals": "A",
    "capitals and hyphens": "A-",
    "names": "Ana Ruiz Gil vio a Pedro Gil Ruiz. «No», dijo Gil. ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_takes_longer_than_its_length(unit: str) -> None:
    small, large = (QUOTED + (unit * (size // len(unit) + 1))[:size] for size in (15_000, 150_000))
    assert growth(small, large) <= FLOORS["speed"]["hostile_growth"]


def test_a_family_of_thousands_takes_no_longer() -> None:
    names = [f"X{one}{two}{three}" for one in "abcdefghijklmnopqrst" for two in "aeiouáéíóú" for three in "lmnrstvzñd"]
    people = [f"«No», dijo {name} Ruiz. Luego «Ay» dijo Ruiz.\n" for name in names]
    assert growth("".join(people[:200]), "".join(people)) <= FLOORS["speed"]["growth"]
