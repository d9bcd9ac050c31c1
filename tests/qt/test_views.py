"""Columns stand beside each other, cards never cover each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.analysis import analyse
from reader.core.loaders import article_from_text
from reader.core.model import QuoteKind
from reader.qt.models.cards import GAP, CardContent, CardContents, Density, card_content, stack
from reader.qt.models.views import CARD_LEAST, MARGIN, NARROW, View, shape

TALL = {Density.LINE: 30, Density.BRIEF: 70, Density.FULL: 130, Density.WHOLE: 200, Density.OPEN: 240}


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("cards", [True, False])
@pytest.mark.parametrize("swapped", [True, False])
def test_columns_fit_and_do_not_touch(view: View, cards: bool, swapped: bool) -> None:
    for width in range(400, 3841, 37):
        made = shape(view, width, 590, cards=cards, swapped=swapped)
        columns = [(made.text_x, made.text_width)]
        if made.translation_width and not made.stacked:
            columns.append((made.translation_x, made.translation_width))
        if made.cards_width:
            assert made.cards_width >= CARD_LEAST
            columns.append((made.cards_x, made.cards_width))
        columns.sort()
        assert columns[0][0] >= MARGIN
        assert columns[-1][0] + columns[-1][1] <= max(width - MARGIN, MARGIN + 120)
        for (left, wide), (following, _) in pairwise(columns):
            assert left + wide + 20 <= following


def test_narrow_windows_set_the_translation_below() -> None:
    assert shape(View.SIDE_BY_SIDE, NARROW - 1, 590, cards=False, swapped=False).stacked
    wide = shape(View.SIDE_BY_SIDE, NARROW, 590, cards=False, swapped=False)
    assert not wide.stacked
    assert wide.translation_x > wide.text_x
    assert shape(View.SIDE_BY_SIDE, NARROW, 590, cards=False, swapped=True).translation_x < wide.translation_x


def test_there_is_room_for_two_columns_and_cards_at_1000_pixels() -> None:
    assert shape(View.SIDE_BY_SIDE, 1000, 590, cards=True, swapped=False).cards_width >= CARD_LEAST


@given(st.lists(st.integers(0, 3000), max_size=40), st.integers(-1, 45))
def test_cards_never_overlap_and_never_stand_above_their_quote(places: list[int], opened: int) -> None:
    wishes = list(enumerate(sorted(places)))
    placed = stack(wishes, lambda quote, density: TALL[density], opened)
    assert [card.quote for card in placed] == [quote for quote, _ in wishes]
    for (_, wish), card in zip(wishes, placed, strict=True):
        assert card.top >= wish
        assert card.height == TALL[card.density]
    for card, following in pairwise(placed):
        assert card.top + card.height + GAP <= following.top


def test_cards_are_level_and_whole_where_there_is_room_and_small_where_there_is_none() -> None:
    placed = stack([(0, 100), (1, 400), (2, 420), (3, 440), (4, 900)], lambda quote, density: TALL[density])
    assert [card.density for card in placed] == [Density.FULL, Density.LINE, Density.LINE, Density.FULL, Density.FULL]
    assert [placed[number].top for number in (0, 1, 4)] == [100, 400, 900]


def test_an_open_card_stands_level_when_its_neighbours_can_shrink() -> None:
    placed = stack([(0, 100), (1, 150), (2, 200)], lambda quote, density: TALL[density], opened=1)
    assert placed[1].density is Density.OPEN
    assert placed[1].top == 150


def test_a_card_is_written_when_it_is_looked_at_and_once() -> None:
    written: list[int] = []

    def write(quote: int) -> CardContent:
        written.append(quote)
        return CardContent(quote, QuoteKind.SPEECH, "", False, None, "", None, "Yes.", None)

    contents = CardContents(3, write)
    assert (list(contents), len(contents), 2 in contents, 3 in contents) == ([0, 1, 2], 3, True, False)
    assert written == []
    assert contents[1] is contents[1]
    assert contents.get(3) is None
    contents.forget(1)
    assert contents[1].quote == 1
    assert written == [1, 1]


def test_a_verb_that_began_a_sentence_is_small_on_the_card() -> None:
    text = "La ministra Rebeca Luján habló ayer en la comisión. Señaló que los fondos «no desaparecen, se concentran»."
    analysis = analyse(article_from_text(text), "es")
    assert card_content(analysis.article, [(analysis.quotes[0], None)], 0).cue == "señaló"
