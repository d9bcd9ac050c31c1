"""Small closed lists of both languages: function words, spelled numbers, words that deny."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": _words(
        "the of and to in is was that it for with as his her on at by which this but from they are were been have had "
        "an be not he she we you their there would will can what who when if than into could about our your my its "
        "has said them these those did does do how why where while because"
    ),
    "es": _words(
        "el la los las de del y que en un una es fue por con para se su sus lo al como más pero este esta está están "
        "han ha había ser sin sobre entre cuando muy también hasta desde son dos nos ya todo donde quien porque qué "
        "cómo según era eran le les si mi yo ella ellos nosotros usted hay sido tiene esto eso ese esa"
    ),
}
"""Words so common that any sentence of ten words holds some; none is in both lists but "no", "me", "a", left out."""

SCALE_WORDS = _words(
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
    "en": _words("no not never none nothing nobody neither nor nowhere without cannot"),
    "es": _words("no nunca jamás nada nadie ninguno ninguna ningún ni tampoco sin"),
}
