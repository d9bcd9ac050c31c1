"""Find who could be speaking: names, pronouns, and nouns for people, groups and texts, outside the quotes.

A mention is the words that name somebody. It also knows where its noun phrase begins ("[campaign manager] Robby Mook")
and what it is: that is all the scorer sees of it, so both languages meet here.
"""

from __future__ import annotations

from reader.core.quotes.lexicon import CUE, NOUN, W
from reader.core.quotes.narrative import Kind, Narrative
from reader.core.quotes.phrases import (
    NOMINAL,
    STOPS_PHRASE,
    VERB_ENDINGS,
    Form,
    Mention,
    after_marks,
    is_adverb,
    is_dateline,
    is_followed_as_verb,
    is_name,
    is_possessive,
    is_verb,
    known,
    name_end,
    phrase,
    possessive_length,
    starts_sentence,
)

# Nouns that stand for someone in particular when they have a capital: "el Presidente", "the Senate".
COMMON_NAME = int(W.ROLE | W.GROUP)
LONGEST_PHRASE = 6
# What a mention in small letters begins with.
BEGINS = int(W.PRONOUN | W.DET | W.PART | NOUN)


def find_mentions(paragraph: Narrative) -> list[Mention]:
    """Return the mentions of a paragraph in order; they never overlap."""
    found: list[Mention] = []
    kinds, classes = paragraph.kinds, paragraph.classes
    word, capital, other = Kind.WORD, Kind.NAME, Kind.OTHER
    beginnings = [
        position
        for position, kind in enumerate(kinds)
        if (classes[position] & BEGINS if kind == word else kind in (capital, other))
    ]
    free = 0  # the first token after the last mention
    for position in beginnings:
        if position < free:
            continue
        kind = kinds[position]
        if kind == other:  # a title or a word in marks speaks no more than a quote does
            free = after_marks(paragraph, position)
            continue
        mention = _capitalised(paragraph, position) if kind == capital else _common(paragraph, position)
        if mention is not None:
            found.append(mention)
            free = mention.last + 1
    return found


def _capitalised(paragraph: Narrative, position: int) -> Mention | None:
    """Read a mention that begins with a capital: a name, or a pronoun or article that starts a sentence."""
    classes = paragraph.classes[position]
    if classes & (W.PRONOUN | W.DET) or (classes & W.STOP and not classes & W.TITLE):
        inside = not starts_sentence(paragraph, position)
        if inside and classes & W.DET and is_name(paragraph, position + 1):  # "at The New York Times"
            return _name(paragraph, position + 1)
        return _common(paragraph, position) if classes & (W.PRONOUN | W.DET | W.PART | NOMINAL) else None
    first = starts_sentence(paragraph, position)
    if not is_name(paragraph, position) or (first and _begins_otherwise(paragraph, position)):
        return None
    if classes & W.DEMONYM and name_end(paragraph, position) == position:
        return _of_nation(paragraph, position)
    if first and classes & NOMINAL and not classes & W.TITLE:
        following = position + 1 < len(paragraph.kinds) and paragraph.kinds[position + 1] == Kind.NAME
        if not following:
            return _bare(paragraph, position)
    return _name(paragraph, position)


def _begins_otherwise(paragraph: Narrative, position: int) -> bool:
    """Tell whether a capital only starts a sentence: "Subió", "Preguntada por", "Circula por las redes"."""
    if is_verb(paragraph, position) or is_adverb(paragraph, position):
        return True
    return name_end(paragraph, position) == position and is_followed_as_verb(paragraph, position)


def _of_nation(paragraph: Narrative, position: int) -> Mention | None:
    """Read "[the] American officials" or "the Chilean pilot"; the adjective alone names nobody."""
    head = position
    while head + 1 < len(paragraph.kinds) and paragraph.kinds[head + 1] == Kind.WORD:
        classes = paragraph.classes[head + 1]
        if not classes & NOMINAL or classes & CUE:
            break
        head += 1
    if head == position or (head + 1 < len(paragraph.kinds) and is_name(paragraph, head + 1)):
        return None
    has_article = position > 0 and paragraph.classes[position - 1] & W.DET
    return phrase(paragraph, position - 1 if has_article else position, head)


def _name(paragraph: Narrative, position: int) -> Mention | None:
    """Read a name: capitals joined by "of", "de la", "von", with the titles before it."""
    last = name_end(paragraph, position)
    classes = paragraph.classes[position]
    for token in range(position + 1, last + 1):
        classes |= paragraph.classes[token] & (W.GROUP | W.DOC)
    if classes & W.THING and last > position:
        classes |= W.GROUP
    if all(bits & COMMON_NAME for bits in paragraph.classes[position : last + 1]):
        has_article = position > 0 and paragraph.classes[position - 1] & W.DET
        if has_article or not paragraph.classes[position] & W.TITLE:
            return phrase(paragraph, position - 1 if has_article else position, last)  # "el Presidente"
    noun = _noun_after_name(paragraph, position, last)
    if noun is not None:
        return noun
    if position == 0 and is_dateline(paragraph, last):
        return None
    possessive = is_possessive(paragraph.words[last])
    end = paragraph.ends[last] - possessive_length(paragraph.words[last])
    left = _left_edge(paragraph, position)
    titled = left < position or bool(paragraph.classes[position] & W.TITLE)
    if (titled and last > position) or left < position:
        form = Form.TITLED_NAME
    elif last > position:
        form = Form.FULL_NAME
    elif starts_sentence(paragraph, position) and not known(paragraph, last):
        form = Form.INITIAL_NAME
    else:
        form = Form.NAME
    return Mention(position, last, left, paragraph.starts[position], end, form, classes, possessive)


def _noun_after_name(paragraph: Narrative, position: int, last: int) -> Mention | None:
    """Read "the Vermont senator" or "the Trump campaign": a name that only says which."""
    following = last + 1
    if following >= len(paragraph.kinds) or paragraph.kinds[following] != Kind.WORD:
        return None
    classes = paragraph.classes[following]
    has_article = position > 0 and paragraph.classes[position - 1] & W.DET
    if not classes & NOMINAL or not (has_article or classes & (W.GROUP | W.DOC)):
        return None
    if classes & CUE and not has_article:
        return None
    head = _last_noun(paragraph, following)
    if head + 1 < len(paragraph.kinds) and is_name(paragraph, head + 1):
        return None  # "the Trump campaign manager Robby Mook": the name is what counts
    first = position - 1 if has_article else position
    return phrase(paragraph, first, head)


def _left_edge(paragraph: Narrative, position: int) -> int:
    """Return where the phrase of a name begins: "[el juez del Tribunal Supremo] Ángel Hurtado"."""
    left = position
    seen_noun = False
    while left > 0 and position - left < LONGEST_PHRASE and paragraph.kinds[left - 1] == Kind.WORD:
        classes = paragraph.classes[left - 1]
        if classes & (W.ROLE | W.TITLE | W.GROUP) and not (classes & CUE and not classes & W.TITLE):
            seen_noun = True
        elif not classes & W.ADJ or not seen_noun:
            if seen_noun and classes & W.DET:
                left -= 1
            break
        left -= 1
    return left if seen_noun else position


def _common(paragraph: Narrative, position: int) -> Mention | None:
    """Read a mention that begins with a pronoun, an article or a bare noun."""
    classes = paragraph.classes[position]
    if classes & W.PART:
        part = _part(paragraph, position)
        if part is not None:
            return part
    if classes & W.DET:
        determined = _determined(paragraph, position)
        if determined is not None:
            return determined
    if classes & W.PRONOUN:
        return _pronoun(paragraph, position)
    if classes & NOMINAL and not classes & W.DET:
        return _bare(paragraph, position)
    return None


def _part(paragraph: Narrative, position: int) -> Mention | None:
    """Read some of several: "una de las vecinas", "dos de los detenidos"."""
    if position + 3 >= len(paragraph) or paragraph.words[position + 1] != "de":
        return None
    if not paragraph.classes[position + 2] & W.DET or not paragraph.classes[position + 2] & W.PLURAL:
        return None
    whole = _determined(paragraph, position + 2)
    if whole is None or whole.form == Form.UNKNOWN_NOUN:
        return None
    number = paragraph.classes[position]
    classes = whole.classes & ~(W.PLURAL | W.MASC | W.FEM) | number & (W.PLURAL | W.MASC | W.FEM)
    start = paragraph.starts[position]
    return Mention(position, whole.last, position, start, whole.end, Form.INDEFINITE, classes)


def _pronoun(paragraph: Narrative, position: int) -> Mention | None:
    """Read a pronoun that can be a subject."""
    classes = paragraph.classes[position]
    if classes & W.DET and not _stands_alone(paragraph, position):
        return None
    if classes & W.FIRST:
        form = Form.I_WE
    elif classes & W.REL or paragraph.words[position] == "who":
        form = Form.WHO
    elif classes & W.PLURAL:
        form = Form.THEY
    elif classes & (W.MASC | W.FEM):
        form = Form.HE_SHE
    else:
        form = Form.IT
    return Mention(position, position, position, paragraph.starts[position], paragraph.ends[position], form, classes)


def _stands_alone(paragraph: Narrative, position: int) -> bool:
    """Tell whether a word that can be article or pronoun is a pronoun here: "este dijo" but not "esta mezcla"."""
    if position + 1 >= len(paragraph.kinds):
        return False
    kind = paragraph.kinds[position + 1]
    return kind == Kind.COMMA or (
        kind == Kind.WORD and bool(paragraph.classes[position + 1] & (CUE | W.AUX | W.CLITIC))
    )


def _determined(paragraph: Narrative, position: int) -> Mention | None:
    """Read an article with its noun: "a campaign spokeswoman", "el propio diácono", "the one trucker" beside a verb."""
    limit = min(len(paragraph.kinds), position + 1 + LONGEST_PHRASE)
    head = -1
    cursor = position + 1
    while cursor < limit:
        kind = paragraph.kinds[cursor]
        classes = paragraph.classes[cursor]
        if kind == Kind.NAME:
            if head < 0 and is_name(paragraph, cursor):
                return None  # a name follows; it is read on its own, with this article as its left edge
            break
        if kind != Kind.WORD:
            break
        if classes & W.NATIVE and head < 0 and cursor > position + 1 and not paragraph.classes[cursor - 1] & W.ADJ:
            cursor += 1  # "el sistema valenciano" is nobody
            continue
        if classes & NOMINAL:
            if head >= 0 and classes & CUE:  # "el colectivo denuncia"
                break
            head = cursor
        elif (classes & STOPS_PHRASE and not classes & W.ADJ) or (head >= 0 and not classes & W.ADJ):
            break
        cursor += 1
    if head >= 0:
        if head + 1 < len(paragraph.kinds) and is_name(paragraph, head + 1) and _name_continues(paragraph, head):
            return None
        return phrase(paragraph, position, head)
    return _unknown(paragraph, position, cursor)


def _name_continues(paragraph: Narrative, head: int) -> bool:
    """Tell whether a noun for a person or group is the title of the name after it: "el presidente López Obrador"."""
    return bool(paragraph.classes[head] & (W.ROLE | W.TITLE | W.GROUP))


def _unknown(paragraph: Narrative, position: int, after: int) -> Mention | None:
    """Read an article with a noun that no list has, if a verb stands beside it: "said the trucker"."""
    size = after - position - 1
    for classes in paragraph.classes[position:after]:
        if classes & W.CALENDAR:  # "advirtió el lunes"
            return None
    if position > 0 and paragraph.classes[position - 1] & CUE and size:
        head = position + 1
        while head + 1 < after and paragraph.classes[head + 1] & W.ADJ:
            head += 1
        return phrase(paragraph, position, head)
    for cursor in range(position + 2, min(after + 1, len(paragraph.kinds))):
        if paragraph.words[cursor - 1].endswith(VERB_ENDINGS):  # "la presentó"
            break
        if paragraph.classes[cursor] & (CUE | W.AUX):
            return phrase(paragraph, position, cursor - 1)
    if (
        paragraph.classes[position] & W.INDEF and not size and paragraph.words[position] not in ("a", "an", "un", "una")
    ):  # "algunos", "another said"
        return phrase(paragraph, position, position)
    return None


def _bare(paragraph: Narrative, position: int) -> Mention | None:
    """Read a noun without an article: "sources said", "Officials in Ohio say"."""
    classes = paragraph.classes[position]
    if classes & W.NATIVE or (classes & CUE and not classes & W.NOUNISH):
        return None
    if position and paragraph.classes[position - 1] & W.REL and not classes & W.PLURAL:  # "la botánica que guarda"
        return None
    head = _last_noun(paragraph, position)
    if head + 1 < len(paragraph.kinds) and is_name(paragraph, head + 1):
        return None
    return phrase(paragraph, position, head)


def _last_noun(paragraph: Narrative, head: int) -> int:
    """Return where the run of nouns that begins at `head` ends: "campaign manager" in "the campaign manager said"."""
    while head + 1 < len(paragraph.kinds) and paragraph.kinds[head + 1] == Kind.WORD:
        following = paragraph.classes[head + 1]
        if not following & NOMINAL or following & CUE:
            break
        head += 1
    return head
