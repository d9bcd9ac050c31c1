"""The command line: the window's work without a window, UTF-8 always, 0 when done, 2 with one line for bad input.

`comillas [FILE|URL ...]` opens windows; a first word that is a command's name runs that command instead.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from reader import __version__
from reader.core.errors import Cancelled, ReaderError
from reader.wording import printable, sentence

BAD_INPUT = 2
INTERRUPTED = 130
_COMMANDS = ("quotes", "translate", "export", "packages", "glossary", "edits")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (the process's own by default) and return its exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with suppress(AttributeError):  # None under a windowed start
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")  # type: ignore[union-attr]
    try:
        return _run(_parsed(list(sys.argv[1:] if arguments is None else arguments)))
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone; nothing is left to say
        _silence_output()
        return 0
    except (ReaderError, OSError, MemoryError) as error:
        if isinstance(error, OSError):
            _silence_output()
        print(f"comillas: {sentence(_expected(error))}", file=sys.stderr)
        return BAD_INPUT


def _expected(error: ReaderError | OSError | MemoryError) -> ReaderError:
    """Return an error that there is a sentence for."""
    if isinstance(error, ReaderError):
        return error
    if isinstance(error, OSError):
        return ReaderError("system", reason=error.strerror or error)
    return ReaderError("memory")


def _silence_output() -> None:
    """Let what is still to be flushed at exit go nowhere."""
    if sys.stdout is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _run(options: argparse.Namespace) -> int:
    """Do what was asked; what a command needs is imported here, so that each starts fast."""
    # ruff: noqa: PLC0415
    command = options.command
    if command == "quotes":
        from reader.cli.quotes import print_quotes, stream_quotes

        return stream_quotes() if options.jsonl else print_quotes(options)
    from reader.core.paths import DataDir, default_data_dir

    data = DataDir(Path(options.data_dir) if options.data_dir else default_data_dir())
    if command == "translate":
        from reader.cli.translate import translate_lines

        return translate_lines(options, data)
    if command == "export":
        from reader.cli.export import export_article

        return export_article(options, data)
    if command == "packages":
        from reader.cli.packages import manage_packages

        return manage_packages(options, data)
    if command in ("glossary", "edits"):
        from reader.cli.glossary import export_edits, manage_glossary

        return (manage_glossary if command == "glossary" else export_edits)(options, data)
    from reader.qt.app import main as open_window

    return open_window(list(options.files), data)


def _parsed(arguments: list[str]) -> argparse.Namespace:
    """Parse the command line; leaves with status 2 and one line when it makes no sense."""
    common = _Parser(add_help=False)
    common.add_argument("--data-dir", metavar="DIR", help="folder for all that is written (or COMILLAS_DATA_DIR)")
    at = _command_at(arguments)
    if at == len(arguments):
        options = _window_parser(common).parse_args(arguments)
        options.command = "window"
        return options
    before = common.parse_args(arguments[:at])
    parser = _command_parser(common)
    options = parser.parse_args(arguments[at:])
    options.data_dir = options.data_dir or before.data_dir
    if options.command == "quotes" and options.jsonl == (options.file is not None):
        parser.error("quotes needs either a FILE or --jsonl")
    return options


def _command_at(arguments: list[str]) -> int:
    """Return where the command's name stands, the number of arguments when windows are asked for."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("--data-dir"):
        at += 1 if "=" in arguments[at] else 2
    return at if at < len(arguments) and arguments[at] in _COMMANDS else len(arguments)


class _Parser(argparse.ArgumentParser):
    """An argparse parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave."""
        self.exit(BAD_INPUT, f"comillas: {printable(message)} (try --help)\n")


def _window_parser(common: _Parser) -> _Parser:
    parser = _Parser(
        prog="comillas",
        parents=[common],
        allow_abbrev=False,
        description="Read Spanish and English articles: every quote, who said it, and its offline translation.",
        epilog=f"commands: comillas {'|'.join(_COMMANDS)} (each with --help)",
    )
    parser.add_argument("files", nargs="*", metavar="FILE|URL", help="articles to open in windows")
    parser.add_argument("--version", action="version", version=f"comillas {__version__}")
    return parser


def _command_parser(common: _Parser) -> _Parser:
    parser = _Parser(prog="comillas", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    language = _Parser(add_help=False)
    language.add_argument("--lang", choices=("en", "es"), help="the article's language, when it is not found right")

    quotes = commands.add_parser("quotes", parents=[common, language], help="print an article's quotes and speakers")
    quotes.add_argument("file", nargs="?", metavar="FILE", help="file or address; - for standard input")
    quotes.add_argument("--json", action="store_true", help="print one JSON object")
    quotes.add_argument("--raw", action="store_true", help="take the file's text as it is; offsets count in it")
    quotes.add_argument("--jsonl", action="store_true", help='answer lines of {"id","text","lang"?} one by one')

    translate = commands.add_parser("translate", parents=[common], help="translate standard input line by line")
    translate.add_argument("--from", dest="source", required=True, metavar="LANG", help="language of the lines")
    translate.add_argument("--to", dest="target", required=True, metavar="LANG", help="language wanted")
    translate.add_argument("--package", metavar="DIR", help="use the package in this folder")

    export = commands.add_parser("export", parents=[common, language], help="write the bilingual article or its quotes")
    export.add_argument("file", metavar="FILE", help="file or address; - for standard input")
    export.add_argument("--to", dest="format", required=True, choices=("md", "html", "csv", "json"), help="format")
    export.add_argument("--out", metavar="PATH", help="file to write; standard output without it")

    packages = commands.add_parser("packages", parents=[common], help="see and manage translation packages")
    actions = packages.add_subparsers(dest="action", parser_class=_Parser)
    for name, argument, help_text in (
        ("list", None, "what is installed, and which is in use"),
        ("install", "path", "install an .argosmodel file or a package folder"),
        ("remove", "name", "remove an installed package"),
        ("download", "name", "download a package from the Argos index (uses the network)"),
        ("use", "name", "use this package for its languages"),
    ):
        action = actions.add_parser(name, parents=[common], help=help_text)
        if argument:
            action.add_argument(argument, metavar=argument.upper())

    glossary = commands.add_parser("glossary", parents=[common], help="see and exchange your names and terms (CSV)")
    actions = glossary.add_subparsers(dest="action", parser_class=_Parser)
    actions.add_parser("list", parents=[common], help="print the terms")
    actions.add_parser("import", parents=[common], help="add the terms of a file").add_argument("path", metavar="FILE")
    actions.add_parser("export", parents=[common], help="write the terms to a file").add_argument(
        "path", metavar="FILE"
    )

    edits = commands.add_parser("edits", parents=[common], help="write your own translations as TMX, for other tools")
    edits.add_argument("--out", metavar="PATH", help="file to write; standard output without it")
    return parser
