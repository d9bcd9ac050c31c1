"""Small closed lists of both languages: function words, spelled numbers, words that deny."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": word_set(
        "the of and to in is was that it for with as his her on at by which this but from they are were been have had "
        "an be not he she we you their there would will can what who when if than into could about our your my its "
        "has said them these those did does do how why where while because"
    ),
    "es": word_set(
        "el la los las de del y que en un una es fue por con para se su sus lo al como más pero este esta está están "
        "han ha había ser sin sobre entre cuando muy también hasta desde son dos nos ya todo donde quien porque qué "
        "cómo según era eran le les si mi yo ella ellos nosotros usted hay sido tiene esto eso ese esa"
    ),
}
"""Words so common that any sentence of ten words holds some; none is in both lists but "no", "me", "a", left out."""

SCALE_WORDS = word_set(
    "million millions billion billions trillion trillions thousand thousands millón millones mil billón billones "
    "bn hundred hundreds cientos docena docenas dozen dozens"
)

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_SPANISH = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte"
)

NUMBER_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {str(value): (word,) for value, word in enumerate(_ENGLISH.split())}
    | {"1": ("one", "first", "a", "an"), "2": ("two", "second"), "3": ("three", "third"), "4": ("four", "fourth")}
    | {"5": ("five", "fifth"), "30": ("thirty",), "40": ("forty",), "50": ("fifty",), "100": ("hundred",)},
    "es": {str(value): (word,) for value, word in enumerate(_SPANISH.split())}
    | {"1": ("un", "una", "uno", "primero", "primer", "primera"), "2": ("dos", "segundo", "segunda")}
    | {"3": ("tres", "tercero", "tercer", "tercera"), "4": ("cuatro", "cuarto", "cuarta")}
    | {"5": ("cinco", "quinto", "quinta"), "16": ("dieciséis", "dieciseis"), "30": ("treinta",), "40": ("cuarenta",)}
    | {"50": ("cincuenta",), "100": ("cien", "ciento")},
}
"""Digits to the words they may be spelled with."""

NEGATIONS: dict[str, frozenset[str]] = {
    "en": word_set("no not never none nothing nobody neither nor nowhere without cannot"),
    "es": word_set("no nunca jamás nada nadie ninguno ninguna ningún ni tampoco sin"),
}

_KINDS = {
    "article": "the el la los las lo",
    "one": "a an un una uno one",
    "of": "of from del de than",
    "by": "by por para for to because",
    "to": "to a al into",
    "contracted": "del al the",
    "in": "in en on at into",
    "with": "with con",
    "that": "that que which who whom than what quien",
    "and": "and y e",
    "or": "or o u",
    "but": "but pero sino",
    "not": "not no don't doesn't didn't cannot can't won't isn't wasn't aren't weren't haven't hasn't",
    "never": "never nunca jamás ever",
    "if": "if whether si",
    "own": "his her their its your su sus",
    "my": "my mi mis",
    "our": "our nuestro nuestra nuestros nuestras",
    "he": "he él she ella it they ellos ellas le lo la les se him her them",
    "i": "i yo me mí we nosotros us nos",
    "this": "this these este esta estos estas esto",
    "those": "that those ese esa esos esas eso aquel aquella",
    "be": "is are was were be been es son fue fueron era eran está están estaba estaban ser sido estar estado hay",
    "have": "has have had ha han había habían hemos haber hay there",
    "will": "will would shall va van vamos",
    "as": "as como like",
    "about": "about sobre on of de",
    "without": "without sin",
    "more": "more más",
    "very": "very muy",
}

KINDS: dict[str, frozenset[str]] = {
    word: frozenset(kind for kind, words in _KINDS.items() if word in words.split())
    for words in _KINDS.values()
    for word in words.split()
}
"""Small words of both languages by the kinds they share with their counterparts."""
