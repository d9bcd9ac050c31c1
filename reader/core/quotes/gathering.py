"""Gather the candidates of every quote of an article, those outside its paragraph too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.model import Language, Quote, Speaker
from reader.core.quotes.candidates import Candidate, Previous, candidates, last_subject, signature, topic
from reader.core.quotes.paragraphs import Paragraphs
from reader.core.quotes.speaker_features import Setting, Sighting, setting
from reader.core.quotes.subjects import stands

DASHES = "—–―-"
# A speaker is kept over at most this many paragraphs without a quote, and one more.
KEPT = 2


@dataclass(slots=True)
class LastSpeaker:
    """The speaker of the quote before: its paragraph and token, the words that named the speaker, and the speaker."""

    paragraph: int
    token: int
    sighting: Sighting | None
    speaker: Speaker | None

    @property
    def speaker_elided(self) -> bool:
        """Tell whether no words name the speaker."""
        return self.speaker is not None and self.speaker.span is None


class Gathering:
    """The candidates for the quotes of one text, asked for in order."""

    def __init__(self, text: str, quotes: Sequence[Quote], language: Language) -> None:
        self.text = text
        self.language = language
        self.paragraphs = Paragraphs(text, quotes, language)

    def around(
        self, paragraph: int, quote: Quote, previous: Previous | None, last: LastSpeaker | None
    ) -> tuple[Setting, list[Candidate]]:
        """Return a quote's setting and candidates.

        `previous` is the quote before in the same paragraph, `last` the speaker of the one before, wherever it stood.
        """
        passage = self.paragraphs.passage(paragraph)
        token = passage.narrative.quote_tokens[quote.index]
        place = setting(self.text, passage.narrative, quote, first=token == passage.quote_tokens[0])
        far: list[tuple[int, Sighting]] = []
        if previous is None:
            if last is not None and last.sighting is not None and paragraph - last.paragraph <= KEPT:
                far.append((0, last.sighting))
            if paragraph and place.left_verb < 0 and place.right_verb < 0:
                before = self.paragraphs.passage(paragraph - 1)
                subject = last_subject(before)
                if subject is not None and self.language == "es" and not stands(before, subject[1]):
                    subject = None  # "Nos atiende desde Oruro."
                far += [subject] if subject is not None else []
                about = topic(before) if paragraph - 1 not in self.paragraphs.quotes else None
                if about is not None and (subject is None or subject[1] is not about):
                    far.append((4, about))
        signed = self._signature(paragraph + 1)
        if signed is not None:
            far.append((3, signed))
        return place, candidates(passage, place, previous, far, spanish=self.language == "es")

    def _signature(self, paragraph: int) -> Sighting | None:
        """Return who signs in a paragraph, if it is a signature."""
        opening = self.paragraphs.opening(paragraph)
        if paragraph in self.paragraphs.quotes or not opening:
            return None
        if opening not in DASHES and not self.paragraphs.closes(paragraph):
            return None
        return signature(self.paragraphs.passage(paragraph))
