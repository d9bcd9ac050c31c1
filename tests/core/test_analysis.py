"""An article and all that is found in it, with what a reader knows better."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.analysis import analyse, corrected
from reader.core.loaders import article_from_text
from reader.core.model import Correction, Quote, QuoteKind, Span, Speaker, SpeakerType

TEXT = (
    "Islanders wait for a ferry\n\nThe ferry did not sail on Tuesday, and nobody knew why it had not come.\n\n"
    "“We were told nothing at all,” said Nora Quill, who keeps the bakery. “We never are told, and it hurts.”\n\n"
    "Advertisement\n\nShe went home before noon, as the others had done before her, and closed the shop."
)


def test_everything_is_found_in_one_call() -> None:
    analysis = analyse(article_from_text(TEXT))
    assert analysis.language.language == "en" and not analysis.language.chosen
    assert [quote.inner.of(TEXT) for quote in analysis.quotes] == [
        "We were told nothing at all,",
        "We never are told, and it hurts.",
    ]
    assert analysis.segments
    boilerplate = [index for index, block in enumerate(analysis.article.blocks) if block.kind == "boilerplate"]
    assert boilerplate and not {segment.block for segment in analysis.segments} & set(boilerplate)


def test_a_chosen_language_wins() -> None:
    analysis = analyse(article_from_text(TEXT), "es")
    assert (analysis.language.language, analysis.language.confidence, analysis.language.chosen) == ("es", 1.0, True)


def test_a_corrected_speaker_speaks_the_whole_utterance() -> None:
    plain = analyse(article_from_text(TEXT))
    first = plain.quotes[0]
    again = analyse(article_from_text(TEXT), corrections=[Correction(first.span, speaker="Tomás Rey")])
    same = [quote for quote in again.quotes if quote.utterance == first.utterance]
    assert same and all(quote.speaker and quote.speaker.name == "Tomás Rey" for quote in same)
    assert all(quote.confidence == 1.0 for quote in same)


def test_a_paragraph_in_the_other_language_needs_no_translator() -> None:
    spanish = (
        "El transbordador no salió el martes, y los isleños que esperaban desde el amanecer volvieron a casa sin decir "
        "palabra. A mediodía no quedaban en el puerto más que dos perros."
    )
    analysis = analyse(article_from_text(f"{TEXT}\n\n{spanish}"))
    foreign = {segment.index: segment.text for segment in analysis.segments if segment.text in spanish}
    assert len(foreign) == 2
    assert {index: translation.text for index, translation in analysis.given.items()} == foreign


def quote(index: int, utterance: int, speaker: Speaker | None = None) -> Quote:
    span = Span(index * 10, index * 10 + 5)
    return Quote(index, span, Span(span.start + 1, span.end - 1), QuoteKind.SPEECH, utterance, speaker)


NORA = Speaker("she", SpeakerType.PRONOUN, Span(6, 9), "Nora Quill")


def test_a_correction_at_a_quote_wins_over_its_utterance() -> None:
    quotes = (quote(0, 0, NORA), quote(1, 0, NORA))
    done = corrected(quotes, [Correction(Span(0, 5), "Ana"), Correction(Span(10, 15), "Luis")])
    assert [one.speaker.name for one in done if one.speaker] == ["Ana", "Luis"]


def test_naming_who_was_found_keeps_the_mention() -> None:
    [done] = corrected((quote(0, 0, NORA),), [Correction(Span(0, 5), "Nora Quill")])
    assert done.speaker == NORA and done.confidence == 1.0


def test_nobody_is_a_speaker_too() -> None:
    [done] = corrected((quote(0, 0, NORA),), [Correction(Span(0, 5), "")])
    assert done.speaker is None


def test_a_corrected_kind_changes_nothing_else() -> None:
    first, second = corrected(
        (quote(0, 0, NORA), quote(1, 0, NORA)), [Correction(Span(0, 5), kind=QuoteKind.NON_SPEECH)]
    )
    assert first.kind is QuoteKind.NON_SPEECH and first.speaker == NORA
    assert second == quote(1, 0, NORA)


def test_a_correction_at_no_quote_does_nothing() -> None:
    quotes = (quote(0, 0, NORA),)
    assert corrected(quotes, [Correction(Span(1, 5), "Ana")]) == quotes
    assert corrected(quotes, []) is quotes


@pytest.mark.parametrize("language", ["en", "es", None])
@given(text=st.one_of(st.text(st.characters(), max_size=200), st.text("“”«»\"'—- ab.A,\n¿?", max_size=200)))
def test_any_text_is_analysed(language: str | None, text: str) -> None:
    article = article_from_text(text)
    analysis = analyse(article, language)  # type: ignore[arg-type]
    for quote_ in analysis.quotes:
        assert 0 <= quote_.span.start <= quote_.inner.start <= quote_.inner.end <= quote_.span.end <= len(text)
    for segment in analysis.segments:
        assert all(0 <= start < end <= len(text) for start, end in segment.spans)
