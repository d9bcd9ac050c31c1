"""Read what the turns of a conversation and the narration round them say of who speaks, for `scenes` to weigh."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reader.core.model import Quote, Speaker, SpeakerType
from reader.core.quotes.antecedents import GENDER, PREDICATE, Antecedents
from reader.core.quotes.candidates import Passage
from reader.core.quotes.context import beside
from reader.core.quotes.gathering import DASHES
from reader.core.quotes.lexicon import W
from reader.core.quotes.narrative import Kind
from reader.core.quotes.paragraphs import Paragraphs
from reader.core.quotes.parties import PERSONAL, Parties, Party
from reader.core.quotes.phrases import Form, starts_sentence
from reader.core.quotes.scenes import Evidence, give_out
from reader.core.quotes.speaker_features import Sighting
from reader.core.quotes.subjects import NAMES, OBJECTS, mentions_before

# Paragraphs before the first turn that may bring somebody in.
CONTEXT = 4
# "dije", "contesté", "respondí", "digo": the verb of a narrator who is left out.
FIRST_PERSON = re.compile(r"(?:[a-zñ]{2,}[éí]|dije|hice|digo|pregunto|respondo|contesto)$")
ENDS = " \"'”’»"
LIKE = frozenset(("como", "like", "as", "than", "que"))
NARRATORS = frozenset(("i", "yo"))
# What the next best speaker must cost more (see `scenes`) for a speaker to be shown, and to be shown without doubt.
CLEAR = 8
SURE = 20
HIGH, LOW = 0.9, 0.45  # confidence in the two


class Conversation:
    """Turns that belong together, and the people in and before them."""

    def __init__(
        self, text: str, paragraphs: Paragraphs, antecedents: Antecedents, talks: Sequence[tuple[int, list[Quote]]]
    ) -> None:
        """Read the turns, each a paragraph and the quotes that are its speaker's, in order."""
        self._text = text
        self._paragraphs = paragraphs
        self._talks = talks
        self._spanish = antecedents.lexicon.language == "es"
        self._parties = Parties(antecedents)
        self._who: dict[int, Party] = {}  # start of a mention beside a verb -> whom it means
        self._before: Party | None = None  # who spoke the turn right above
        self._last: dict[int, Party] = {}  # gender -> who was the last subject of it
        self._learn()
        self._turns = self._read()

    def told(self) -> list[Quote]:
        """Return the quotes with who speaks them, or nobody when that is not clear."""
        given = give_out(self._turns, self._parties.known)
        return [
            self._with(quote, paragraph, party, margin)
            for (paragraph, quotes), (party, margin) in zip(self._talks, given, strict=True)
            for quote in quotes
        ]

    def _learn(self) -> None:
        """Meet everybody who has a name before asking whom a noun means."""
        for index in range(max(0, self._talks[0][0] - CONTEXT), self._talks[-1][0] + 1):
            passage = self._paragraphs.passage(index)
            for sighting in passage.sightings:
                if sighting.mention.form in NAMES:
                    party = self._parties.of(passage, sighting)
                    if party is not None:
                        party.active |= _begins(passage, sighting) or _is_subject(sighting, party)

    def _read(self) -> list[Evidence]:
        """Read the paragraphs in order, those between the turns too."""
        turns: list[Evidence] = []
        done = max(0, self._talks[0][0] - CONTEXT) - 1
        for number, (paragraph, quotes) in enumerate(self._talks):
            turn = Evidence(start=quotes[0].span.start)
            for index in range(done + 1, paragraph):
                subject = self._narrated(index)
                turn.leading = subject or turn.leading
                turn.announced = subject is not None and self._paragraphs.passage(index).narrative.kinds[-1:] == (
                    Kind.COLON,
                )
                turn.after_gap = number > 0
            self._before = turns[-1].said_by if turns and not turn.after_gap else None
            self._own(paragraph, quotes, turn)
            done = paragraph
            turns.append(turn)
        for party in self._parties.known:
            party.seen.sort()
        called = self._parties.called_narrator()
        for turn in turns if called is not None else ():
            turn.addressed = [self._parties.narrator() if party is called else party for party in turn.addressed]
        return turns

    def _narrated(self, index: int) -> Party | None:
        """Note everybody in a paragraph's narration; return whom its last sentence is about."""
        passage = self._paragraphs.passage(index)
        subject: Party | None = None
        certain = False
        for sighting in passage.sightings:
            taken_up = sighting.mention.form == Form.HE_SHE
            gender = int(sighting.mention.classes & GENDER)
            if taken_up and certain and subject is not None and subject.fits(gender):
                subject.gender = subject.leaning = gender  # "The deputy was young. He bent to the window"
                self._last[gender] = subject
            does = self._note(passage, sighting)
            leads = _begins(passage, sighting) or taken_up
            if does is not None and (leads or not certain):
                subject, certain = does, leads
        return subject

    def _note(self, passage: Passage, sighting: Sighting) -> Party | None:
        """Note a mention; return whom it makes the subject of its sentence."""
        mention = sighting.mention
        leads = _begins(passage, sighting) and not mention.possessive
        if mention.form == Form.HE_SHE:
            leads = leads or (self._spanish and sighting.left not in OBJECTS)  # "Fue ella la que estiró la mano"
            gender = int(mention.classes & GENDER)
            party = self._last.get(gender)
            if party is not None and leads:
                party.seen.append(mention.start)
            return party if leads else None
        before = passage.narrative.words[mention.left - 1] if mention.left else ""
        person = mention.form != Form.UNKNOWN_NOUN or sighting.word.endswith(PERSONAL)
        if not person or sighting.left == PREDICATE or before in LIKE:
            return None  # "era un hombre lento", "como un niño"
        party = self._who.get(mention.start) or self._parties.of(passage, sighting)
        if party is None:
            return None
        party.seen.append(mention.start)
        if party.gender and sighting.left not in OBJECTS:
            self._last[party.gender] = party
        if leads or _is_subject(sighting, party):
            party.active = True
            return party
        return None

    def _own(self, paragraph: int, quotes: Sequence[Quote], turn: Evidence) -> None:
        """Read what the turn's own paragraph says."""
        passage = self._paragraphs.passage(paragraph)
        turn.asks = quotes[-1].inner.of(self._text).rstrip(ENDS).endswith("?")
        for quote in quotes:
            spoken_to = self._parties.addressed(quote.inner.of(self._text))
            turn.addressed += [party for party in spoken_to if party not in turn.addressed]
            self._beside(passage, quote, paragraph, turn)
        for party in turn.addressed:
            party.active = True
            party.seen.append(turn.start if party.seen else 0)  # was there all the time
        for sighting in passage.sightings:
            subject = self._note(passage, sighting)
            if turn.said_by is None and not turn.pronoun and _begins(passage, sighting):
                self._acts(sighting, subject, turn)
        if turn.said_by is not None:
            turn.said_by.active = True
            turn.said_by.seen.append(turn.start)
            if turn.said_by.gender:
                self._last[turn.said_by.gender] = turn.said_by

    def _beside(self, passage: Passage, quote: Quote, paragraph: int, turn: Evidence) -> None:
        """Read who stands beside the verb of a quote."""
        narrative, start = passage.narrative, self._paragraphs.spans[paragraph].start
        token = narrative.quote_tokens[quote.index]
        if self._spanish and self._paragraphs.opening(paragraph) in DASHES:
            if narrative.kinds[token + 1 : token + 2] == (Kind.DASH,):
                self._aside(passage, token + 2, turn)
            return
        speaker = quote.speaker
        if speaker is not None and speaker.span is not None and speaker.span.start >= start:
            if quote.cue is not None:
                self._named(passage, _at(passage, speaker.span.start), turn)
            return
        verb = beside(narrative, token, 1)
        subject = next((sighting for sighting in passage.sightings if verb >= 0 and _says(sighting, verb)), None)
        if subject is not None:
            self._named(passage, subject, turn)
        elif verb >= 0 and self._spanish:
            self._left_out(narrative.words[verb], turn)

    def _acts(self, sighting: Sighting, subject: Party | None, turn: Evidence) -> None:
        """Read who does something beside the speech."""
        if sighting.mention.form == Form.HE_SHE:
            turn.acting_gender = turn.acting_gender or int(sighting.mention.classes & GENDER)
        elif subject is not None and turn.acting is None and not turn.acting_gender:
            turn.acting = subject

    def _aside(self, passage: Passage, token: int, turn: Evidence) -> None:
        """Read what the narrator says after a dash: "—le dijo Ana", "—arrancó el visitante"; a capital tells an act."""
        narrative = passage.narrative
        while narrative.kinds[token : token + 1] == (Kind.WORD,) and narrative.classes[token] & W.CLITIC:
            token += 1
        if narrative.kinds[token : token + 1] != (Kind.WORD,):
            return
        index = bisect_left(passage.firsts, token + 1)
        if index < len(passage.sightings) and passage.sightings[index].left not in OBJECTS:
            mention = passage.sightings[index].mention
            if mention.left <= token + 2 and not mention.possessive:
                self._named(passage, passage.sightings[index], turn)
                return
        if turn.said_by is None and not turn.pronoun:
            self._left_out(narrative.words[token], turn)

    def _left_out(self, verb: str, turn: Evidence) -> None:
        """Read a verb whose subject is left out."""
        if FIRST_PERSON.match(verb):
            turn.said_by = self._parties.narrator()
        elif not verb.endswith("n"):
            turn.unnamed = True

    def _named(self, passage: Passage, sighting: Sighting | None, turn: Evidence) -> None:
        """Read who is beside the verb."""
        if sighting is None:
            return
        form = sighting.mention.form
        if form == Form.HE_SHE:
            turn.pronoun, turn.gender = True, int(sighting.mention.classes & GENDER)
        elif form == Form.I_WE:
            if sighting.word in NARRATORS:
                turn.said_by = self._parties.narrator()
        else:
            party = self._parties.of(passage, sighting, speaks=True, other_than=self._before)
            if party is not None:
                self._who[sighting.mention.start] = party
                turn.said_by = turn.said_by or party

    def _with(self, quote: Quote, paragraph: int, party: Party | None, margin: int) -> Quote:
        """Return a quote with its speaker: the words of the turn that name one stay."""
        start = self._paragraphs.spans[paragraph].start
        speaker = quote.speaker
        named = speaker is not None and speaker.span is not None and speaker.span.start >= start
        clear = party is not None and margin >= CLEAR
        if named and speaker is not None and self._stands_for(paragraph, speaker, party):
            resolved = party.name if party is not None and clear and party.name != speaker.text else None
            return replace(quote, speaker=replace(speaker, resolved=resolved))
        if party is None or not clear:
            return replace(quote, speaker=None, confidence=0.0)
        given = Speaker(party.name, SpeakerType.ELIDED, None, party.name)
        return replace(quote, speaker=given, confidence=HIGH if margin >= SURE else LOW)

    def _stands_for(self, paragraph: int, speaker: Speaker, party: Party | None) -> bool:
        """Tell whether the mention that names a speaker can be the party the turn was given to."""
        passage = self._paragraphs.passage(paragraph)
        sighting = _at(passage, speaker.span.start) if speaker.span is not None else None
        if sighting is None:
            return False
        if sighting.mention.form == Form.HE_SHE:
            return party is None or party.fits(int(sighting.mention.classes & GENDER))
        if sighting.mention.form == Form.I_WE:
            return party is None or party.narrator
        return party is not None and self._who.get(sighting.mention.start) is party


def _begins(passage: Passage, sighting: Sighting) -> bool:
    """Tell whether a mention begins its sentence, but for an article that is no part of it: "El Tano se levantó"."""
    narrative, first = passage.narrative, sighting.mention.left
    if first and narrative.classes[first - 1] & W.DET and not narrative.classes[first - 1] & W.PREP:
        first -= 1
    return starts_sentence(narrative, first)


def _is_subject(sighting: Sighting, party: Party) -> bool:
    """Tell whether a person can be the subject of a sentence that begins otherwise: "Entonces apareció Nieves"."""
    if sighting.verb is not None and sighting.verb.inverted:
        return True
    return party.gender > 0 and sighting.left not in OBJECTS and (sighting.rank == 0 or party.named)


def _says(sighting: Sighting, verb: int) -> bool:
    """Tell whether a mention is the subject of a verb."""
    return sighting.verb is not None and sighting.verb.token == verb and not sighting.verb.mentions_between


def _at(passage: Passage, start: int) -> Sighting | None:
    """Return the sighting that begins at an offset."""
    index = mentions_before(passage, start)
    found = passage.sightings[index] if index < len(passage.sightings) else None
    return found if found is not None and found.mention.start == start else None
