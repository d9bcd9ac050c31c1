"""`comillas translate`: one line out for each line in, in order, as soon as there is something to say.

Lines that wait already are translated together; a line that stands alone is not kept waiting for others. Nothing of
what scripts send is remembered.
"""

from __future__ import annotations

import argparse
import os
import queue
import re
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reader.cli.output import write_line
from reader.core.analysis import analyse
from reader.core.errors import PackageError
from reader.core.loaders import article_from_line
from reader.core.model import LANGUAGES, Language
from reader.core.paths import DataDir
from reader.core.settings import load_settings
from reader.core.translation.assemble import assemble
from reader.core.translation.attempts import Attempt, translate_all
from reader.core.translation.base import Direction
from reader.core.translation.engine import ArgosTranslator
from reader.core.translation.marks import HouseStyle, house_style
from reader.core.translation.packages import Registry, read_package
from reader.core.translation.terms import TermsFile

_BATCH = 64
"""Lines translated together at most: enough to fill the processor, few enough to see them come."""
_READ = 65536
_CURLY = re.compile("[“”„«»‘]")
_STRAIGHT = ('""', "''")


def translate_lines(options: argparse.Namespace, data: DataDir) -> int:
    """Translate standard input; raises PackageError, TranslationError."""
    direction = Direction(options.source.strip().lower(), options.target.strip().lower())
    settings = load_settings(data.settings)
    package = read_package(Path(options.package)) if options.package else Registry(data).package_for(direction)
    if package is None or package.direction != direction:
        raise PackageError("no_package", direction=str(direction))
    translator = ArgosTranslator(
        package.folder,
        direction,
        "",
        prefix=package.prefix,
        longest=package.longest,
        beam=settings.beam,
        threads=settings.threads,
    )
    style = house_style(settings.marks_es, settings.marks_en)
    attempt = Attempt(translator, TermsFile(data.glossary).glossary(), settings.beam)
    for lines in _batches():
        for line in translated(lines, attempt, style):
            write_line(" ".join(line.splitlines()))
    return 0


def translated(lines: Sequence[str], attempt: Attempt, style: HouseStyle) -> list[str]:
    """Return the translation of each line; each is an article of one paragraph, so that its quotation marks stay.

    A line that is typed with straight marks gets straight marks: who sends those to a program wants no others back.
    """
    direction = attempt.direction
    languages = [language for language in LANGUAGES if language in direction]
    if len(languages) < 2:
        return [translation.text for translation in translate_all(lines, attempt)]
    source: Language = "en" if direction.source == "en" else "es"
    target: Language = "es" if source == "en" else "en"
    analyses = [analyse(article_from_line(line), source) for line in lines]
    texts = [segment.text for analysis in analyses for segment in analysis.segments]
    answers = iter(translate_all(texts, attempt))
    result = []
    for line, analysis in zip(lines, analyses, strict=True):
        done = {segment.index: next(answers) for segment in analysis.segments}
        blocks = analysis.article.blocks
        if not blocks:
            result.append(line)
            continue
        own = style if _CURLY.search(line) else replace(style, spanish=_STRAIGHT, english=_STRAIGHT)
        block = assemble(analysis.article, 0, analysis.quotes, analysis.segments, done, target, own)
        start, end = blocks[0].span
        result.append(line[:start] + block.text + line[end:])
    return result


def _batches() -> Iterator[list[str]]:
    """Yield the lines of standard input, those that have come by now together."""
    chunks: queue.Queue[list[str]] = queue.Queue(maxsize=16)
    threading.Thread(target=_read, args=(chunks,), daemon=True).start()
    waiting: list[str] = []
    open_ = True
    while open_ or waiting:
        while open_ and len(waiting) < _BATCH and not (waiting and chunks.empty()):
            chunk = chunks.get()
            open_ = bool(chunk)
            waiting += chunk
        if waiting:
            yield waiting[:_BATCH]
            waiting = waiting[_BATCH:]


def _read(chunks: queue.Queue[list[str]]) -> None:
    """Put the lines of standard input into a queue as they come, and an empty list at its end.

    Reads past Python's buffer, whose lock a thread that waits would hold while the program ends.
    """
    rest = b""
    while data := os.read(sys.stdin.fileno(), _READ) if sys.stdin is not None else b"":
        *lines, rest = (rest + data).split(b"\n")
        if lines:
            chunks.put([_decoded(line) for line in lines])
    if rest:
        chunks.put([_decoded(rest)])
    chunks.put([])


def _decoded(line: bytes) -> str:
    return line.removesuffix(b"\r").decode("utf-8", "replace")
