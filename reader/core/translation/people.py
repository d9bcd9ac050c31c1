"""People's full names in a text, known by their given names: they are the same in any language."""

from __future__ import annotations

import re

from reader.core.given_names import FEMALE, MALE
from reader.core.translation.wordlists import word_set

# Words, places and holy persons, which do have other forms: "Victoria Falls", "Virginia Occidental".
_AMBIGUOUS = word_set(
    "will bill mark rose dale max paz luz faith dan ruby iris violet pearl christian jesús salvador mercedes rosario "
    "trinidad guadalupe asunción concepción purificación aurora austin florence madison chelsea charlotte jordan "
    "virginia carolina victoria georgia orlando"
)
_GIVEN = (FEMALE | MALE).difference(_AMBIGUOUS)
_NAME = r"[A-ZÁÉÍÓÚÑ](?:[’'][A-ZÁÉÍÓÚ])?\w*[a-záéíóúüñ]"
_PARTICLES = r"(?:(?:de la|de los|de las|del|de|van|von|da|di|der|bin|al) )?"
_CAPITALS = re.compile(rf"\b{_NAME}(?: {_PARTICLES}{_NAME})+\b(?! [IVX]+\b)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][A-ZÁÉÍÓÚ]\w+)?")
_LONGEST = 4  # words that a name is believed to have, particles not counted


def people(text: str) -> tuple[str, ...]:
    """Return the full names in `text`, in order: a given name and what else has a capital right after it.

    What follows by "de" is not believed at once, for a place often does: "Juana de Arco" is "Joan of Arc". Kings and
    popes, whose names end with a number, have other forms too. A headline with a capital on every word tells nothing.
    """
    long = [word for word in _WORD.findall(text) if len(word) > 3]
    if "." not in text[-2:] and len(long) >= 5 and sum(word[0].isupper() for word in long) > 0.7 * len(long):
        return ()
    found: dict[str, None] = {}
    for run in _CAPITALS.finditer(text):
        words = [word for word in _WORD.finditer(run.group()) if word.group()[0].isupper()]
        first = next((at for at, word in enumerate(words) if word.group().lower() in _GIVEN), None)
        if first is None or first + 1 >= len(words) or words[first + 1].start() != words[first].end() + 1:
            continue
        last = words[min(first + _LONGEST, len(words)) - 1]
        found[run.group()[words[first].start() : last.end()]] = None
    return tuple(found)
