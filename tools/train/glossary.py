"""Words that neither the parallel text nor Apertium's dictionary has, in glossary.tsv, and regular forms of words.

A line is `kind<TAB>English<TAB>Spanish<TAB>gender`, the kind n, a or v, the gender m or f, of nouns only. Where an
English word is irregular, its plural, or its past and participle, follow after slashes: "wolf/wolves",
"weave/wove/woven".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GLOSSARY = Path(__file__).with_name("glossary.tsv")
KINDS = {"n": "<n>", "a": "<adj>", "v": "<vblex>"}
READING = re.compile(r"([^<]+)(<[^>]+>)(.*)")
CONSONANT = "[^aeiou]"
PLAIN = str.maketrans("áéíóú", "aeiou")
AR = {  # endings of the regular Spanish verbs in -ar, by Apertium's tags
    "<inf>": "ar",
    "<ger>": "ando",
    "<pp><m><sg>": "ado",
    "<pp><m><pl>": "ados",
    "<pp><f><sg>": "ada",
    "<pp><f><pl>": "adas",
    "<ifi><p1><sg>": "é",
    "<ifi><p3><sg>": "ó",
    "<ifi><p1><pl>": "amos",
    "<ifi><p3><pl>": "aron",
    "<pii><p3><sg>": "aba",
    "<pii><p1><pl>": "ábamos",
    "<pii><p3><pl>": "aban",
    "<pri><p1><sg>": "o",
    "<pri><p3><sg>": "a",
    "<pri><p1><pl>": "amos",
    "<pri><p3><pl>": "an",
}
STEMS = {"c": "qu", "g": "gu", "z": "c"}  # how a stem's last letter is written before e
FORMS = {  # nouns go first; the forms that a text is likely to have, as Spanish and English readings
    "<n>": [("<sg>", "<sg>"), ("<pl>", "<pl>")],
    "<adj>": [("<m><sg>", ""), ("<f><sg>", ""), ("<m><pl>", ""), ("<f><pl>", "")],
    "<vblex>": [
        ("<inf>", "<inf>"),
        ("<ger>", "<ger>"),
        ("<ifi><p3><sg>", "<past>"),
        ("<ifi><p3><pl>", "<past>"),
        ("<pri><p3><sg>", "<pri><p3><sg>"),
        ("<pri><p3><pl>", "<pri>"),
        ("<pp><m><sg>", "<pp>"),
        ("<pp><f><sg>", "<pp>"),
        ("<pp><m><pl>", "<pp>"),
        ("<pp><f><pl>", "<pp>"),
    ],
}


@dataclass(frozen=True)
class Word:
    """A line of the glossary; kind and gender are tags of Apertium's, the gender "" where there is none."""

    kind: str
    english: str
    spanish: str
    gender: str
    irregular: tuple[str, ...]


@cache
def words() -> tuple[Word, ...]:
    """Return the lines of the glossary."""
    found = []
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        kind, english, spanish, *gender = line.split("\t")
        lemma, *irregular = english.split("/")
        found.append(Word(KINDS[kind], lemma, spanish, "".join(f"<{letter}>" for letter in gender), tuple(irregular)))
    return tuple(found)


@cache
def irregular() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the plural, or the past and the participle, of irregular English words by kind and word."""
    return {(word.kind, word.english): word.irregular for word in words() if word.irregular}


def translations(into: str) -> dict[str, str]:
    """Return what the glossary's words of the other language are in "en" or "es", by their forms; nouns go first."""
    order = list(FORMS)
    found: dict[str, str] = {}
    for word in sorted(words(), key=lambda word: order.index(word.kind)):
        for spanish, english in FORMS[word.kind]:
            pair = (
                english_form(word.english + word.kind + english),
                spanish_form(word.spanish + word.kind + word.gender + spanish),
            )
            if all(pair):
                source, target = pair if into == "es" else reversed(pair)
                found.setdefault(source, target)
    return found


def english_form(reading: str) -> str:
    """Return the English word that a reading of Apertium's stands for ("harbor<n><pl>"), "" for one it is not told."""
    if not (match := READING.fullmatch(reading)):
        return ""
    lemma, kind, tags = match.groups()
    regular = {
        "": lemma,
        "<sg>": lemma,
        "<pl>": with_s(lemma),
        "<inf>": lemma,
        "<pres>": lemma,
        "<pri>": lemma,
        "<pres><p3><sg>": with_s(lemma),
        "<pri><p3><sg>": with_s(lemma),
        "<past>": f"{stem(lemma)}ed",
        "<pp>": f"{stem(lemma)}ed",
        "<ger>": f"{stem(lemma, 'i')}ing",
    }
    own = irregular().get((kind, lemma), ())
    return own[-1 if tags == "<pp>" else 0] if own and tags in ("<pl>", "<past>", "<pp>") else regular.get(tags, "")


def with_s(lemma: str) -> str:
    """Return a noun's plural or a verb's third person."""
    if re.search("(s|x|z|ch|sh)$", lemma):
        return f"{lemma}es"
    return f"{lemma[:-1]}ies" if re.search(f"{CONSONANT}y$", lemma) else f"{lemma}s"


def stem(lemma: str, before: str = "e") -> str:
    """Return what stands before -ed or -ing: "bak", "stabb", "carri"."""
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1]
    if before == "e" and re.search(f"{CONSONANT}y$", lemma):
        return f"{lemma[:-1]}i"
    return lemma + lemma[-1] if re.fullmatch(f"{CONSONANT}+[aeiou][^aeiouwxy]", lemma) else lemma


def spanish_form(reading: str) -> str:
    """Return the Spanish word that a reading stands for ("viuda<n><f><pl>"), "" for one that regular forms lack."""
    if not (match := READING.fullmatch(reading)):
        return ""
    lemma, kind, tags = match.groups()
    if kind == "<vblex>":
        if not lemma.endswith("ar") or tags not in AR:
            return ""
        root, ending = lemma[:-2], AR[tags]
        return (root[:-1] + STEMS.get(root[-1], root[-1]) if ending[0] in "eé" else root) + ending
    if kind == "<adj>":
        if "<f>" in tags:
            lemma = feminine(lemma)
        return several(lemma) if "<pl>" in tags else lemma
    if kind == "<n>" and tags.endswith("<pl>"):
        head, *rest = re.split(r"(?= (?:de|del|al|a|en|para|con|sin) )", lemma, maxsplit=1)
        return " ".join(map(several, head.split())) + "".join(rest)
    return lemma if kind == "<n>" else ""


def feminine(adjective: str) -> str:
    """Return the feminine of an adjective."""
    if adjective.endswith("o"):
        return f"{adjective[:-1]}a"
    changes = re.search("((?<!ri)or|ón|án|ín|[^t]és)$", adjective)  # not exterior, not cortés
    return adjective.translate(PLAIN) + "a" if changes else adjective


def several(word: str) -> str:
    """Return the plural of a noun or an adjective."""
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    if re.search("[aeoáéóiu]$", word):
        return f"{word}s"
    if re.search("[^áéíóú]s$", word):
        return word
    return (word.translate(PLAIN) if re.search("[áéíóú][ns]$", word) else word) + "es"
