"""Find the turns of Spanish interviews that no dash or mark sets off: "P. ¿Por qué?", "R. Porque sí.".

Of turns with letters both are quotes; of questions that stand alone as headings do, only the answers under them. Lists
of questions ("¿Cuándo es el eclipse?") look alike, but nobody says "I" in their answers. English newspapers' turns are
no quotes for those who annotated them (PolNeAR), so English is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reader.core.model import Language, Span
from reader.core.quotes.dialogue import Piece
from reader.core.quotes.labels import ANSWERS, ASKS
from reader.core.quotes.lexicon import words

_LINE: Final = re.compile(r"[^\n]+")
_LABEL: Final = re.compile(rf"[ \t\u00a0]*(?:(?P<asks>{ASKS})|{ANSWERS})[ \u00a0]?[.:][ \t\u00a0]*(?=[\w¿¡(\[…\"“«‘'])")
_MARKED: Final = "—–―-•*\"“«‘'„#"
_I: Final = frozenset(
    words("""
yo me mi mis mí conmigo nosotros nosotras nos nuestro nuestra nuestros nuestras soy estoy tengo creo hago digo sé voy
quiero puedo pienso vivo veo debo fui era tuve hice estuve vengo siento espero prefiero trabajo recuerdo intento somos
estamos tenemos hacemos vamos queremos podemos debemos hemos he
""")
)
_FIRST: Final = re.compile(r"[a-záéíóúñ]{2,}(?:é|í|amos|emos|imos)$")
"""Endings of "I" and "we": "rompí", "tardé", "volveremos"."""
_THIRD: Final = frozenset(words("así aquí allí ahí qué sé porqué café también además día sí mí extremos ramos últimos"))
_WORD: Final = re.compile(r"[^\W\d_]+")
LONGEST_QUESTION: Final = 400
"""Characters."""
LEAST: Final = 3
"""So many questions with an answer make an interview."""
SPEAKING: Final = 0.6
"""Share of the answers in which somebody must say "I" or "we"."""
RUN_ON: Final = 3
"""Paragraphs that an answer may go on for."""


class _Line(NamedTuple):
    """A paragraph that holds anything: where its words begin and end, and what it is."""

    start: int
    end: int
    kind: str  # "question", "answer", "asking" (a question alone), "marked" or "plain"


def interview(text: str, language: Language, skip: Sequence[Span] = ()) -> list[Piece]:
    """Return what is said in the unmarked turns of an interview, in order and never overlapping; nothing in English."""
    if language != "es" or "?" not in text:
        return []
    lines = list(_lines(text, skip))
    if _alternates(lines):
        return list(_labelled(text, lines))
    return list(_unmarked(text, lines))


def _lines(text: str, skip: Sequence[Span]) -> Iterator[_Line]:
    """Yield the paragraphs of a text outside `skip`."""
    passed = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if match.group().isspace():
            continue
        while passed < len(skip) and skip[passed].end <= start:
            passed += 1
        if passed < len(skip) and skip[passed].start <= start:
            continue
        while end > start and text[end - 1].isspace():
            end -= 1
        label = _LABEL.match(text, start, end)
        if label is not None:
            yield _Line(label.end(), end, "question" if label["asks"] else "answer")
            continue
        while start < end and text[start].isspace():
            start += 1
        asking = text[end - 1] == "?" and end - start <= LONGEST_QUESTION and "¿" in text[start:end]
        yield _Line(start, end, "marked" if text[start] in _MARKED else "asking" if asking else "plain")


def _alternates(lines: Sequence[_Line]) -> bool:
    """Tell whether questions and answers with letters follow each other, at least once, and no side stands alone."""
    turns = [line.kind for line in lines if line.kind in ("question", "answer")]
    pairs = sum(turns[at : at + 2] == ["question", "answer"] for at in range(len(turns) - 1))
    return bool(pairs) and 3 * pairs >= len(turns)


def _labelled(text: str, lines: Sequence[_Line]) -> Iterator[Piece]:
    """Yield the turns that letters mark, and the paragraphs that go on with an answer before the next question."""
    for number, line in enumerate(lines):
        if line.kind not in ("question", "answer") or text[line.start] in _MARKED:
            continue
        yield Piece(line.start, line.end, line.start, line.end, False)
        following = number + 1
        while following < len(lines) and lines[following].kind == "plain":
            following += 1
        ends = following < len(lines) and lines[following].kind == "question" and following - number <= RUN_ON
        if line.kind == "answer" and ends:
            for more in lines[number + 1 : following]:
                if text[more.end - 1] in ".!?…":
                    yield Piece(more.start, more.end, more.start, more.end, True)


def _unmarked(text: str, lines: Sequence[_Line]) -> Iterator[Piece]:
    """Yield the answers under questions that stand alone, if somebody says "I" in them."""
    answers: list[list[_Line]] = []
    for number, line in enumerate(lines):
        if line.kind != "asking":
            continue
        following = number + 1
        while following < len(lines) and lines[following].kind == "plain" and following - number <= RUN_ON:
            following += 1
        last = following >= len(lines) or lines[following].kind == "asking"
        answer = lines[number + 1 : following if last else number + 2]
        if answer and answer[0].kind == "plain" and text[answer[0].end - 1] in ".!…":
            answers.append([more for more in answer if text[more.end - 1] in ".!?…"])
    personal = sum(any(_says_i(text[line.start : line.end]) for line in answer) for answer in answers)
    if len(answers) < LEAST or personal < SPEAKING * len(answers):
        return
    for answer in answers:
        for number, line in enumerate(answer):
            yield Piece(line.start, line.end, line.start, line.end, number > 0)


def _says_i(answer: str) -> bool:
    """Tell whether somebody speaks of themselves."""
    found = (match.group().lower() for match in _WORD.finditer(answer))
    return any(word in _I or (word not in _THIRD and _FIRST.match(word) is not None) for word in found)
