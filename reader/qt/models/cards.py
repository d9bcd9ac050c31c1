"""What stands on a quote's card, and where cards stand so that none covers another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from reader.core.model import Article, Quote, QuoteKind, Span, TranslatedBlock
from reader.core.spoken import joined
from reader.qt.models.speakers import is_unsure, speaker_name

GAP = 10
PATIENCE = 56
"""Pixels a card may push the next one from its quote before it makes itself smaller."""


class Density(IntEnum):
    """How much of a card is shown, least first."""

    LINE = 0
    BRIEF = 1
    FULL = 2
    WHOLE = 3
    OPEN = 4


@dataclass(frozen=True, slots=True)
class CardContent:
    """All a card says of an utterance. `quote` is its first quote, `hue` None when nobody is known.

    `translation` is None until all of it has arrived; `starts` tells where in it each quote begins.
    """

    quote: int
    kind: QuoteKind
    speaker: str
    unsure: bool
    hue: int | None
    cue: str
    said_in: str | None
    original: str
    translation: str | None
    warned: bool = False
    starred: bool = False
    note: str = ""
    starts: Mapping[int, int] = field(default_factory=dict, compare=False)

    @property
    def is_said(self) -> bool:
        """Whether the card stands beside its quote also while closed."""
        return self.kind is not QuoteKind.NON_SPEECH


class CardContents(Mapping[int, CardContent]):
    """What the cards of an article say, by the quote's index; each is written when it is first looked at."""

    def __init__(self, count: int, write: Callable[[int], CardContent]) -> None:
        self._count, self._write = count, write
        self._written: dict[int, CardContent] = {}

    def __getitem__(self, quote: int) -> CardContent:
        """Return what a quote's card says. Raises KeyError for a quote there is not."""
        if quote not in self:
            raise KeyError(quote)
        if quote not in self._written:
            self._written[quote] = self._write(quote)
        return self._written[quote]

    def __contains__(self, quote: object) -> bool:
        return isinstance(quote, int) and 0 <= quote < self._count

    def __iter__(self) -> Iterator[int]:
        return iter(range(self._count))

    def __len__(self) -> int:
        return self._count

    def forget(self, quote: int) -> None:
        """Write a card anew when it is next looked at."""
        self._written.pop(quote, None)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a card stands: its upper edge and height in pixels, and how much of it shows."""

    quote: int
    top: int
    height: int
    density: Density


def card_content(
    article: Article,
    pieces: Sequence[tuple[Quote, TranslatedBlock | None]],
    hue: int | None,
    *,
    warned: bool = False,
    starred: bool = False,
    note: str = "",
) -> CardContent:
    """Gather what the card of an utterance says; `pieces` are its quotes and the translated blocks they begin in.

    The translation is exactly what stands between the marks, and what "he said" cuts in two reads as one.
    """
    quote = pieces[0][0]
    original = joined([(article.text, piece.inner) for piece, _ in pieces])[0]
    found = [
        (block.text, block.quotes[q.index][1]) for q, block in pieces if block is not None and q.index in block.quotes
    ]
    translation, starts = joined(found) if len(found) == len(pieces) else ("", [])
    return CardContent(
        quote=quote.index,
        kind=quote.kind,
        speaker=speaker_name(quote),
        unsure=is_unsure(quote),
        hue=hue,
        cue=" ".join(quote.cue.of(article.text).split()).lower() if quote.cue is not None else "",
        said_in=quote.original_language,
        original=" ".join(original.split()),
        translation=translation or None,
        warned=warned and bool(translation),
        starred=starred,
        note=note,
        starts=dict(zip((piece.index for piece, _ in pieces), starts, strict=False)),
    )


def word_on_card(content: CardContent, block: TranslatedBlock, quote: Quote, word: Span) -> Span | None:
    """Return where a word of a translated block stands on its quote's card; None when it is not on it."""
    found, begins = block.quotes.get(quote.index), content.starts.get(quote.index)
    if found is None or begins is None or not found[1].contains(word):
        return None
    inner = found[1].of(block.text)
    start = found[1].start + len(inner) - len(inner.lstrip()) - begins
    return Span(max(word.start - start, 0), max(word.end - start, 0))


def stack(
    wishes: Sequence[tuple[int, int]], height: Callable[[int, Density], int], opened: int | None = None
) -> list[Placed]:
    """Place cards from top to bottom: level with their quotes where there is room, smaller where there is little.

    `wishes` are (quote, the height its quote stands at), in order. The `opened` card shows all of itself, level with
    its quote whenever the cards above it can be small enough.
    """
    placed: list[Placed] = []
    bottom = -GAP
    for number, (quote, wish) in enumerate(wishes):
        top = max(wish, bottom + GAP)
        following = wishes[number + 1] if number + 1 < len(wishes) else None
        if quote == opened:
            density = Density.OPEN
        elif following is None:
            density = Density.FULL
        else:
            patience = 0 if following[0] == opened else PATIENCE
            room = following[1] + patience - GAP - top
            density = next((d for d in (Density.FULL, Density.BRIEF) if height(quote, d) <= room), Density.LINE)
        tall = height(quote, density)
        placed.append(Placed(quote, top, tall, density))
        bottom = top + tall
    return placed
