"""Read a paragraph as the writer's own words: a list of tokens in which every quote is one token.

All that attribution looks at is outside the quotes; a name inside one says nothing about who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, compress
from operator import add
from typing import NamedTuple

from reader.core.model import Language, Quote
from reader.core.quotes.lexicon import CUE, W, lexicon


class Kind:
    """What a token is, before any word list is asked; plain integers, which compare four times as fast as IntEnum."""

    WORD = 0
    NAME = 1  # a word with a capital
    QUOTE = 2
    COMMA = 3
    END = 4  # . ! ? … ;
    COLON = 5
    DASH = 6
    OPEN = 7
    CLOSE = 8
    OTHER = 9


# A word with what may stand inside it: "O’Malley", "al-Shabaab", "U.S", "AT&T", "@user"; disjoint classes: linear.
TOKEN = re.compile(r"[@#]?\w+(?:['’.&-]\w+)*|\S")
PUNCTUATION = {
    ",": Kind.COMMA,
    ".": Kind.END,
    "!": Kind.END,
    "?": Kind.END,
    "…": Kind.END,
    ";": Kind.END,
    ":": Kind.COLON,
    "—": Kind.DASH,
    "–": Kind.DASH,
    "―": Kind.DASH,
    "-": Kind.DASH,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
}
# What of a row of kinds is a comma, a sentence end, one of these or a quote: tables for `bytes.translate`.
IS_COMMA, IS_END, IS_STOP = (
    bytes(kind in kinds for kind in range(256)) for kinds in ((Kind.COMMA,), (Kind.END,), (Kind.QUOTE, Kind.END))
)
FINITE = int(CUE | W.AUX | W.VERB)
CONTRACTED = ("'s", "’s", "'re", "’re", "'m", "’m")
CLOSERS = "”\"'’»›“‘ ,"
REMEMBERED = 50_000  # tokens kept; about 10 MB


class Known(NamedTuple):
    """What is known of a token as it is written: in lower case, its kind and classes, if a full stop belongs to it."""

    lower: str
    kind: int
    classes: int
    abbreviated: bool = False


QUOTED = Known("", Kind.QUOTE, 0)


class Vocabulary(dict[str, Known]):
    """The tokens met so far in a language, each looked up in the word lists once."""

    def __init__(self, classes: Mapping[str, int]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, token: str) -> Known:
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[token] = self._look_up(token)
        return found

    def _look_up(self, token: str) -> Known:
        """Return what the word lists and the characters say of a token."""
        first = token[0]
        if not (first.isalnum() or first in "@#_"):
            return Known(token, PUNCTUATION.get(token, Kind.OTHER), 0)
        lower = token.lower()
        classes = self._classes.get(lower, 0)
        if not classes and not lower.isalpha():
            classes = _contracted(lower, self._classes)
        kind = Kind.NAME if first != lower[0] or first in "@#" else Kind.WORD
        return Known(lower, kind, classes, len(lower) == 1 or "." in lower or bool(classes & W.ABBREV))


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the tokens of a language that all its articles share."""
    return Vocabulary(lexicon(language).classes)


@dataclass(slots=True)
class Narrative:
    """The tokens of one paragraph: parallel lists, and where each quote stands among them."""

    start: int
    end: int
    names: Collection[str]  # words the article writes with a capital within a sentence
    words: tuple[str, ...]  # lower case
    starts: list[int]
    ends: list[int]
    kinds: tuple[int, ...]
    classes: list[int]
    sentence: list[int]
    verbs: list[int]  # how many finite verbs stand before a token
    commas: list[int]
    stops: list[int]  # how many quotes and sentence ends
    ends_before: list[int]  # how many sentence ends
    quote_tokens: dict[int, int]  # index of a quote -> its token
    cue: list[int] = field(default_factory=list)  # the reporting classes of a token, 0 when it reports nothing
    cues: list[int] = field(default_factory=list)  # the tokens that report

    def __len__(self) -> int:
        return len(self.words)


def read_paragraph(
    text: str, start: int, end: int, quotes: Sequence[Quote], *, language: Language, names: Collection[str]
) -> Narrative:
    """Tokenise `text[start:end]`, whose quotes are `quotes` in order; marks around other words are OTHER tokens.

    Whole lists at a time, as this is where most of the text goes through.
    """
    found, starts, ends = _tokens(text, start, end, quotes, vocabulary(language))
    full_stops = [token for token, entry in enumerate(found) if entry.lower == "."]
    joined = _join(found, full_stops, starts, ends) if full_stops else None
    if joined:
        kept = [token not in joined for token in range(len(found))]
        found, starts, ends = ([*compress(found, kept)], [*compress(starts, kept)], [*compress(ends, kept)])
    words, kinds, classes, _ = zip(*found, strict=True) if found else ((), (), (), ())
    row = bytes(kinds)
    quote_tokens = [token for token, kind in enumerate(kinds) if kind == Kind.QUOTE]
    ends_before = _counts(row.translate(IS_END))
    paragraph = Narrative(
        start,
        end,
        names,
        words,
        starts,
        ends,
        kinds,
        [*classes],
        _sentences(text, quotes, quote_tokens, kinds, ends_before),
        verbs=_counts([1 if bits & FINITE else 0 for bits in classes]),
        commas=_counts(row.translate(IS_COMMA)),
        stops=_counts(row.translate(IS_STOP)),
        ends_before=ends_before,
        quote_tokens={quote.index: token for quote, token in zip(quotes, quote_tokens, strict=True)},
    )
    perhaps = [token for token, bits in enumerate(classes) if bits & CUE]
    cue = paragraph.cue = [0] * len(classes)
    for token in perhaps:
        cue[token] = _reports(paragraph, token)
    paragraph.cues = [token for token in perhaps if cue[token]]
    return paragraph


def _tokens(
    text: str, start: int, end: int, quotes: Sequence[Quote], known: Vocabulary
) -> tuple[list[Known], list[int], list[int]]:
    """Return the tokens of a paragraph, with where they start and end."""
    found: list[Known] = []
    starts: list[int] = []
    ends: list[int] = []
    position = start
    for quote in (*quotes, None):
        stop = end if quote is None else min(quote.span.start, end)
        if position < stop:
            matches = [*TOKEN.finditer(text, position, stop)]
            found += [known[match[0]] for match in matches]
            starts += [match.start() for match in matches]
            ends += [match.end() for match in matches]
        if quote is not None:
            found.append(QUOTED)
            starts.append(quote.span.start)
            ends.append(quote.span.end)
            position = max(position, min(quote.span.end, end))
    return found, starts, ends


def _join(found: list[Known], full_stops: list[int], starts: list[int], ends: list[int]) -> set[int]:
    """Let abbreviations and initials end with the full stops right after them, and return which those are."""
    joined: set[int] = set()
    word = -1
    for stop in full_stops:
        if stop - 1 not in joined:
            word = stop - 1
        if word >= 0 and found[word].abbreviated and ends[word] == starts[stop]:
            ends[word] += 1
            joined.add(stop)
    return joined


def _counts(flags: Iterable[int]) -> list[int]:
    """Return how many flags stand before each place, and how many there are."""
    return [0, *accumulate(flags)]


def _sentences(
    text: str, quotes: Sequence[Quote], quote_tokens: Sequence[int], kinds: Sequence[int], ends_before: list[int]
) -> list[int]:
    """Return the number of every token's sentence; a capital begins one after a quote that ends with a full stop."""
    begun = [
        token + 1
        for quote, token in zip(quotes, quote_tokens, strict=True)
        if kinds[token + 1 : token + 2] == (Kind.NAME,) and _ends_sentence(text, quote)
    ]
    if not begun:
        return ends_before[:-1]
    steps = [0] * len(kinds)
    for token in begun:
        steps[token] = 1
    return [*map(add, ends_before, accumulate(steps))]


def _ends_sentence(text: str, quote: Quote) -> bool:
    """Tell whether a quote ends with a full stop."""
    return text[max(quote.inner.start, quote.span.end - 6) : quote.span.end].rstrip(CLOSERS).endswith(".")


def _reports(paragraph: Narrative, token: int) -> int:
    """Return the reporting classes of a token, 0 when it is a noun here: "the report", "una nota"."""
    classes = paragraph.classes[token]
    before = paragraph.classes[token - 1] if token else 0
    if classes & W.GERUND and token and (before & W.AUX or paragraph.words[token - 1].endswith(CONTRACTED)):
        paragraph.classes[token] &= ~W.GERUND  # "is telling", "she's telling", "está diciendo"
    article = before & (W.DET | W.ADJ) and not before & (W.CLITIC | W.PRONOUN)
    if classes & W.NOUNISH and (article or before & W.PREP):
        return 0
    return classes & CUE


def _contracted(word: str, classes_of: Mapping[str, int]) -> int:
    """Return the classes of a word with something joined to it: "she’s", "Trump’s", "co-author"."""
    for mark in "’'":
        head, found, _ = word.rpartition(mark)
        if found:
            return classes_of.get(head, 0)
    head, found, tail = word.partition("-")
    return classes_of.get(tail, 0) & ~FINITE | classes_of.get(head, 0) & int(W.STOP) if found else 0
