"""Try a package before it is trusted, in a process of its own: a broken model may take down what loads it.

``python -m reader.core.translation.trial FOLDER SOURCE TARGET PREFIX`` is that process; it prints what the package
made of a few sentences, as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from reader.core.errors import PackageError
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.engine import ArgosTranslator
from reader.core.translation.packages import Package
from reader.core.translation.room import fitting_workers
from reader.core.translation.wordlists import FUNCTION_WORDS

_MOST_SECONDS = 120.0
_POLL = 0.02
_SPARE_MEMORY = 8 << 30  # address space, which thread stacks and arenas fill long before memory is

_SENTENCES = {
    "en": ("The house is very old.", "She works with her brother in the city.", "We do not know what they want."),
    "es": ("La casa es muy vieja.", "Ella trabaja con su hermano en la ciudad.", "No sabemos lo que quieren."),
}
_OTHERWISE = ("1 2 3, a b c.", "OK OK OK")


def try_package(package: Package, cancel: CancelToken | None = None) -> None:
    """Load `package` and let it translate.

    Raises Cancelled, PackageError("package_broken") when it cannot, "package_wrong_language" when what it writes is
    not the language it promises, TranslationError("engine_memory") when there is no room to find out.
    """
    fitting_workers(package.folder, 1)
    answers = _answers(package, cancel)
    if not any(answer.strip() for answer in answers):
        raise PackageError("package_broken", "it answers nothing", path=str(package.folder))
    if package.direction.source not in FUNCTION_WORDS or package.direction.target not in FUNCTION_WORDS:
        return
    source, target = (FUNCTION_WORDS[code] for code in package.direction)
    words = [word.strip(".,;:¿?¡!").lower() for answer in answers for word in answer.split()]
    if sum(word in target for word in words) <= sum(word in source for word in words):
        raise PackageError("package_wrong_language", repr(answers)[:300], path=str(package.folder))


def _answers(package: Package, cancel: CancelToken | None) -> list[str]:
    command = [sys.executable, "-m", __name__, str(package.folder), *package.direction, package.prefix]
    root = str(Path(__file__).resolve().parents[3])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "OMP_NUM_THREADS": "1"},
    )
    try:
        output, complaint = _communicate(process, cancel)
    finally:
        process.kill()
        process.wait()
    if process.returncode == 0:
        with suppress(ValueError):
            answers = json.loads(output)
            if isinstance(answers, list):
                return [str(answer) for answer in answers]
    detail = complaint.decode("utf-8", "replace").strip().splitlines()
    raise PackageError("package_broken", detail[-1][:300] if detail else "it crashes", path=str(package.folder))


def _communicate(process: subprocess.Popen[bytes], cancel: CancelToken | None) -> tuple[bytes, bytes]:
    waited = 0.0
    while waited < _MOST_SECONDS:
        if cancel is not None:
            cancel.raise_if_set()
        try:
            return process.communicate(timeout=_POLL)
        except subprocess.TimeoutExpired:
            waited += _POLL
    return b"", b"it takes too long"


def _limit_memory(folder: Path) -> None:
    """Keep a model that claims absurd sizes from taking the machine's memory, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        resource.setrlimit(resource.RLIMIT_AS, (_SPARE_MEMORY + 4 * size, _SPARE_MEMORY + 4 * size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    """Translate the trial sentences with the package that `arguments` name, and print the answers."""
    folder, source, target, prefix = arguments
    _limit_memory(Path(folder))
    translator = ArgosTranslator(Path(folder), Direction(source, target), "", prefix=prefix, beam=1, threads=1)
    texts = _SENTENCES.get(source, _OTHERWISE)
    print(json.dumps([translation.text for translation in translator.translate(texts)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
