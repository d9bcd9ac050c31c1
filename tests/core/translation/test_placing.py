"""Where taken-out marks go: with the words that attention links them to, nested and side by side, or by likeness."""

from __future__ import annotations

import pytest

from reader.core.model import Span
from reader.core.translation.placing import place
from reader.core.translation.shapes import Placed
from reader.core.translation.stretches import guessed_links


def printed(source: str, target: str, marked: list[str], links: list[tuple[str, str]]) -> str:
    """Return `target` with ( and ) printed for the stretches `marked` of `source`."""
    placed = [
        Placed(source.index(one), source.index(one) + len(one), depth, True, True, None)
        for depth, one in ((sum(one in other and one != other for other in marked), one) for one in marked)
    ]
    spans = [
        (Span(source.index(a), source.index(a) + len(a)), Span(target.index(b), target.index(b) + len(b)))
        for a, b in links
    ]
    insertions, drop = place(source, placed, target, spans)
    hidden = {at for span in drop for at in range(span.start, span.end)}
    out = ""
    for at, character in enumerate([*target, ""]):
        out += "".join("(" if one.opens else ")" for one in insertions if one.at == at)
        out += "" if at in hidden else character
    return out


TABLE = [
    ("a sick man came", "vino un hombre enfermo", ["sick man"],
     [("sick", "enfermo"), ("man", "hombre"), ("came", "vino")],
     "vino un (hombre enfermo)"),
    ("call green energy fake", "llamar falsa la energía verde", ["fake"], [("fake", "falsa"), ("green", "verde")],
     "llamar (falsa) la energía verde"),
    ("one and two", "uno y dos", ["one", "two"], [("one", "uno"), ("two", "dos"), ("and", "y")], "(uno) y (dos)"),
    ("one and two", "dos y uno", ["one", "two"], [("one", "uno"), ("two", "dos"), ("and", "y")], "(dos) y (uno)"),
    ("they say no now", "dicen no ahora", ["say no now", "no"], [("say", "dicen"), ("no", "no"), ("now", "ahora")],
     "(dicen (no) ahora)"),
    ("was it true? he", "fue ¿es verdad? él", ["it true?"],
     [("was", "fue"), ("true", "verdad"), ("it", "es"), ("he", "él")],
     "fue (¿es verdad?) él"),
    ("the [sic] word", "la palabra [sic]", ["[sic]"], [("sic", "sic"), ("word", "palabra")], "la palabra ([sic])"),
    ("he paid $5 today", "hoy pagó $5", ["$5"], [("5", "5"), ("paid", "pagó"), ("today", "hoy")], "hoy pagó ($5)"),
    ("theft again", "", ["theft"], [], "()"),
    ("Madrid is big", "Grande es Madrid", ["Madrid"], [], "Grande es (Madrid)"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "marked", "links", "wanted"), TABLE)
def test_marks_follow_the_words(
    source: str, target: str, marked: list[str], links: list[tuple[str, str]], wanted: str
) -> None:
    assert printed(source, target, marked, links) == wanted


def test_marks_that_the_translation_has_are_used_when_they_fit() -> None:
    assert printed("a fine theft here", "un «buen robo» aquí", ["fine theft"], []) == "un (buen robo) aquí"
    assert (
        printed("a fine theft here", "«un» buen «robo» aquí", ["theft"], [("theft", "robo")]) == "un buen (robo) aquí"
    )
    assert printed("no marks", "sin «marcas»", [], []) == "sin marcas"


def test_words_that_look_alike_are_linked() -> None:
    source, target = "President Obama spoke in 2019", "En 2019 habló el presidente Obama"
    links = {(one.of(source), other.of(target)) for one, other in guessed_links(source, target)}
    assert links == {("President", "presidente"), ("Obama", "Obama"), ("2019", "2019"), ("in", "En")} - {("in", "En")}
