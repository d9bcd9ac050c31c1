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
    "memory_damaged": QT_TRANSLATE_NOOP(
        "errors", "The translation memory was damaged; it was set aside as {path} and a new one begun."
    ),
    "memory_newer": QT_TRANSLATE_NOOP(
        "errors", "The translation memory belongs to a newer version of Comillas; this one leaves it alone."
    ),
    "memory_unwritable": QT_TRANSLATE_NOOP(
        "errors", "Translations cannot be saved; they hold until the program closes."
    ),
    "glossary": QT_TRANSLATE_NOOP("errors", "The glossary {path} cannot be saved."),
    # Translation and its packages
    "no_package": QT_TRANSLATE_NOOP("errors", "There is no translation package for {direction}."),
    "engine_start": QT_TRANSLATE_NOOP("errors", "The translation package {package} cannot be started."),
    "engine": QT_TRANSLATE_NOOP("errors", "The translation package {package} failed on this text."),
    "engine_memory": QT_TRANSLATE_NOOP(
        "errors", "There is not enough memory to translate; close other programs, then try again."
    ),
    "package_missing": QT_TRANSLATE_NOOP("errors", "There is no package at {path}."),
    "package_unknown": QT_TRANSLATE_NOOP("errors", "There is no package called {name}."),
    "package_not_zip": QT_TRANSLATE_NOOP("errors", "{path} is not an Argos package."),
    "package_layout": QT_TRANSLATE_NOOP("errors", "{path} does not hold one Argos package."),
    "package_metadata": QT_TRANSLATE_NOOP("errors", "The package {path} does not say what it is."),
    "package_kind": QT_TRANSLATE_NOOP("errors", "{path} is not a package for translation."),
    "package_languages": QT_TRANSLATE_NOOP("errors", "The package {path} does not name two languages."),
    "package_model": QT_TRANSLATE_NOOP("errors", "The package {path} has no translation model."),
    "package_tokenizer": QT_TRANSLATE_NOOP("errors", "The package {path} has no tokenizer."),
    "package_unsafe": QT_TRANSLATE_NOOP("errors", "{path} holds files that no package should; it was not installed."),
    "package_too_large": QT_TRANSLATE_NOOP("errors", "{path} is larger than {limit} GB; it was not installed."),
    "package_broken": QT_TRANSLATE_NOOP("errors", "The package {path} does not work; it was not installed."),
    "package_wrong_language": QT_TRANSLATE_NOOP(
        "errors", "The package {path} does not translate into its language; it was not installed."
    ),
    "package_bundled": QT_TRANSLATE_NOOP("errors", "{name} comes with Comillas and cannot be removed."),
    "packages_full": QT_TRANSLATE_NOOP("errors", "There is no room for the package in {path}."),
    "packages_unwritable": QT_TRANSLATE_NOOP("errors", "The packages folder {path} cannot be written."),
    "index_unreachable": QT_TRANSLATE_NOOP("errors", "The Argos package index cannot be reached."),
    "index_invalid": QT_TRANSLATE_NOOP("errors", "The Argos package index cannot be read."),
    "download_failed": QT_TRANSLATE_NOOP("errors", "The package {name} cannot be downloaded."),
    "download_incomplete": QT_TRANSLATE_NOOP(
        "errors", "The download of {name} broke off; try again to go on where it stopped."
    ),
    "download_insecure": QT_TRANSLATE_NOOP("errors", "The package would come over an unprotected connection; refused."),
    "download_invalid": QT_TRANSLATE_NOOP("errors", "What was downloaded is not the package {name}; try again."),
    # The machine, and mistakes of ours
    "system": QT_TRANSLATE_NOOP("errors", "The system refused what Comillas asked for: {reason}."),
    "memory": QT_TRANSLATE_NOOP("errors", "There is not enough memory for this."),
    "unexpected": QT_TRANSLATE_NOOP("errors", "Something went wrong that should not; what was done until now is kept."),
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
    values = {name: printable(str(value)) for name, value in error.values.items()}
    return text.format_map(defaultdict(lambda: unnamed, values | {"code": error.code}))


def printable(value: str) -> str:
    """Return a value without line breaks, controls and the marks that turn the direction of writing."""
    shown = "".join(character if character.isprintable() else "\ufffd" for character in value)
    return shown if len(shown) <= 200 else f"{shown[:99]}…{shown[-100:]}"
