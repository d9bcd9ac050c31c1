"""Look back for whom a pronoun, a noun or an elided subject stands for."""

from __future__ import annotations

from reader.core.model import Quote
from reader.core.quotes.candidates import Passage
from reader.core.quotes.gathering import LastSpeaker
from reader.core.quotes.lexicon import Lexicon, W
from reader.core.quotes.mentions import Form
from reader.core.quotes.paragraphs import Paragraphs
from reader.core.quotes.resolution import NAMES, Cast, gender_of, is_person, name_words, read_cast
from reader.core.quotes.speaker_features import Sighting

# How many paragraphs back an antecedent may stand.
REACH = 3


class Antecedents:
    """Names for the mentions of one article; the cast is read when first needed."""

    def __init__(self, text: str, paragraphs: Paragraphs, lexicon: Lexicon) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.lexicon = lexicon
        self._cast: Cast | None = None

    @property
    def cast(self) -> Cast:
        """Everyone the article calls by a full name."""
        if self._cast is None:
            self._cast = read_cast(self.text, self.lexicon)
        return self._cast

    def resolve(self, paragraph: int, sighting: Sighting, far: bool, last: LastSpeaker | None) -> str | None:
        """Return the full name a mention stands for, or None when nobody is sure."""
        if far and last is not None and last.sighting is sighting and last.speaker is not None:
            return last.speaker.resolved
        form = sighting.mention.form
        if form in NAMES:
            return self.name(paragraph, sighting)
        if form is Form.HE_SHE:
            gender = sighting.mention.classes & (W.MASC | W.FEM)
            found = self._before(paragraph, sighting.mention.start, gender, last)
            return found[1] if found else None
        return None

    def name(self, paragraph: int, sighting: Sighting) -> str | None:
        """Return the full name for a name of the text: itself when it is the fullest."""
        mention = sighting.mention
        passage = self._passage_of(paragraph, mention.start)
        words = name_words(passage, mention, self.lexicon)
        title = passage.narrative.classes[mention.first] & (W.MASC | W.FEM)
        person = self.cast.full_name(words, mention.start, title)
        if person is not None:
            return person.name
        return self.text[mention.start : mention.end]

    def elided(self, paragraph: int, quote: Quote, verb: int, last: LastSpeaker | None) -> tuple[Sighting, str] | None:
        """Return whom an elided subject stands for: whoever the text before is about."""
        narrative = self.paragraphs.passage(paragraph).narrative
        start = min(narrative.starts[verb], quote.span.start) if verb >= 0 else quote.span.start
        return self._before(paragraph, start, 0, last)

    def _passage_of(self, paragraph: int, start: int) -> Passage:
        """Return the passage that holds an offset, near `paragraph`."""
        while paragraph > 0 and self.paragraphs.spans[paragraph].start > start:
            paragraph -= 1
        while paragraph + 1 < len(self.paragraphs) and self.paragraphs.spans[paragraph + 1].start <= start:
            paragraph += 1
        return self.paragraphs.passage(paragraph)

    def _before(self, paragraph: int, start: int, gender: int, last: LastSpeaker | None) -> tuple[Sighting, str] | None:
        """Return the nearest person before `start` that fits: the first of the nearest sentence that has one."""
        for index in range(paragraph, max(-1, paragraph - REACH - 1), -1):
            passage = self.paragraphs.passage(index)
            sentences: dict[int, list[Sighting]] = {}
            for sighting in passage.sightings:
                if sighting.mention.start < start and is_person(sighting):
                    sentences.setdefault(passage.narrative.sentence[sighting.mention.first], []).append(sighting)
            for sentence in sorted(sentences, reverse=True):
                for sighting in sentences[sentence]:
                    name = self._fits(index, sighting, gender)
                    if name is not None:
                        return sighting, name
            if last is not None and last.paragraph == index - 1 and last.speaker is not None and last.sighting:
                name = last.speaker.resolved or last.speaker.text
                if self._fits(last.paragraph, last.sighting, gender) or last.speaker.resolved:
                    return last.sighting, name
        return None

    def _fits(self, paragraph: int, sighting: Sighting, gender: int) -> str | None:
        """Return the name of a person if its gender does not speak against it."""
        mention = sighting.mention
        if mention.classes & W.PLURAL or mention.possessive:
            return None
        if mention.form not in NAMES:
            known = mention.classes & (W.MASC | W.FEM)
            if gender and known and gender != known:
                return None
            return self.text[mention.start : mention.end]
        name = self.name(paragraph, sighting)
        if name is None:
            return None
        gender_known = gender_of(name.split(" ")[0].lower(), self.lexicon)
        if gender and gender_known and gender != gender_known:
            return None
        return name
