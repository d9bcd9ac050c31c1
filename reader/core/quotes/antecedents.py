"""Find whom a mention stands for: surname to full name, "he", "la ministra" and an elided subject to the one before.

A wrong name is worse than none: where two people fit equally well, a mention keeps its own words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from reader.core.quotes.candidates import Passage
from reader.core.quotes.cast import POSSESSIVE, Cast, Person, gender_of, read_cast, speaking
from reader.core.quotes.gathering import LastSpeaker
from reader.core.quotes.lexicon import Lexicon, W, words
from reader.core.quotes.narrative import Narrative
from reader.core.quotes.nouns_es import HELD, OFFICES
from reader.core.quotes.paragraphs import Paragraphs
from reader.core.quotes.phrases import Form, Mention
from reader.core.quotes.speaker_features import Sighting
from reader.core.quotes.subjects import (
    LOOKED_BACK,
    NAMES,
    OBJECTS,
    apposed_to,
    apposition,
    comes_in,
    is_predicate,
    mentions_before,
    only_title,
    sentences,
    speaks,
    stands,
)

GENDER = int(W.MASC | W.FEM)
# One "she" stands for the one before, and that for one more; so far and no farther.
DEEPEST = 24
REACH = 3  # paragraphs back that an antecedent may stand
# A noun without a name means the person named most if nobody else is named half as often.
DOMINANT = 2
# Characters of a text that are searched for a word.
SEARCHED = 20_000
# Who has spoken weighs so many times as much there.
SPEAKERS_WEIGH = 3
# Forms besides names that can stand for one person.
DESCRIBED = (Form.DEFINITE, Form.INDEFINITE, Form.HE_SHE, *NAMES)
# What follows "was" says something about the subject: "era un hombre lento".
PREDICATE = 20
# "su marido" is somebody else; "recordó que su hermana viajaba" is not about the sister.
RELATED = tuple(f"{word} " for word in words("his her their my our your its su sus mi mis nuestro nuestra"))
OF = frozenset(("de", "del"))
BY_NAME = frozenset('“"‘«')  # what opens a by-name inside a name


class Antecedents:
    """Names for the mentions of one article; the cast is read when first needed."""

    def __init__(self, text: str, paragraphs: Paragraphs, lexicon: Lexicon) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.lexicon = lexicon
        self._cast: Cast | None = None
        self._speaking: frozenset[str] | None = None
        self._names: dict[int, str | None] = {}  # start of a mention -> the name it stands for
        self._full: dict[int, str] = {}  # start of a mention that is a name -> the full name
        self._depth = 0

    @property
    def cast(self) -> Cast:
        """Everyone the article calls by a full name."""
        if self._cast is None:
            self._cast = read_cast(self.text, self.lexicon, self.paragraphs.names)
        return self._cast

    def resolve(self, paragraph: int, sighting: Sighting, last: LastSpeaker | None) -> str | None:
        """Return the full name a mention of `paragraph` stands for, or None when it is not known."""
        start = sighting.mention.start
        if last is not None and last.sighting is sighting and last.speaker is not None:
            return last.speaker.resolved
        if start not in self._names:
            if self._depth >= DEEPEST:
                return None
            self._depth += 1
            self._names[start] = self._resolve(paragraph, sighting, last)
            self._depth -= 1
        return self._names[start]

    def relative(self, paragraph: int, sighting: Sighting) -> Sighting:
        """Return the mention that "who" or "quien" takes up, just before it; other mentions as they are."""
        if sighting.mention.form != Form.WHO:
            return sighting
        passage = self._holding(paragraph, sighting.mention.start)
        index = bisect_left(passage.firsts, sighting.mention.first) - 1
        if index < 0 or sighting.mention.first - passage.sightings[index].mention.last > 3:
            return sighting
        return passage.sightings[index]

    def elided(self, paragraph: int, start: int, last: LastSpeaker | None) -> tuple[Sighting, str] | None:
        """Return whom a subject left out at `start` stands for: whoever the text before is about."""
        return self._before(paragraph, start, 0, last)

    def several(self, paragraph: int, start: int) -> tuple[Sighting, str] | None:
        """Return the group or the people in the sentence before `start` whom a verb in the plural takes up."""
        passage = self.paragraphs.passage(paragraph)
        for _, seen in sentences(passage, start):
            for sighting in (*[one for one in seen if speaks(passage, one)], *seen):
                mention = sighting.mention
                bare = not self._introduced(paragraph, mention) and self.text[mention.start].islower()
                standing = mention.form != Form.I_WE and not bare
                standing = standing and (stands(passage, sighting) or speaks(passage, sighting))
                if standing and mention.classes & (W.PLURAL | W.GROUP):
                    return sighting, self._text(sighting)
            break
        return None

    def written(self, paragraph: int, start: int) -> tuple[Sighting, str] | None:
        """Return the text that has just come in: "Le encontraron una carta. «Lo siento», decía"."""
        passage = self.paragraphs.passage(paragraph)
        index = bisect_left(passage.sightings, start, key=lambda one: one.mention.start) - 1
        if index < 0:
            return None
        last = passage.sightings[index]
        if last.mention.form != Form.DOCUMENT or last.left in OBJECTS[:2]:
            return None
        return last, self._text(last)

    def spelled(self, paragraph: int, sighting: Sighting) -> Sighting:
        """Return the name in apposition to a noun: "el capitán, [Dimitri Vasko]"; whom "quien" takes up; or itself."""
        mention = sighting.mention
        if mention.form == Form.WHO:
            return self.relative(paragraph, sighting)
        if mention.form not in (Form.DEFINITE, Form.INDEFINITE) or mention.classes & W.PLURAL or mention.possessive:
            return sighting
        passage = self._holding(paragraph, mention.start)
        named = apposition(passage, sighting)
        if named is None or (named.mention.form == Form.NAME and self._of_others(passage.narrative, mention)):
            return sighting  # "una fuente de la operadora, Sacsa"
        return named if named.mention.form in (Form.NAME, Form.FULL_NAME, Form.TITLED_NAME) else sighting

    def about(self, paragraph: int, start: int) -> str | None:
        """Return the person the text before `start` is about: the last subject, or whom it names most."""
        found = self.elided(paragraph, start, None)
        if found is not None and self.cast.named(found[1]) is not None:
            return found[1]
        foremost = next((person.name for person in self.cast.foremost if person.start < start), None)
        if foremost is not None or found is None:
            return foremost
        return found[1] if found[0].mention.classes & W.ROLE else None

    def named(self, paragraph: int, sighting: Sighting) -> bool:
        """Tell whether a mention stands for somebody whom the article calls by a full name."""
        name = self.resolve(paragraph, sighting, None)
        person = self.cast.named(name) if name else None
        return person is not None and (person.likely or person.words[-1] in self._known_to_speak())

    def _resolve(self, paragraph: int, sighting: Sighting, last: LastSpeaker | None) -> str | None:
        """Resolve a mention by its form."""
        mention = sighting.mention
        passage = self._holding(paragraph, mention.start)
        name: str | None = None
        if mention.form in NAMES and not only_title(passage, mention):
            name = self.full_name(passage, mention)
        elif mention.form == Form.WHO:
            taken_up = self.relative(paragraph, sighting)
            name = None if taken_up is sighting else self._resolve(paragraph, taken_up, last)
        elif mention.form == Form.HE_SHE:
            found = self._before(paragraph, mention.start, mention.classes & GENDER, last)
            name = found[1] if found and self._is_known(*found) else None
            away = last is None or paragraph - last.paragraph > 1
            if found is None and away and not self.paragraphs.labelled(paragraph):
                name = self._foremost(mention.start, mention.classes & GENDER)
        elif mention.form not in (Form.BARE, Form.DOCUMENT, Form.GROUP) and not mention.classes & W.PLURAL:
            named = apposition(passage, sighting) or apposed_to(passage, sighting)
            if named is not None:
                name = self.full_name(passage, named.mention)
            elif mention.form in (Form.DEFINITE, *NAMES):
                name = self._person_called(paragraph, sighting)
        return name

    def _foremost(self, at: int, gender: int) -> str | None:
        """Return whom the text before `at` names by far the most, if the gender fits."""
        ranked = [person for person in self.cast.foremost if person.start < at]
        if not ranked or (gender and ranked[0].gender != gender):
            return None
        others = max((person.weight for person in ranked[1:] if person.fits(gender)), default=0)
        return ranked[0].name if ranked[0].weight >= DOMINANT * others else None

    def _holding(self, paragraph: int, start: int) -> Passage:
        """Return the passage that holds an offset, in `paragraph` or near it."""
        while paragraph > 0 and self.paragraphs.spans[paragraph].start > start:
            paragraph -= 1
        while paragraph + 1 < len(self.paragraphs) and self.paragraphs.spans[paragraph + 1].start <= start:
            paragraph += 1
        return self.paragraphs.passage(paragraph)

    def full_name(self, passage: Passage, mention: Mention) -> str:
        """Return the full name for a name: "Sen. Sanders" is "Bernie Sanders" once the article has said so."""
        found = self._full.get(mention.start)
        if found is None:
            found = self._full[mention.start] = self._spelled_out(passage, mention)
        return found

    def _spelled_out(self, passage: Passage, mention: Mention) -> str:
        """Find the full name for a name."""
        narrative = passage.narrative
        spelled: list[str] = []
        gender = 0
        first = mention.first
        for token in range(mention.first, mention.last + 1):
            classes = narrative.classes[token]
            if token < mention.last and (classes & W.TITLE or (not spelled and classes & (W.ROLE | W.DEMONYM))):
                gender = gender or classes & GENDER
                spelled.clear()  # "United States President Trump"
                first = token + 1
                continue
            word = narrative.words[token]
            if word[:1].isalnum() and (token == mention.first or narrative.words[token - 1] not in BY_NAME):
                spelled.append(word)
        if not spelled:
            return self.text[mention.start : mention.end]
        spelled[-1] = POSSESSIVE.sub("", spelled[-1])
        person = None if mention.classes & W.GROUP else self.cast.full_name(spelled, mention.start, gender)
        if person is not None:
            return person.name
        return self.text[narrative.starts[first] : mention.end]

    def _person_called(self, paragraph: int, sighting: Sighting) -> str | None:
        """Return the person a noun means: by the noun that introduced someone, or the only one it can be."""
        narrative = self._holding(paragraph, sighting.mention.start).narrative
        mention = sighting.mention
        if self.text[mention.start : mention.end].lower().startswith(RELATED):
            return None
        for token in range(mention.last, mention.first - 1, -1):
            if narrative.classes[token] & W.ROLE:
                person = self.cast.in_role(narrative.words[token], mention.start, mention.classes & GENDER)
                if person is not None:
                    return person.name
        if mention.last > mention.first + 1 and self._of_others(narrative, mention):
            return None
        return self._only_one(paragraph, sighting)

    def _of_others(self, narrative: Narrative, mention: Mention) -> bool:
        """Tell whether a noun says whose somebody is: "el abogado de los propietarios"."""
        return not OF.isdisjoint(narrative.words[mention.first + 1 : mention.last])

    def _only_one(self, paragraph: int, sighting: Sighting) -> str | None:
        """Return the person named before whom a noun means: the only one there, or by far the most named."""
        gender = sighting.mention.classes & GENDER
        offices = self._offices(paragraph, sighting.mention)
        weights: dict[str, int] = {}
        for index, passage in self._back(paragraph):
            if index < paragraph and len(weights) == 1:  # "alabó a su portero, Unai Larrea. El guardameta […]"
                break
            end = mentions_before(passage, sighting.mention.start)
            for seen in passage.sightings[max(0, end - LOOKED_BACK) : end]:
                if seen.mention.form in NAMES:
                    name = self._person(index, seen, gender, speaks=False)
                    person = self.cast.named(name) if name else None
                    if person is None or not person.fits(gender) or self._common(person):
                        continue
                    held = {OFFICES[role] for role in person.roles & HELD}
                    if offices and held and held.isdisjoint(offices):
                        continue  # the mayor is not the minister
                    subject = seen.verb is not None and seen.left not in OBJECTS
                    if person.likely or speaks(passage, seen):
                        talks = SPEAKERS_WEIGH if subject else 1
                        weights[person.name] = max(weights.get(person.name, 0), talks * person.weight)
        ranked = sorted(weights, key=lambda name: -weights[name])
        if len(ranked) > 1 and weights[ranked[0]] < DOMINANT * weights[ranked[1]]:
            return None
        if not ranked:
            return self._foremost(sighting.mention.start, gender) if gender else None
        return ranked[0]

    def _offices(self, paragraph: int, mention: Mention) -> set[int]:
        """Return which office a noun says that somebody holds: "el alcalde"."""
        spelled = self._holding(paragraph, mention.start).narrative.words[mention.first : mention.last + 1]
        return {OFFICES[word] for word in spelled if word in OFFICES}

    def _common(self, person: Person) -> bool:
        """Tell whether a name begins with a word that the text writes small too: "Fiestas de San Isidro"."""
        return not person.gender and self.text.find(f" {person.words[0]} ", 0, SEARCHED) >= 0

    def _back(self, paragraph: int) -> Iterator[tuple[int, Passage]]:
        """Yield a paragraph and those before it, as far back as an antecedent may stand; no turns of an interview."""
        labelled = self.paragraphs.labelled(paragraph)
        for index in range(paragraph, max(-1, paragraph - REACH - 1), -1):
            if index == paragraph or not (labelled or self.paragraphs.labelled(index)):
                yield index, self.paragraphs.passage(index)

    def _before(self, paragraph: int, start: int, gender: int, last: LastSpeaker | None) -> tuple[Sighting, str] | None:
        """Return the nearest subject before `start` that fits, or the last speaker when no one has come since."""
        if last is not None and last.speaker is None:
            last = None
        newcomer: tuple[Sighting, str] | None = None
        for index, passage in self._back(paragraph):
            sentence = passage.narrative.sentence
            until = sentence[last.token] if last is not None and last.paragraph == index else -1
            for number, seen in sentences(passage, start):
                if last is not None and (number < until or (number == until and last.speaker_elided)):
                    break
                found = self._subject(index, seen, gender)
                if found is not None and not gender and comes_in(passage, found[0]):
                    newcomer = newcomer or found
                elif found is not None:
                    return found
            if last is not None and last.paragraph == index:
                kept = self._last(last, gender)
                if kept is not None:
                    return kept
                last = None
        return newcomer

    def _text(self, sighting: Sighting) -> str:
        """Return the words of a mention."""
        return self.text[sighting.mention.start : sighting.mention.end]

    def _last(self, last: LastSpeaker, gender: int) -> tuple[Sighting, str] | None:
        """Return the last speaker if the gender does not speak against it."""
        if last.sighting is None or last.speaker is None:
            return None
        if gender and last.sighting.mention.classes & (W.GROUP | W.DOC) and not last.sighting.mention.classes & W.ROLE:
            return None
        name = last.speaker.resolved or last.speaker.text
        described = last.sighting.mention.classes & GENDER if last.sighting.mention.form in DESCRIBED[:3] else 0
        known = described or gender_of(name.split(" ")[0].lower(), self.lexicon)
        if gender and known and known != gender:
            return None
        return last.sighting, name

    def _subject(self, paragraph: int, sentence: list[Sighting], gender: int) -> tuple[Sighting, str] | None:
        """Return the person a sentence is about: the subject of its reporting verb, or the first that is no object."""
        passage = self.paragraphs.passage(paragraph)
        standing = [seen for seen in sentence if stands(passage, seen)]
        speaking = [seen for seen in standing if speaks(passage, seen)]
        for seen in (*speaking, *standing):
            name = self._person(paragraph, seen, gender, speaks=seen in speaking)
            if name is not None:
                return seen, name
        return None

    def _person(self, paragraph: int, sighting: Sighting, gender: int, *, speaks: bool = False) -> str | None:
        """Return the name, or the noun, of one person whom the gender fits; None for groups, unless one speaks."""
        mention = sighting.mention
        role = mention.classes & W.ROLE  # "el titular" can be a headline, but here holds an office
        if mention.classes & W.PLURAL or mention.possessive or (mention.classes & W.DOC and not role):
            return None
        if mention.classes & W.GROUP and not role:
            bare = self.text[mention.start].islower() and not self._introduced(paragraph, mention)
            return self._text(sighting) if speaks and not gender and not bare else None
        doubtful = (
            (mention.form == Form.INITIAL_NAME and sighting.word not in self.cast.by_word)
            or (mention.form == Form.INDEFINITE and sighting.left == PREDICATE)
            or is_predicate(self._holding(paragraph, mention.start), sighting)
            or (
                self.text[mention.start : mention.end].lower().startswith(RELATED)
                and not self.text[mention.start].isupper()  # "Su hermano es más prosaico" is about him
            )
        )
        if mention.form not in DESCRIBED or (doubtful and not speaks):
            return None
        passage = self._holding(paragraph, mention.start)
        if mention.form in NAMES and mention.first and passage.narrative.words[mention.first - 1] in ("un", "una"):
            return None  # "un Quijote que cabalga"
        if mention.form in NAMES and not only_title(passage, mention):
            name: str | None = self.full_name(passage, mention)
            known = self.gender(name or "")
        else:
            known = mention.classes & GENDER
            name = self.resolve(paragraph, sighting, None)
            if name is None and (mention.form != Form.HE_SHE or not (gender or mention.left)):
                name = self._text(sighting)
        if gender and (name or "").isupper():  # "the DNC": nobody calls it he
            return None
        return None if gender and known and gender != known else name

    def _introduced(self, paragraph: int, mention: Mention) -> bool:
        """Tell whether a noun has an article: "no pide firma" is about no firm."""
        return bool(self._holding(paragraph, mention.start).narrative.classes[mention.first] & W.DET)

    def _is_known(self, sighting: Sighting, name: str) -> bool:
        """Tell whether a name is a person's for certain: by a given name, a title, or because it speaks."""
        person = self.cast.named(name)
        if person is not None and (person.likely or person.words[-1] in self._known_to_speak()):
            return True
        return sighting.mention.form in NAMES and sighting.verb is not None and not sighting.verb.mentions_between

    def _known_to_speak(self) -> frozenset[str]:
        """Return the words that stand beside a reporting verb as a name does."""
        if self._speaking is None:
            self._speaking = speaking(self.text, self.lexicon)
        return self._speaking

    def gender(self, name: str) -> int:
        """Return the gender of a full name, 0 when nothing tells."""
        person = self.cast.named(name)
        if person is not None and (person.gender or person.ending):
            return person.gender or person.ending
        parts = name.lower().split(" ")
        return gender_of(parts[0], self.lexicon) or self.cast.genders.get(parts[-1], 0)
