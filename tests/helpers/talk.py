"""Our own stories and interviews with who says what written into them, and how often our speakers are right.

In `tests/eval/talk_en.txt` and `talk_es.txt` a stretch stands as ⟦what is said⟧{Marta Olmos|Marta|la maestra}, with
every name that would be right; {-} where nobody can tell, {periodista} or {interviewer} for one whom nobody names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.core.loaders import article_from_text
from reader.core.model import Language, Quote
from reader.core.quotes import find_quotes
from reader.core.quotes.lexicon import words
from tests.helpers.shared import ROOT

STRETCH = re.compile(r"⟦(.*?)⟧\{(.*?)\}", re.DOTALL)
PIECE = re.compile(r"^### (.+)\n", re.MULTILINE)
UNNAMED = frozenset(("periodista", "interviewer", "the interviewer"))
SMALL = frozenset(words("el la los las the a an mr mrs ms miss don doña señor señora his her su de of"))


class Piece(NamedTuple):
    """A piece: its name, its text, and of every stretch where it starts and ends and who may be named for it."""

    name: str
    text: str
    said: list[tuple[int, int, list[str]]]


class Outcome(NamedTuple):
    """How many stretches got the right speaker, none, and a wrong one."""

    right: int
    none: int
    wrong: int

    @property
    def shares(self) -> tuple[float, float]:
        """The parts that are right and wrong."""
        return self.right / sum(self), self.wrong / sum(self)


def pieces(language: Language) -> Iterator[Piece]:
    """Yield the pieces of a language, each paragraph a block of its own."""
    parts = PIECE.split((ROOT / "tests" / "eval" / f"talk_{language}.txt").read_text(encoding="utf-8"))
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        text, done = "", 0
        said: list[tuple[int, int, list[str]]] = []
        marked = body.strip().replace("\n", "\n\n")
        for match in STRETCH.finditer(marked):
            text += marked[done : match.start()]
            said.append((len(text), len(text) + len(match[1]), match[2].split("|")))
            text += match[1]
            done = match.end()
        yield Piece(name, text + marked[done:], said)


def outcome(language: Language, which: str) -> Outcome:
    """Return how the speakers of the pieces whose names begin with `which` are found."""
    counts = {True: 0, None: 0, False: 0}
    for piece in pieces(language):
        if piece.name.startswith(which):
            quotes = find_quotes(article_from_text(piece.text), language)
            for start, end, names in piece.said:
                if names != ["-"]:
                    counts[_is_right(_over(quotes, start, end), names)] += 1
    return Outcome(counts[True], counts[None], counts[False])


def _over(quotes: tuple[Quote, ...], start: int, end: int) -> Quote | None:
    """Return the quote that covers most of a stretch."""
    shared = {quote: min(end, quote.span.end) - max(start, quote.span.start) for quote in quotes}
    best = max(shared, key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] > 0 else None


def _is_right(quote: Quote | None, names: list[str]) -> bool | None:
    """Tell whether a quote's speaker is one of those named; None when it has no speaker though there is one."""
    speaker = quote.speaker if quote is not None else None
    if speaker is None:
        return True if UNNAMED.intersection(names) else None
    given = _words(speaker.name)
    return any(given <= right or right <= given for right in map(_words, names))


def _words(name: str) -> set[str]:
    """Return the words of a name that tell who it is, in lower case."""
    return {word for word in re.findall(r"\w+", name.lower()) if word not in SMALL} or {name.lower()}
