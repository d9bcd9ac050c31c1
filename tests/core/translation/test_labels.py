"""Labels of turns and datelines are no part of the first sentence."""

from __future__ import annotations

import pytest

from reader.core.model import Span
from reader.core.translation.labels import label_end, label_in

from .building import translated


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Q: Why?", "Why?"),
        ("A: Because.", "Because."),
        ("P. ¿Por qué?", "¿Por qué?"),
        ("R.- Porque sí.", "Porque sí."),
        ("P. Sánchez vino.", "P. Sánchez vino."),
        ("A dog came.", "A dog came."),
        ("PARIS (AP) — It rained.", "It rained."),
        ("SAN BARTOLO DE LA CUMBRE.– Llovió.", "Llovió."),
        ("NEW YORK, N.Y. - It rained.", "It rained."),
        ("NATO said no.", "NATO said no."),
        ("NATO — the alliance — said no.", "NATO — the alliance — said no."),
        ("—Sí —dijo.", "—Sí —dijo."),
        ("By Hannah Whitlock", "Hannah Whitlock"),
        ("Por Ana María de la Torre y Juan Pastor, Madrid", "Ana María de la Torre y Juan Pastor, Madrid"),
        ("By Friday Night, it was over.", "By Friday Night, it was over."),
        ("By land and sea", "By land and sea"),
    ],
)
def test_where_the_first_sentence_begins(text: str, rest: str) -> None:
    assert text[label_end(text, Span(0, len(text))) :] == rest


def test_labels_in_the_other_language() -> None:
    assert label_in("Q: ", "es") == "P: "
    assert label_in("R.- ", "en") == "A.- "
    assert label_in("LIMA — ", "en") == "LIMA — "
    assert label_in("By ", "es") == "Por "
    assert label_in("Por: ", "en") == "By: "


def test_a_byline_is_the_word_by_and_its_names() -> None:
    assert translated("By Hannah Whitlock", "en", {}).text == "Por Hannah Whitlock"


def test_labels_are_printed_once() -> None:
    assert translated("Q: Are you sure? He is.", "en", {}).text == "P: Are you sure? He is."
