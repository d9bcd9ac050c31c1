"""`comillas export`: an article and its translation, or its quotes, as a file."""

from __future__ import annotations

import argparse
import sys

from reader.cli.output import article_of, write_out
from reader.core.analysis import Analysis, analyse
from reader.core.export import FORMATS, Bilingual
from reader.core.model import Article, Language, TranslatedBlock, Translation, other_language
from reader.core.paths import DataDir
from reader.core.settings import load_settings
from reader.core.storage import Library
from reader.core.translation.assemble import assemble
from reader.core.translation.base import Direction
from reader.core.translation.glossary import speaker_names
from reader.core.translation.marks import house_style
from reader.core.translation.service import TranslationService
from reader.wording import sentence

_BATCH = 16


def export_article(options: argparse.Namespace, data: DataDir) -> int:
    """Translate an article and write it; what the window remembers of it counts. Raises ReaderError."""
    analysis = _analysed(article_of(options.file), options.lang, data)
    target = other_language(analysis.language.language)
    bilingual = Bilingual(analysis, _translated(analysis, target, data), target)
    write_out(FORMATS[options.format](bilingual), options.out)
    return 0


def _analysed(article: Article, language: Language | None, data: DataDir) -> Analysis:
    """Analyse an article with the language and the corrections a person gave it in the window."""
    if not data.library.exists():
        return analyse(article, language)
    library = Library(data)
    try:
        return analyse(article, language or library.language(article.key), library.corrections(article.key))
    finally:
        library.close()


def _translated(analysis: Analysis, target: Language, data: DataDir) -> dict[int, TranslatedBlock]:
    """Translate all of an article, through the memory that windows share."""
    settings = load_settings(data.settings)
    service = TranslationService(data, settings)
    direction = Direction(analysis.language.language, target)
    names = speaker_names(analysis.quotes)
    done: dict[int, Translation] = {}
    try:
        done = service.remembered(direction, analysis.segments) | dict(analysis.given)
        missing = [segment for segment in analysis.segments if segment.index not in done]
        for start in range(0, len(missing), _BATCH):
            _show_progress(len(done), len(analysis.segments))
            done |= service.translate(direction, missing[start : start + _BATCH], names=names)
        _show_progress(len(done), len(analysis.segments))
        if service.memory.notice is not None and sys.stderr is not None:
            print(f"comillas: {sentence(service.memory.notice)}", file=sys.stderr)
    finally:
        service.close()
    style = house_style(settings.marks_es, settings.marks_en)
    return {
        block: assemble(analysis.article, block, analysis.quotes, analysis.segments, done, target, style)
        for block in sorted({segment.block for segment in analysis.segments})
    }


def _show_progress(done: int, total: int) -> None:
    """Tell a person at a terminal how far it is."""
    if sys.stderr is not None and sys.stderr.isatty():
        print(f"\r{done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)
