"""What of the translators' work becomes training text (tools/train/gather.py)."""

from __future__ import annotations

import lzma
import subprocess
import sys
from pathlib import Path

import pytest

GATHER = Path(__file__).parents[2] / "tools" / "train" / "gather.py"
APART = "The tower of the old mill fell into the river on Sunday."


def _gathered(folder: Path, english: str, spanish: str) -> list[str]:
    (folder / "en.0").write_text(f"7\t{english}\n8\tSkipped by the translator.\n", encoding="utf-8")
    (folder / "en.0.out").write_text(f"7\t{spanish}\n9\tDe nadie.\nsin número\n", encoding="utf-8")
    (folder / "apart").write_text(APART, encoding="utf-8")
    arguments = [folder / "out.xz", "--en", folder / "en.0", "--apart", folder / "apart"]
    subprocess.run([sys.executable, GATHER, *arguments], check=True, capture_output=True)
    return lzma.decompress((folder / "out.xz").read_bytes()).decode("utf-8").splitlines()


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("It cost 2.5 billion , she said.", "Costó 2500 millones, dijo ella."),
        ("“Never,” he said in 2016.", "«Nunca», dijo en 2016."),
        ("Is 1/2 enough?", "¿Basta con la mitad?"),
        ("The tower of the old mill collapsed.", "La torre del viejo molino se desplomó."),
    ],
)
def test_a_translation_is_kept(tmp_path: Path, english: str, spanish: str) -> None:
    assert _gathered(tmp_path, english, spanish) == [f"from_en\t1\t{english.replace(' ,', ',')}\t{spanish}"]


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        pytest.param("He came.", "Vino, y después se quedó con ellos toda la tarde.", id="length"),
        pytest.param("Did he come?", "Vino.", id="question"),
        pytest.param("“Never,” he said.", "Nunca, dijo.", id="marks"),
        pytest.param("It had 12, 14 and 19.", "Tenía 12, 15 y 18.", id="numbers"),
        pytest.param("Yes: " + APART, "Sí: la torre del viejo molino cayó al río el domingo.", id="apart"),
    ],
)
def test_a_wrong_one_is_left_out(tmp_path: Path, english: str, spanish: str) -> None:
    assert _gathered(tmp_path, english, spanish) == []
