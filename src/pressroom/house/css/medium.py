"""The media that a house is projected on, and the units of each."""

from __future__ import annotations

from enum import Enum

from pressroom.house.tokens import House, Length, Role
from pressroom.language.record import Script


class Medium(Enum):
    """Where CSS is read: WeasyPrint's pages, a reading system for EPUB, a browser."""

    PRINT = "print"
    BOOK = "book"
    SCREEN = "screen"


class Units:
    """Writes lengths for a medium.

    Pages take points. A book or a screen takes ``rem``, so that the reader's own size rules (cjk-rules E03); one rem is then
    the house's body text.
    """

    def __init__(self, house: House, medium: Medium) -> None:
        self._absolute = medium is Medium.PRINT
        self._rem = house.style(Role.BODY, Script.LATIN).size.points

    def length(self, length: Length) -> str:
        """Return a length as the medium wants it."""
        if length.points == 0:
            return "0"
        return length.css if self._absolute else f"{_number(length.points / self._rem)}rem"

    def leading(self, leading: Length, size: Length) -> str:
        """Return a ``line-height``: a length on paper, a multiple of the size where the size is the reader's."""
        return leading.css if self._absolute else _number(leading.points / size.points)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
