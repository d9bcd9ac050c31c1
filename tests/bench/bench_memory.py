"""What the whole program weighs: at idle, with one direction and with both, after fifty articles, and on the disk."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from reader.core.paths import resources
from tests.helpers.shared import ROOT

from .figures import Figure

ARTICLES = 50
_NAME = re.compile(r"^[\w.-]+")
_READING = """
import gc, json, os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
def memory():
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
app = QApplication(["bench"])
from PySide6.QtWidgets import QLabel
label = QLabel("bare")
label.show()
app.processEvents()
found = {"bare": memory()}
label.close()
from reader.core.paths import DataDir, resources
from reader.qt.models.views import View
from reader.qt.program import Program
from tests.helpers.window import is_read
program = Program(DataDir(Path(sys.argv[1])))
program.window.show()
app.processEvents()
found["idle"] = memory()
def read(path):
    program.open([str(path)])
    while not is_read(program.window.article):
        app.processEvents()
    for view in View:
        program.window.set_view(view)
        app.processEvents()
    program.window.tabs.close_tab(0)
    app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what app.exec() does by itself
samples = resources() / "articles"
read(samples / "en-river.md")
found["one direction"] = memory()
read(samples / "es-librera.md")
found["both directions"] = memory()
names = ("en-ice.md", "es-semillas.md", "en-river.md", "es-librera.md")
texts = [(samples / name).read_text("utf-8") for name in names]
for number in range(int(sys.argv[2])):
    path = Path(sys.argv[1]) / f"{number}.md"
    path.write_text(texts[number % 4] + f"\\n\\nNumber {number}, número {number}.\\n", "utf-8")
    read(path)
    if number == 9:
        found["ten articles"] = memory()
found["all articles"] = memory()
program.window.close()
program.close(10)
print(json.dumps(found))
"""


def installed_sizes() -> dict[str, float]:
    """Return the megabytes of every distribution this program needs, itself included, without what tests add."""
    needed, found = ["comillas"], {}
    while needed:
        name = needed.pop()
        if name in found:
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another platform, or left out
            continue
        files = [Path(str(file.locate())) for file in distribution.files or ()]
        found[name] = sum(path.stat().st_size for path in files if path.is_file()) / 1e6
        for required in distribution.requires or ():
            if "extra ==" not in required:
                needed.append(_NAME.findall(required)[0])
    return found


def folder_size(folder: Path) -> float:
    """Return the megabytes in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def measure(*, quick: bool = False) -> list[Figure]:
    """Return the figures; `quick` reads ten articles only."""
    articles = 10 if quick else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _READING, folder, str(articles)]
        offscreen = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=offscreen)
    found = json.loads(done.stdout.splitlines()[-1])
    figures = [Figure("a bare PySide6 window", found["bare"], "MB")]
    for name in ("idle", "one direction", "both directions"):
        figures.append(Figure(f"the window: {name}", found[name], "MB", found[name] / found["bare"], "a bare window"))
    growth = found["all articles"] / found["ten articles"]
    figures.append(
        Figure(f"after {articles} articles", found["all articles"], "MB", growth, "after 10 of them", "<= 1.05 x")
    )
    sizes = installed_sizes()
    own = folder_size(ROOT / "reader") + folder_size(resources())
    figures.append(Figure("installed: the program and its packages", own, "MB"))
    figures.append(Figure(f"installed: the {len(sizes) - 1} libraries it needs", sum(sizes.values()), "MB"))
    largest = sorted(((size, name) for name, size in sizes.items()), reverse=True)[:3]
    return figures + [Figure(f"of these {name}", size, "MB") for size, name in largest]
