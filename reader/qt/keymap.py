"""Everything a reader can do, in one table, and the keys that do it; a reader may change any key.

The menus, the toolbar, the command palette and the list on `?` are all made from `COMMANDS`. Keys a reader chose are
kept in a small JSON file, `{"next_quote": ["J", "Down"]}`, in Qt's portable spelling.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from reader.core.files import PRIVATE, replace_file
from reader.qt.i18n import QT_TRANSLATE_NOOP

_CONTEXT = "actions"


@dataclass(frozen=True)
class Command:
    """One thing a reader can do. `text` and `section` are in English, to be shown through `label` and `heading`."""

    id: str
    section: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False

    def label(self) -> str:
        """Return the text in the language of the interface."""
        return QCoreApplication.translate(_CONTEXT, self.text)

    def heading(self) -> str:
        """Return the section in the language of the interface."""
        return QCoreApplication.translate(_CONTEXT, self.section)


_FILE = QT_TRANSLATE_NOOP("actions", "File")
_READ = QT_TRANSLATE_NOOP("actions", "Reading")
_QUOTE = QT_TRANSLATE_NOOP("actions", "Quote")
_VIEW = QT_TRANSLATE_NOOP("actions", "View")
_HELP = QT_TRANSLATE_NOOP("actions", "Help")
SECTIONS = (_FILE, _VIEW, _READ, _QUOTE, _HELP)

COMMANDS: tuple[Command, ...] = (
    Command("open", _FILE, QT_TRANSLATE_NOOP("actions", "Open…"), ("Ctrl+O",), "open"),
    Command("paste", _FILE, QT_TRANSLATE_NOOP("actions", "Read the clipboard"), ("Ctrl+V",), "paste"),
    Command("export", _FILE, QT_TRANSLATE_NOOP("actions", "Export…"), ("Ctrl+E",), "export"),
    Command("print", _FILE, QT_TRANSLATE_NOOP("actions", "Print or save as PDF…"), ("Ctrl+P",), "print"),
    Command("import_terms", _FILE, QT_TRANSLATE_NOOP("actions", "Import terms…")),
    Command("export_terms", _FILE, QT_TRANSLATE_NOOP("actions", "Export terms…")),
    Command("export_edits", _FILE, QT_TRANSLATE_NOOP("actions", "Export my translations (TMX)…")),
    Command("packages", _FILE, QT_TRANSLATE_NOOP("actions", "Translation packages"), ("Ctrl+Shift+P",), "packages"),
    Command("settings", _FILE, QT_TRANSLATE_NOOP("actions", "Settings"), ("Ctrl+Shift+S",), "settings"),
    Command("close", _FILE, QT_TRANSLATE_NOOP("actions", "Close article"), ("Ctrl+W",), "close"),
    Command("quit", _FILE, QT_TRANSLATE_NOOP("actions", "Quit"), ("Ctrl+Q",)),
    Command("view_original", _VIEW, QT_TRANSLATE_NOOP("actions", "Original"), ("1",), "view-original", True),
    Command("view_side", _VIEW, QT_TRANSLATE_NOOP("actions", "Side by side"), ("2",), "view-side", True),
    Command("view_interlinear", _VIEW, QT_TRANSLATE_NOOP("actions", "Interlinear"), ("3",), "view-interlinear", True),
    Command("view_quotes", _VIEW, QT_TRANSLATE_NOOP("actions", "Quotes only"), ("4",), "view-quotes", True),
    Command("toggle_translation", _VIEW, QT_TRANSLATE_NOOP("actions", "Translation"), ("T",), "translation", True),
    Command("toggle_cards", _VIEW, QT_TRANSLATE_NOOP("actions", "Quote cards"), ("Q",), "cards", True),
    Command("swap_sides", _VIEW, QT_TRANSLATE_NOOP("actions", "Swap sides"), ("X",), "swap", True),
    Command("speakers", _VIEW, QT_TRANSLATE_NOOP("actions", "Speakers"), ("W",), "speakers", True),
    Command("group_speakers", _VIEW, QT_TRANSLATE_NOOP("actions", "Group quotes by speaker"), ("G",), "", True),
    Command("show_boilerplate", _VIEW, QT_TRANSLATE_NOOP("actions", "Show hidden lines"), ("H",), "eye", True),
    Command("typography", _VIEW, QT_TRANSLATE_NOOP("actions", "Typography and theme"), ("Ctrl+,",), "typography"),
    Command("larger", _VIEW, QT_TRANSLATE_NOOP("actions", "Larger text"), ("Ctrl++", "Ctrl+="), "plus"),
    Command("smaller", _VIEW, QT_TRANSLATE_NOOP("actions", "Smaller text"), ("Ctrl+-",), "minus"),
    Command("reset_size", _VIEW, QT_TRANSLATE_NOOP("actions", "Usual text size"), ("Ctrl+0",)),
    Command("fullscreen", _VIEW, QT_TRANSLATE_NOOP("actions", "Full screen"), ("F11",), "fullscreen", True),
    Command("next_quote", _READ, QT_TRANSLATE_NOOP("actions", "Next quote"), ("J",), "chevron-down"),
    Command("previous_quote", _READ, QT_TRANSLATE_NOOP("actions", "Previous quote"), ("K",), "chevron-up"),
    Command("next_sentence", _READ, QT_TRANSLATE_NOOP("actions", "Next sentence"), ("N",)),
    Command("previous_sentence", _READ, QT_TRANSLATE_NOOP("actions", "Previous sentence"), ("P",)),
    Command("page_down", _READ, QT_TRANSLATE_NOOP("actions", "Page down"), ("Space", "PgDown")),
    Command("page_up", _READ, QT_TRANSLATE_NOOP("actions", "Page up"), ("Shift+Space", "PgUp")),
    Command("top", _READ, QT_TRANSLATE_NOOP("actions", "Beginning"), ("Home",)),
    Command("bottom", _READ, QT_TRANSLATE_NOOP("actions", "End"), ("End",)),
    Command("back", _READ, QT_TRANSLATE_NOOP("actions", "Back"), ("Alt+Left",), "back"),
    Command("forward", _READ, QT_TRANSLATE_NOOP("actions", "Forward"), ("Alt+Right",), "forward"),
    Command("find", _READ, QT_TRANSLATE_NOOP("actions", "Find in both languages"), ("Ctrl+F",), "search"),
    Command("find_next", _READ, QT_TRANSLATE_NOOP("actions", "Next match"), ("F3", "Ctrl+G")),
    Command("find_previous", _READ, QT_TRANSLATE_NOOP("actions", "Previous match"), ("Shift+F3", "Ctrl+Shift+G")),
    Command("keep_word", _READ, QT_TRANSLATE_NOOP("actions", "Keep this word as it is")),
    Command("translate_word", _READ, QT_TRANSLATE_NOOP("actions", "Always translate as…")),
    Command("stop", _READ, QT_TRANSLATE_NOOP("actions", "Stop, or close what is open"), ("Esc",), "stop"),
    Command("open_card", _QUOTE, QT_TRANSLATE_NOOP("actions", "Open the card"), ("Return", "Enter"), "note"),
    Command("copy_quote", _QUOTE, QT_TRANSLATE_NOOP("actions", "Copy quote and translation"), ("C",), "copy"),
    Command("copy_citation", _QUOTE, QT_TRANSLATE_NOOP("actions", "Copy with citation"), ("Shift+C",)),
    Command("star", _QUOTE, QT_TRANSLATE_NOOP("actions", "Star"), ("S",), "star"),
    Command("note", _QUOTE, QT_TRANSLATE_NOOP("actions", "Write a note"), ("M",), "note"),
    Command("edit", _QUOTE, QT_TRANSLATE_NOOP("actions", "Edit the translation"), ("E",), "edit"),
    Command("alternatives", _QUOTE, QT_TRANSLATE_NOOP("actions", "Other translations"), ("A",), "alternatives"),
    Command("back_translation", _QUOTE, QT_TRANSLATE_NOOP("actions", "Translate back"), ("B",), "back-translation"),
    Command("translate_again", _QUOTE, QT_TRANSLATE_NOOP("actions", "Translate again"), ("R",), "retry"),
    Command("fix_speaker", _QUOTE, QT_TRANSLATE_NOOP("actions", "Correct the speaker"), ("Shift+S",), "speaker"),
    Command("palette", _HELP, QT_TRANSLATE_NOOP("actions", "Command palette"), ("Ctrl+K",), "command"),
    Command("shortcuts", _HELP, QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"), ("?",), "keyboard"),
    Command("language", _HELP, QT_TRANSLATE_NOOP("actions", "Español"), (), "language"),
    Command("about", _HELP, QT_TRANSLATE_NOOP("actions", "About Comillas"), (), "info"),
)
_UNREADABLE = QT_TRANSLATE_NOOP("keymap", "The file of your keys cannot be read; the usual keys are in use.")
BY_ID = {command.id: command for command in COMMANDS}


class KeyRefused(ValueError):
    """A key that cannot be given to a command; `str()` is one sentence for the reader."""


class Keymap:
    """Which keys do what: the table's, changed where the reader wished; no key means two things."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the reader's keys from `path` when it is there; what cannot be used is listed in `problems`."""
        self._path = path
        self._keys = {command.id: command.keys for command in COMMANDS}
        self.problems: tuple[str, ...] = ()
        if path is not None:
            self.problems = tuple(self._read(path))

    def keys(self, command: str) -> list[QKeySequence]:
        """Return the keys of a command, the first to be shown beside it. Raises KeyError for an unknown one."""
        return [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in self._keys[command]]

    def shown(self, command: str) -> str:
        """Return the first key as the platform writes it, or ""."""
        keys = self.keys(command)
        return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def owner(self, key: str) -> str | None:
        """Return the command that `key` belongs to, if any."""
        wanted = _portable(key)
        return next((command for command, keys in self._keys.items() if wanted and wanted in keys), None)

    def rebind(self, command: str, keys: Iterable[str]) -> None:
        """Give a command other keys (none takes them away) and remember it. Raises KeyRefused, changing nothing."""
        self._keys[command] = self._checked(command, keys)
        self._save()

    def reset(self) -> None:
        """Go back to the table's keys."""
        self._keys = {command.id: command.keys for command in COMMANDS}
        self._save()

    def _checked(self, command: str, keys: Iterable[str]) -> tuple[str, ...]:
        found: list[str] = []
        for key in keys:
            portable = _portable(key)
            if not portable:
                raise KeyRefused(_say(QT_TRANSLATE_NOOP("keymap", "“{key}” is not a key.")).format(key=key))
            owner = self.owner(portable) or command
            if owner != command:
                sentence = _say(QT_TRANSLATE_NOOP("keymap", "“{key}” already means “{action}”."))
                raise KeyRefused(sentence.format(key=portable, action=BY_ID[owner].label()))
            found.append(portable)
        return tuple(dict.fromkeys(found))

    def _read(self, path: Path) -> list[str]:
        try:
            wishes = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return []
        except (OSError, ValueError):
            return [
                _say(QT_TRANSLATE_NOOP("keymap", "The file of your keys cannot be read; the usual keys are in use."))
            ]
        wishes = wishes if isinstance(wishes, dict) else {}
        wishes = {name: keys for name, keys in wishes.items() if name in BY_ID and _is_list_of_text(keys)}
        self._keys.update(dict.fromkeys(wishes, ()))  # so that two commands may trade keys
        problems = []
        for name, keys in wishes.items():
            try:
                self._keys[name] = self._checked(name, keys)
            except KeyRefused as refused:
                problems.append(str(refused))
                self._keys[name] = tuple(key for key in BY_ID[name].keys if self.owner(key) is None)
        return problems

    def _save(self) -> None:
        if self._path is None:
            return
        changed = {name: list(keys) for name, keys in self._keys.items() if keys != BY_ID[name].keys}
        with suppress(OSError):  # then they hold until the program closes
            replace_file(self._path, json.dumps(changed, indent=1, ensure_ascii=False).encode(), PRIVATE)


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _portable(key: str) -> str:
    spelled = QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
    known = spelled != _UNKNOWN and not spelled.isEmpty()
    return spelled.toString(QKeySequence.SequenceFormat.PortableText) if known else ""


def _say(sentence: str) -> str:
    return QCoreApplication.translate("keymap", sentence)


_UNKNOWN = QKeySequence("no such key")
