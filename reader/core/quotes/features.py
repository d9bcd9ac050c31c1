"""Describe a quote and its surroundings in a few dozen readable yes-or-no features, the same for both languages.

The features feed one question, "is this speech, or a title, a nickname, a slogan, a scare quote?", so they look at the
words (how many, capitals, verbs, first person) and at what stands around (a reporting verb, an article, "called").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reader.core.model import Language, Span
from reader.core.quotes.lexicon import CUE, W, lexicon, words

WORD: Final = re.compile(r"[^\W_][\w'’-]*")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”»’')\]]{0,2}\s+(?=[\"“«‘¿¡(]?[^\W\d_a-záéíóúñ])")
_NAMING: Final = frozenset(
    words(
        """
        called named titled entitled dubbed nicknamed termed labeled labelled so-called known aka alias nickname
        llamado llamada llamados llamadas denominado denominada denominados denominadas titulado titulada apodado
        apodada conocido conocida bautizado bautizada supuesto supuesta supuestos autodenominado autodenominada llama
        llaman titula denomina
        """
    )
)
_WORKS: Final = frozenset(
    words(
        """
        book books film films movie song songs show program programme series album novel play documentary podcast
        newspaper magazine column article essay episode sketch segment single track video game exhibition opera musical
        poem painting author host star memoir drama sitcom comedy anthem chorus hit ballad website site blog group band
        campaign tour rally ad ads hashtag shirt t-shirt shirts t-shirts hat hats sign signs banner banners sticker
        button slogan headline section edition interview project operation plan
        libro libros película películas filme canción canciones tema programa serie álbum disco novela obra documental
        diario periódico revista columna artículo ensayo episodio titular titulares camiseta cartel pancarta lema apodo
        operación caso portal sitio web premio exposición caricatura personaje canal cadena grupo banda campaña poema
        cuadro ópera musical sección edición proyecto restaurante bar barco buque concurso certamen blog videojuego
        juego cuento relato comedia drama cinta actriz actor cantante entrevista
        """
    )
)
_TERMS: Final = frozenset(
    words(
        "term terms word words phrase phrases expression label término términos palabra palabras expresión concepto frase"
    )
)
_AS: Final = frozenset(words("as como"))
_THAT: Final = frozenset(words("that que"))
_LENGTHS: Final = ((1, "1"), (2, "2"), (3, "3"), (5, "4-5"), (8, "6-8"), (14, "9-14"), (9999, "15+"))


@dataclass(frozen=True, slots=True)
class Setting:
    """A quote in its paragraph: its spans, the paragraph, and where the quotes before and after it end and start.

    `lone` tells whether single marks stand round it, `first` whether the paragraph is the article's first.
    """

    span: Span
    inner: Span
    paragraph: Span
    previous_end: int
    next_start: int
    single: bool
    first: bool


def features(text: str, setting: Setting, language: Language) -> list[str]:
    """Return the names of the features that hold for one quote."""
    of = lexicon(language).classes
    inner = setting.inner.of(text)
    left = text[max(setting.paragraph.start, setting.previous_end, setting.span.start - 240) : setting.span.start]
    right = text[setting.span.end : min(setting.paragraph.end, setting.next_start, setting.span.end + 120)]
    found = ["bias", *_inside(inner, of)]
    found.extend(_before(left, setting, of))
    found.extend(_after(right, setting, of))
    if setting.single:
        found.append("single")
    if setting.first:
        found.append("first paragraph")
    found.extend(_joined(set(found)))
    return found


def _inside(inner: str, of: dict[str, int]) -> Iterator[str]:
    """Yield what the quoted words say of themselves."""
    found = WORD.findall(inner[:400])
    length = len(found)
    yield "length " + next(name for most, name in _LENGTHS if length <= most)
    body = inner.strip()
    first = next((c for c in body if c.isalnum()), "")
    yield "starts upper" if first.isupper() else "starts digit" if first.isdigit() else "starts lower"
    content = [word for word in found if len(word) > 3 and not word[0].isdigit()]
    capitals = sum(word[0].isupper() for word in content)
    if content and length > 1:
        if capitals == len(content):
            yield "title case"
        elif capitals * 2 > len(content):
            yield "mostly title case"
    if body.isupper():
        yield "all capitals"
    bits = 0
    for word in found:
        bits |= of.get(word.lower(), 0)
    if bits & W.FIRST:
        yield "first person"
    if bits & (W.VERB | W.AUX) or "n’t" in body or "n't" in body:
        yield "verb inside"
    if bits & CUE:
        yield "cue inside"
    if not bits & (W.DET | W.PREP | W.VERB | W.AUX):
        yield "no small words"
    if body[-1:] in ".!?…" or body[-2:] in (".'", ".’"):
        yield "ends sentence inside"
    elif body[-1:] == ",":
        yield "ends with comma inside"
    if re.search(r"[.!?;:] |, ", body):
        yield "punctuation inside"


def _before(left: str, setting: Setting, of: dict[str, int]) -> Iterator[str]:
    """Yield what the words before the quote in its paragraph say."""
    clause = left.rstrip()
    if setting.previous_end <= setting.paragraph.start or setting.previous_end < setting.span.start - 240:
        yield "no quote before" if clause else "starts paragraph"
    else:
        yield "quote before"
    if not clause:
        return
    last = clause[-1]
    if last in ":,;(—–-.!?…":
        yield "after " + {":": "colon", ",": "comma", ";": "comma", "(": "bracket"}.get(
            last, "dash" if last in "—–-" else "stop"
        )
    pieces = _SENTENCE_END.split(left)
    sentence = pieces[-1].strip()
    if len(pieces) > 1 and any(of.get(word.lower(), 0) & CUE for word in WORD.findall(pieces[-2])):
        yield "cue in sentence before"
    if not sentence:
        yield "starts sentence"
        return
    before = WORD.findall(sentence)
    if not before:
        return
    lowered = [word.lower() for word in before]
    bits = [of.get(word, 0) for word in lowered]
    if last not in ":,;(—–-":
        yield from _word_before(before[-1], lowered[-1], bits[-1])
    yield from _words_near(lowered, bits)


def _word_before(word: str, lowered: str, bits: int) -> Iterator[str]:
    """Yield what the word right before the quote is."""
    if lowered.endswith(("'s", "’s")):
        yield "after possessive"
    elif lowered in _NAMING:
        yield "after naming"
    elif lowered in _WORKS:
        yield "after work"
    elif lowered in _TERMS:
        yield "after term"
    elif lowered in _AS:
        yield "after as"
    elif lowered in _THAT:
        yield "after that"
    elif bits & W.DET:
        yield "after indefinite" if bits & W.INDEF else "after article"
    elif bits & CUE:
        yield "after cue"
    elif bits & (W.VERB | W.AUX):
        yield "after verb"
    elif bits & W.PREP:
        yield "after preposition " + (
            lowered if lowered in ("on", "of", "to", "en", "de", "a", "by", "for", "with", "in") else "other"
        )
    elif bits & W.CONJ:
        yield "after conjunction"
    elif word[:1].isupper():
        yield "after name"
    else:
        yield "after other word"


def _words_near(lowered: list[str], bits: list[int]) -> Iterator[str]:
    """Yield which telling words stand a little before the quote in its sentence."""
    near = set(lowered[-5:-1])
    if near & _NAMING:
        yield "naming near"
    if near & _WORKS:
        yield "work near"
    if near & _TERMS:
        yield "term near"
    if any(b & W.SAY for b in bits[-4:]):
        yield "says close before"
    elif any(b & W.ACT for b in bits[-4:]):
        yield "acts close before"
    if any(b & W.SAY for b in bits[:-4]):
        yield "says before"
    if any(b & W.ACT for b in bits[:-4]):
        yield "acts before"
    if any(b & W.MIND for b in bits):
        yield "minds before"
    if any(b & W.SOURCE for b in bits):
        yield "source before"
    if any(b & W.DOC for b in bits):
        yield "document before"


def _after(right: str, setting: Setting, of: dict[str, int]) -> Iterator[str]:
    """Yield what the words after the quote in its paragraph say."""
    rest = right.lstrip()
    if not rest:
        yield "ends paragraph" if setting.next_start >= setting.paragraph.end else "quote follows at once"
        return
    if rest[0] in ".,;:)!?—–-":
        yield "before " + {".": "stop", ",": "comma", ")": "bracket"}.get(rest[0], "other mark")
    sentence = _SENTENCE_END.split(rest, maxsplit=1)[0]
    after = WORD.findall(sentence[:100])
    if not after:
        return
    bits = [of.get(word.lower(), 0) for word in after]
    first = after[0].lower()
    if rest[0].isalpha():
        if bits[0] & CUE and not bits[0] & W.GERUND:
            yield "before cue"
        elif first in _WORKS:
            yield "before work"
        elif bits[0] & (W.PREP | W.CONJ | W.REL):
            yield "before small word"
        elif bits[0] & (W.VERB | W.AUX):
            yield "before verb"
        elif bits[0] & (W.PRONOUN | W.DET):
            yield "before pronoun"
        elif after[0][0].isupper():
            yield "before name"
        else:
            yield "before other word"
    if rest[0].isalpha() or rest[0] in ",—–-":
        if any(b & W.SAY for b in bits[:5]):
            yield "says close after"
        elif any(b & W.ACT for b in bits[:5]):
            yield "acts close after"
        elif any(b & CUE for b in bits[5:]):
            yield "cue after"
    elif any(b & CUE for b in bits):
        yield "cue in rest"


def _joined(found: set[str]) -> Iterator[str]:
    """Yield the pairs of features that say more together than apart."""
    short = found & {"length 1", "length 2", "length 3"}
    for title in found & {"title case", "mostly title case"}:
        for other in found:
            if other.startswith(("after ", "length ")) or other in ("single", "first paragraph"):
                yield f"{title} & {other}"
    if short:
        for other in found:
            if other.startswith(("after ", "before ", "starts ")):
                yield f"short & {other}"
    if "first paragraph" in found and "single" in found:
        yield "single in first paragraph"
    if not any("says" in name or "acts" in name or "cue" in name or "source" in name for name in found):
        yield "no cue"
        for other in found:
            if other.startswith(("length ", "starts ", "after ")):
                yield f"no cue & {other}"
