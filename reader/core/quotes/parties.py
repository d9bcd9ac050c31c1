"""Know who takes part in a conversation: named people, "the guard", "la anciana", and a narrator who says "I".

News names people in full and describes them by their office; a story calls them Walt, Uncle Walt and the old man. Here
every word by which the text calls somebody leads to one party.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.core.quotes.antecedents import GENDER, RELATED, Antecedents
from reader.core.quotes.candidates import Passage
from reader.core.quotes.cast import POSSESSIVE, gender_of, referred
from reader.core.quotes.lexicon import W, words
from reader.core.quotes.phrases import Form, Mention
from reader.core.quotes.speaker_features import Sighting
from reader.core.quotes.subjects import NAMES, apposition

NOUNS = (Form.DEFINITE, Form.INDEFINITE, Form.UNKNOWN_NOUN)
# Nouns that tell no more than sex, age or kin: where one person is named whom they fit, they mean that person.
PLAIN = frozenset(
    words(
        """
        hombre mujer muchacho muchacha chico chica niño niña viejo vieja anciano anciana joven señor señora señorita
        chiquillo crío marido esposo esposa hermano hermana padre madre tío tía abuelo abuela hijo hija sobrino sobrina
        man woman boy girl lad lass lady gentleman fellow kid child youngster husband wife brother sister father mother
        uncle aunt son daughter niece nephew grandfather grandmother
        """
    )
)
# Words that call nobody in particular.
ANYONE = frozenset(("alguien", "nadie", "someone", "somebody", "nobody", "anyone", "anybody", "everyone", "everybody"))
# Endings of nouns for people that no list has: "the ferryman", "the gatekeeper".
PERSONAL = ("man", "woman", "keeper", "master", "mistress", "maid", "boy", "girl", "smith", "wright", "herd", "wife")
# Someone spoken to: "Ven, Lucía.", "¿Evaristo?", "Well, Uncle Walt, you", "sí, mi sargento".
ADDRESSED = re.compile(
    r"(?:^|(?<=[,¡¿(—«“‘\"']))[ \u00a0]?"
    r"(?:(?i:mi|don|doña|señora?|señorita|tí[oa]|doctora?|my|dear|mr\.?|mrs\.?|miss|uncle|aunt|captain)[ \u00a0])?"
    r"([^\W\d_][\w-]{1,40})(?=[,.!?…;»”’\"')—]|$)"
)


@dataclass(slots=True, eq=False)
class Party:
    """Somebody who takes part: the best name to show, the words that call them, in lower case, and the gender."""

    name: str
    words: set[str]
    gender: int = 0
    leaning: int = 0  # the gender that a name's last letter suggests, or the gender
    named: bool = False
    narrator: bool = False
    seen: list[int] = field(default_factory=list)  # where the narration makes them its subject, in order
    told: bool = True  # named outside speech
    active: bool = False  # speaks or acts, or is spoken to

    def fits(self, gender: int) -> bool:
        """Tell whether nothing speaks against a gender."""
        return not gender or not self.gender or self.gender == gender


class Parties:
    """The parties of one conversation, found or made from the mentions of its text in order."""

    def __init__(self, antecedents: Antecedents) -> None:
        self._antecedents = antecedents
        self.known: list[Party] = []
        self._by_word: dict[str, Party] = {}

    def of(
        self, passage: Passage, sighting: Sighting, *, speaks: bool = False, other_than: Party | None = None
    ) -> Party | None:
        """Return whom a name or a noun calls, a new party if need be; None for pronouns, groups and things.

        `speaks` tells that a verb says so; "dijo su marido" is more likely one of those named than "su marido" is.
        A noun without a name never means `other_than`, who has just spoken.
        """
        mention = sighting.mention
        if mention.possessive or mention.classes & (W.PLURAL | W.PART):
            return None
        if mention.form in NAMES:
            return None if mention.classes & (W.GROUP | W.DOC) else self._by_name(passage, mention, speaks=speaks)
        tokens = range(mention.first, mention.last + 1)
        if any(passage.narrative.classes[token] & W.DOC for token in tokens):
            return None  # "la carta oficial"
        if mention.form in NOUNS and (mention.classes & W.ROLE or mention.form == Form.UNKNOWN_NOUN):
            return self._by_noun(passage, sighting, other_than, speaks=speaks)
        return None

    def addressed(self, speech: str) -> list[Party]:
        """Return who is spoken to in a speech; a given name that nobody has been called by yet is a new party."""
        found = []
        for match in ADDRESSED.finditer(speech):
            word = match[1]
            party = self._by_word.get(word.lower())
            if party is None and word[0].isupper():
                gender = gender_of(word.lower(), self._antecedents.lexicon)
                party = (
                    self._new(Party(word, {word.lower()}, gender, gender, named=True, told=False)) if gender else None
                )
            if party is not None:
                found.append(party)
        return found

    def narrator(self) -> Party:
        """Return who tells the story as "I"."""
        for party in self.known:
            if party.narrator:
                return party
        spanish = self._antecedents.lexicon.language == "es"
        return self._new(Party("yo" if spanish else "I", set(), narrator=True, active=True))

    def called_narrator(self) -> Party | None:
        """Take out the name that is only ever spoken to, which in a story told by "I" is the narrator's; return it."""
        called = [party for party in self.known if party.named and not party.told]
        if len(called) != 1 or not any(party.narrator for party in self.known):
            return None
        self.known.remove(called[0])
        return called[0]

    def _new(self, party: Party) -> Party:
        self.known.append(party)
        for word in party.words:
            self._by_word.setdefault(word, party)
        return party

    def _by_name(self, passage: Passage, mention: Mention, *, speaks: bool = True) -> Party | None:
        """Return who has a name; "Mrs. Quint" and "Rosalie Quint" share a word, and nothing else need be said."""
        classes, spelled = passage.narrative.classes, passage.narrative.words
        tokens = range(mention.first, mention.last + 1)
        spelled_out = [
            POSSESSIVE.sub("", spelled[token])
            for token in tokens
            if not classes[token] & (W.TITLE | W.ROLE | W.DEMONYM | W.LINK | W.PREP | W.DET)
            and spelled[token][0].isalnum()
        ] or [spelled[mention.last]]
        name = self._antecedents.full_name(passage, mention)
        gender = 0
        for token in range(mention.left, mention.last + 1):
            gender = gender or classes[token] & GENDER
        lexicon = self._antecedents.lexicon
        gender = self._antecedents.gender(name) or gender or gender_of(spelled_out[0], lexicon)
        gender = gender or referred(self._antecedents.text, mention.end)
        spanish = lexicon.language == "es"
        leaning = gender or (int({"a": W.FEM, "o": W.MASC}.get(spelled_out[0][-1], 0)) if spanish else 0)
        if mention.form == Form.INITIAL_NAME and not (gender or speaks or spelled_out[0] in passage.narrative.names):
            return None  # "Sujeté la tabla."
        called = {spelled[token] for token in range(mention.left, mention.first) if classes[token] & W.ROLE}
        called.update(spelled_out)  # "mi tío Eusebio"
        for word in (spelled_out[-1], spelled_out[0]):
            party = self._by_word.get(word)
            if party is not None and party.fits(gender):
                break
        else:
            return self._new(Party(name, called, int(gender), int(leaning), named=True))
        party.told = True
        party.gender = party.gender or int(gender)
        party.leaning = party.gender or party.leaning or int(leaning)
        if not party.named or len(name.split(" ")) > len(party.name.split(" ")):
            party.name, party.named = name, True
        for word in called:
            party.words.add(word)
            self._by_word.setdefault(word, party)
        return party

    def _by_noun(self, passage: Passage, sighting: Sighting, other_than: Party | None, *, speaks: bool) -> Party | None:
        """Return whom a noun calls: who was called so before, a name beside it, or the only one named whom it fits."""
        mention = sighting.mention
        classes, spelled = passage.narrative.classes, passage.narrative.words
        tokens = [token for token in range(mention.first, mention.last + 1) if classes[token] & W.ROLE]
        head = tokens[0] if tokens else min(mention.last, mention.first + 1)
        plain = spelled[head]
        first = mention.first + bool(classes[mention.first] & W.DET)
        noun = " ".join(spelled[first : head + 1])  # "old man" is not "young man"
        text = self._antecedents.text[mention.start : mention.end]
        related = text.lower().startswith(RELATED)
        if noun in ANYONE or len(plain) < 2 or (related and not speaks and plain not in PLAIN):
            return None
        gender = int(mention.classes & GENDER)
        named = apposition(passage, sighting)
        if named is not None:
            party = self._by_name(passage, named.mention)
            if party is not None:
                party.gender = party.gender or gender
                party.words.add(noun)
                self._by_word.setdefault(noun, party)
            return party
        party = self._by_word.get(noun)
        if party is None and mention.form == Form.DEFINITE:  # "the ferryman", then "the man"
            called = {party for word, party in self._by_word.items() if word.endswith(noun) and not party.named}
            party = called.pop() if len(called) == 1 else None
        if party is not None:
            return party
        if gender and plain in PLAIN and (mention.form == Form.DEFINITE if not related else speaks):
            fitting = [party for party in self.known if party.named and party.leaning in (0, gender) and party.active]
            if len(fitting) == 1 and fitting[0].leaning == gender and fitting[0] is not other_than:
                if not related:  # "her sister" is somebody else's too
                    self._by_word[noun] = fitting[0]
                return fitting[0]
        return self._new(Party(text[:1].lower() + text[1:], {noun}, gender, gender))
