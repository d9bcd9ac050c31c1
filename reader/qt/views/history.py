"""Where the reader came from: places left by a jump, to go back to and forth again."""

from __future__ import annotations

_MOST = 100


class History:
    """Offsets of one article, as a browser keeps pages."""

    def __init__(self) -> None:
        self._back: list[int] = []
        self._forward: list[int] = []

    def leave(self, place: int) -> None:
        """Note the place a jump starts from."""
        if not self._back or self._back[-1] != place:
            self._back = [*self._back[-_MOST:], place]
        self._forward.clear()

    def back(self, here: int) -> int | None:
        """Return the place to go back to from `here`; None when there is none."""
        return _move(self._back, self._forward, here)

    def forward(self, here: int) -> int | None:
        """Return the place `back` was asked from; None when there is none."""
        return _move(self._forward, self._back, here)


def _move(source: list[int], other: list[int], here: int) -> int | None:
    if not source:
        return None
    other.append(here)
    return source.pop()
