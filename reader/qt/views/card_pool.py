"""Cards on a scrolling surface: as many widgets as show, each given another quote when its own leaves the window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.qt.models.cards import CardContent, Density
from reader.qt.views.card import Card, CardStyle


class CardSpot(NamedTuple):
    """One card to be shown, and where on the surface."""

    content: CardContent
    box: QRect
    density: Density
    extra: str = ""


class CardPool(QObject):
    """Shows cards on a surface and passes on what is done to them."""

    activated = Signal(int)
    hovered = Signal(int, bool)
    asked = Signal(int, str)
    stepped = Signal(int, int)

    def __init__(self, surface: QWidget) -> None:
        super().__init__(surface)
        self._surface = surface
        self._used: dict[int, Card] = {}
        self._free: list[Card] = []
        self._active: int | None = None

    def show(self, spots: Iterable[CardSpot], style: CardStyle, active: int | None = None) -> None:
        """Show exactly these cards; a quote that stays keeps its widget, so that pointer and focus stay too.

        One card takes part in the round of the Tab key: that of the `active` quote, else the first. Where a card has
        the focus, it follows the active quote; a card that leaves the window gives it to the page.
        """
        wanted = {spot.content.quote: spot for spot in spots}
        moved, self._active = active != self._active, active
        focused = self.focused
        for quote in [quote for quote in self._used if quote not in wanted]:
            card = self._used.pop(quote)
            if quote == focused:
                self._surface.setFocus()
            card.hide()
            card.set_lit(False)
            self._free.append(card)
        for quote, spot in wanted.items():
            card = self._used.get(quote) or self._take(quote)
            card.show_content(spot.content, style, spot.density, spot.extra)
            if card.geometry() != spot.box:
                card.setGeometry(spot.box)
            if card.isHidden():
                card.show()
        stop = active if active in wanted else next(iter(wanted), None)
        for quote, card in self._used.items():
            policy = Qt.FocusPolicy.TabFocus if quote in (stop, focused) else Qt.FocusPolicy.NoFocus
            if card.focusPolicy() != policy:
                card.setFocusPolicy(policy)
        if moved and focused is not None and active in wanted:
            self._used[active].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def focused(self) -> int | None:
        """The quote whose card, itself, has the focus."""
        return next((quote for quote, card in self._used.items() if card.hasFocus()), None)

    def card(self, quote: int) -> Card | None:
        """Return the card that shows a quote now, if one does."""
        return self._used.get(quote)

    def light(self, quote: int | None) -> None:
        """Mark one card as the one whose quote is pointed at."""
        for index, card in self._used.items():
            card.set_lit(index == quote)
            if index != quote:
                card.set_word(None)

    def _take(self, quote: int) -> Card:
        card = self._free.pop() if self._free else self._make()
        self._used[quote] = card
        return card

    def _make(self) -> Card:
        card = Card(self._surface)
        card.activated.connect(self.activated)
        card.hovered.connect(self.hovered)
        card.asked.connect(self.asked)
        card.stepped.connect(self.stepped)
        return card
