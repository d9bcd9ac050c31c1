"""What each line of a plain text is: headline, byline, subhead, list item, block quote, or a paragraph.

A paragraph is the answer whenever there is doubt: kinds decide how a line looks, and only boilerplate is hidden.
"""

from __future__ import annotations

import re

from reader.core.loaders.boilerplate import boilerplate_lines
from reader.core.model import Block, BlockKind, Span
from reader.core.text import trimmed

LONGEST_HEADLINE = 160
LONGEST_SUBHEAD = 90
"""Characters; news headlines run to about 110, subheads inside an article to about 60."""

_LINE = re.compile("[^\n\r\f\v\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•·▪◦‣∙●]|[-*](?=\s)|\d{1,2}[.)](?=\s))\s*[“«\"‘¿¡(]?\w")
_DIALOGUE = re.compile(r"\s-\s?\w|\w-\s")
_BYLINE = re.compile(
    r"(?:by|por|de|texto|words by|written by|escrito por|redacción|fotos?|photos?|photographs?)(?:\s?:)?\s+"
    r"[A-ZÁÉÍÓÚÑÜ]",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:by|por|written by|escrito por|texto|words by|photos? by|fotos? de)(?:\s?:)?\s+[A-ZÁÉÍÓÚÑÜ]\w", re.I
)
_DATELINE = re.compile(
    r"(?:(?:first )?published|(?:last )?updated|posted|publicado|actualizado|última actualización)\b.{0,60}\d|"
    r"(?:\w{3,10},? )?\d{1,2}(?:st|nd|rd|th)?(?: de)? [a-záéíóú]{3,10}\.?,?(?: de| del)? \d{4}\b|"
    r"(?:\w{3,10}, )?[a-z]{3,9}\.? \d{1,2}, \d{4}\b|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b",
    re.IGNORECASE,
)
_CLOSED = (".", ",", ";", ":", "…", ".”", ",”", '."', ',"', ".»", "”.", "».", '".', ".’", ".)", ").", "-", "—")
_FULL_STOPS = (".", "!", "?", "…", "”", '"', "»", ":", ")")
_OPENS_SPEECH = ("“", "«", '"', "‘", "—", "–", "-", "'", "„", "―")
FIRST_LINES = 5
"""Lines at the top of an article among which its author and day are looked for."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return one block for every line of `text` that is not empty, with its kind; spans are trimmed of space."""
    spans = [trimmed(text, *match.span()) for match in _LINE.finditer(text)]
    spans = [span for span in spans if span.start < span.end]
    lines = [text[start:end] for start, end in spans]
    boilerplate = boilerplate_lines(lines)
    body = [index for index in range(len(lines)) if index not in boilerplate]
    kinds = [BlockKind.BOILERPLATE] * len(lines)
    for index, kind in zip(body, _kinds([lines[index] for index in body]), strict=True):
        kinds[index] = kind
    return tuple(Block(Span(*span), kind) for span, kind in zip(spans, kinds, strict=True))


def _kinds(lines: list[str]) -> list[BlockKind]:
    """Return the kinds of the lines of an article without its boilerplate."""
    kinds = [_alone(line) for line in lines]
    if len(lines) < 2:
        return kinds
    start = 0
    if kinds[0] is BlockKind.PARAGRAPH and _is_headline(lines):
        kinds[0] = BlockKind.HEADLINE
        start = 1
    for index in range(start, min(len(lines), FIRST_LINES)):
        if kinds[index] is BlockKind.PARAGRAPH and is_byline(lines[index]):
            kinds[index] = BlockKind.BYLINE
    questions = sum(line.endswith("?") and len(line) <= LONGEST_SUBHEAD for line in lines)
    many_questions = questions > 1 and 6 * questions > len(lines)
    for index in range(max(start, 1), len(lines) - 1):
        if kinds[index] is BlockKind.PARAGRAPH and _is_subhead(lines, kinds, index, many_questions):
            kinds[index] = BlockKind.SUBHEAD
    return kinds


def _alone(line: str) -> BlockKind:
    """Return what a line shows by its own signs."""
    if line.startswith(">") and len(line) > 1:
        return BlockKind.BLOCKQUOTE
    if _BULLET.match(line) and not (line[0] == "-" and _DIALOGUE.search(line, 1)):
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH


def _is_full(line: str) -> bool:
    """Tell whether a line reads like a paragraph of prose."""
    return len(line) > LONGEST_HEADLINE or (
        len(line) > 40 and line.endswith((".", "!", "?", "…", "”", '"', "»", ":", ")"))
    )


def _is_headline(lines: list[str]) -> bool:
    """Tell whether the first line is short, not closed like a sentence, and stands over prose."""
    first = lines[0]
    if len(first) > LONGEST_HEADLINE or first.endswith(_CLOSED) or is_byline(first) or first[0].islower():
        return False
    if first.startswith(("—", "–", "―", "-")):
        return False
    return any(_is_full(line) and len(line) > len(first) * 0.8 for line in lines[1:6])


def is_byline(line: str) -> bool:
    """Tell whether a line names the author or the day: short, no sentence."""
    if len(line) > 100 or line.endswith(_CLOSED[1:]) or line.endswith("?"):
        return False
    if _NAMED.match(line) and _BYLINE.match(line):
        words = [word for word in line.split()[1:] if word[0].isalpha()]
        capitals = sum(word[:1].isupper() for word in words)
        return len(words) <= 12 and capitals * 2 > len(words) and not line.endswith(".")
    return len(line) <= 70 and _DATELINE.match(line) is not None and len(line.split()) <= 12


def _is_subhead(lines: list[str], kinds: list[BlockKind], index: int, many_questions: bool) -> bool:
    """Tell whether a line stands over the next paragraph: short, open-ended, prose on both sides."""
    line = lines[index]
    if len(line) > LONGEST_SUBHEAD or line.endswith(_CLOSED) or line.startswith(_OPENS_SPEECH):
        return False
    if line.endswith("?") and (many_questions or len(line) > 60):
        return False
    if line[0].islower() or not any(character.isalpha() for character in line):
        return False
    before = index == 1 or kinds[index - 1] is not BlockKind.PARAGRAPH or _is_full(lines[index - 1])
    return before and _is_full(lines[index + 1]) and kinds[index + 1] is BlockKind.PARAGRAPH
