"""Pasted lines are joined where an editor broke them, and nowhere else."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.errors import SourceError
from reader.core.loaders import pasted, unwrapped
from reader.core.loaders.reflow import original_offsets, reflow

ENGLISH = (
    "The ferry did not sail on Tuesday, and the islanders who had waited since dawn went home without a word. By noon "
    "the harbour was empty but for two dogs and a man who sold oranges to nobody. “We were told nothing,” said Nora "
    "Quill, who keeps the only bakery in the village. “We never are. It has been like this for eleven years, and it "
    "will be like this when I am gone.”"
)
SPANISH = (
    "El transbordador no salió el martes, y los isleños que esperaban desde el amanecer volvieron a casa sin decir "
    "palabra. A mediodía no quedaban en el puerto más que dos perros y un hombre que vendía naranjas a nadie. «No nos "
    "dijeron nada», contó Nora Quílez, dueña de la única panadería del pueblo. «Nunca nos dicen nada, y así será "
    "cuando yo ya no esté.»"
)


@pytest.mark.parametrize("text", [ENGLISH, SPANISH])
@pytest.mark.parametrize("width", [38, 50, 60, 72, 80, 100])
def test_wrapped_paragraphs_become_one_line_again(text: str, width: int) -> None:
    wrapped = "\n\n".join("\n".join(textwrap.wrap(text, width)) for _ in range(2))
    assert reflow(wrapped) == f"{text}\n\n{text}"
    assert reflow(wrapped.replace("\n", "\r\n")) == f"{text}\n\n{text}"


@pytest.mark.parametrize("width", [50, 72])
def test_paragraphs_without_a_line_between_them_stay_apart(width: int) -> None:
    first, second = ENGLISH.split(" “We were told", 1)[0], SPANISH
    wrapped = "\n".join([*textwrap.wrap(first, width), *textwrap.wrap(second, width)])
    assert reflow(wrapped).split("\n")[-1].endswith(second[-60:])


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the longest part of the trans-\nlation was the easiest of all the parts", "translation"),
        ("la parte más larga de la traduc-\nción fue la más fácil de todas ellas", "traducción"),
        ("it was a well-\nknown fact in the whole of the village by then", "well-known"),
        ("in the years 2019-\n2020 nobody came to the island to see it", "2019-2020"),
        ("the talks between the Franco-\nGerman partners went on all night", "Franco-German"),
        ("the longest part of the trans\u00ad\nlation was the easiest of all", "translation"),
        ("un análisis político-\neconómico de lo que pasó en la isla", "político-económico"),
        ("the vice-president and the vice-\npresident of the island met", "the vice-president of"),
    ],
)
def test_words_broken_by_a_hyphen_are_made_whole(broken: str, whole: str) -> None:
    assert whole in reflow(broken)
    assert "\n" not in reflow(broken)


KEPT = [
    # verse
    "The boats are in,\nthe nets are dry,\nthe gulls complain\nalong the sky.",
    "Me dijo el mar que volviera,\ny no le quise creer;\nme dijo el mar que esperara,\ny aquí me tienes, mujer.",
    "Nobody sails when the wind is down\nNobody sings when the bells are still\nNobody walks to the edge of town\n"
    "Nobody climbs to the top of the hill",
    # lists
    "- bread and oil\n- two lemons from the tree\n- salt",
    "1. Open the window\n2. Close the door\n3. Wait for rain",
    "Flour\nSugar\nButter\nEggs",
    # dialogue
    "—¿Viene el barco?\n—No viene.\n—¿Y mañana?\n—Mañana tampoco.",
    "—No sé si vendrá el barco esta noche o si vendrá mañana por la mañana.\n—Pues habrá que preguntar en la oficina, "
    "si es que está abierta.",
    # headlines and short lines over paragraphs
    f"Islanders wait for a ferry\n{ENGLISH}",
    f"{ENGLISH}\n{SPANISH}\n{ENGLISH}",
    f"{ENGLISH}\n\nWhat comes next\n\n{SPANISH}",
    # addresses
    "Nora Quill\n12 Harbour Road\nPort Ellen",
]


@pytest.mark.parametrize("text", KEPT)
def test_other_breaks_are_the_authors(text: str) -> None:
    assert reflow(text) == text


def test_a_wrapped_article_keeps_headline_and_paragraphs() -> None:
    body = "\n\n".join("\n".join(textwrap.wrap(text, 66)) for text in (ENGLISH, ENGLISH))
    article = pasted(f"Islanders wait for a ferry\n\n{body}\n")
    assert [str(block.kind) for block in article.blocks] == ["headline", "paragraph", "paragraph"]
    assert article.title == "Islanders wait for a ferry"
    assert article.source == ""


def test_quoted_mail_keeps_its_marks() -> None:
    text = "> one line of a mail that somebody answered\n> and the next line of the same mail"
    assert reflow(text) == text


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\n\ufeff"])
def test_pasting_nothing_is_an_error(text: str) -> None:
    with pytest.raises(SourceError) as refused:
        pasted(text)
    assert refused.value.code == "empty_paste"


ANYTHING = st.one_of(
    st.text(st.characters(), max_size=300), st.text(st.sampled_from("ab -—\n\r,.\u00adAñ1“*"), max_size=200)
)


@given(ANYTHING)
def test_nothing_but_breaks_and_hyphens_at_breaks_changes(text: str) -> None:
    def letters(string: str) -> list[str]:
        return [c for c in string if not c.isspace() and c not in "-\u00ad\u2010"]

    assert letters(reflow(text)) == letters(text)


@given(ANYTHING)
def test_every_character_is_found_where_it_stood(text: str) -> None:
    joined = reflow(text)
    offsets = original_offsets(text, joined)
    assert offsets[-1] == len(text) and len(offsets) == len(joined) + 1
    assert offsets[:-1] == sorted(set(offsets[:-1]))
    for character, at in zip(joined, offsets, strict=False):
        assert text[at] == character or (character in " \n" and text[at] in "\n\r\v\u2028\u2029")


@pytest.mark.parametrize("text", [ENGLISH, SPANISH])
def test_a_column_is_known_when_it_is_seen(text: str) -> None:
    wrapped = "\n\n".join("\n".join(textwrap.wrap(text, 66)) for _ in range(2))
    joined = unwrapped(wrapped)
    assert joined is not None and joined[0] == f"{text}\n\n{text}"
    assert unwrapped(f"{text}\n{text}\n\n{text}") is None


def test_short_paragraphs_are_joined_when_the_text_has_a_column() -> None:
    short = "Nobody on the quay had seen the captain since Sunday, said the\nQuills, who had been there."
    long = "\n".join(textwrap.wrap(ENGLISH, 66))
    assert reflow(short) == short
    assert short.replace("\n", " ") in reflow(f"{long}\n\n{short}\n\n{long}")


@given(ANYTHING)
def test_reflowing_ends(text: str) -> None:
    once = reflow(text)
    assert len(once) <= len(text)
    assert once.count("\n") <= len(text)
