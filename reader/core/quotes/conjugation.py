"""Write out the forms of a verb that a newspaper uses, so that the lexicons can list verbs by their infinitive."""

from __future__ import annotations

from collections.abc import Iterator

VOWELS = "aeiou"


def english_forms(verb: str) -> tuple[list[str], list[str]]:
    """Return the finite forms and the -ing form of a verb written "base", or "base past" when the past is irregular.

    A capital at the end of the base asks for a doubled consonant: "adviT" is no such verb, "admiT" gives "admitted".
    """
    base, _, past = verb.partition("/")
    stem = base
    if base[-1].isupper():
        base = base.lower()
        stem = base + base[-1]
    if base.endswith(("s", "x", "z", "ch", "sh")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if not past:
        if base.endswith("e"):
            past = base + "d"
        elif base.endswith("y") and base[-2] not in VOWELS:
            past = base[:-1] + "ied"
        else:
            past = stem + "ed"
    ing = base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else stem + "ing"
    return [base, third, *past.split("/")], [ing]


# Endings of the third persons: present, preterite, imperfect, future, conditional and imperfect subjunctive. "Yo" is
# left out, for its present is as often a noun ("argumento", "reclamo"); the lexicon lists what novels need.
ENDINGS = {
    "ar": "a an ó aron aba aban ará arán aría arían ara aran",
    "er": "e en ió ieron ía ían erá erán ería erían iera ieran",
    "ir": "e en ió ieron ía ían irá irán iría irían iera ieran",
}
NON_FINITE = {"ar": ("ado", "ando", "ar"), "er": ("ido", "iendo", "er"), "ir": ("ido", "iendo", "ir")}
# Where the stress falls on the stem, its vowel changes: "cuenta", "niega", "pide".
STRESSED = {"ar": {"a", "an"}, "er": {"e", "en"}, "ir": {"e", "en"}}
# -ir verbs with a change also close the vowel in "pidió", "pidieron", "pidiera", "pidiendo".
CLOSED = {"ió", "ieron", "iera", "ieran", "iendo"}


def _change(stem: str, old: str, new: str) -> str:
    """Replace the last `old` of a stem."""
    head, found, tail = stem.rpartition(old)
    return head + new + tail if found else stem


def _spelled(stem: str, group: str, ending: str) -> str:
    """Join stem and ending, keeping the sound: "explicó" but "expliqué", "llega" but "llegué", "proteja"."""
    if group == "ar" and ending[:1] in ("e", "é"):
        if stem.endswith("c"):
            return stem[:-1] + "qu" + ending
        if stem.endswith("g"):
            return stem + "u" + ending
        if stem.endswith("z"):
            return stem[:-1] + "c" + ending
    if group in ("er", "ir") and stem and stem[-1] in "aeo" and ending.startswith("i"):
        return stem + "y" + ending[1:] if ending[1:2] in ("ó", "e") else stem + "í" + ending[1:]
    if stem.endswith("ñ") and ending.startswith(("ió", "ie")):
        return stem + ending[1:]
    return stem + ending


def spanish_forms(verb: str) -> Iterator[tuple[str, bool]]:
    """Yield (form, finite) of a regular verb, or of one with a vowel change written "contar:o>ue"."""
    infinitive, _, change = verb.partition(":")
    reflexive = infinitive.endswith("se")
    infinitive = infinitive.removesuffix("se") if reflexive else infinitive
    stem, group = infinitive[:-2], infinitive[-2:].replace("í", "i")
    old, _, new = change.partition(">")
    for ending in ENDINGS[group].split():
        form = stem
        if change and ending in STRESSED[group]:
            form = _change(stem, old, new)
        elif change and group == "ir" and ending in CLOSED:
            form = _change(stem, old, "i" if old == "e" else "u")
        yield _spelled(form, group, ending), True
    participle, gerund, ending = NON_FINITE[group]
    closed = _change(stem, old, "i" if old == "e" else "u") if change and group == "ir" else stem
    yield _spelled(stem, group, participle), True
    yield _spelled(closed, group, gerund), False
    yield stem + ending, False
