"""`comillas glossary` and `comillas edits`: what a reader taught the program, in and out as files."""

from __future__ import annotations

import argparse
import sys

from reader.cli.output import standard_input, write_out
from reader.core.loaders import read_text
from reader.core.paths import DataDir
from reader.core.settings import load_settings
from reader.core.translation.service import TranslationService
from reader.core.translation.terms import TermsFile


def manage_glossary(options: argparse.Namespace, data: DataDir) -> int:
    """Print the terms, or add those of a CSV file and count them on standard error; raises ReaderError."""
    terms = TermsFile(data.glossary)
    if options.action != "import":
        write_out(terms.table(), getattr(options, "path", None))
        return 0
    text = standard_input().read().decode("utf-8", "replace") if options.path == "-" else read_text(options.path)
    read, refused = terms.take(text)
    print(f"comillas: {read} terms read, {refused} lines without one", file=sys.stderr)
    return 0


def export_edits(options: argparse.Namespace, data: DataDir) -> int:
    """Write all the reader's own translations as TMX 1.4; raises ReaderError."""
    service = TranslationService(data, load_settings(data.settings))
    try:
        write_out(service.tmx(), options.out)
    finally:
        service.close()
    return 0
