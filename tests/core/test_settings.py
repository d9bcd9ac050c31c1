"""Settings: declared once, kept in a file that people may edit."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.errors import StorageError
from reader.core.settings import Settings, change_settings, fits, load_settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_every_setting_says_what_it_is_and_allows_its_default() -> None:
    for declared in fields(Settings):
        assert declared.metadata["description"].endswith("."), declared.name
        assert fits(declared.name, declared.default), declared.name


def test_without_a_file_there_are_defaults(path: Path) -> None:
    assert load_settings(path) == Settings()
    assert not path.exists()


def test_a_change_is_there_next_time(path: Path) -> None:
    changed = change_settings(path, theme="dark", font_size=22)
    assert (changed.theme, changed.font_size) == ("dark", 22)
    assert load_settings(path) == changed
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_windows_do_not_undo_each_other(path: Path) -> None:
    change_settings(path, theme="dark")
    change_settings(path, beam=4)
    assert (load_settings(path).theme, load_settings(path).beam) == ("dark", 4)


def test_keys_of_another_version_are_kept(path: Path) -> None:
    path.write_text(json.dumps({"from_the_future": [1], "theme": "dark"}))
    change_settings(path, beam=3)
    assert json.loads(path.read_text()) == {"from_the_future": [1], "theme": "dark", "beam": 3}


@pytest.mark.parametrize(
    "stored",
    [
        {"theme": "pink"},
        {"beam": 0},
        {"beam": "2"},
        {"beam": True},
        {"beam": 2.5},
        {"font_size": 10**9},
        {"theme": None},
    ],
)
def test_values_that_do_not_fit_fall_back(path: Path, stored: dict[str, object]) -> None:
    path.write_text(json.dumps(stored | {"view": "interlinear"}))
    assert load_settings(path) == Settings(view="interlinear")


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"null", b"\xff\xfe", b'{"theme": ' + b"[" * 100_000, b"\0"])
def test_a_damaged_file_counts_as_none_and_can_be_written_over(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert load_settings(path) == Settings()
    assert load_settings(path) == Settings()
    assert change_settings(path, beam=3) == Settings(beam=3)
    assert load_settings(path).beam == 3


@pytest.mark.parametrize("values", [{"theme": "pink"}, {"no_such_setting": 1}, {"beam": 99}])
def test_a_program_cannot_set_what_does_not_fit(path: Path, values: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        change_settings(path, **values)
    assert not path.exists()


def test_a_failed_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change_settings(path, beam=3)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError) as refused:
        change_settings(path, beam=4)
    assert refused.value.code == "settings"
    assert load_settings(path).beam == 3
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []


def test_a_missing_folder_is_an_error_of_storage(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        change_settings(tmp_path / "gone" / "settings.json", beam=3)


def test_settings_are_values() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().beam = 3  # type: ignore[misc]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from([declared.name for declared in fields(Settings)]), JSON)
def test_whatever_fits_has_the_declared_type(name: str, value: object) -> None:
    if fits(name, value):
        default = getattr(Settings(), name)
        assert isinstance(value, float | int) if isinstance(default, float) else type(value) is type(default)
