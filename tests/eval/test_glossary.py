"""The glossary that the trainer teaches from: its lines are well-formed, and its regular forms are right."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).parents[2] / "tools" / "train" / "glossary.py"


@pytest.fixture(scope="module")
def glossary() -> ModuleType:
    spec = importlib.util.spec_from_file_location("glossary", PATH)
    assert spec and spec.loader
    module = sys.modules["glossary"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_its_lines_are_well_formed(glossary: ModuleType) -> None:
    words = glossary.words()
    assert len(set(words)) == len(words) > 4000
    for word in words:
        assert (word.gender in ("<m>", "<f>")) == (word.kind == "<n>"), word
        assert word.english.strip() and word.spanish.strip(), word


@pytest.mark.parametrize(
    ("reading", "form"),
    [
        ("stench<n><pl>", "stenches"),
        ("wolf<n><pl>", "wolves"),
        ("fly<n><pl>", "flies"),
        ("stab<vblex><past>", "stabbed"),
        ("weave<vblex><pp>", "woven"),
        ("bake<vblex><ger>", "baking"),
        ("oversee<vblex><ger>", "overseeing"),
        ("carry<vblex><pri><p3><sg>", "carries"),
        ("gorgeous<adj>", "gorgeous"),
        ("gorgeous<adj><sup>", ""),
    ],
)
def test_english_forms(glossary: ModuleType, reading: str, form: str) -> None:
    assert glossary.english_form(reading) == form


@pytest.mark.parametrize(
    ("reading", "form"),
    [
        ("silla de ruedas<n><f><pl>", "sillas de ruedas"),
        ("obra maestra<n><f><pl>", "obras maestras"),
        ("cañón<n><m><pl>", "cañones"),
        ("crisis<n><f><pl>", "crisis"),
        ("feroz<adj><mf><pl>", "feroces"),
        ("trabajador<adj><f><pl>", "trabajadoras"),
        ("exterior<adj><f><sg>", "exterior"),
        ("cortés<adj><f><sg>", "cortés"),
        ("atacar<vblex><ifi><p1><sg>", "ataqué"),
        ("sopesar<vblex><ifi><p3><sg>", "sopesó"),
        ("mentir<vblex><pri><p3><sg>", ""),
    ],
)
def test_spanish_forms(glossary: ModuleType, reading: str, form: str) -> None:
    assert glossary.spanish_form(reading) == form


def test_words_left_by_a_translation_get_another(glossary: ModuleType) -> None:
    assert glossary.translations("en")["viudas"] == "widows"
    assert glossary.translations("es")["smugglers"] == "contrabandistas"
