"""The desktop knows the program: entry, icon and AppStream page are valid and say the same."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from reader.core.paths import resources

ROOT = Path(__file__).resolve().parents[2]
ENTRY = resources() / "desktop" / "comillas.desktop"
METAINFO = resources() / "desktop" / "comillas.metainfo.xml"


def entry(path: Path = ENTRY) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters="=", strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def test_entry_and_page_say_the_same() -> None:
    page = ElementTree.parse(METAINFO).getroot()
    assert page.findtext("name") == entry()["Name"]
    assert page.findtext("launchable") == ENTRY.name
    assert [kind.text for kind in page.iter("mediatype")] == entry()["MimeType"].rstrip(";").split(";")
    assert (resources() / "icons" / f"{entry()['Icon']}.svg").is_file()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert entry()["Exec"].split()[0] in project["gui-scripts"]
    releases = [release.get("version") for release in page.iter("release")]
    assert project["version"] in releases


def test_both_speak_spanish() -> None:
    page = ElementTree.parse(METAINFO).getroot()
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for kind in ("summary", "p", "li"):
        spoken = [node.get(language, "en") for node in page.iter(kind)]
        assert spoken.count("es") == spoken.count("en") > 0
    for key in ("Comment", "GenericName", "Keywords"):
        assert entry()[key] and entry()[f"{key}[es]"]


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", str(ENTRY)],
        ["appstreamcli", "validate", "--no-net", str(METAINFO)],
    ],
    ids=lambda command: command[0],
)
def test_the_validators_are_content(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.skipif(os.name == "nt", reason="a freedesktop thing")
def test_installing_for_a_user_and_removing_leaves_nothing(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    tool = ["bash", str(ROOT / "tools" / "desktop.sh")]
    subprocess.run([*tool, "install", "/opt/a & b/comillas"], check=True, env=environment, capture_output=True)
    installed = tmp_path / "applications" / "comillas.desktop"
    assert entry(installed)["Exec"] == '"/opt/a & b/comillas" %U'
    assert entry(installed)["MimeType"] == entry()["MimeType"]
    subprocess.run([*tool, "remove"], check=True, env=environment, capture_output=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "mimeinfo.cache"] == []
