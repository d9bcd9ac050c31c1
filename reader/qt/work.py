"""What a session's workers do: plain values in, plain values out, nothing of Qt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from reader.core.analysis import Analysis, analyse
from reader.core.errors import PackageError
from reader.core.files import save_text
from reader.core.loaders import load, pasted, read_text
from reader.core.model import Article, Correction, Language, Quote, Segment, Translation
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.differences import with_differences
from reader.core.translation.glossary import Term, speaker_names
from reader.core.translation.service import TranslationService
from reader.qt.picking import Queue

ALTERNATIVES = 4


def read(source: str | Path, token: CancelToken) -> Article:
    """Open a file or address; raises SourceError."""
    return load(source)


def read_pasted(text: str, token: CancelToken) -> Article:
    """Take a text from the clipboard; raises SourceError."""
    return pasted(text)


def look_through(
    article: Article, chosen: Language | None, corrections: Sequence[Correction], token: CancelToken
) -> tuple[Analysis, Queue]:
    """Find everything there is to be found before a translation, and set out what is to be translated."""
    analysis = analyse(article, chosen, corrections)
    return analysis, Queue(analysis.segments, analysis.quotes)


def import_terms(service: TranslationService, path: str, token: CancelToken) -> tuple[int, int]:
    """Take the terms of a file; return how many there were, and lines without one. Raises ReaderError."""
    return service.terms.take(read_text(path))


def export_terms(service: TranslationService, path: str, token: CancelToken) -> None:
    """Write the terms to a file; raises SourceError."""
    save_text(Path(path), service.terms.table())


def export_edits(service: TranslationService, path: str, token: CancelToken) -> None:
    """Write the reader's own translations to a file; raises SourceError."""
    save_text(Path(path), service.tmx())


def put_terms(service: TranslationService, terms: Sequence[Term], token: CancelToken) -> None:
    """Make `terms` the glossary; raises StorageError."""
    service.terms.replace(terms)


class Translating:
    """The service's methods, for one direction and one article, whose speakers' names stay as they are."""

    def __init__(self, service: TranslationService, direction: Direction, quotes: Sequence[Quote]) -> None:
        self._service, self._direction, self._quotes = service, direction, quotes

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return speaker_names(self._quotes)

    def recall(self, segments: Sequence[Segment], token: CancelToken) -> tuple[str, dict[int, Translation]]:
        """Return the package's name and what was translated before; raises PackageError("no_package")."""
        package = self._service.package_for(self._direction)
        if package is None:
            raise PackageError("no_package", direction=str(self._direction))
        return package.name, self._service.remembered(self._direction, segments)

    def translate(self, segments: Sequence[Segment], token: CancelToken) -> dict[int, Translation]:
        """Translate one small batch."""
        return self._service.translate(self._direction, segments, token, names=self._names)

    def retry(self, segment: Segment, token: CancelToken) -> dict[int, Translation]:
        """Translate one segment once more, searching wider."""
        return {segment.index: self._service.retry(self._direction, segment, token, names=self._names)}

    def edit(self, segment: Segment, text: str | None, token: CancelToken) -> Translation | None:
        """Keep a person's own words; return what stands from now on."""
        return self._service.edit(self._direction, segment, text)

    def alternatives(self, segments: Sequence[Segment], shown: Sequence[str], token: CancelToken) -> list[str]:
        """Return other ways to say a quote; the n-th of each of its sentences make one."""
        each = [self._service.alternatives(self._direction, segment, ALTERNATIVES, token) for segment in segments]
        return [" ".join(parts) for parts in zip(*each, strict=False)]

    def back(self, segments: Sequence[Segment], shown: Sequence[str], token: CancelToken) -> list[str]:
        """Return a quote's translation, translated back, with changed negations, numbers and names marked."""
        back = " ".join(self._service.back_translate(self._direction, text, token) for text in shown)
        source: Language = "en" if self._direction.source == "en" else "es"
        return [with_differences(" ".join(segment.text for segment in segments), back, source)]
