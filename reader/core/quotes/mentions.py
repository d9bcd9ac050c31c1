"""Find who could be speaking: names, pronouns, and nouns for people, groups and texts, outside the quotes.

A mention is the words that name somebody. It also knows where its noun phrase begins ("[campaign manager] Robby Mook")
and what it is: that is all the scorer sees of it, so both languages meet here.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from reader.core.quotes.lexicon import CUE, NOUN, W, words
from reader.core.quotes.narrative import Kind, Narrative


class Form(IntEnum):
    """The forms a mention takes, as the scorer counts them."""

    NAME = 0  # one word: "Caddell"
    FULL_NAME = 1
    TITLED_NAME = 2  # "Sen. Sanders", "el presidente López Obrador"
    HE_SHE = 3
    THEY = 4
    IT = 5
    I_WE = 6
    WHO = 7
    DEFINITE = 8  # "the senator"
    INDEFINITE = 9  # "a spokeswoman"
    BARE = 10  # "sources"
    GROUP = 11  # "the campaign"
    DOCUMENT = 12  # "the letter"
    UNKNOWN_NOUN = 13  # "the trucker": a noun that no list has
    INITIAL_NAME = 14  # one word at the start of a sentence: perhaps no name at all


class Mention(NamedTuple):
    """Words that name somebody: tokens [first, last], the phrase from `left`, characters [start, end)."""

    first: int
    last: int
    left: int
    start: int
    end: int
    form: Form
    classes: int
    possessive: bool = False


NOMINAL = int(NOUN)
# What a noun phrase never runs across.
STOPS_PHRASE = int(W.PREP | W.CONJ | W.AUX | W.REL | W.DET | W.PRONOUN | W.CLITIC)
JOINS = frozenset(words("of de del van von der den la las los al bin ibn el du da di do dos das le san st"))
# Nouns that stand for someone in particular when they have a capital: "el Presidente", "the Senate".
COMMON_NAME = int(W.ROLE | W.GROUP)
# What cannot be the noun that says whose or where.
NO_NOUN = STOPS_PHRASE | int(CUE | W.VERB | W.ADV | W.CALENDAR)
COMPLEMENTS = frozenset(words("of for de del en at from"))
LONGEST_NAME = 9
LONGEST_PHRASE = 6


def find_mentions(paragraph: Narrative) -> list[Mention]:
    """Return the mentions of a paragraph in order; they never overlap."""
    found: list[Mention] = []
    position = 0
    size = len(paragraph)
    kinds = paragraph.kinds
    classes = paragraph.classes
    interesting = int(W.PRONOUN | W.DET | NOUN)
    while position < size:
        kind = kinds[position]
        mention = None
        if kind == Kind.NAME:
            mention = _capitalised(paragraph, position)
        elif kind == Kind.WORD and classes[position] & interesting:
            mention = _common(paragraph, position)
        if mention is None:
            position += 1
        else:
            found.append(mention)
            position = mention.last + 1
    return found


def starts_sentence(paragraph: Narrative, position: int) -> bool:
    """Tell whether the token is the first word of its sentence or follows a quote or a colon."""
    if position == 0:
        return True
    before = paragraph.kinds[position - 1]
    if before in (Kind.END, Kind.QUOTE, Kind.COLON, Kind.OTHER, Kind.DASH, Kind.OPEN):
        return True
    return paragraph.sentence[position] != paragraph.sentence[position - 1]


def _capitalised(paragraph: Narrative, position: int) -> Mention | None:
    """Read a mention that begins with a capital: a name, or a pronoun or article that starts a sentence."""
    classes = paragraph.classes[position]
    if classes & (W.PRONOUN | W.DET) or (classes & W.STOP and not classes & W.TITLE):
        inside = not starts_sentence(paragraph, position)
        if inside and classes & W.DET and _is_name(paragraph, position + 1):  # "at The New York Times"
            return _name(paragraph, position + 1)
        return _common(paragraph, position) if classes & (W.PRONOUN | W.DET | NOMINAL) else None
    if not _is_name(paragraph, position):
        return None
    first = starts_sentence(paragraph, position)
    if first and _is_verb(paragraph, position):
        return None
    if first and classes & NOMINAL and not classes & W.TITLE:
        following = position + 1 < len(paragraph) and paragraph.kinds[position + 1] == Kind.NAME
        if not following:
            return _bare(paragraph, position)
    return _name(paragraph, position)


# "Subió", "Traía", "Llegaron", "Volverá" at the start of a sentence: the subject is left out.
VERB_ENDINGS = ("ó", "ía", "ían", "aba", "aban", "aron", "ieron", "ará", "erá", "irá", "arán", "erán", "irán")


def _is_verb(paragraph: Narrative, position: int) -> bool:
    """Tell whether a capital that starts a sentence is a Spanish verb without a subject."""
    word = paragraph.words[position]
    if word in paragraph.names:
        return False
    return bool(paragraph.classes[position] & (CUE | W.AUX | W.VERB)) or word.endswith(VERB_ENDINGS)


def _is_name(paragraph: Narrative, position: int) -> bool:
    """Tell whether the token can be part of a name."""
    if position >= len(paragraph) or paragraph.kinds[position] != Kind.NAME:
        return False
    classes = paragraph.classes[position]
    if classes & W.TITLE:
        return True
    return not classes & (W.STOP | W.CALENDAR) and not paragraph.words[position].endswith("mente")


def _name(paragraph: Narrative, position: int) -> Mention | None:
    """Read a name: capitals joined by "of", "de la", "von", with the titles before it."""
    last = _name_end(paragraph, position)
    classes = paragraph.classes[position]
    for token in range(position + 1, last + 1):
        classes |= paragraph.classes[token] & (W.GROUP | W.DOC)
    if all(paragraph.classes[token] & COMMON_NAME for token in range(position, last + 1)):
        has_article = position > 0 and paragraph.classes[position - 1] & W.DET
        if has_article or not paragraph.classes[position] & W.TITLE:
            return _phrase(paragraph, position - 1 if has_article else position, last)  # "el Presidente"
    phrase = _noun_after_name(paragraph, position, last)
    if phrase is not None:
        return phrase
    if position == 0 and _is_dateline(paragraph, last):
        return None
    possessive = _is_possessive(paragraph.words[last])
    end = paragraph.ends[last] - _possessive_length(paragraph.words[last])
    left = _left_edge(paragraph, position)
    titled = left < position or bool(paragraph.classes[position] & W.TITLE)
    if (titled and last > position) or left < position:
        form = Form.TITLED_NAME
    elif last > position:
        form = Form.FULL_NAME
    elif starts_sentence(paragraph, position) and not _known(paragraph, last):
        form = Form.INITIAL_NAME
    else:
        form = Form.NAME
    return Mention(position, last, left, paragraph.starts[position], end, form, classes, possessive)


def _known(paragraph: Narrative, token: int) -> bool:
    """Tell whether the article writes a word with a capital within a sentence too."""
    word = paragraph.words[token]
    return word[: len(word) - _possessive_length(word)] in paragraph.names


def _name_end(paragraph: Narrative, position: int) -> int:
    """Return the last token of the name that begins at `position`."""
    kinds = paragraph.kinds
    spelled = paragraph.words
    size = min(len(paragraph), position + LONGEST_NAME)
    last = position
    while not _is_possessive(spelled[last]):
        following = last + 1
        if following < size and _is_name(paragraph, following):
            last = following
        elif following + 1 < size and spelled[following] in JOINS and kinds[following] == Kind.WORD:
            step = following + 1
            if step + 1 < size and spelled[step] in ("la", "las", "los", "the", "el", "der", "den"):
                step += 1
            if not _is_name(paragraph, step):
                break
            last = step
        else:
            break
    return last


def _is_dateline(paragraph: Narrative, last: int) -> bool:
    """Tell whether the name that opens a paragraph is where it was written: "WASHINGTON (AP) —", "Tel Aviv –"."""
    cursor = last + 1
    size = len(paragraph)
    if cursor + 2 < size and paragraph.kinds[cursor] == Kind.OPEN and paragraph.kinds[cursor + 2] == Kind.CLOSE:
        cursor += 3
    return cursor < size and paragraph.kinds[cursor] == Kind.DASH


def _is_possessive(word: str) -> bool:
    """Tell whether a word owns what follows: "Trump’s"."""
    return word.endswith(("'s", "’s", "s'", "s’"))


def _possessive_length(word: str) -> int:
    """Return how many characters of a word are its possessive ending."""
    return 0 if not _is_possessive(word) else 2 if word[-1] == "s" else 1


def _noun_after_name(paragraph: Narrative, position: int, last: int) -> Mention | None:
    """Read "the Vermont senator" or "the Trump campaign": a name that only says which."""
    following = last + 1
    if following >= len(paragraph) or paragraph.kinds[following] != Kind.WORD:
        return None
    classes = paragraph.classes[following]
    has_article = position > 0 and paragraph.classes[position - 1] & W.DET
    if not classes & NOMINAL or not (has_article or classes & (W.GROUP | W.DOC)):
        return None
    if classes & CUE and not has_article:
        return None
    head = following
    while head + 1 < len(paragraph) and paragraph.kinds[head + 1] == Kind.WORD:
        further = paragraph.classes[head + 1]
        if not further & NOMINAL or further & CUE:
            break
        head += 1
    if head + 1 < len(paragraph) and _is_name(paragraph, head + 1):
        return None  # "the Trump campaign manager Robby Mook": the name is what counts
    first = position - 1 if has_article else position
    return _phrase(paragraph, first, head)


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
    if classes & W.DET:
        phrase = _determined(paragraph, position)
        if phrase is not None:
            return phrase
    if classes & W.PRONOUN:
        return _pronoun(paragraph, position)
    if classes & NOMINAL and not classes & W.DET:
        return _bare(paragraph, position)
    return None


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
    if position + 1 >= len(paragraph):
        return False
    kind = paragraph.kinds[position + 1]
    return kind == Kind.COMMA or (
        kind == Kind.WORD and bool(paragraph.classes[position + 1] & (CUE | W.AUX | W.CLITIC))
    )


def _determined(paragraph: Narrative, position: int) -> Mention | None:
    """Read an article with its noun: "a campaign spokeswoman", "el propio diácono", "the one trucker" beside a verb."""
    limit = min(len(paragraph), position + 1 + LONGEST_PHRASE)
    head = -1
    cursor = position + 1
    while cursor < limit:
        kind = paragraph.kinds[cursor]
        classes = paragraph.classes[cursor]
        if kind == Kind.NAME:
            if head < 0 and _is_name(paragraph, cursor):
                return None  # a name follows; it is read on its own, with this article as its left edge
            break
        if kind != Kind.WORD:
            break
        if classes & NOMINAL:
            head = cursor
        elif (classes & STOPS_PHRASE and not classes & W.ADJ) or (head >= 0 and not classes & W.ADJ):
            break
        cursor += 1
    if head >= 0:
        if head + 1 < len(paragraph) and _is_name(paragraph, head + 1) and _name_continues(paragraph, head):
            return None
        return _phrase(paragraph, position, head)
    return _unknown(paragraph, position, cursor)


def _name_continues(paragraph: Narrative, head: int) -> bool:
    """Tell whether a noun for a person or group is the title of the name after it: "el presidente López Obrador"."""
    return bool(paragraph.classes[head] & (W.ROLE | W.TITLE | W.GROUP))


def _unknown(paragraph: Narrative, position: int, after: int) -> Mention | None:
    """Read an article with a noun that no list has, if a verb stands beside it: "said the trucker"."""
    size = after - position - 1
    if position > 0 and paragraph.classes[position - 1] & CUE and size:
        head = position + 1
        while head + 1 < after and paragraph.classes[head + 1] & W.ADJ:
            head += 1
        return _phrase(paragraph, position, head)
    for cursor in range(position + 2, min(after + 1, len(paragraph))):
        if paragraph.words[cursor - 1].endswith(VERB_ENDINGS):  # "la presentó"
            break
        if paragraph.classes[cursor] & (CUE | W.AUX):
            return _phrase(paragraph, position, cursor - 1)
    if paragraph.classes[position] & W.INDEF and not size:  # "algunos", "another said"
        return _phrase(paragraph, position, position)
    return None


def _bare(paragraph: Narrative, position: int) -> Mention | None:
    """Read a noun without an article: "sources said", "Officials in Ohio say"."""
    classes = paragraph.classes[position]
    if classes & CUE and not classes & W.NOUNISH:
        return None
    head = position
    while head + 1 < len(paragraph) and paragraph.kinds[head + 1] == Kind.WORD:
        following = paragraph.classes[head + 1]
        if not following & NOMINAL or following & CUE:
            break
        head += 1
    if head + 1 < len(paragraph) and _is_name(paragraph, head + 1):
        return None
    return _phrase(paragraph, position, head)


def _phrase(paragraph: Narrative, first: int, head: int) -> Mention:
    """Return the mention of a noun phrase, its form told by article and head."""
    classes = paragraph.classes[head]
    if not classes & NOMINAL:
        form = Form.UNKNOWN_NOUN
    elif classes & W.ROLE:
        article = paragraph.classes[first]
        form = Form.INDEFINITE if article & W.INDEF else Form.DEFINITE if article & W.DET else Form.BARE
    elif classes & W.GROUP:
        form = Form.GROUP
    else:
        form = Form.DOCUMENT
    classes |= paragraph.classes[first] & (W.MASC | W.FEM | W.PLURAL)
    last = _complement(paragraph, head) if classes & (W.ROLE | W.GROUP) else head
    possessive = _is_possessive(paragraph.words[last])
    end = paragraph.ends[last] - _possessive_length(paragraph.words[last])
    return Mention(first, last, first, paragraph.starts[first], end, form, classes, possessive)


def _complement(paragraph: Narrative, head: int) -> int:
    """Return the last token of a phrase with what says whose or where: "a spokesman [for the campaign]"."""
    cursor = head + 1
    while cursor < len(paragraph) and cursor <= head + 2 and paragraph.classes[cursor] & W.ADJ:
        cursor += 1
    if cursor >= len(paragraph) or paragraph.words[cursor] not in COMPLEMENTS or _is_possessive(paragraph.words[head]):
        return head
    cursor += 1
    if cursor < len(paragraph) and paragraph.classes[cursor] & W.DET and paragraph.kinds[cursor] == Kind.WORD:
        cursor += 1
    if _is_name(paragraph, cursor):
        return _name_end(paragraph, cursor)
    if cursor < len(paragraph) and paragraph.kinds[cursor] == Kind.WORD and not paragraph.classes[cursor] & NO_NOUN:
        return cursor
    return head
