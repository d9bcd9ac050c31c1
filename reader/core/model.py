"""The values that travel through the program: an article, its blocks, quotes, segments and translations.

Every span is a pair of Python character offsets, ``text[start:end]``: into `Article.text` for all that belongs to
the article, into `TranslatedBlock.text` where a field says "target". Qt counts UTF-16 units; the conversion
happens at the Qt edge only (`reader.core.text.Utf16Map`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, Language] = ("en", "es")


def other_language(language: Language) -> Language:
    """Return the language an article in `language` is translated into."""
    return "es" if language == "en" else "en"


class Span(NamedTuple):
    """A half-open range of character offsets."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` inside the span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block of the article is; decides typography and whether it is read at all."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BLOCKQUOTE = "blockquote"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized span of the article; blocks are in order and never overlap."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """A text as its author wrote it, and where its blocks stand; loaders make it, nothing changes it.

    `source` is a path, an address or "" for pasted text. `key` identifies the text (sha256, hex) and is what
    corrections, positions and language choices are remembered by.
    """

    text: str
    blocks: tuple[Block, ...]
    key: str
    title: str = ""
    author: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """The language of an article (or block) and how sure we are, 0 to 1; `chosen` when a person set it."""

    language: Language
    confidence: float
    chosen: bool = False


class QuoteKind(StrEnum):
    """Whether the marked words are an utterance, part of a clause, or not speech (titles, nicknames, slogans)."""

    SPEECH = "speech"
    FRAGMENT = "fragment"
    NON_SPEECH = "non_speech"


class SpeakerType(StrEnum):
    """How the text names the speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"
    ELIDED = "elided"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the words that name the speaker, where they stand, and the full name they stand for.

    `span` is None when no words name the speaker (an elided Spanish subject, a correction by the user);
    `resolved` is None when the name is not known. `text` is the mention, or the resolved name without one.
    """

    text: str
    type: SpeakerType
    span: Span | None = None
    resolved: str | None = None

    @property
    def name(self) -> str:
        """The best name to show to a reader."""
        return self.resolved or self.text


@dataclass(frozen=True, slots=True)
class Quote:
    """One marked stretch of the article.

    `span` includes the marks, `inner` does not. `index` counts the article's quotes from 0. Quotes of one utterance
    (broken by "he said", continued over paragraphs, cut by an advertisement) share `utterance`, the index of its
    first quote. `cue` is the reporting verb or phrase. `confidence` (0 to 1) is about the speaker.
    """

    index: int
    span: Span
    inner: Span
    kind: QuoteKind
    utterance: int
    speaker: Speaker | None = None
    cue: Span | None = None
    confidence: float = 1.0
    original_language: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader says about the quote at `span` (with marks); None leaves a field as it was found.

    `speaker` is a name, or "" for nobody. `kind` NON_SPEECH takes the words out of the quotes.
    """

    span: Span
    speaker: str | None = None
    kind: QuoteKind | None = None


class SegmentRole(StrEnum):
    """What a segment stands for in its block."""

    SENTENCE = "sentence"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Segment:
    """One unit of translation: a sentence, a sentence of a full-clause quote, or the frame around such a quote.

    `text` is what is asked to be translated and what the memory is keyed by. `spans` are the stretches of the
    article it covers, in order; a frame has one on each side of its quote. `block` is an index into
    `Article.blocks`, `quote` an index into the quotes for segments that lie wholly inside one.
    """

    index: int
    block: int
    text: str
    spans: tuple[Span, ...]
    role: SegmentRole = SegmentRole.SENTENCE
    quote: int | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """The translation of one segment.

    `warnings` are the codes of the checks it failed ("looping", "numbers", ...), empty when it passed. `links` pair
    word spans in the segment's text with word spans in `text`, from attention. `edited` marks a person's own words.
    """

    text: str
    warnings: tuple[str, ...] = ()
    edited: bool = False
    links: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of the article and its counterpart in the translated block (`target` counts in the block's text)."""

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class TranslatedBlock:
    """A block put together again in the other language from the segments that are done.

    `sentences` link what hover and caret light up, `words` single words. `quotes` maps a quote's index to its
    (span with marks, inner span) in `text`; cards show `text[inner]` alone. `pending` counts missing segments:
    while it is above 0, `text` holds only what is done. `warnings` are (segment index, code).
    """

    block: int
    text: str
    sentences: tuple[Link, ...] = ()
    words: tuple[Link, ...] = ()
    quotes: dict[int, tuple[Span, Span]] = field(default_factory=dict)
    pending: int = 0
    warnings: tuple[tuple[int, str], ...] = ()
