"""Read in which language a quote was said, when the text tells: "wrote in Spanish", "en un inglés perfecto"."""

from __future__ import annotations

import re

from reader.core.model import Language
from reader.core.quotes.lexicon import words
from reader.core.quotes.narrative import Kind, Narrative


def _codes(listed: str) -> dict[str, str]:
    """Return name -> ISO 639 code of a list written "name:code"."""
    return dict(pair.split(":") for pair in listed.split())


# Names of languages in the two languages of the program, and their ISO 639 codes.
NAMES: dict[Language, dict[str, str]] = {
    "en": _codes(
        """
        spanish:es english:en french:fr german:de italian:it portuguese:pt catalan:ca basque:eu galician:gl
        arabic:ar hebrew:he yiddish:yi russian:ru ukrainian:uk polish:pl chinese:zh mandarin:zh cantonese:yue
        japanese:ja korean:ko turkish:tr greek:el dutch:nl swedish:sv hindi:hi urdu:ur persian:fa farsi:fa latin:la
        quechua:qu guarani:gn nahuatl:nah maori:mi
        """
    ),
    "es": _codes(
        """
        español:es castellano:es inglés:en francés:fr alemán:de italiano:it portugués:pt catalán:ca valenciano:ca
        euskera:eu vasco:eu gallego:gl árabe:ar hebreo:he ruso:ru ucraniano:uk polaco:pl chino:zh mandarín:zh
        cantonés:yue japonés:ja coreano:ko turco:tr griego:el neerlandés:nl holandés:nl sueco:sv hindi:hi urdu:ur
        persa:fa latín:la quechua:qu guaraní:gn náhuatl:nah maorí:mi
        """
    ),
}
# How the language is said: between "in" and its name at most an article and two such words.
MANNER = frozenset(
    words(
        """
    a an his her their its the perfect flawless fluent broken halting native impeccable good poor rapid-fire rapid
    accented heavily slightly near-perfect excellent rusty rough simple plain careful slow formal lilting thick
    un su el perfecto correcto impecable buen mal fluido macarrónico chapurreado excelente propio perfectísimo
        """
    )
)
# Words after which a language is no longer what the quote was said in: "in Spanish class", "in English football".
NOUN_AFTER = re.compile(r"[a-záéíóúñ-]+")
GOES_ON = frozenset(
    words("to and or on at in with from when while before after during that as y e o a al ante con en through")
)
REACH = 14  # tokens between the quote or its verb and the name of the language


def original_language(narrative: Narrative, token: int, verb: int, language: Language) -> str | None:
    """Return the ISO code of the language that the words around a quote say it was spoken or written in.

    `token` is the quote's, `verb` its reporting verb's, -1 without one; both must be in one sentence with the name.
    """
    names = NAMES[language]
    start = max(0, min(token, verb if verb >= 0 else token) - REACH)
    end = min(len(narrative), max(token, verb) + REACH)
    if names.keys().isdisjoint(narrative.words[start:end]):
        return None
    for cursor in range(start, end):
        code = names.get(narrative.words[cursor])
        if code is None or not _said(narrative, cursor):
            continue
        beside = narrative.sentence[cursor] == narrative.sentence[token]
        after = cursor > token and not any(kind == Kind.QUOTE for kind in narrative.kinds[token + 1 : cursor])
        before = cursor < token and not any(kind == Kind.QUOTE for kind in narrative.kinds[cursor:token])
        if beside and (after or before) and (verb >= 0 or narrative.kinds[cursor + 1 : cursor + 2] == (Kind.CLOSE,)):
            return code
    return None


def _said(narrative: Narrative, cursor: int) -> bool:
    """Tell whether the name of a language stands after "in" and before no noun of its own."""
    before = cursor - 1
    while before >= 0 and before > cursor - 5 and narrative.words[before] in MANNER:
        before -= 1
    if before < 0 or narrative.words[before] not in ("in", "en"):
        return False
    if cursor + 1 >= len(narrative) or narrative.kinds[cursor + 1] != Kind.WORD:
        return True
    following = narrative.words[cursor + 1]
    return following in MANNER or following in GOES_ON or NOUN_AFTER.fullmatch(following) is None
