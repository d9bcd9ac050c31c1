"""What the lines of a plain text are; above all, that no paragraph is taken for boilerplate."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.loaders import article_from_line, article_from_text, load
from reader.core.loaders.boilerplate import is_boilerplate
from reader.core.model import Article, BlockKind
from tests.helpers.blocks import check_blocks
from tests.helpers.shared import shared_path
from tests.helpers.timing import fastest

PROSE = (
    "The ferry did not sail on Tuesday, and the islanders who had waited since dawn went home without saying a word.",
    "By noon the harbour was empty but for two dogs and a man who sold oranges to nobody in particular.",
    "“We were told nothing,” said Nora Quill, who keeps the only bakery. “We never are.”",
)
PROSA = (
    "El transbordador no salió el martes, y los isleños que esperaban desde el amanecer volvieron a casa en silencio.",
    "A mediodía no quedaban en el puerto más que dos perros y un hombre que vendía naranjas a nadie en particular.",
    "—No nos dijeron nada —contó Nora Quílez, dueña de la única panadería—. Nunca nos dicen nada.",
)


def kinds(*lines: str) -> list[str]:
    return [str(block.kind) for block in article_from_text("\n\n".join(lines)).blocks]


def shown(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]


BOILERPLATE = [
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Publicidad",
    "PUBLICIDAD",
    "La noticia continúa después de la publicidad",
    "- list 1 of 3Ferry strike enters its second week",
    "list 2 of 3 Islands ask for a second boat",
    "end of list",
    "Read more: Islands ask for a second boat",
    "Lea también: Las islas piden otro barco",
    "Lee también | Las islas piden otro barco",
    "Te puede interesar: Las islas piden otro barco",
    "Sign up for our morning newsletter and never miss a story.",
    "Subscribe to our newsletter",
    "Suscríbete a nuestro boletín y recibe las noticias en tu correo.",
    "Síguenos en nuestro canal de WhatsApp",
    "We use cookies to give you the best experience.",
    "Este sitio utiliza cookies propias y de terceros.",
    "Share this article",
    "Comparte esta noticia",
    "Compartir en WhatsApp",
    "Continue reading the main story",
    "Sigue leyendo",
]


@pytest.mark.parametrize("line", BOILERPLATE)
def test_what_a_page_prints_inside_an_article_is_marked(line: str) -> None:
    assert kinds(PROSE[0], line, PROSE[1]) == ["paragraph", "boilerplate", "paragraph"]


KEPT = [
    "Advertisement spending fell by a third last year, according to the industry's own figures.",
    "La publicidad engañosa cuesta millones cada año, según la asociación de consumidores.",
    "“Subscribe to my newsletter,” the candidate joked, to general laughter.",
    "«Suscríbanse al boletín», pidió la alcaldesa entre risas.",
    "We use cookies at Christmas as a kind of money, the children explained.",
    "Share prices fell on Monday after the company reported a loss.",
    "Comparte casa con su hermana desde que volvió de Chile.",
    "Sign language interpreters were hired for every performance.",
    "Read more books was the advice she gave to every pupil she ever had.",
    "He asked the court to list 3 of the 12 witnesses by initials only.",
    "The end of list prices has been announced before, and it never came.",
    "Related costs came to four million, which nobody had foreseen.",
    "Más información llegó después del mediodía, cuando ya nadie esperaba nada.",
    "Te puede interesar saber que el puente se cerró dos veces el año pasado.",
    "Sigue leyendo cada noche el mismo libro, dice su hija.",
    "Suscribió el acuerdo en nombre de los vecinos el 3 de mayo.",
    "Recibe a los periodistas en la cocina, descalza, con la radio puesta.",
    "Trending upwards for a decade, rents have doubled.",
    "See also how the river bends there, she told us, pointing with her stick.",
]


@pytest.mark.parametrize("line", KEPT)
def test_prose_is_never_marked(line: str) -> None:
    assert "boilerplate" not in kinds(PROSE[0], line, PROSE[1])
    assert "boilerplate" not in kinds(PROSA[0], PROSA[1], line)


@pytest.mark.parametrize("heading", ["Related News", "RELATED:", "Most read", "Te puede interesar", "Lo más leído"])
def test_a_tail_is_marked_to_its_end(heading: str) -> None:
    titles = ("Islands ask for a second boat", "Las islas piden otro barco", "Why the harbour is empty?")
    assert kinds(*PROSE, heading, *titles) == ["paragraph"] * 3 + ["boilerplate"] * 4


def test_a_tail_in_the_middle_ends_where_prose_begins() -> None:
    lines = (PROSE[0], "Te puede interesar", "Las islas piden otro barco", PROSE[1], PROSE[2])
    assert kinds(*lines) == ["paragraph", "boilerplate", "boilerplate", "paragraph", "paragraph"]


def test_a_subhead_after_a_tail_is_kept() -> None:
    lines = (PROSE[0], "Related News", "Islands ask for a second boat", "What comes next", *PROSE[1:])
    assert kinds(*lines)[1:4] == ["boilerplate", "boilerplate", "subhead"]


def test_a_heading_of_prose_is_no_tail() -> None:
    assert kinds(PROSE[0], "Related", *PROSE[1:])[1:] == ["subhead", "paragraph", "paragraph"]


def test_an_article_of_nothing_else_is_shown() -> None:
    assert kinds("Advertisement") == ["paragraph"]
    assert kinds("Subscribe", "Share") == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "headline",
    [
        "Islanders wait for a ferry that never sails",
        "¿Quién paga el barco?",
        "‘Nobody tells us anything’: a day on the quay",
        "Ferry: three questions nobody answered",
        "LAS ISLAS, SIN BARCO",
    ],
)
def test_the_first_line_over_prose_is_the_headline(headline: str) -> None:
    article = article_from_text("\n".join((headline, *PROSE)))
    assert article.blocks[0].kind is BlockKind.HEADLINE
    assert article.title == headline


@pytest.mark.parametrize(
    "first",
    [
        "The ferry did not sail on Tuesday.",
        "—¿Viene el barco?",
        "and so it began, with nobody looking",
        "“We were told nothing,”",
        "x" * 200,
    ],
)
def test_other_first_lines_are_not(first: str) -> None:
    assert kinds(first, *PROSE)[0] == "paragraph"


def test_a_text_of_one_line_has_no_headline() -> None:
    assert kinds("Islanders wait for a ferry") == ["paragraph"]


@pytest.mark.parametrize(
    "byline",
    [
        "By Nora Quill",
        "Por Nora Quílez y Tomás Rey",
        "Published 3 May 2024",
        "Actualizado: 3 de mayo de 2024",
        "May 3, 2024",
        "3 de mayo de 2024",
    ],
)
def test_author_and_day_are_told_from_prose(byline: str) -> None:
    assert kinds("Islanders wait for a ferry", byline, *PROSE)[:3] == ["headline", "byline", "paragraph"]


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Nora Quill", "Nora Quill"),
        ("Por Nora Quílez y Tomás Rey", "Nora Quílez y Tomás Rey"),
        ("By Nora Quill | May 3, 2024", "Nora Quill"),
        ("3 de mayo de 2024", ""),
    ],
)
def test_the_author_is_who_the_byline_names(byline: str, author: str) -> None:
    assert article_from_text("\n".join(("Islanders wait for a ferry", byline, *PROSE))).author == author


@pytest.mark.parametrize("line", ["By Tuesday the harbour was empty.", "Por fin llegó el barco.", "By the sea"])
def test_a_sentence_with_by_is_no_byline(line: str) -> None:
    assert "byline" not in kinds("Islanders wait for a ferry", line, *PROSE)


@pytest.mark.parametrize(
    "subhead", ["A long winter", "¿Y ahora qué?", "What the minister knew", "La noche de los barcos"]
)
def test_a_short_open_line_between_paragraphs_is_a_subhead(subhead: str) -> None:
    assert kinds(PROSE[0], PROSE[1], subhead, PROSE[2])[2] == "subhead"


@pytest.mark.parametrize(
    "line",
    ["It was over.", "—¿Y ahora?", "“Why us?”", "and nobody came", "Then she said:", "***", "-No -dijo Ana", "5"],
)
def test_other_short_lines_are_not(line: str) -> None:
    assert kinds(PROSE[0], PROSE[1], line, PROSE[2])[2] != "subhead"


def test_questions_of_an_interview_are_not_subheads() -> None:
    lines = [PROSE[0]]
    for question in ("Why now?", "Who pays?", "Will it sail?", "And then?"):
        lines += [question, PROSE[1]]
    assert "subhead" not in kinds(*lines)


def test_lists_and_block_quotes() -> None:
    lines = (PROSE[0], "- one boat", "• two boats", "3. three boats", "> four boats", "* five boats", PROSE[1])
    assert kinds(*lines)[1:6] == ["list_item"] * 3 + ["blockquote", "list_item"]


def test_dialogue_is_no_list() -> None:
    assert kinds(*PROSA, "—Vamos —dijo ella.", "- Vamos - dijo ella.", "-Vamos -dijo ella.")[3:] == ["paragraph"] * 3


def test_the_article_of_the_shared_folder() -> None:
    article = load(shared_path("articles/petro-trump.en.txt"))
    marked = [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.BOILERPLATE]
    assert len(marked) == 11
    assert all(len(line) < 90 for line in marked)
    subheads = [block for block in article.blocks if block.kind is BlockKind.SUBHEAD]
    assert len(subheads) == 5


def test_published_articles_keep_their_paragraphs() -> None:
    hidden = []
    for name in ("polnear_train", "polnear_dev", "es_news_dev"):
        for line in shared_path(f"quotes/{name}.jsonl").read_text(encoding="utf-8").splitlines():
            article = article_from_text(json.loads(line)["text"])
            hidden += [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.BOILERPLATE]
    assert not hidden  # 18,574 paragraphs, all of them prose


ANYTHING = st.text(st.characters(), max_size=400)
LINES = st.lists(st.one_of(st.sampled_from([*BOILERPLATE, *KEPT, *PROSE, *PROSA, "", " "]), st.text(max_size=30)))


@given(st.one_of(ANYTHING, LINES.map("\n".join)))
def test_blocks_hold_every_word_of_any_text(text: str) -> None:
    article = article_from_text(text)
    assert article.text == text
    check_blocks(article)
    assert not article.blocks or shown(article)


@given(ANYTHING)
def test_a_single_line_is_a_single_block(text: str) -> None:
    article = article_from_line(text)
    assert article.text == text
    assert len(article.blocks) <= 1
    assert all(block.span.of(text) for block in article.blocks)


UNITS = ["a", " ", "“", "Advertisement\n", "by A\n", "1. \n", "—", "- \n", ".", "\u200b", "A a? ", "x\n\n"]


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_line_or_many_short_ones_take_no_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    assert fastest(lambda: (article_from_text(text), is_boilerplate(text)), 1) < 5
