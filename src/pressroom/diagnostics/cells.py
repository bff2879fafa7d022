"""Text in the cells of a terminal: how wide a character is drawn, and what must never be written raw."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

TAB = 4
"""Cells from one tab stop to the next."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One character as it is shown, and the number of cells that it takes."""

    shown: str
    width: int


def cells(text: str) -> list[Cell]:
    """Return each character of a line as a terminal may show it; tabs become spaces up to the next stop."""
    column = 0
    drawn: list[Cell] = []
    for character in text:
        shown = " " * (TAB - column % TAB) if character == "\t" else visible(character)
        width = len(shown) if len(shown) > 1 or character == "\t" else _width(character)
        drawn.append(Cell(shown, width))
        column += width
    return drawn


def visible(text: str) -> str:
    """Write controls, invisible and unassigned characters as ``<U+001B>``, so that they cannot steer the terminal."""
    return "".join(
        f"<U+{ord(character):04X}>" if unicodedata.category(character) in _HIDDEN else character
        for character in text
    )


def _width(character: str) -> int:
    """Return 2 for wide and full-width characters (UAX #11), 0 for marks that combine, else 1."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
