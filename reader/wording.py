"""The sentence that people read for each thing that can go wrong; the only place where errors become prose.

The sentences are English; the window looks them up in its translations, for which `QT_TRANSLATE_NOOP` marks them.
"""

from __future__ import annotations

from collections import defaultdict

from reader.core.errors import ReaderError


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for translation and return it as it is."""
    return text


SENTENCES: dict[str, str] = {
    # Opening
    "missing": QT_TRANSLATE_NOOP("errors", "There is no file {path}."),
    "directory": QT_TRANSLATE_NOOP("errors", "{path} is a folder, not an article."),
    "not_a_file": QT_TRANSLATE_NOOP("errors", "{path} is not a file that can be read as an article."),
    "unreadable": QT_TRANSLATE_NOOP("errors", "{path} cannot be read."),
    "too_large": QT_TRANSLATE_NOOP("errors", "{path} is larger than {limit} MB, too large for an article."),
    "empty": QT_TRANSLATE_NOOP("errors", "{path} is empty."),
    "empty_paste": QT_TRANSLATE_NOOP("errors", "There is no text to paste."),
    "binary": QT_TRANSLATE_NOOP("errors", "{path} does not hold text."),
    "no_article": QT_TRANSLATE_NOOP("errors", "No article was found in {path}."),
    "address": QT_TRANSLATE_NOOP("errors", "{address} is not the address of a web page."),
    "not_found": QT_TRANSLATE_NOOP("errors", "There is no page at {address}."),
    "refused": QT_TRANSLATE_NOOP("errors", "The server of {address} refused the page (status {status})."),
    "unreachable": QT_TRANSLATE_NOOP("errors", "{address} cannot be reached."),
    "too_slow": QT_TRANSLATE_NOOP("errors", "{address} did not answer in time."),
    "not_text": QT_TRANSLATE_NOOP("errors", "{address} is not an article but another kind of file."),
    # The data folder
    "data_dir": QT_TRANSLATE_NOOP("errors", "The folder {path} cannot be written; choose another with --data-dir."),
    "settings": QT_TRANSLATE_NOOP("errors", "The settings cannot be saved; they hold until the program closes."),
    "library_damaged": QT_TRANSLATE_NOOP(
        "errors", "The list of articles was damaged; it was set aside as {path} and a new one begun."
    ),
    "library_unwritable": QT_TRANSLATE_NOOP(
        "errors", "What you do with articles cannot be saved; it is remembered until the program closes."
    ),
    "library_newer": QT_TRANSLATE_NOOP(
        "errors", "Your list of articles belongs to a newer version of Comillas; this one leaves it alone."
    ),
    # The command line
    "output": QT_TRANSLATE_NOOP("errors", "{path} cannot be written."),
    "output_exists": QT_TRANSLATE_NOOP("errors", "{path} is a folder; name a file to write to."),
    "bad_line": QT_TRANSLATE_NOOP("errors", 'Line {line} is not a JSON object with a "text".'),
    "language": QT_TRANSLATE_NOOP("errors", "Comillas reads English (en) and Spanish (es), not {language}."),
}
"""One sentence for each code, with the error's values in braces."""

_UNKNOWN = QT_TRANSLATE_NOOP("errors", "Something went wrong ({code}).")
NO_NAME = QT_TRANSLATE_NOOP("errors", "the text")


def sentence(error: ReaderError) -> str:
    """Return one clear English sentence about `error`, on one line whatever its values hold."""
    return fill(text(error), error)


def text(error: ReaderError) -> str:
    """Return the English sentence for an error's code, with its values still in braces."""
    return SENTENCES.get(error.code, _UNKNOWN)


def fill(text: str, error: ReaderError, unnamed: str = NO_NAME) -> str:
    """Put an error's values into a sentence, which may be a translation of ours; missing ones become `unnamed`."""
    values = {name: _printable(str(value)) for name, value in error.values.items()}
    return text.format_map(defaultdict(lambda: unnamed, values | {"code": error.code}))


def _printable(value: str) -> str:
    """Return a value without line breaks, controls and the marks that turn the direction of writing."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in value)
    return shown if len(shown) <= 200 else f"{shown[:99]}…{shown[-100:]}"
