"""Words round a quotation mark that tell titles, terms and nicknames from speech, in both languages."""

from __future__ import annotations

from typing import Final

from reader.core.quotes.lexicon import words

JUDGES: Final = ("calific", "tach", "tild", "motej", "catalog", "defini", "descri")
JUDGED_AS: Final = frozenset(words("de como"))
"""How verbs of judging begin, and what follows them: "calificó el arbitraje de «vergonzoso»"."""
ITSELF: Final = frozenset(words("se me te"))
CALLS: Final = frozenset(words("llama llamaba llamó llamaría llame conoce"))
"""After "se": "se llama «Todo lo que no llueve»"."""
SO_CALLED: Final = frozenset(
    words(
        """
        so-called nicknamed aka alias nickname llamado llamada llamados llamadas denominado denominada denominados
        denominadas apodado apodada conocido conocida conoce conocen bautizado bautizada supuesto supuesta supuestos
        supuestas presunto presunta autodenominado autodenominada mal falso falsa falsos falsas llaman llamaban llamará
        llamarán apodan apodaban apodó apodaron apodados apodadas denominan denominó bautizan bautizó bautizaron
        bautizados bautizadas conocidos conocidas conocía conocían famoso famosa presuntos presuntas
        """
    )
)
"""What follows is a name that others use: "the so-called “X”", "la supuesta «X»"."""
TITLED: Final = frozenset(words("titled entitled known titulado titulada titulados tituladas titula título títulos"))
NAMING: Final = SO_CALLED | TITLED
WORKS: Final = frozenset(
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
"""Things that have a title or bear an inscription, and people who are known for one."""
TERMS: Final = frozenset(
    words("term terms word words phrase phrases expression label término términos palabra palabras expresión concepto")
)
CLAUSE: Final = frozenset(words("no not that que si it there he she they él ella ellos este esta esto eso this"))
"""Words that stand in clauses and seldom in titles."""
PREPOSITIONS: Final = dict(
    pair.split("/")
    for pair in words(
        "on/on in/in en/on of/of de/of del/of to/to a/to al/to by/by por/by for/for para/for with/with con/with"
    )
)
"""Prepositions that titles and terms tend to follow, Spanish ones under the English name."""
