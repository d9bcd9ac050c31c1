"""What the library remembers, and what it does when the disk or the file is not what it should be."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core import storage
from reader.core.loaders import article_from_text
from reader.core.model import Correction, QuoteKind, Span
from reader.core.paths import DataDir
from reader.core.storage import Library


@pytest.fixture
def data(data_dir: Path) -> DataDir:
    return DataDir(data_dir)


@pytest.fixture
def library(data: DataDir) -> Iterator[Library]:
    opened = Library(data)
    yield opened
    opened.close()


def test_a_new_library_knows_nothing(library: Library) -> None:
    assert library.notice is None
    assert library.recents() == []
    assert library.language("k") is None
    assert library.position("k") == 0
    assert library.corrections("k") == ()
    assert library.marks("k") == ()
    assert library.pasted_text("k") is None


def test_all_is_there_again_after_closing(data: DataDir) -> None:
    article = article_from_text("—¿Vienes? —preguntó Inés.", title="Inés", source="/tmp/ines.txt")
    first = Library(data)
    first.opened(article)
    first.choose_language(article.key, "es")
    first.set_position(article.key, 7)
    first.correct(article.key, Correction(Span(0, 9), speaker="Inés Rueda", kind=QuoteKind.FRAGMENT))
    first.star(article.key, Span(0, 9))
    first.note(article.key, Span(0, 9), "preguntar por la fecha")
    first.close()

    second = Library(data)
    [recent] = second.recents()
    assert (recent.key, recent.title, recent.source, recent.pasted) == (
        article.key,
        "Inés",
        "/tmp/ines.txt",
        False,
    )
    assert second.language(article.key) == "es"
    assert second.position(article.key) == 7
    assert second.corrections(article.key) == (Correction(Span(0, 9), "Inés Rueda", QuoteKind.FRAGMENT),)
    assert second.marks(article.key) == (storage.Mark(Span(0, 9), True, "preguntar por la fecha"),)
    second.close()


def test_choices_can_be_taken_back(library: Library) -> None:
    library.choose_language("k", "en")
    library.choose_language("k", None)
    library.correct("k", Correction(Span(1, 2), speaker="Ana"))
    library.correct("k", Correction(Span(1, 2)))
    library.star("k", Span(1, 2))
    library.star("k", Span(1, 2), False)
    assert library.language("k") is None
    assert library.corrections("k") == ()
    assert library.marks("k") == ()


def test_a_correction_keeps_the_star_and_the_note(library: Library) -> None:
    library.star("k", Span(1, 2))
    library.note("k", Span(1, 2), "n")
    library.correct("k", Correction(Span(1, 2), speaker=""))
    assert library.marks("k") == (storage.Mark(Span(1, 2), True, "n"),)
    assert library.corrections("k") == (Correction(Span(1, 2), ""),)


def test_choices_made_before_opening_are_no_recent_articles(library: Library) -> None:
    library.set_position("k", 3)
    assert library.recents() == []


def test_recent_articles_come_newest_first_also_when_the_clock_is_set_back(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter([30.0, 10.0, 20.0])
    monkeypatch.setattr(storage.time, "time", lambda: next(times))
    for name in ("third", "second", "first"):
        library.opened(article_from_text(name, source=name))
    assert [recent.source for recent in library.recents()] == ["first", "second", "third"]
    assert [recent.source for recent in library.recents(limit=1)] == ["first"]


def test_pasted_texts_are_kept_up_to_a_number(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "_MOST_PASTED", 2)
    articles = [article_from_text(f"text {number} \ud800") for number in range(4)]
    for article in articles:
        library.opened(article)
    kept = [library.pasted_text(article.key) for article in articles]
    assert kept == [None, None, articles[2].text, articles[3].text]
    assert len(library.recents()) == 2


def test_forgetting_leaves_nothing_readable(library: Library) -> None:
    article = article_from_text("a secret text")
    library.opened(article)
    library.star(article.key, Span(2, 8))
    library.forget(article.key)
    assert library.recents() == []
    assert library.pasted_text(article.key) is None
    assert library.marks(article.key) != ()


def test_only_the_owner_can_read_it(data: DataDir, library: Library) -> None:
    library.opened(article_from_text("x"))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in data.root.iterdir()}
    assert modes and set(modes.values()) == {0o600}
    assert stat.S_IMODE(data.root.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [b"garbage " * 5000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_set_aside(data: DataDir, content: bytes) -> None:
    data.library.write_bytes(content)
    library = Library(data)
    assert library.notice is not None and library.notice.code == "library_damaged"
    library.opened(article_from_text("x"))
    library.close()
    again = Library(data)
    assert again.notice is None
    assert len(again.recents()) == 1
    again.close()
    [aside] = [path for path in data.root.iterdir() if "damaged" in path.name and path.suffix == ".sqlite"]
    assert aside.read_bytes() == content


def test_a_database_of_something_else_is_set_aside(data: DataDir) -> None:
    with sqlite3.connect(data.library) as other:
        other.execute("CREATE TABLE articles (unrelated)")
    other.close()
    library = Library(data)
    assert library.notice is not None and library.notice.code == "library_damaged"
    library.close()


def test_a_file_cut_short_is_set_aside(data: DataDir) -> None:
    library = Library(data)
    for number in range(50):
        library.opened(article_from_text(f"text {number} " * 50))
    library.close()
    data.library.write_bytes(data.library.read_bytes()[:5000])
    again = Library(data)
    again.opened(article_from_text("new"))
    assert again.notice is not None
    again.close()


def test_damage_inside_is_mended_when_it_is_met(data: DataDir) -> None:
    library = Library(data)
    articles = [article_from_text(f"text {number} " * 300) for number in range(40)]
    for article in articles:
        library.opened(article)
    library.close()
    content = bytearray(data.library.read_bytes())
    content[8192:-4096] = b"\xa5" * (len(content) - 8192 - 4096)
    data.library.write_bytes(bytes(content))

    again = Library(data)
    for article in articles:
        again.pasted_text(article.key)
    assert again.notice is not None and again.notice.code == "library_damaged"
    again.set_position("k", 5)
    assert again.position("k") == 5
    again.close()
    last = Library(data)
    assert last.notice is None and last.position("k") == 5
    last.close()


def test_a_newer_database_is_left_alone(data: DataDir) -> None:
    with sqlite3.connect(data.library) as newer:
        newer.execute(f"PRAGMA user_version = {storage.VERSION + 1}")
    newer.close()
    before = data.library.read_bytes()
    library = Library(data)
    assert library.notice is not None and library.notice.code == "library_newer"
    library.opened(article_from_text("x"))
    assert len(library.recents()) == 1
    library.close()
    assert data.library.read_bytes() == before


def test_a_full_disk_costs_only_what_was_new(data: DataDir) -> None:
    library = Library(data)
    library.opened(article_from_text("kept", source="kept"))
    pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
    library._connection.execute(f"PRAGMA max_page_count = {pages}")  # what a full disk looks like to SQLite
    library.opened(article_from_text("long " * 50_000))
    assert library.notice is not None and library.notice.code == "library_unwritable"
    assert [recent.source for recent in library.recents()] == ["kept"]
    library.close()


def test_a_read_only_library_is_read_and_what_is_new_stays_in_memory(
    data: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Library(data)
    first.choose_language("k", "es")
    first.close()
    connect = storage._connect

    def refuse(path: Path) -> sqlite3.Connection:
        read_only = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            read_only.execute("CREATE TABLE x (y)")  # fails the way a read-only folder does, root or not
        finally:
            read_only.close()
        return connect(path)

    monkeypatch.setattr(storage, "_connect", refuse)
    library = Library(data)
    assert library.notice is not None and library.notice.code == "library_unwritable"
    assert library.language("k") == "es"
    library.choose_language("k", "en")
    assert library.language("k") == "en"
    library.close()


def test_a_folder_in_the_place_of_the_file(data: DataDir) -> None:
    data.library.mkdir()
    library = Library(data)
    assert library.notice is not None
    library.opened(article_from_text("x"))
    assert len(library.recents()) == 1
    library.close()


def test_two_programs_at_once(data: DataDir) -> None:
    one, two = Library(data), Library(data)
    one.choose_language("a", "es")
    two.choose_language("b", "en")
    assert (two.language("a"), one.language("b")) == ("es", "en")
    one.close()
    two.close()


def test_many_threads_at_once(library: Library) -> None:
    def write(number: int) -> None:
        for offset in range(50):
            library.set_position(f"k{number}", offset)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [library.position(f"k{number}") for number in range(4)] == [49] * 4
    assert library.notice is None


KILLED = """
import sys, itertools
from pathlib import Path
from reader.core.paths import DataDir
from reader.core.storage import Library
library = Library(DataDir(Path(sys.argv[1])))
for number in itertools.count(1):
    library.set_position("k", number)
    print(number, flush=True)
"""


def test_what_was_said_to_be_done_survives_a_kill(data: DataDir) -> None:
    for _ in range(5):
        writer = subprocess.Popen([sys.executable, "-c", KILLED, str(data.root)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        done = 0
        for line in writer.stdout:
            done = int(line)
            if done >= 20:
                writer.kill()
                break
        rest = writer.stdout.read().split()
        writer.wait()
        writer.stdout.close()
        done = int(rest[-1]) if rest else done
        library = Library(data)
        assert library.notice is None
        assert library.position("k") >= done
        library.close()


def test_strings_that_no_database_holds(library: Library) -> None:
    library.correct("k\0", Correction(Span(0, 1), speaker="\ud800\0"))
    library.note("k\0", Span(0, 1), "\udfff")
    assert library.notice is None
    assert len(library.corrections("k\0")) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(data: DataDir) -> None:
    os.chmod(data.root, 0o500)
    try:
        library = Library(data)
        assert library.notice is not None and library.notice.code == "library_unwritable"
        library.close()
    finally:
        os.chmod(data.root, 0o700)
