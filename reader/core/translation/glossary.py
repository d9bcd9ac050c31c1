"""Words a reader wants kept or translated one way, and the names of an article's speakers, which are kept."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.core.model import LANGUAGES, Language, Quote, SpeakerType

KEEP = "="
"""In the translation column: leave the term as it is."""

_COLUMNS = ("from", "term", "translation")
_LONGEST_TERM = 200
_MOST_TERMS = 20_000


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of `language` and its translation; the same words when it is to be kept."""

    language: Language
    text: str
    translation: str

    @property
    def kept(self) -> bool:
        """Tell whether the term is left as it is."""
        return self.text == self.translation


Table = dict[str, list[tuple[str, Term]]]


@dataclass(frozen=True)
class Glossary:
    """Terms of the user, in order of import (the last of the same text wins), and names that must survive."""

    terms: tuple[Term, ...] = ()
    names: tuple[str, ...] = ()
    _tables: dict[Language, Table] = field(default_factory=dict, repr=False, compare=False)

    def table(self, language: Language) -> Table:
        """Return the terms of `language`, with their text in lower case, by its first word; the longest first."""
        if not self._tables:
            self._tables.update({known: self._table(known) for known in LANGUAGES})
        return self._tables.get(language, {})  # packages may go between any languages

    def with_names(self, names: Iterable[str]) -> Glossary:
        """Return the same terms with other names."""
        return Glossary(self.terms, tuple(dict.fromkeys(name for name in names if name)), self._tables)

    def _table(self, language: Language) -> Table:
        by_text = {term.text.lower(): term for term in self.terms if term.language == language}
        table: Table = {}
        for text in sorted(by_text, key=len, reverse=True):
            first = re.match(r"\w+", text)
            if first is not None:
                table.setdefault(first.group(), []).append((text, by_text[text]))
        return table


def speaker_names(quotes: Sequence[Quote]) -> tuple[str, ...]:
    """Return the names by which the article calls its speakers, full names first."""
    names: dict[str, None] = {}
    for quote in quotes:
        speaker = quote.speaker
        if speaker is None:
            continue
        spoken = [speaker.resolved, speaker.text if speaker.type is SpeakerType.NAME else None]
        names.update(dict.fromkeys(name for name in spoken if name and _is_name(name)))
    return tuple(sorted(names, key=lambda name: -len(name)))


def _is_name(text: str) -> bool:
    words = re.findall(r"\w+", text)
    return 0 < len(words) <= 6 and words[0][0].isupper() and words[-1][0].isupper()


def read_csv(text: str) -> tuple[tuple[Term, ...], tuple[int, ...]]:
    """Return the terms of a table and the numbers (from 1) of lines that hold none.

    Columns are language (en or es), term and translation ("=" or nothing keeps the term), separated by commas,
    semicolons or tabs; a heading is recognised. Anything may come in: what cannot be read is reported, never raised.
    """
    text = text.lstrip("\ufeff").replace("\0", "")
    terms: dict[tuple[Language, str], Term] = {}
    refused: list[int] = []
    separator = _separator(text)
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        cells = _cells(line, separator)
        term = _term(cells)
        if term is None or len(terms) >= _MOST_TERMS:
            if not (number == 1 and tuple(cell.lower() for cell in cells[:2]) == _COLUMNS[:2]):
                refused.append(number)
        else:
            terms[term.language, term.text] = term
    return tuple(terms.values()), tuple(refused)


def write_csv(terms: Iterable[Term]) -> str:
    """Return the terms as a table that `read_csv` reads back."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for term in terms:
        writer.writerow((term.language, term.text, KEEP if term.kept else term.translation))
    return out.getvalue()


def joined(terms: Iterable[Term], more: Iterable[Term]) -> tuple[Term, ...]:
    """Return both, each text of a language once: the newer translation wins."""
    return tuple({(term.language, term.text): term for term in (*terms, *more)}.values())


def term_of(language: str, text: str, translation: str) -> Term | None:
    """Return a term as a line of a table would give it; None when there is no word in it."""
    return _term([" ".join(cell.split()) for cell in (language, text, translation)])


def _separator(text: str) -> str:
    first = text[:2000]
    return max(",;\t", key=lambda character: (first.count(character), character == ","))


def _cells(line: str, separator: str) -> list[str]:
    try:
        rows = list(csv.reader([line], delimiter=separator))
    except csv.Error:
        rows = [line.split(separator)]
    return [" ".join(cell.split()) for cell in rows[0]] if rows else []


def _term(cells: Sequence[str]) -> Term | None:
    if len(cells) < 2 or len(cells[0]) > 20:
        return None
    language = next((known for known in LANGUAGES if cells[0].lower() == known), None)
    term, translation = cells[1], cells[2] if len(cells) > 2 else ""
    if language is None or not any(character.isalnum() for character in term) or len(term) > _LONGEST_TERM:
        return None
    return Term(language, term, (term if translation in ("", KEEP) else translation)[:_LONGEST_TERM])
