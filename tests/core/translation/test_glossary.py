"""The reader's terms: CSV of any quality in, the same terms out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.model import Quote, QuoteKind, Span, Speaker, SpeakerType
from reader.core.translation.glossary import Glossary, Term, read_csv, speaker_names, write_csv

GOOD = """from,term,translation
en,scam,estafa
en,White House,=
es,"fideicomiso, el",trust
en,bare
"""


def test_a_table_is_read() -> None:
    terms, refused = read_csv(GOOD)
    assert terms == (
        Term("en", "scam", "estafa"),
        Term("en", "White House", "White House"),
        Term("es", "fideicomiso, el", "trust"),
        Term("en", "bare", "bare"),
    )
    assert refused == ()


def test_separators_byte_order_mark_and_case() -> None:
    for separator in ";\t":
        terms, refused = read_csv(f"\ufeffEN{separator}scam{separator}estafa\r\n")
        assert (terms, refused) == ((Term("en", "scam", "estafa"),), ())


def test_bad_lines_are_counted_and_the_rest_kept() -> None:
    terms, refused = read_csv('en,good,bueno\nxx,a,b\nen\n\n,,,\nen,"broken\nen,!!,?\0\nen,fine,bien')
    assert [term.text for term in terms] == ["good", "broken", "fine"]
    assert refused == (2, 3, 5, 7)


def test_the_last_of_the_same_term_wins() -> None:
    assert read_csv("en,a1,b\nen,a1,c")[0] == (Term("en", "a1", "c"),)


@given(st.text(max_size=300))
def test_anything_may_be_imported(text: str) -> None:
    terms, refused = read_csv(text)
    assert all(term.text for term in terms)
    assert all(1 <= number <= len(text.splitlines()) for number in refused)


WORDS = st.text(st.characters(categories=["L", "N"], include_characters=" ,;\"'"), min_size=1, max_size=20)


@given(st.lists(st.tuples(st.sampled_from(["en", "es"]), WORDS, WORDS), max_size=5))
def test_what_is_exported_can_be_imported(rows: list[tuple[str, str, str]]) -> None:
    terms, _ = read_csv(write_csv(Term("en" if code == "en" else "es", one, other) for code, one, other in rows))
    assert read_csv(write_csv(terms)) == (terms, ())


def test_speakers_are_names_and_pronouns_are_not() -> None:
    def quote(index: int, speaker: Speaker | None) -> Quote:
        return Quote(index, Span(0, 1), Span(0, 1), QuoteKind.SPEECH, index, speaker)

    quotes = [
        quote(0, Speaker("Petro", SpeakerType.NAME, resolved="Gustavo Petro")),
        quote(1, Speaker("he", SpeakerType.PRONOUN, resolved="Gustavo Petro")),
        quote(2, Speaker("the minister", SpeakerType.NOMINAL)),
        quote(3, None),
    ]
    assert speaker_names(quotes) == ("Gustavo Petro", "Petro")
    assert Glossary().with_names(["A", "", "A"]).names == ("A",)
