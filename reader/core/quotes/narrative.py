"""Read a paragraph as the writer's own words: a list of tokens in which every quote is one token.

All that attribution looks at is outside the quotes; a name inside one says nothing about who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import accumulate

from reader.core.model import Quote
from reader.core.quotes.lexicon import CUE, Lexicon, W


class Kind(IntEnum):
    """What a token is, before any word list is asked."""

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
Seen = dict[str, tuple[str, int, int]]  # a token as it is written -> in lower case, its kind, its classes
FINITE = int(CUE | W.AUX | W.VERB)
CONTRACTED = ("'s", "’s", "'re", "’re", "'m", "’m")
STOPS = (Kind.QUOTE, Kind.END)
CLOSERS = "”\"'’»›“‘ ,"


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
    text: str, start: int, end: int, quotes: Sequence[Quote], *, lexicon: Lexicon, names: Collection[str], seen: Seen
) -> Narrative:
    """Tokenise `text[start:end]`, whose quotes are `quotes` in order; marks around other words are OTHER tokens.

    `seen` keeps what is known of each token for the next paragraph.
    """
    paragraph = Narrative(start, end, names)
    reader = _Reader(text, paragraph, lexicon, seen)
    position = start
    for quote in quotes:
        reader.words(position, min(quote.span.start, end))
        reader.quote(quote)
        position = max(position, min(quote.span.end, end))
    reader.words(position, end)
    paragraph.verbs = [0, *accumulate([1 if classes & FINITE else 0 for classes in paragraph.classes])]
    paragraph.commas = [0, *accumulate([1 if kind == Kind.COMMA else 0 for kind in paragraph.kinds])]
    paragraph.stops = [0, *accumulate([1 if kind in STOPS else 0 for kind in paragraph.kinds])]
    paragraph.ends_before = [0, *accumulate([1 if kind == Kind.END else 0 for kind in paragraph.kinds])]
    paragraph.cue = [
        _reports(paragraph, token) if classes & CUE else 0 for token, classes in enumerate(paragraph.classes)
    ]
    paragraph.cues = [token for token, cue in enumerate(paragraph.cue) if cue]
    return paragraph


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


@dataclass(slots=True)
class _Reader:
    """Fills a `Narrative` token by token, counting sentences."""

    text: str
    paragraph: Narrative
    lexicon: Lexicon
    seen: Seen
    sentence: int = 0
    after_full_stop: bool = False  # the last token was a quote that ended with a full stop

    def words(self, start: int, end: int) -> None:
        """Add the tokens of a stretch without quotes."""
        paragraph = self.paragraph
        add_word, add_start, add_end = paragraph.words.append, paragraph.starts.append, paragraph.ends.append
        add_kind, add_classes, add_sentence = (
            paragraph.kinds.append,
            paragraph.classes.append,
            paragraph.sentence.append,
        )
        seen = self.seen
        for match in TOKEN.finditer(self.text, start, end):
            word = match.group()
            found = seen.get(word)
            if found is None:
                found = seen[word] = self._word(word)
            lower, kind, classes = found
            if kind > 1:
                self._punctuation(word, match.start())
                continue
            if self.after_full_stop:
                self.after_full_stop = False
                self.sentence += kind
            at, after = match.span()
            add_word(lower)
            add_start(at)
            add_end(after)
            add_kind(kind)
            add_classes(classes)
            add_sentence(self.sentence)

    def _word(self, word: str) -> tuple[str, int, int]:
        """Return a token in lower case, its kind (WORD, NAME or, for all marks, OTHER) and its classes."""
        first = word[0]
        if not (first.isalnum() or first in "@#_"):
            return word, int(Kind.OTHER), 0
        lower = word.lower()
        classes_of = self.lexicon.classes
        classes = classes_of.get(lower, 0)
        if not classes and not lower.isalpha():
            classes = _contracted(lower, classes_of)
        capital = first != lower[0] or first in "@#"
        return lower, 1 if capital else 0, classes

    def _punctuation(self, mark: str, start: int) -> None:
        """Add a mark; a full stop after an abbreviation or an initial belongs to the word before."""
        paragraph = self.paragraph
        kind = PUNCTUATION.get(mark, Kind.OTHER)
        if mark == "." and paragraph.words and paragraph.ends[-1] == start and paragraph.kinds[-1] <= Kind.NAME:
            word = paragraph.words[-1]
            if len(word) == 1 or "." in word or paragraph.classes[-1] & W.ABBREV:
                paragraph.ends[-1] = start + 1
                return
        self.after_full_stop = False
        paragraph.words.append(mark)
        paragraph.starts.append(start)
        paragraph.ends.append(start + 1)
        paragraph.kinds.append(kind)
        paragraph.classes.append(0)
        paragraph.sentence.append(self.sentence)
        if kind is Kind.END:
            self.sentence += 1

    def quote(self, quote: Quote) -> None:
        """Add a quote as one token; after one that ends with a full stop a capital starts a sentence."""
        paragraph = self.paragraph
        paragraph.quote_tokens[quote.index] = len(paragraph.words)
        paragraph.words.append("")
        paragraph.starts.append(quote.span.start)
        paragraph.ends.append(quote.span.end)
        paragraph.kinds.append(Kind.QUOTE)
        paragraph.classes.append(0)
        paragraph.sentence.append(self.sentence)
        tail = self.text[max(quote.inner.start, quote.span.end - 6) : quote.span.end].rstrip(CLOSERS)
        self.after_full_stop = tail.endswith(".")
