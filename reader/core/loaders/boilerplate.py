"""What a page prints inside an article that is no part of it: advertisements, lists of links, prompts, tails.

Lines are only ever marked, never removed, and a paragraph of prose is never marked: what is missed costs a glance,
what is wrongly hidden costs the reader a fact. A line with quotation marks or of several sentences is prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_TITLE = 180
"""Characters a link's title has at most; a teaser or a paragraph is longer."""

_EXACT = frozenset(
    line.strip()
    for line in """
    advertisement|advertisements|advertising|ad|skip advertisement|story continues below advertisement
    article continues below advertisement|article continues after advertisement|article continues below this ad
    continue reading below|continue reading the main story|scroll to continue|sponsored|sponsored content|promoted
    promoted content|paid content|paid post|end of list|read more|see more|show more|load more|share|share this
    share this article|share this story|share this page|share on facebook|share on twitter|share on x
    share on whatsapp|tweet|tweet this|email this|print this|print this article|copy link|save|save article|listen
    listen to this article|follow us|back to top|view comments|leave a comment|sign up|subscribe|subscribe now|log in
    newsletter|newsletters|cookie policy|privacy policy|terms of use|all rights reserved
    publicidad|anuncio|anuncios|la noticia continúa después de la publicidad|continúa después de la publicidad
    el artículo continúa después de la publicidad|la nota continúa después de la publicidad|sigue leyendo
    continúa leyendo|seguir leyendo|continuar leyendo|leer más|ver más|mostrar más|cargar más|contenido patrocinado
    patrocinado|publirreportaje|fin de la lista|final de la lista|compartir|comparte|compártelo|comparte esta noticia
    comparte este artículo|comparte esta nota|compartir en facebook|compartir en twitter|compartir en x
    compartir en whatsapp|copiar enlace|imprimir|guardar|escuchar|escucha este artículo|síguenos|síganos
    síguenos en|volver arriba|ver comentarios|deja un comentario|dejar un comentario|suscríbete|suscríbase
    suscríbete ahora|iniciar sesión|regístrate|boletín|boletines|política de cookies|política de privacidad
    aviso legal|todos los derechos reservados
    """.replace("\n", "|").split("|")
    if line.strip()
)

_TAILS = frozenset(
    line.strip()
    for line in """
    related|related news|related stories|related articles|related content|related coverage|related topics|more news
    more stories|more on this story|more on this topic|more like this|more for you|most read|most popular|trending
    trending now|trending stories|recommended|recommended stories|recommended for you|recommended reading|read next
    up next|what to read next|you may also like|you might also like|you may be interested in|also read|read also
    see also|further reading|around the web|from around the web|top stories|latest news|popular now|don't miss
    more from the web|editors' picks|editor's picks
    noticias relacionadas|noticia relacionada|artículos relacionados|artículo relacionado|notas relacionadas
    nota relacionada|contenido relacionado|contenidos relacionados|temas relacionados|relacionadas|relacionados
    relacionado|más noticias|más información|otras noticias|lo más leído|lo más visto|las más leídas|los más leídos
    más leídas|más leídos|lo más popular|tendencias|te puede interesar|te podría interesar|te puede gustar
    le puede interesar|le podría interesar|también te puede interesar|también le puede interesar|puede interesarte
    quizás te interese|quizá te interese|te recomendamos|le recomendamos|recomendados|recomendadas|recomendado
    recomendados para ti|lea también|lee también|leer también|vea también|ver también|mira también|lea además
    lee además|no te pierdas|últimas noticias|además en esta sección
    """.replace("\n", "|").split("|")
    if line.strip()
)

_LIST_LINE = re.compile(r"[-–•*]?\s{0,3}(?:list|lista)\s(?:item\s)?\d{1,3}\s(?:of|de)\s\d{1,3}(?!\d)", re.IGNORECASE)
_LINK_LINE = re.compile(
    r"(?:read more|also read|read also|see also|related|read next|more on this|watch|listen|"
    r"(?:lea|lee|leer|vea|ver|mira|mire) (?:también|además|más)|te puede interesar|le puede interesar|"
    r"te recomendamos|le recomendamos|no te pierdas|más información|relacionad[oa]s?|"
    r"noticias? relacionadas?|además|en otras noticias)\s?(?::|\||>>|»|→|—|–)\s?\S",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    r"(?:(?:please )?(?:sign up|subscribe|register|join|get|receive|click here)|"
    r"(?:suscr[ií]b\w{2,5}|reg[ií]str\w{2,5}|apúnt\w{2,5}|recib[ea]|haz clic|haga clic|únete|únase|síguenos|síganos)"
    r")\b",
    re.IGNORECASE,
)
_PROMPTED = re.compile(
    r"\b(?:newsletters?|inbox|email updates|mailing list|free trial|our app|whatsapp channel|telegram|our channel|"
    r"boletín|boletines|bolet[ií]n(?:es)?|newsletters?|canal de whatsapp|nuestro canal|nuestra app|tu correo|su correo|"
    r"bandeja de entrada|redes sociales|aquí)\b",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"(?:we(?: and our partners)? use|this (?:web)?site uses|by (?:continuing|using|clicking)|"
    r"(?:utilizamos|usamos)|est[ea] (?:sitio|página|web|sitio web|página web) (?:utiliza|usa)|"
    r"al (?:continuar|navegar|hacer clic))\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:experience|site|website|accept|consent|preferences|polic\w+|third|ads|traffic|experiencia|propias|terceros|"
    r"acept\w+|política|navegación|servicios|publicidad)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile('[“”«»"„‘—]')
_STOPS = re.compile(r"[.!?…][\"”»’')\]]{0,2}(?:\s|$)")


def boilerplate_lines(lines: Sequence[str]) -> set[int]:
    """Return the indexes of the lines (trimmed, none empty) that are no part of the article."""
    marked = {index for index, line in enumerate(lines) if is_boilerplate(line)}
    for index, line in enumerate(lines):
        if _bare(line) in _TAILS and _heads_a_list(lines, index):
            marked.add(index)
            marked.update(_tail(lines, index))
    if len(marked) == len(lines):  # then this is all the reader has
        return set()
    return marked


def is_boilerplate(line: str) -> bool:
    """Tell whether one line alone is an advertisement, a link to another article or a prompt."""
    if len(line) > 400:
        return False
    if _bare(line) in _EXACT or _LIST_LINE.match(line):
        return True
    if len(line) <= LONGEST_TITLE and _LINK_LINE.match(line) and len(_STOPS.findall(line)) < 2:
        return not line.rstrip().endswith((".", "…"))
    if _QUOTED.search(line):
        return False
    if _PROMPT.match(line) and _PROMPTED.search(line):
        return len(_STOPS.findall(line)) <= 3
    return "cookies" in line.casefold() and bool(_COOKIES.match(line) and _CONSENT.search(line))


def _bare(line: str) -> str:
    """Return a line as it is compared: lower case, without the signs around it."""
    if len(line) > 80:
        return ""
    return line.casefold().replace("’", "'").strip(" \t\u00a0:.…·•|-–—>»*#[]()→▶")


def _is_title(line: str) -> bool:
    """Tell whether a line may be the title of another article: short, and not closed by a full stop."""
    return len(line) <= LONGEST_TITLE and not line.endswith((".", "…", ";", ",", ".”", '."', ".»", ",”", ":"))


def _heads_a_list(lines: Sequence[str], index: int) -> bool:
    """Tell whether the heading of a tail is one: what comes next is a title or another prompt, or nothing."""
    return index > 0 and (index + 1 == len(lines) or _is_title(lines[index + 1]) or is_boilerplate(lines[index + 1]))


def _tail(lines: Sequence[str], heading: int) -> set[int]:
    """Return the titles under a heading; the last one before a paragraph may be a subhead, so it is left."""
    end = heading + 1
    while end < len(lines) and (_is_title(lines[end]) or is_boilerplate(lines[end])):
        end += 1
    if end < len(lines) and end - heading > 2:
        end -= 1
    return set(range(heading + 1, end))
