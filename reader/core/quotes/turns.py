"""Tell which paragraphs that start with a dash are dialogue: not lists, not the signature under a tweet or a motto.

Evidence is added up per paragraph, and shared among the paragraphs of an article that use the same dash the same way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.model import Language, Span
from reader.core.quotes.labels import ANSWERS, ASKS
from reader.core.quotes.lexicon import lexicon, words

LEAD: Final = re.compile(
    rf"^[ \t\u00a0\u200b]*(?:(?:{ASKS}|{ANSWERS})(?:[.:][ \u00a0]?|[ \u00a0]))?"
    r"(?P<dash>—|–|―|‒|--|-)(?P<gap>[ \t\u00a0]?)(?=[\"“«‘'(\[¿¡…]{0,3}(?:\.\.\.)?[^\W_])",
    re.MULTILINE,
)
"""The dash that opens a turn: "—Hola", "- Hola", "P.—¿Cuándo?"."""

_INTRODUCED: Final = re.compile(r"(?P<stop>[:.!?…])[ \u00a0]—(?=[¿¡A-ZÁÉÍÓÚÑ])")
"""A turn inside a paragraph: "Entonces dijo: —No quiero", "Cerró la puerta. —Adiós —dijo"."""
_INCISO: Final = re.compile(r"(?:[ \u00a0](?:[—–―‒]|--?)[ \u00a0]?|[—―])(?=\w)")
_SIGNATURE: Final = re.compile(r"@\w|https?:|\b(?:19|20)\d\d\W{0,2}$|\*NUMBER\*\W{0,2}$")
_ENDED: Final = re.compile(r"[.!?…:][\"”»’')\]]{0,3}\s*$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_BEFORE_VERBS: Final = frozenset(words("me te se le les lo la los nos os y casi ya no aquí entonces luego después así"))
_NEXT_DASH: Final = re.compile(r"[—–―‒]| -")
_SUBJECTS: Final = frozenset(words("el la los las un una su sus él ella ellos ellas"))
_NARRATIVE: Final = re.compile(r"[a-záéíóúñü]{2,}(?:ó|aba|aban|ía|ían|aron|ieron|jo|jeron|é|í)$")
"""Endings of the tenses that tell a story: "sonrió", "gritaba", "susurré"."""
_STRONG: Final = frozenset(words("dio vio fue hizo puso quiso pudo tuvo estuvo vino supo anduvo rio hubo"))
_NO_VERBS: Final = frozenset(
    words(
        """
    así aquí allí ahí casi qué porqué café todavía día vía sé sí mí tía policía mayoría quizá té bebé compañía energía
    economía alegría teoría poesía filosofía melancolía cortesía tranvía travesía
        acaba acaban graba alaba traba
    """
    )
)
_PERSONAL: Final = frozenset(
    words(
        """
        yo me mi mis nosotros nosotras nos nuestro nuestra tú te ti tu tus usted ustedes vosotros os sí pues bueno claro
        i my me we our you your yes well
        """
    )
)
"""Words of people who talk to each other; lists have few."""
_SECOND_SENTENCE: Final = re.compile(r"[.!?…] +[¿¡]?[A-ZÁÉÍÓÚÑ]")
_ENOUGH: Final = 1.5


@dataclass(slots=True)
class Lead:
    """The opening dash of a paragraph: where the mark starts and ends, and where its paragraph ends."""

    start: int
    end: int
    stop: int


_Candidate = tuple[Lead, tuple[str, bool], float]


def narrates(text: str, language: Language) -> bool:
    """Tell whether `text`, what follows a dash, starts as narration: "le dijo Ana", "murmuró", "el niño temblaba"."""
    cues = lexicon(language).cues
    subject = False
    dash = _NEXT_DASH.search(text, 1, 60)
    for position, match in enumerate(_WORD.finditer(text, 0, dash.start() if dash else 60)):
        word = match.group().lower()
        told = language == "es" and word not in _NO_VERBS and (word in _STRONG or _NARRATIVE.match(word) is not None)
        if told or (word in cues and not subject):
            return True
        subject = subject or word in _SUBJECTS or match.group()[0].isupper()
        if position > 3 or (word not in _BEFORE_VERBS and not subject and (language == "es" or position > 1)):
            return False
    return False


def leads(text: str, language: Language, skip: Sequence[Span] = ()) -> list[Lead]:
    """Return the dashes of `text` that open a turn of dialogue, in order; none lies in `skip`."""
    candidates: list[_Candidate] = []
    passed = 0
    for match in LEAD.finditer(text):
        while passed < len(skip) and skip[passed].end <= match.start():
            passed += 1
        if passed < len(skip) and skip[passed].start <= match.start():
            continue
        stop = text.find("\n", match.end())
        lead = Lead(match.start("dash"), match.end(), len(text) if stop < 0 else stop)
        style = (match["dash"], bool(match["gap"]))
        candidates.append((lead, style, _evidence(text, lead, style, language)))
    candidates = _with_answers(text, candidates)
    strong: dict[tuple[str, bool], int] = defaultdict(int)
    seen: dict[tuple[str, bool], int] = defaultdict(int)
    for _, style, evidence in candidates:
        seen[style] += 1
        strong[style] += evidence >= _ENOUGH + 1
    found = [
        lead
        for lead, style, evidence in candidates
        if evidence + (1.5 if strong[style] * 4 >= seen[style] and strong[style] else 0) >= _ENOUGH
    ]
    if language == "es":
        found.extend(_introduced(text, skip))
        found.sort(key=lambda lead: lead.start)
    return found


def _with_answers(text: str, candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Return the candidates, those stronger where a question and then its answer stand under each other."""
    better = [evidence for _, _, evidence in candidates]
    for position in range(len(candidates) - 1):
        (first, style, _), (second, other, _) = candidates[position : position + 2]
        asked = text[first.end : first.stop].rstrip().endswith("?")
        answered = not text[second.end : second.stop].rstrip().endswith(("?", ";", ","))
        if asked and answered and style == other and not text[first.stop : second.start].strip():
            better[position] += 2.0
            better[position + 1] += 2.0
    return [(lead, style, evidence) for (lead, style, _), evidence in zip(candidates, better, strict=True)]


def _introduced(text: str, skip: Sequence[Span]) -> list[Lead]:
    """Return the turns that start inside a paragraph, after a colon."""
    found: list[Lead] = []
    passed = stop = 0
    for match in _INTRODUCED.finditer(text):
        start = match.end() - 1
        while passed < len(skip) and skip[passed].end <= start:
            passed += 1
        if (found and start < found[-1].stop) or (passed < len(skip) and skip[passed].start <= start):
            continue
        if start >= stop:
            newline = text.find("\n", start)
            stop = len(text) if newline < 0 else newline
        inciso = _INCISO.search(text, match.end(), min(stop, match.end() + 300))
        if match["stop"] != ":" and not (inciso and narrates(text[inciso.end() : inciso.end() + 60], "es")):
            continue
        found.append(Lead(start, match.end(), stop))
    return found


def _evidence(text: str, lead: Lead, style: tuple[str, bool], language: Language) -> float:
    """Return how much speaks for a paragraph being a turn of dialogue."""
    dash, spaced = style
    body = text[lead.end : lead.stop].rstrip()
    evidence = {"—": 1.0, "―": 1.0, "–": 0.5, "‒": 0.5}.get(dash, -0.5) + (-1.0 if spaced else 1.0)
    if language == "en":
        evidence -= 1.5
    if "¿" in body or "¡" in body or body.endswith(("?", "!", "…", "...")):
        evidence += 1.5
    evidence += 0.5 if _ENDED.search(body[-6:]) else -1.5
    if body[:1].islower():
        evidence -= 3.0 if narrates(body, language) else 1.0
    if body.endswith(";"):
        evidence -= 2.0
    if _SIGNATURE.search(body[:200]) or _SIGNATURE.search(body[-200:]):
        evidence -= 3.0
    elif _is_name(body):
        evidence -= 2.0
    if body.startswith("Que "):
        evidence -= 1.0
    if _SECOND_SENTENCE.search(body[:600]):
        evidence += 0.5
    if any(word.lower() in _PERSONAL for word in _WORD.findall(body[:200])):
        evidence += 1.0
    for match in _INCISO.finditer(body[:4000]):
        if narrates(body[match.end() : match.end() + 60], language):
            return evidence + 3.0
    return evidence


def _is_name(body: str) -> bool:
    """Tell whether a paragraph is a name or a place and no more: "Verónica Cruz", "Ciudad de México"."""
    if body.endswith((".", "!", "?", "…")) or len(body) > 60:
        return False
    words = _WORD.findall(body)
    return all(word[0].isupper() or len(word) < 4 for word in words)
