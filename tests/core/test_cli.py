"""The command line as scripts meet it: a process, bytes in, bytes out, an exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import select
import signal
import stat
import subprocess
import sys
import textwrap
import types
from pathlib import Path

import pytest

from reader import __version__
from reader.cli import main
from tests.helpers.packages import BUNDLED, NAME
from tests.helpers.shared import ROOT

TEXT = (
    "Islanders wait for a ferry\r\n\r\nThe ferry did not sail on Tuesday, and nobody knew why it had not come. 😀\r\n"
    "“We were told nothing,” said Nora Quill.\r\n"
)


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "COMILLAS_DATA_DIR", "HOME")}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def comillas(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **more: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env=environment(**more),
        cwd=cwd or ROOT,
        timeout=60,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "artículo.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return path


# quotes


def test_quotes_for_people(article: Path) -> None:
    assert comillas("quotes", article) == (0, "Nora Quill (said): “We were told nothing,”\n", "")


@pytest.mark.parametrize("raw", [(), ("--raw",)])
def test_quotes_as_json_with_offsets_in_characters(article: Path, raw: tuple[str, ...]) -> None:
    status, out, err = comillas("quotes", article, "--json", *raw)
    assert (status, err) == (0, "")
    record = json.loads(out)
    assert (record["id"], record["lang"], record["text"]) == (str(article), "en", TEXT)
    [quote] = record["quotes"]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"] == "“We were told nothing,”"
    speaker = quote["speaker"]
    assert TEXT[speaker["start"] : speaker["end"]] == speaker["text"] == "Nora Quill"
    assert set(quote) == {"start", "end", "text", "kind", "speaker", "cue", "original_language"}
    assert set(speaker) == {"text", "start", "end", "type", "resolved"}
    assert (quote["kind"], quote["cue"], speaker["type"]) == ("speech", "said", "name")


def test_quotes_broken_over_lines_are_whole_and_raw_offsets_count_in_the_file(tmp_path: Path) -> None:
    paragraph = (
        "Nora Quill keeps the only bakery on the island. “We were told nothing, and we never are, by anybody at all "
        "who has a telephone,” said Nora Quill on Tuesday, when the ferry had not come for the third time in a month."
    )
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, 60)) for _ in range(2))
    path = tmp_path / "mail.txt"
    path.write_text(wrapped, encoding="utf-8")
    plain = json.loads(comillas("quotes", "--json", path)[1])
    raw = json.loads(comillas("quotes", "--json", "--raw", path)[1])
    assert plain["text"] == f"{paragraph}\n\n{paragraph}" and raw["text"] == wrapped
    assert len(plain["quotes"]) == len(raw["quotes"]) == 2
    for joined, exact in zip(plain["quotes"], raw["quotes"], strict=True):
        assert wrapped[exact["start"] : exact["end"]] == exact["text"]
        assert " ".join(exact["text"].split()) == joined["text"]
        assert joined["text"].startswith("“We were") and joined["text"].endswith("telephone,”")


def test_raw_offsets_count_in_the_file_whatever_its_kind(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = "<html><body><p>“We were told nothing,” said Nora Quill.</p></body></html>"
    page.write_text(text, encoding="utf-8")
    record = json.loads(comillas("quotes", "--raw", "--json", page)[1])
    assert record["text"] == text
    assert text[record["quotes"][0]["start"] :].startswith("“We were")


@pytest.mark.parametrize("locale", ["C", "POSIX", "es_ES.ISO-8859-1"])
def test_output_is_utf8_in_every_locale(article: Path, locale: str) -> None:
    status, out, _ = comillas("quotes", article, LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (status, out) == (0, "Nora Quill (said): “We were told nothing,”\n")


def test_quotes_from_standard_input() -> None:
    assert comillas("quotes", "-", stdin=TEXT.encode())[1].startswith("Nora Quill")


def test_quotes_writes_nothing(article: Path, data_dir: Path) -> None:
    comillas("quotes", article)
    assert not data_dir.exists()
    assert os.listdir(article.parent) == [article.name]


# quotes --jsonl


def test_a_stream_keeps_order_and_identities() -> None:
    asked = [
        {"id": 7, "text": "“Nothing,” said Nora Quill."},
        {"id": "b", "text": "—Nada —dijo Nora Quílez.", "lang": "es"},
        {"id": None, "text": ""},
        {"id": {"x": [1]}, "text": "No hay nadie aquí, dijo ella.", "lang": "es-MX"},
        {"text": "“Nothing,” said Nora Quill.", "lang": ""},
    ]
    stdin = "\n".join(json.dumps(line) for line in asked).encode()
    status, out, err = comillas("quotes", "--jsonl", stdin=stdin)
    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [answer["id"] for answer in answers] == [7, "b", None, {"x": [1]}, None]
    assert [answer["lang"] for answer in answers] == ["en", "es", "en", "es", "en"]
    assert [len(answer["quotes"]) for answer in answers] == [1, 1, 0, 0, 1]
    assert all(set(answer) == {"id", "lang", "quotes"} for answer in answers)


BAD_LINES = [
    b"nonsense",
    b"[1]",
    b'"text"',
    b"null",
    b'{"id": 5}',
    b'{"id": 5, "text": 1}',
    b'{"id": 5, "text": "x", "lang": "fr"}',
    b"\xff\xfe\x00",
    b"[" * 100_000,
    b'{"id": 5, "text": "x"',
]


@pytest.mark.parametrize("bad", BAD_LINES)
def test_a_bad_line_is_answered_and_the_stream_goes_on(bad: bytes) -> None:
    good = b'{"id": 1, "text": "x"}\n'
    status, out, err = comillas("quotes", "--jsonl", stdin=good + bad + b"\n" + good)
    first, second, third = [json.loads(line) for line in out.splitlines()]
    assert status == 2
    assert (first["id"], third["id"]) == (1, 1)
    assert second["id"] in (None, 5) and second["error"] and second["quotes"] == []
    assert len(err.splitlines()) == 1 and err.startswith("comillas: ")


@pytest.mark.parametrize("text", ["\ud800", "\0", "\u2028x\u2029\x85", "“\ud800,” said Ana.", "\u202e"])
def test_any_characters_come_back_on_one_line(text: str) -> None:
    status, out, _ = comillas("quotes", "--jsonl", stdin=json.dumps({"id": text, "text": text}).encode() + b"\n")
    assert status == 0
    assert out.endswith("}\n") and out.count("\n") == 1
    assert json.loads(out)["id"] == text


def test_each_line_is_answered_at_once() -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "reader", "quotes", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    )
    assert running.stdin is not None and running.stdout is not None
    with running:
        for number in range(3):
            running.stdin.write(b'{"id": %d, "text": "x"}\n' % number)
            running.stdin.flush()
            assert select.select([running.stdout], [], [], 30)[0]
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
    assert running.returncode == 0


# translate


def test_each_line_has_a_line_of_translation() -> None:
    lines = ["The house is red.", "", "  ", "“We are late,” she said.", "1234", "🙂", "The house is red."]
    status, out, err = comillas("translate", "--from", "en", "--to", "es", stdin="\n".join(lines).encode())
    answers = out.split("\n")
    assert (status, err) == (0, "")
    assert len(answers) == len(lines) + 1 and answers[-1] == ""
    assert answers[0] == answers[6] and answers[0].lower().startswith("la casa")
    assert answers[1:3] == ["", "  "]
    assert answers[3].startswith("«") and "»" in answers[3]
    assert "1234" in answers[4]


def test_marks_are_answered_in_kind() -> None:
    lines = '"We are late," she said.\n“We are late,” she said.\n'.encode()
    straight, curly = comillas("translate", "--from", "en", "--to", "es", stdin=lines)[1].splitlines()
    assert straight.count('"') == 2 and "«" not in straight
    assert curly.count("«") == curly.count("»") == 1


def test_many_lines_keep_their_order() -> None:
    lines = [f"There are {number} boats in the harbour." for number in range(100, 240)]
    status, out, _ = comillas("translate", "--from", "en", "--to", "es", stdin="\r\n".join(lines).encode() + b"\r\n")
    answers = out.splitlines()
    assert status == 0 and len(answers) == len(lines)
    assert [str(number) in answer for number, answer in zip(range(100, 240), answers, strict=True)].count(False) <= 2


def test_a_line_alone_is_not_kept_waiting() -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "reader", "translate", "--from", "es", "--to", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    )
    assert running.stdin is not None and running.stdout is not None
    with running:
        for _ in range(2):
            running.stdin.write(b"La casa es roja.\n")
            running.stdin.flush()
            assert select.select([running.stdout], [], [], 30)[0]
            assert "house" in running.stdout.readline().decode()
        running.stdin.close()
    assert running.returncode == 0


def test_what_scripts_translate_is_not_remembered(data_dir: Path) -> None:
    comillas("translate", "--from", "en", "--to", "es", stdin=b"A very private sentence.\n")
    kept = b"".join(path.read_bytes() for path in data_dir.rglob("*") if path.is_file())
    assert b"private" not in kept and b"privad" not in kept


def test_a_package_of_ones_own(tmp_path: Path) -> None:
    package = BUNDLED["en-es"]
    arguments = ("translate", "--from", "en", "--to", "es", "--package", package)
    assert comillas(*arguments, stdin=b"The house is red.\n")[1].lower().startswith("la casa")
    assert comillas("translate", "--from", "es", "--to", "en", "--package", package)[0] == 2
    status, out, err = comillas("translate", "--from", "en", "--to", "es", "--package", tmp_path / "none")
    assert (status, out) == (2, "") and len(err.splitlines()) == 1


def test_languages_without_a_package() -> None:
    status, out, err = comillas("translate", "--from", "fr", "--to", "de", stdin=b"x\n")
    assert (status, out, err) == (2, "", "comillas: There is no translation package for fr-de.\n")


# export


@pytest.mark.parametrize("form", ["md", "html", "csv", "json"])
def test_export_writes_the_whole_file_or_standard_output(article: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    assert comillas("export", article, "--to", form, "--out", out) == (0, "", "")
    status, printed, _ = comillas("export", article, "--to", form)
    assert status == 0
    assert printed == out.read_bytes().decode("utf-8")
    assert "We were told nothing" in printed and "Nora Quill" in printed
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
    if form == "json":
        assert json.loads(printed)["quotes"][0]["translation"]
    if form == "csv":
        assert next(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))["translation"]


def test_export_has_the_mode_of_any_file_and_keeps_that_of_an_old_one(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    comillas("export", article, "--to", "json", "--out", out)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(out.stat().st_mode) == 0o666 & ~mask
    out.chmod(0o640)
    comillas("export", article, "--to", "json", "--out", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_export_keeps_names_and_no_other_words_for_speakers(tmp_path: Path) -> None:
    path = tmp_path / "union.txt"
    path.write_text(
        "The union met on Monday. “We will wait for an answer,” it said in a note.\n\n"
        "“The meeting was long and all of it was behind closed doors,” Ana Quiroga said on Tuesday.\n",
        encoding="utf-8",
    )
    status, printed, _ = comillas("export", path, "--to", "md")
    given = " ".join(line for line in printed.split("\n") if line.startswith(">"))
    assert status == 0
    assert "Ana Quiroga" in given
    assert " it " not in given


def test_export_to_a_place_that_cannot_be_written(article: Path, tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "none" / "x.md"):
        status, printed, err = comillas("export", article, "--to", "md", "--out", out)
        assert (status, printed) == (2, "") and len(err.splitlines()) == 1


def test_everything_written_lies_in_the_data_folder_for_its_owner(article: Path, tmp_path: Path) -> None:
    home, data = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    assert comillas("export", article, "--to", "md", "--data-dir", data, HOME=str(home))[0] == 0
    assert list(home.iterdir()) == []
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (data, *data.rglob("*"))}
    assert len(modes) > 1
    assert {mode & 0o077 for mode in modes.values()} == {0}, modes


# packages and the rest


def test_the_bundled_packages_are_listed() -> None:
    for arguments in (("packages",), ("packages", "list")):
        status, out, err = comillas(*arguments)
        assert (status, err) == (0, "")
        assert f"bundled:{NAME}" in out and "es > en" in out


def used(languages: str) -> str:
    """Return the package that is in use for some languages."""
    lines = comillas("packages")[1].splitlines()
    return next(line.split()[0] for line in lines if languages in line and line.endswith("yes"))


def test_a_package_is_installed_used_and_removed() -> None:
    source = BUNDLED["es-en"]
    status, _, err = comillas("packages", "install", source)
    assert (status, err) == (0, ""), err
    [own] = [line.split()[0] for line in comillas("packages")[1].splitlines() if line.startswith("user:")]
    bundled = f"bundled:{source.name}"
    assert used("es > en") == own
    assert comillas("packages", "use", bundled)[0] == 0
    assert used("es > en") == bundled
    assert comillas("packages", "remove", own)[0] == 0
    assert "user:" not in comillas("packages")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("packages", "install", "none.argosmodel"),
        ("packages", "install", "README.md"),
        ("packages", "remove", "none"),
        ("packages", "remove", NAME),
        ("packages", "use", "none"),
        ("packages", "download", "../x"),
        ("quotes", "none.txt"),
        ("quotes", "reader"),
        ("quotes", f"resources/models/{NAME}/model/model.bin"),
        ("quotes",),
        ("quotes", "--nonsense"),
        ("quotes", "a", "--jsonl"),
        ("export", "none.txt", "--to", "md"),
        ("export", "README.md", "--to", "pdf"),
        ("export", "README.md"),
        ("translate", "--from", "en"),
        ("--nonsense",),
        ("--data-dir",),
        ("--data-dir", "README.md", "packages"),
        ("--data-dir", "/proc/none", "packages"),
    ],
)
def test_bad_input_is_one_clear_line_and_status_two(arguments: tuple[str, ...]) -> None:
    status, out, err = comillas(*arguments)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1 and err.startswith("comillas: ") and "Traceback" not in err


@pytest.mark.parametrize("place", ["before", "equals", "after", "variable"])
def test_the_data_folder_can_be_chosen(tmp_path: Path, place: str) -> None:
    chosen = str(tmp_path / "chosen")
    if place == "before":
        done = comillas("--data-dir", chosen, "packages")
    elif place == "equals":
        done = comillas(f"--data-dir={chosen}", "packages", "list")
    elif place == "after":
        done = comillas("packages", "list", "--data-dir", chosen)
    else:
        done = comillas("packages", COMILLAS_DATA_DIR=chosen)
    assert done[0] == 0
    assert Path(chosen).is_dir() and stat.S_IMODE(Path(chosen).stat().st_mode) == 0o700


def test_version_and_help() -> None:
    assert comillas("--version") == (0, f"comillas {__version__}\n", "")
    for arguments in (("--help",), ("quotes", "-h"), ("translate", "-h"), ("export", "-h"), ("packages", "-h")):
        status, out, err = comillas(*arguments)
        assert (status, err) == (0, "") and out.startswith("usage: comillas")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("“We were told nothing,” said Nora Quill.\n" * 4_000, encoding="utf-8")
    command = f"{sys.executable} -m reader quotes {path} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, env=environment(), cwd=ROOT, timeout=60
    )
    assert done.stdout.decode().startswith("Nora Quill") and done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "command", ["quotes {0}", "quotes {0} --json", "export {0} --to md", "export {0} --to md --out /dev/full"]
)
def test_a_full_disk_is_one_clear_line(article: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *command.format(article).split()],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
            cwd=ROOT,
            timeout=60,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith(b"comillas: ")


@pytest.mark.parametrize("command", ["quotes --jsonl", "quotes -", "translate --from en --to es", "packages"])
def test_closed_streams_do_no_harm(command: str) -> None:
    line = f"{sys.executable} -m reader {command} <&- >&-"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, check=False, env=environment(), cwd=ROOT, timeout=60
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == (2 if command == "quotes -" else 0)


@pytest.mark.parametrize("arguments", [("quotes", "--jsonl"), ("translate", "--from", "en", "--to", "es")])
def test_an_interrupt_ends_it_quietly(arguments: tuple[str, ...]) -> None:
    line = b'{"id": 1, "text": "The house is red."}\n'
    running = subprocess.Popen(
        [sys.executable, "-m", "reader", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    )
    assert running.stdin is not None and running.stdout is not None
    running.stdin.write(line)
    running.stdin.flush()
    assert running.stdout.readline()
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=30) == 130  # before its input ends
    _, err = running.communicate()
    assert err == b""


LIGHT = """
import sys
from reader.cli import main
sys.argv = ["comillas", "quotes", {path!r}]
main()
heavy = ("PySide6", "ctranslate2", "sqlite3", "trafilatura", "lxml", "numpy", "argostranslate", "http", "ssl")
print([name for name in heavy if name in sys.modules], file=sys.stderr)
"""


def test_quotes_loads_only_what_it_needs(article: Path) -> None:
    code = LIGHT.format(path=str(article))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment(), cwd=ROOT)
    assert done.stderr == b"[]\n"


def test_files_and_addresses_open_windows(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    opened: list[object] = []
    fake = types.ModuleType("reader.qt.app")
    fake.main = lambda files, data: opened.append((files, data.root)) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "reader.qt.app", fake)
    assert main([]) == 0
    assert main(["a.txt", "https://example.org/", "./quotes"]) == 0
    assert main(["--data-dir", str(data_dir / "x"), "a.txt"]) == 0
    assert opened == [
        ([], data_dir),
        (["a.txt", "https://example.org/", "./quotes"], data_dir),
        (["a.txt"], data_dir / "x"),
    ]
