"""Quotation marks: which characters are marks, how they pair and nest, and what each language prints instead.

The translator never sees marks (a small model spoils the word they stick to, and BPE packages rewrite them), so the
marks of the source are found here, taken out, and put back around the translated words in the target's own style.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.core.model import Language, Quote, QuoteKind, Span
from reader.core.translation.glyphs import GLYPHS, SINGLES, marks_in

RAYAS = frozenset("—–―-")
"""Dashes that open a turn of dialogue."""


_DEEPEST = 8  # how deep marks may nest; no author goes beyond three, and hostile text must not cost time


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How each language prints marks, outermost pair first, and where English puts stops.

    Defaults: Spanish « » outside “ ” outside ‘ ’ (RAE, Ortografía 2010, 3.4.8); American English “ ” outside ‘ ’, with
    full stops and commas inside (Chicago Manual 6.9). British English is ‘ ’ outside “ ”, stops outside unless quoted.
    """

    spanish: tuple[str, ...] = ("«»", "“”", "‘’")
    english: tuple[str, ...] = ("“”", "‘’")
    english_stops_inside: bool = True

    def pair(self, language: Language, depth: int) -> str:
        """Return the opening and the closing mark for a quote `depth` quotes deep (0 is outermost)."""
        pairs = self.spanish if language == "es" else self.english
        return pairs[depth] if depth < len(pairs) else pairs[len(pairs) - 2 + (depth - len(pairs)) % 2]

    def stops_inside(self, language: Language) -> bool:
        """Tell whether a full stop or comma goes before the closing mark, whoever wrote it."""
        return language == "en" and self.english_stops_inside


SPANISH_STYLES = {"guillemets": ("«»", "“”", "‘’"), "curly": ("“”", "‘’")}
ENGLISH_STYLES = {"american": (("“”", "‘’"), True), "british": (("‘’", "“”"), False)}


def house_style(spanish: str = "guillemets", english: str = "american") -> HouseStyle:
    """Return the style of two settings by name; an unknown name counts as the default."""
    english_pairs, inside = ENGLISH_STYLES.get(english, ENGLISH_STYLES["american"])
    return HouseStyle(SPANISH_STYLES.get(spanish, SPANISH_STYLES["guillemets"]), english_pairs, inside)


@dataclass(slots=True)
class Pair:
    """A stretch between marks: where the opening and the closing mark stand (empty when the author left one out).

    `inner` lies between them. `quote` is the index of the article's quote, None for marks that belong to none.
    `children` nest inside, in order.
    """

    open: Span
    inner: Span
    close: Span
    quote: int | None = None
    kind: QuoteKind = QuoteKind.FRAGMENT
    utterance: int | None = None
    children: list[Pair] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """Everything from the opening to the closing mark."""
        return Span(self.open.start, self.close.end)

    def last(self, text: str) -> str:
        """Return the last character said: before the closing marks, brackets and spaces that nest at the end."""
        end = self.inner.end
        while end > self.inner.start and (text[end - 1] in GLYPHS or text[end - 1] in " )]}*\u00a0\u2009\u202f"):
            end -= 1
        return text[end - 1] if end > self.inner.start else text[self.inner.end - 1]

    def opens(self, text: str) -> str:
        """Return "raya", "mark" or "" for the way the author opened it."""
        glyph = self.open.of(text).strip()
        return "" if not glyph else "raya" if glyph[0] in RAYAS else "mark"

    def levels(self, text: str) -> int:
        """Return how much deeper than the pair itself its inside is: not at all where no mark is printed."""
        return int(self.opens(text) == "mark" or bool(self.closes(text)))

    def closes(self, text: str) -> str:
        """Return "mark" or "" for the way the author closed it."""
        return "mark" if self.close.of(text).strip() else ""


def pairs(text: str, span: Span, quotes: Iterable[Quote]) -> list[Pair]:
    """Return the marked stretches of `text` inside `span` as a forest, outermost first, in order.

    The article's quotes come first; marks that none of them owns are paired by their shape and neighbours. Quotes
    that cross `span` are cut at its edges, and quotes that cross each other or are empty are left out.
    """
    roots: list[Pair] = []
    open_pairs: list[Pair] = []
    for quote in sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end)):
        pair = _known(text, span, quote)
        if pair is None:
            continue
        while open_pairs and open_pairs[-1].inner.end <= pair.span.start:
            open_pairs.pop()
        siblings = open_pairs[-1].children if open_pairs else roots
        crosses = open_pairs and not open_pairs[-1].inner.contains(pair.span)
        if crosses or len(open_pairs) >= _DEEPEST or (siblings and siblings[-1].span.end > pair.span.start):
            continue
        siblings.append(pair)
        open_pairs.append(pair)
    return _with_loose(text, span, roots)


def _known(text: str, span: Span, quote: Quote) -> Pair | None:
    start, end = max(quote.span.start, span.start), min(quote.span.end, span.end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    left, right = max(quote.inner.start, start), min(quote.inner.end, end)
    while left < right and text[left].isspace():
        left += 1
    while left < right and text[right - 1].isspace():
        right -= 1
    if left >= right:
        return None
    opening, closing = Span(start, left), Span(right, end)
    if not _only_marks(opening.of(text)):
        opening = Span(left, left)
    if not _only_marks(closing.of(text)) or not any(character in GLYPHS for character in closing.of(text)):
        closing = Span(right, right)
    return Pair(opening, Span(left, right), closing, quote.index, quote.kind, quote.utterance)


def _only_marks(piece: str) -> bool:
    bare = piece.strip()
    return bool(bare) and all(character in GLYPHS or character in RAYAS or character.isspace() for character in bare)


def _with_loose(text: str, span: Span, known: list[Pair]) -> list[Pair]:
    """Pair what marks are left between and inside the known pairs; a loose pair may hold known ones."""
    for pair in known:
        pair.children = _with_loose(text, pair.inner, pair.children)
    holes = [pair.span for pair in known]
    found: list[Pair] = []
    stack: list[tuple[Span, str]] = []
    for mark, side in marks_in(text, span, holes):
        glyph = mark.of(text)
        single = len(glyph) == 1 and glyph in SINGLES
        if side == "close" or (side == "" and any(_matches(glyph, opener) for _, opener in stack)):
            for depth in range(len(stack) - 1, -1, -1):
                opening, opener = stack[depth]
                if _matches(glyph, opener) and opening.end < mark.start:
                    found.append(Pair(opening, Span(opening.end, mark.start), mark))
                    found += [_lone(left, "open") for left, _ in stack[depth + 1 :]]
                    del stack[depth:]
                    break
            else:
                if not single:
                    found.append(_lone(mark, "close"))
        elif len(stack) < _DEEPEST:
            stack.append((mark, glyph))
        elif not single:
            found.append(_lone(mark, "open"))
    found += [_lone(left, "open") for left, _ in stack]
    return _nested(sorted([*known, *found], key=lambda pair: (pair.span.start, -pair.span.end)))


def _lone(mark: Span, side: str) -> Pair:
    at = mark.end if side == "open" else mark.start
    empty = Span(at, at)
    return Pair(mark, empty, empty) if side == "open" else Pair(empty, empty, mark)


def _nested(ordered: Sequence[Pair]) -> list[Pair]:
    roots: list[Pair] = []
    stack: list[Pair] = []
    for pair in ordered:
        while stack and stack[-1].inner.end < pair.span.end:
            stack.pop()
        if stack and stack[-1].inner.contains(pair.span):
            stack[-1].children.append(pair)
        else:
            roots.append(pair)
        stack.append(pair)
    return roots


def _matches(closer: str, opener: str) -> bool:
    return (closer in SINGLES) == (opener in SINGLES) and ("«" in opener or "‹" in opener or closer not in "»›")
