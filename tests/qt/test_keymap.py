"""One table of commands; every key means one thing, whatever a reader's file says."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from reader.qt import icons
from reader.qt.keymap import BY_ID, COMMANDS, SECTIONS, Keymap, KeyRefused, _portable

ISSUE_KEYS = {
    "1",
    "2",
    "3",
    "4",
    "T",
    "Q",
    "X",
    "J",
    "K",
    "N",
    "P",
    "C",
    "S",
    "?",
    "Space",
    "Shift+Space",
    "Home",
    "End",
}
ISSUE_KEYS |= {"Alt+Left", "Alt+Right", "Return", "Esc", "F11", "Ctrl++", "Ctrl+-", "Ctrl+0"}
ISSUE_KEYS |= {f"Ctrl+{key}" for key in "FOVPEK"}


def test_no_key_means_two_things_and_each_is_spelled_as_qt_spells_it(qapp: object) -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert not [key for key, times in Counter(keys).items() if times > 1]
    assert [key for key in keys if _portable(key) != key] == []
    assert len(BY_ID) == len(COMMANDS)
    assert {command.section for command in COMMANDS} == set(SECTIONS)


@pytest.mark.parametrize("key", sorted(ISSUE_KEYS))
def test_the_keys_readers_were_promised_do_something(qapp: object, key: str) -> None:
    assert Keymap().owner(key)


def test_every_icon_named_exists_and_is_drawn(qapp: object) -> None:
    assert {command.icon for command in COMMANDS} - {""} <= set(icons.names())
    for name in icons.names():
        image = icons.icon(name, QColor("#ff0000")).pixmap(20, 20).toImage()
        drawn = [image.pixelColor(x, y) for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() > 128]
        assert drawn and all(colour.red() > 200 and colour.green() < 40 for colour in drawn), name
    assert not icons.application_icon().isNull()


def test_a_readers_key_is_kept(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    Keymap(path).rebind("next_quote", ["Down", "J"])
    assert path.stat().st_mode & 0o077 == 0
    again = Keymap(path)
    assert again.owner("Down") == "next_quote"
    assert again.shown("next_quote") == "Down"
    again.reset()
    assert Keymap(path).owner("Down") is None


def test_a_key_in_use_is_refused_in_one_sentence_and_nothing_changes(qapp: object) -> None:
    keymap = Keymap()
    with pytest.raises(KeyRefused, match="“K” already means “Previous quote”"):
        keymap.rebind("next_quote", ["K"])
    with pytest.raises(KeyRefused, match="is not a key"):
        keymap.rebind("next_quote", ["no such key"])
    assert keymap.owner("J") == "next_quote"


def test_two_commands_may_trade_keys(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text(json.dumps({"next_quote": ["K"], "previous_quote": ["J"]}))
    keymap = Keymap(path)
    assert (keymap.owner("K"), keymap.owner("J"), keymap.problems) == ("next_quote", "previous_quote", ())


@pytest.mark.parametrize("text", ["{", "[]", '{"next_quote": 3, "nobody": ["J"], "star": [1]}', "\x00"])
def test_a_broken_file_costs_nothing(qapp: object, tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys.json"
    path.write_text(text)
    assert Keymap(path).owner("J") == "next_quote"


def test_a_file_with_a_conflict_says_so_and_loses_no_other_key(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text(json.dumps({"next_quote": ["S"]}))
    keymap = Keymap(path)
    assert keymap.owner("S") == "star"
    assert keymap.owner("J") == "next_quote"
    assert len(keymap.problems) == 1
