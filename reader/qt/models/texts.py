"""What is copied, counted and found in an article; plain text in, plain text out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reader.core.model import Article, Span
from reader.qt.models.cards import CardContent
from reader.qt.models.page_text import PageText, Reach
from reader.qt.models.views import Side

WORDS_A_MINUTE = 230
"""How fast adults read prose silently: Brysbaert, Journal of Memory and Language 109 (2019), 238 in English."""

MOST_HITS = 2000
_WORD = re.compile(r"\w+")


def word_count(article: Article) -> int:
    """Count the words of an article."""
    return sum(1 for _ in _WORD.finditer(article.text))


def reading_minutes(words: int) -> int:
    """Return how long `words` take to read, in whole minutes, at least one."""
    return max(round(words / WORDS_A_MINUTE), 1)


def quote_with_translation(content: CardContent) -> str:
    """Return a quote and its translation, one under the other, the speaker after them."""
    lines = [f"“{content.original}”"]
    if content.translation:
        lines.append(f"“{content.translation}”")
    return "\n".join(lines) + (f"\n— {content.speaker}" if content.speaker else "")


def citation(article: Article) -> str:
    """Return where a quote comes from, as much of it as is known."""
    title = f"“{article.title}”" if article.title else ""
    return ", ".join(part for part in (article.author, title, article.date, article.source) if part)


def find(page: PageText, query: str, *, translation: bool) -> list[Reach]:
    """Return where `query` stands on the page, in reading order; case and accents make no difference."""
    wanted = _folded(query)[0].strip()
    if not wanted:
        return []
    hits: list[Reach] = []
    for row in range(page.rows):
        for side in Side if translation else (Side.ORIGINAL,):
            hits += [Reach(row, side, span) for span in _occurrences(page.text(row, side), wanted)]
            if len(hits) >= MOST_HITS:
                return hits[:MOST_HITS]
    return hits


def whole_words(text: str, start: int, end: int) -> str:
    """Return what stands between two offsets, its first and last word whole, nothing else around them."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    words = text[start:end]
    while words and not words[0].isalnum():
        words = words[1:]
    while words and not words[-1].isalnum():
        words = words[:-1]
    return " ".join(words.split())


def _occurrences(text: str, wanted: str) -> list[Span]:
    folded, places = _folded(text)
    found, start = [], folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        found.append(Span(places[start], places[end - 1] + 1))
        start = folded.find(wanted, end)
    return found


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` without case and accents, and where each of its characters stood."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFD", character).casefold():
            if not unicodedata.combining(part):
                folded.append(part)
                places.append(place)
    return "".join(folded), places
