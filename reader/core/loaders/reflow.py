"""Undo hard line breaks: a pasted paragraph becomes one line again; verse, lists and dialogue stay as they are.

A break is a wrap when the first word of the next line would not have fitted on this one. Copied PDFs are ragged, so
"fitted" means within `_RAGGED` of the longest line of the group of lines between two empty ones.
"""

from __future__ import annotations

import re

from reader.core.text import BLANKS

_RAGGED = 0.85
_NARROWEST = 30
"""Characters of the narrowest column taken for wrapped prose; shorter lines are verse, addresses or lists."""
_SHORTEST_BROKEN = 16
"""Characters of the shortest line that may end in a hyphen before a capital or a number."""
_WIDEST = 130
"""Characters of the widest column; longer lines are paragraphs of their own."""

_LEAST_WRAPPED = 4
"""Wrapped lines from which a text is known to be set in a column."""

_STARTS_ITEM = re.compile(r"(?:[•·▪◦‣∙●>|—–―]|[-*#](?=\s)|-(?=\w)|\d{1,3}[.)]\s|[a-z]\)\s)")
_ATTRIBUTION = re.compile(r"[—–―-]\s?[a-záéíóúñü]")
_ENDS_CLAUSE = re.compile("[.,;:!?…—][\"”»’')\\]]?$")
_ENDS_SENTENCE = re.compile("[.!?…:][\"”»’')\\]]{0,2}$")
_HYPHEN = re.compile("(\\w+)([-\u00ad\u2010])$")
_BREAKS = frozenset("\r\n\v\u2028\u2029")
_FIRST_WORD = re.compile(r"\S+")
_PREFIXES = """
self well ex anti non co vice post pre pro mid all half high low long short old new left right far semi ultra so socio
político teórico económico franco anglo hispano greco two three four five six seven eight nine ten
"""
_KEEP_HYPHEN = frozenset(_PREFIXES.split())


def reflow(text: str) -> str:
    """Return `text` with hard-wrapped lines joined and words broken by a hyphen made whole; words never change."""
    groups = _groups(re.split("\r\n|[\n\r\v\u2028\u2029]", text))
    column = _column(groups)
    return "\n".join("\n".join(_joined(group, column, text)) for group in groups)


def is_hard_wrapped(text: str) -> bool:
    """Tell whether most of a text's lines are broken by a column and not by its author."""
    groups = _groups(re.split("\r\n|[\n\r\v\u2028\u2029]", text))
    breaks = sum(len(group) - 1 for group in groups)
    wrapped = sum(len(group) - 1 for group in groups if _is_wrapped(group))
    return wrapped >= _LEAST_WRAPPED and 2 * wrapped > breaks


def _groups(lines: list[str]) -> list[list[str]]:
    """Return the runs of lines that no empty line parts; an empty line is a run of its own."""
    groups: list[list[str]] = []
    for line in lines:
        if not line.strip(BLANKS):
            groups.append([""])
        elif groups and groups[-1] != [""]:
            groups[-1].append(line.rstrip())
        else:
            groups.append([line.rstrip()])
    return groups


def _column(groups: list[list[str]]) -> int:
    """Return the width of the column that the text is set in, 0 when there is none."""
    wrapped = [group for group in groups if _is_wrapped(group)]
    if sum(len(group) - 1 for group in wrapped) < _LEAST_WRAPPED:
        return 0
    return max(len(line) for group in wrapped for line in group)


def _joined(group: list[str], column: int, text: str) -> list[str]:
    """Return the paragraphs of a group of lines; `column` vouches for groups too short to judge by themselves."""
    if len(group) < 2:
        return group
    wrapped = _is_wrapped(group)
    width = max(len(line) for line in group)
    if not wrapped and 0 < width <= column:
        wrapped, width = True, column
    items = sum(_STARTS_ITEM.match(line.lstrip()) is not None for line in group)
    out = [group[0]]
    last = group[0]
    for line in group[1:]:
        bare = line.lstrip()
        hyphen = _HYPHEN.search(last)
        if hyphen and bare[:1].isalnum() and (wrapped or bare[:1].islower() or len(last) >= _SHORTEST_BROKEN):
            out[-1] = _without_hyphen(out[-1], hyphen, bare, text)
        elif wrapped and _is_full(last, bare, width) and not _starts_anew(last, bare, items):
            out[-1] += " " + bare
        else:
            out.append(line)
        last = line
    return out


def _is_wrapped(group: list[str]) -> bool:
    """Tell whether a group of lines is prose in a column: full lines, mid-sentence breaks."""
    if len(group) < 2:
        return False
    width = max(len(line) for line in group)
    inner = group[:-1]
    if not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = list(zip(inner, (line.lstrip() for line in group[1:]), strict=True))
    full = sum(_is_full(first, second, width) for first, second in pairs)
    clauses = sum(_ENDS_CLAUSE.search(line) is not None for line in inner)
    capitals = sum(second[:1].isupper() and not _ENDS_SENTENCE.search(first) for first, second in pairs)
    items = sum(_STARTS_ITEM.match(second) is not None for _, second in pairs)
    if len(inner) == 1:
        return full == 1 and pairs[0][1][:1].islower() and clauses == 0
    verse = len(inner) >= 3 and (clauses > 0.5 * len(inner) or capitals > 0.5 * len(inner))
    return full >= 0.6 * len(inner) and not verse and items * 2 <= len(inner)


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word had no room on this one."""
    word = _FIRST_WORD.match(following)
    return len(line) + 1 + (word.end() if word else 0) >= _RAGGED * width


def _starts_anew(line: str, following: str, items: int) -> bool:
    """Tell whether a line begins an item or a turn of dialogue, however full the line before it is.

    A dash in the middle of a sentence may begin a line too: then it is the only one, or its sentence goes on.
    """
    if not _STARTS_ITEM.match(following):
        return False
    if _ENDS_SENTENCE.search(line):
        return True
    return items > 1 and _ATTRIBUTION.match(following) is None


def original_offsets(text: str, reflowed: str) -> list[int]:
    """Return where each character of `reflow(text)`, and its end, stands in `text`."""
    offsets: list[int] = []
    at = 0
    for character in reflowed:
        while at < len(text) and text[at] != character and not (character in " \n" and text[at] in _BREAKS):
            at += 1
        offsets.append(min(at, len(text)))
        at += 1
    offsets.append(len(text))
    return offsets


def _without_hyphen(paragraph: str, hyphen: re.Match[str], following: str, text: str) -> str:
    """Join a word broken at the end of a line; a hyphen that the author wrote stays."""
    stem = paragraph[: len(paragraph) - 1]
    if hyphen.group(2) == "\u00ad":
        return stem + following
    word = _FIRST_WORD.match(following)
    rest = word.group().rstrip(".,;:!?…»”\"'’)") if word else ""
    first = hyphen.group(1)
    authors = not (first.isalpha() and rest[:1].islower()) or first.lower() in _KEEP_HYPHEN
    if not authors and f"{first}-{rest}" in text and f"{first}{rest}" not in text:
        authors = True
    return (paragraph if authors else stem) + following
