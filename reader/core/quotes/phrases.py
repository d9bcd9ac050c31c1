"""What a mention is, and how names and noun phrases are read off the tokens of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.quotes.lexicon import CUE, NOUN, W, words
from reader.core.quotes.narrative import Kind, Narrative


class Form:
    """The forms a mention takes, as the scorer counts them; plain integers, as `Kind` is."""

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


# Neither this nor what else is made for every mention and quote is frozen: that would take five times as long.
@dataclass(slots=True, eq=False)
class Mention:
    """Words that name somebody: tokens [first, last], the phrase from `left`, characters [start, end)."""

    first: int
    last: int
    left: int
    start: int
    end: int
    form: int  # see `Form`
    classes: int
    possessive: bool = False


NOMINAL = int(NOUN)
# What a noun phrase never runs across.
STOPS_PHRASE = int(W.PREP | W.CONJ | W.AUX | W.REL | W.DET | W.PRONOUN | W.CLITIC)
JOINS = frozenset(words("of de del van von der den la las los al bin ibn el du da di do dos das le san st"))
# What cannot be the noun that says whose or where.
NO_NOUN = STOPS_PHRASE | int(CUE | W.VERB | W.ADV | W.CALENDAR)
COMPLEMENTS = frozenset(words("of for de del en ante at from"))
# What seldom stands right after a name that starts a sentence, and often after a verb.
AFTER_VERBS = frozenset(
    words("por un una unos unas el los las al sin sobre desde hasta ayer hoy este esta entre hacia tras")
)
LONGEST_NAME = 9
DATELINE = 12  # tokens up to its dash
MARKS = frozenset('“”„"«»‘’')
# What a mark that opens is closed by.
CLOSED_BY = {"“": "”", "«": "»", "‘": "’", '"': '"'}
WITHIN_MARKS = 12
# What follows "preguntada", "consultado": the sentence has its subject later.
ASKED_ABOUT = frozenset(words("por sobre acerca"))
PARTICIPLE = ("ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas")
# "Subió", "Traía", "Llegaron", "Volverá" at the start of a sentence: the subject is left out.
VERB_ENDINGS = ("ó", "ía", "ían", "aba", "aban", "aron", "ieron", "ará", "erá", "irá", "arán", "erán", "irán")


def starts_sentence(paragraph: Narrative, position: int) -> bool:
    """Tell whether the token is the first word of its sentence or follows a quote or a colon."""
    if position == 0:
        return True
    before = paragraph.kinds[position - 1]
    if before in (Kind.END, Kind.QUOTE, Kind.COLON, Kind.OTHER, Kind.DASH, Kind.OPEN):
        return True
    return paragraph.sentence[position] != paragraph.sentence[position - 1]


def is_verb(paragraph: Narrative, position: int) -> bool:
    """Tell whether a capital that starts a sentence is a Spanish verb without a subject."""
    word = paragraph.words[position]
    if word in paragraph.names:
        return False
    return bool(paragraph.classes[position] & (CUE | W.AUX | W.VERB)) or word.endswith(VERB_ENDINGS)


def is_name(paragraph: Narrative, position: int) -> bool:
    """Tell whether the token can be part of a name."""
    if position >= len(paragraph.kinds) or paragraph.kinds[position] != Kind.NAME:
        return False
    classes = paragraph.classes[position]
    if classes & W.TITLE:
        return True
    return not classes & (W.STOP | W.CALENDAR) and not paragraph.words[position].endswith("mente")


def is_followed_as_verb(paragraph: Narrative, position: int) -> bool:
    """Tell whether a capital that starts a sentence is a Spanish verb by what follows: "Circula por las redes"."""
    following = position + 1
    if following >= len(paragraph) or paragraph.words[position] in paragraph.names:
        return False
    return paragraph.kinds[following] == Kind.WORD and paragraph.words[following] in AFTER_VERBS


def is_adverb(paragraph: Narrative, position: int) -> bool:
    """Tell whether a capital that starts a sentence says how or when: "Separately, Trump said", "Preguntada por"."""
    word = paragraph.words[position]
    if position + 1 >= len(paragraph.kinds) or known(paragraph, position):
        return False
    if word.endswith("ly") and len(word) > 5 and paragraph.kinds[position + 1] == Kind.COMMA:
        return True
    return word.endswith(PARTICIPLE) and paragraph.words[position + 1] in ASKED_ABOUT


def after_marks(paragraph: Narrative, position: int) -> int:
    """Return the token after words in marks that `position` opens, itself if they are not closed soon."""
    closer = CLOSED_BY.get(paragraph.words[position])
    if closer is None:
        return position
    for token in range(position + 1, min(position + WITHIN_MARKS, len(paragraph.kinds))):
        if paragraph.words[token] == closer:
            return token + 1
    return position


def known(paragraph: Narrative, token: int) -> bool:
    """Tell whether the article writes a word with a capital within a sentence too."""
    word = paragraph.words[token]
    return word[: len(word) - possessive_length(word)] in paragraph.names


def name_end(paragraph: Narrative, position: int) -> int:
    """Return the last token of the name that begins at `position`."""
    kinds = paragraph.kinds
    spelled = paragraph.words
    size = min(len(paragraph.kinds), position + LONGEST_NAME)
    last = position
    while not is_possessive(spelled[last]):
        following = last + 1
        if following < size and is_name(paragraph, following):
            last = following
        elif following + 1 < size and spelled[following] in JOINS and kinds[following] == Kind.WORD:
            step = following + 1
            if step + 1 < size and spelled[step] in ("la", "las", "los", "the", "el", "der", "den"):
                step += 1
            if not is_name(paragraph, step):
                break
            last = step
        elif following + 3 < size and spelled[following] in MARKS and is_name(paragraph, following + 3):
            if kinds[following + 1] != Kind.NAME or spelled[following + 2] not in MARKS:  # Remedios “Reme” Aguado
                break
            last = following + 3
        else:
            break
    return last


def is_dateline(paragraph: Narrative, last: int) -> bool:
    """Tell whether the name that opens a paragraph is where it was written: "Tel Aviv –", "Lima, 3 sep (EFE).-"."""
    size = len(paragraph.kinds)
    if last + 1 < size and paragraph.kinds[last + 1] == Kind.DASH:
        return True
    for cursor in range(last + 2, min(last + DATELINE, size)):
        if paragraph.kinds[cursor] == Kind.DASH and paragraph.kinds[cursor - 1] in (Kind.CLOSE, Kind.END):
            return True
    return False


def is_possessive(word: str) -> bool:
    """Tell whether a word owns what follows: "Trump’s"."""
    return word.endswith(("'s", "’s", "s'", "s’"))


def possessive_length(word: str) -> int:
    """Return how many characters of a word are its possessive ending."""
    return 0 if not is_possessive(word) else 2 if word[-1] == "s" else 1


def phrase(paragraph: Narrative, first: int, head: int) -> Mention:
    """Return the mention of a noun phrase, its form told by article and head."""
    noun = head
    while paragraph.classes[noun] & W.NATIVE and noun - 1 > first and paragraph.classes[noun - 1] & NOMINAL:
        noun -= 1  # "el Gobierno danés" is a government
    classes = paragraph.classes[noun]
    if not classes & NOMINAL:
        form = Form.UNKNOWN_NOUN
    elif classes & W.ROLE:
        article = paragraph.classes[first]
        form = Form.INDEFINITE if article & W.INDEF else Form.DEFINITE if article & W.DET else Form.BARE
    elif classes & W.GROUP:
        form = Form.GROUP
    else:
        form = Form.DOCUMENT
    if not paragraph.classes[first] & W.OBJECT:  # "her lawyer" may be a man
        classes |= paragraph.classes[first] & (W.MASC | W.FEM | W.PLURAL)
    last = complement(paragraph, head) if classes & (W.ROLE | W.GROUP) else head
    possessive = is_possessive(paragraph.words[last])
    end = paragraph.ends[last] - possessive_length(paragraph.words[last])
    return Mention(first, last, first, paragraph.starts[first], end, form, classes, possessive)


def complement(paragraph: Narrative, head: int) -> int:
    """Return the last token of a phrase with what says whose or where: "a spokesman [for the campaign]"."""
    cursor = head + 1
    while cursor < len(paragraph.kinds) and cursor <= head + 2 and paragraph.classes[cursor] & W.ADJ:
        cursor += 1
    if (
        cursor >= len(paragraph.kinds)
        or paragraph.words[cursor] not in COMPLEMENTS
        or is_possessive(paragraph.words[head])
    ):
        return head
    cursor += 1
    if cursor < len(paragraph.kinds) and paragraph.classes[cursor] & W.DET and paragraph.kinds[cursor] == Kind.WORD:
        cursor += 1
    if is_name(paragraph, cursor):
        return name_end(paragraph, cursor)
    if (
        cursor < len(paragraph.kinds)
        and paragraph.kinds[cursor] == Kind.WORD
        and not paragraph.classes[cursor] & NO_NOUN
    ):
        return head if paragraph.words[cursor][0].isdigit() else cursor  # "un hombre de 58 años"
    return head
