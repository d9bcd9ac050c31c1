"""Spanish sentences that teach the speaker scorer how a newspaper attributes, since annotated news is scarce.

Each pattern has its speaker in brackets; `Q` is a quote, `V` a reporting verb, `N` a full name, `S` a surname, `R` and
`T` nouns for people, `O` an office, `M` a medium, `D` a text,
`P` several people. "[]" stands for a subject left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

PATTERNS = """
Q, V [N].
Q, V ayer [N] en rueda de prensa.
Q, ha V2 [N] en declaraciones a M.
Q, habría V2 [R] ante los periodistas.
Q, V a M [N].
Q, V a M [R].
Q, V a la agencia M [T] de O.
Q, le V [R] a M.
Q, le V [N] al diario M.
Q, V en una entrevista con M [N].
Q, V este martes en O [R], N.
Q, V [R].
Q, V [R], que no quiso dar su nombre.
Q, se V [S].
Q, V [S], y Q, remachó.
Q, V [O] en un comunicado.
Q, V en un comunicado [O].
Q, según [N].
Q, según V [R].
Q, según explicó a M [S].
Q, a juicio de [S].
Según [S], el plan Q.
Para [R], el plan Q.
En opinión de [N], el plan Q.
[N] V que el plan Q.
[R] V ayer que el plan Q y se marchó.
[O] V que el plan Q.
[S], que preside O, V que el plan Q.
[N], de 54 años, V: Q.
[R] lo V así: Q.
Desde [O] V que el plan Q.
[S] calificó el plan de Q y pidió a N que lo retirase.
[S] respondió a N que el plan Q.
[R] ha tachado de Q el plan de N.
[N] habló con R de O. Q, V.
[S] no quiso hablar de O. Pero V que el plan Q.
N presentó el plan. Q, V [].
N presentó el plan en O. Q, V [] a M.
N presentó el plan. Q, V [] en una entrevista con M.
N presentó el plan. También V [] que Q.
N presentó el plan. V [] que el plan Q.
N presentó el plan. Así, V [] que el plan Q y que no hay otro.
N y R se vieron en O. Q, V [] al salir.
N presentó el plan. Además, ha V2 [] que Q.
N presentó el plan. En declaraciones a M, V [] que Q.
R presentó el plan. Preguntado por M, V []: Q.
El plan, que N llama Q, empieza en mayo: lo V [R].
Desde O, [R N] V que el plan Q.
R respondió así a [N], quien V ayer en su cuenta de X que el plan Q.
R habló con [N], que V que el plan Q.
O, por boca de su portavoz, [N], V que el plan Q.
[O] V en su cuenta oficial: Q.
Una de las afectadas, [N], V: Q.
Q, V [una de las afectadas], que no quiso dar su nombre.
Q, V [uno de los vecinos].
[Ambos] V que el plan Q.
[D] V que el plan Q.
[D], al que tuvo acceso M, V que el plan Q.
[D], que firma N, V que el plan Q.
Q, añade [D].
Q, reza [D].
Según [D], el plan Q.
De acuerdo con [D], el plan Q.
[N] V que el plan es Q y que se hará Q.
[R] V que el plan, impulsado por N, Q.
N presentó el plan. Q, V [] en 1998 al recibir el Premio Nacional.
N presentó el plan. Q, V [] ante los micrófonos de M.
N habló con M. El plan, V [], Q.
[R] se mostró satisfecha: Q.
[R] fue tajante: Q.
[S] no se mordió la lengua: Q.
Muy distinta fue la reacción de [R]: Q.
La respuesta de [R] llegó por la tarde: Q.
[S] contestó a N: Q.
[R] le contestó: Q.
Q. Son palabras de [N], que preside O.
Q. Así lo V [R] en rueda de prensa.
Q. Quien habla es [N], que vive en O.
En su informe, [O] V que el plan Q.
En un comunicado, [O] V que el plan Q.
En D, [O] V que el plan Q.
El plan Q, en palabras de [N].
El plan Q, según V a M [R].
El plan Q, V [R].
[R] acusó a N de Q.
[S] pidió a N que Q.
N, al que [S] describe como Q, se marchó.
[N], para quien el plan Q, se marchó a O.
[S] recordó que N presentó el plan y lo llamó Q.
Preguntada por el plan, [S] V: Q.
Preguntado por R, [N] V que Q.
Consultado por M, [N] V que el plan Q.
N presentó el plan. [R], en cambio, V que Q.
[R], que se encontraba en O, V que Q.
[R] de M, de 54 años, V que Q.
Según [R], el hombre estaba Q.
Según [S], la mujer llegó Q y se marchó.
R viajó a O para defender el plan, que [P] consideran Q.
[P] V que el plan Q.
[P] se sienten, dicen, Q.
Q, V [P] en un comunicado.
El plan, según [P], Q.
[R] ante O V que Q.
Su hermana y representante, [N], fue tajante: Q.
Su portavoz, [N], V que el plan Q.
Q, le V desde el público [R].
Q, le V desde la puerta [T] de O.
El acto fue organizado por R, [N], quien lo calificó como Q.
El acto fue organizado por [N], que lo describió como Q.
Desde O, su portavoz, [N], ha V2 que el plan Q.
N habló de su libro. La presentación fue difícil: Q, V [].
Menos convencida se muestra [N], de la Universidad de M: Q.
Más crítico es [N], de M: Q.
Otra opinión tiene [R]: Q.
[N], que escribió para ella una canción, la recordó como Q.
[N], que trabajó con él en M, lo definió como Q.
[R], en cambio, lo consideró Q.
V en un comunicado [O] que el plan Q.
El plan Q, V en una carta [N].
Entre los vecinos está [N]. Q, V [].
[N] vende pan desde 1980. Q, V [] mientras cierra la caja.
N llegó tarde. [R], que la esperaba, V: Q.
N lo llamó ayer. Q, le V [].
Q, V [S] a R.
Q, V [S] en la misiva. R recoge el guante.
""".strip()
QUOTES = (
    "«no tiene marcha atrás»",
    "“es el mejor que hemos tenido”",
    '"No vamos a esperar más. Lo haremos nosotros"',
    "«Nadie nos ha preguntado, y se nota»",
    "“costará menos de lo que dicen”",
    '"ha llegado tarde, pero ha llegado"',
)
VERBS = ("dijo", "explicó", "aseguró", "señaló", "advirtió", "afirmó", "lamentó", "declaró", "sostiene", "añade")
PARTICIPLES = ("dicho", "explicado", "asegurado", "señalado", "advertido", "declarado")
NAMES = ("Berta Oyarzun", "Tomás Ibarra", "Lucía Peñalver", "Iñaki Goñi", "Rosario Quispe", "Óscar del Olmo")
SURNAMES = ("Oyarzun", "Ibarra", "Peñalver", "Goñi", "Quispe", "Del Olmo")
ROLES = ("la ministra", "el portavoz", "una vecina", "el alcalde", "la directora del centro", "un testigo", "el fiscal")
OFFICIALS = ("la presidenta", "un portavoz", "el director general", "una fuente")
OFFICES = ("el Ayuntamiento", "la Fiscalía", "el Ministerio de Sanidad", "la Asociación de Vecinos", "el Gobierno")
DOCUMENTS = ("la sentencia", "el auto", "el informe", "la resolución", "el comunicado", "el acuerdo")
PEOPLE = ("los vecinos", "los sindicatos", "las familias", "fuentes policiales", "los autores", "varios testigos")
MEDIA = ("Efe", "Radio Norte", "El Correo", "Televisa", "este periódico")
LISTS = {
    "Q": QUOTES,
    "V": VERBS,
    "V2": PARTICIPLES,
    "N": NAMES,
    "S": SURNAMES,
    "R": ROLES,
    "T": OFFICIALS,
    "O": OFFICES,
    "M": MEDIA,
    "D": DOCUMENTS,
    "P": PEOPLE,
}
VARIANTS = 7


def articles() -> Iterator[dict[str, Any]]:
    """Yield every pattern in several variants, as annotated articles."""
    for number, pattern in enumerate(PATTERNS.splitlines()):
        for variant in range(VARIANTS):
            yield _article(pattern, number * 3 + variant * 5)


def _article(pattern: str, turn: int) -> dict[str, Any]:
    """Write out one variant of a pattern."""
    text = ""
    quotes: list[dict[str, Any]] = []
    speaker: dict[str, Any] | None = None
    word = ""
    named = ""

    def write(piece: str) -> None:
        nonlocal text
        text += piece[:1].upper() + piece[1:] if not text or text.endswith(". ") else piece

    for character in pattern + "\n":
        if character.isalnum():
            word += character
            continue
        if word in LISTS:
            turn += 1
            chosen = LISTS[word][turn % len(LISTS[word])]
            start = len(text)
            if word == "Q":
                text += chosen
                quotes.append({"start": start, "end": len(text), "words": 9})
            else:
                write(chosen)
                named = named or (chosen if word in "NR" else "")
        elif word:
            write(word)
        word = ""
        if character == "[":
            opened = len(text)
        elif character == "]":
            left_out = opened == len(text)
            speaker = (
                {"text": named, "start": None, "end": None, "type": "elided"}
                if left_out
                else {"text": text[opened:], "start": opened, "end": len(text), "type": "name"}
            )
            text = text[:-1] if left_out and text.endswith(" ") else text
        elif character != "\n":
            text += character
    for quote in quotes:
        quote["speaker"] = speaker
    return {"id": pattern, "lang": "es", "text": text, "quotes": quotes}
