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
    names: Collection[str] = ()  # words the article writes with a capital within a sentence
    words: list[str] = field(default_factory=list)  # lower case
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)  # how many finite verbs stand before a token
    commas: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)  # how many quotes and sentence ends
    ends_before: list[int] = field(default_factory=list)  # how many sentence ends
    cue: list[int] = field(default_factory=list)  # the reporting classes of a token, 0 when it reports nothing
    cues: list[int] = field(default_factory=list)  # the tokens that report
    quote_tokens: dict[int, int] = field(default_factory=dict)  # index of a quote -> its token

    def __len__(self) -> int:
        return len(self.words)


def read_paragraph(
    text: str, start: int, end: int, quotes: Sequence[Quote], *, language: Language, names: Collection[str]
) -> Narrative:
    """Tokenise `text[start:end]`, whose quotes are `quotes` in order; marks around other words are OTHER tokens."""
    paragraph = Narrative(start, end, names)
    position = start
    ended = []  # quotes that end with a full stop
    for quote in quotes:
        _add_words(paragraph, text, position, min(quote.span.start, end), language)
        _add_quote(paragraph, quote)
        if _ends_sentence(text, quote):
            ended.append(len(paragraph) - 1)
        position = max(position, min(quote.span.end, end))
    _add_words(paragraph, text, position, end, language)
    classes = paragraph.classes
    kinds = bytes(paragraph.kinds)
    paragraph.verbs = _counts([1 if bits & FINITE else 0 for bits in classes])
    paragraph.commas = _counts(kinds.translate(IS_COMMA))
    paragraph.stops = _counts(kinds.translate(IS_STOP))
    paragraph.ends_before = _counts(kinds.translate(IS_END))
    paragraph.sentence = _sentences(paragraph, ended)
    paragraph.cue = [_reports(paragraph, token) if bits & CUE else 0 for token, bits in enumerate(classes)]
    paragraph.cues = [token for token, cue in enumerate(paragraph.cue) if cue]
    return paragraph


def _add_words(paragraph: Narrative, text: str, start: int, end: int, language: Language) -> None:
    """Add the tokens of a stretch without quotes; a full stop after an abbreviation or initial belongs to the word.

    All in lists at once, as this is where most of the text goes through.
    """
    matches = [*TOKEN.finditer(text, start, end)]
    if not matches:
        return
    known = vocabulary(language)
    found = [known[match[0]] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    lower, kinds, classes, _ = zip(*found, strict=True)
    stops = [token for token, word in enumerate(lower) if word == "."]
    joined = _join(found, stops, starts, ends) if stops else None
    if joined:
        kept = [token not in joined for token in range(len(found))]
        lower, kinds, classes = (tuple(compress(entries, kept)) for entries in (lower, kinds, classes))
        starts, ends = ([*compress(places, kept)] for places in (starts, ends))
    paragraph.words += lower
    paragraph.kinds += kinds
    paragraph.classes += classes
    paragraph.starts += starts
    paragraph.ends += ends


def _join(found: list[Known], stops: list[int], starts: list[int], ends: list[int]) -> set[int]:
    """Let abbreviations end with the full stops right after them, and return which of `stops` those are."""
    joined: set[int] = set()
    word = -1
    for stop in stops:
        if stop - 1 not in joined:
            word = stop - 1
        if word >= 0 and found[word].abbreviated and ends[word] == starts[stop]:
            ends[word] += 1
            joined.add(stop)
    return joined


def _counts(flags: Iterable[int]) -> list[int]:
    """Return how many flags stand before each place, and how many there are."""
    return [0, *accumulate(flags)]


def _add_quote(paragraph: Narrative, quote: Quote) -> None:
    """Add a quote as one token."""
    paragraph.quote_tokens[quote.index] = len(paragraph.words)
    paragraph.words.append("")
    paragraph.starts.append(quote.span.start)
    paragraph.ends.append(quote.span.end)
    paragraph.kinds.append(Kind.QUOTE)
    paragraph.classes.append(0)


def _ends_sentence(text: str, quote: Quote) -> bool:
    """Tell whether a quote ends with a full stop, so that a capital after it starts a sentence."""
    return text[max(quote.inner.start, quote.span.end - 6) : quote.span.end].rstrip(CLOSERS).endswith(".")


def _sentences(paragraph: Narrative, ended: Sequence[int]) -> list[int]:
    """Return the number of every token's sentence; the quotes at the tokens `ended` end with a full stop."""
    kinds = paragraph.kinds
    begun = [token + 1 for token in ended if token + 1 < len(kinds) and kinds[token + 1] == Kind.NAME]
    if not begun:
        return paragraph.ends_before[:-1]
    steps = [0] * len(kinds)
    for token in begun:
        steps[token] = 1
    return [*map(add, paragraph.ends_before, accumulate(steps))]


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
