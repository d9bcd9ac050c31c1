"""The house keeps its shape: one-way imports, no Qt in the core, small modules, no unused public name."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READER = ROOT / "reader"

# A module may import from layers below its own, and from its own package; the first matching prefix decides.
LAYERS = {
    "reader.core.errors": -1,
    "reader.core.damage": -1,
    "reader.core.files": 0,
    "reader.core.model": 0,
    "reader.core.paths": 0,
    "reader.core.given_names": 1,
    "reader.core.text": 1,
    "reader.core.language": 2,
    "reader.core.loaders": 3,
    "reader.core.quotes": 3,
    "reader.core.translation": 3,
    "reader.core.storage": 3,
    "reader.core.settings": 3,
    "reader.core.analysis": 4,
    "reader.core": 5,  # what puts the analysed article to use: export, ...
    "reader.wording": 5,
    "reader.qt.models": 6,
    "reader.qt": 7,
    "reader.qt.views": 8,
    "reader.qt.program": 9,
    "reader.qt.headless": 10,
    "reader.qt.app": 11,
    "reader.cli": 12,
    "reader.app": 12,
    "reader.__main__": 13,
    "reader": -2,
}
QT_COMPOSES = {"reader.qt.app", "reader.qt.program", "reader.qt.headless"}  # may reach for every view
MAX_LINES = 400
HEAVY = ("PySide6", "torch", "stanza", "spacy", "minisbd", "argostranslate.translate")


@cache
def modules() -> dict[str, Path]:
    """Return every module of the program by its dotted name."""
    found = {}
    for path in sorted(READER.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, *, only_top: bool = False) -> Iterator[str]:
    """Yield the dotted names a module imports; `only_top` leaves out what functions import late."""
    nodes = tree(path).body if only_top else ast.walk(tree(path))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            assert node.module is not None
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in modules() else node.module


def layer(name: str) -> tuple[str, int]:
    """Return the layer's prefix and height for a module."""
    prefix = max((p for p in LAYERS if name == p or name.startswith(p + ".")), key=len)
    return prefix, LAYERS[prefix]


def test_imports_point_one_way() -> None:
    wrong = []
    for name, path in modules().items():
        prefix, height = layer(name)
        for target in imports(path):
            if not target.startswith("reader"):
                continue
            target_prefix, target_height = layer(target)
            if target_prefix != prefix and target_height >= height:
                wrong.append(f"{name} imports {target}")
    assert not wrong


def test_no_import_cycles() -> None:
    graph = {name: {t for t in imports(path, only_top=True) if t in modules()} for name, path in modules().items()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail[trail.index(name) :], name])
        if name not in done:
            for target in sorted(graph[name]):
                walk(target, (*trail, name))
            done.add(name)

    for name in graph:
        walk(name, ())


def test_the_core_has_no_qt() -> None:
    qt = [
        n
        for n, p in modules().items()
        if n.startswith(("reader.core", "reader.wording")) and any(t.startswith("PySide6") for t in imports(p))
    ]
    assert not qt


def test_importing_the_core_brings_in_nothing_heavy() -> None:
    names = [n for n in modules() if n.startswith("reader.core")]
    code = f"import importlib, sys\nfor n in {names!r}: importlib.import_module(n)\n"
    code += f"print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("package", ["torch", "stanza", "spacy", "minisbd"])
def test_the_environment_has_no(package: str) -> None:
    done = subprocess.run([sys.executable, "-c", f"import {package}"], capture_output=True, check=False)
    assert done.returncode != 0, f"{package} is installed: the uv override in pyproject.toml has no effect"


def test_modules_stay_small() -> None:
    long = {n: c for n, p in modules().items() if (c := len(p.read_text(encoding="utf-8").splitlines())) > MAX_LINES}
    assert not long


def test_no_public_name_lies_unused() -> None:
    used: dict[str, int] = {}
    sources = [*READER.rglob("*.py"), *(ROOT / "tools").rglob("*.py")]
    for path in sources:
        for word in re.findall(r"\w+", path.read_text(encoding="utf-8")):
            used[word] = used.get(word, 0) + 1
    unused = []
    for name, path in modules().items():
        for node in tree(path).body:
            if (
                isinstance(node, ast.FunctionDef | ast.ClassDef)
                and not node.name.startswith("_")
                and used[node.name] < 2
            ):
                unused.append(f"{name}.{node.name}")
    assert not unused


def blocks_of_lines(path: Path, size: int) -> Iterator[tuple[int, str]]:
    """Yield every run of `size` meaningful lines of a module, stripped, with the number of its first line."""
    lines = [(i, s) for i, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if (s := line.strip())]
    code = [(i, s) for i, s in lines if not s.startswith(("#", "import ", "from ", '"""')) and len(s) > 3]
    for k in range(len(code) - size + 1):
        yield code[k][0], "\n".join(s for _, s in code[k : k + size])


def test_no_block_of_twelve_lines_stands_twice() -> None:
    seen: dict[str, str] = {}
    twice = []
    for name, path in modules().items():
        for line, block in blocks_of_lines(path, 12):
            if block in seen:
                twice.append(f"{name}:{line} ~ {seen[block]}")
            seen.setdefault(block, f"{name}:{line}")
    assert not twice
