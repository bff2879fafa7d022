"""Text that is to be set, with what a compositor has to know of each character."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.typography.cells import Cell, cell

_CELL = 0.85
"""A mark whose advance is at least so many em fills a cell; “ of a Latin face does not."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The text of a paragraph; all lists have an entry for each character, all widths are in one unit.

    ``advances`` are the widths in the face, ``ems`` the sizes of the type, ``leads`` and ``trails`` fixed room before and
    after a character.
    ``corner`` are the marks of its language whose second half is blank, as that of a closing bracket is.
    ``tied``: a line may not end before the character. ``verbatim``: addresses and code, in which nothing is spaced (S13).
    ``rigid``: nothing may stretch after the character.
    """

    text: str
    advances: list[float]
    ems: list[float]
    leads: list[float]
    trails: list[float]
    tied: list[bool]
    verbatim: list[bool]
    rigid: list[bool]
    corner: str = ""
    cells: tuple[Cell, ...] = field(init=False)
    full: list[bool] = field(init=False)
    """Whether a character is as wide as a Han cell; one without a width shares that of the one before (——)."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", tuple(map(cell, self.text)))
        full = [width >= _CELL * em for width, em in zip(self.advances, self.ems, strict=True)]
        if 0.0 in self.advances:
            for at, width in enumerate(self.advances):
                if not width and at:
                    full[at] = full[at - 1]
        object.__setattr__(self, "full", full)

    def side(self, at: int) -> Cell:
        """Return the class by which a character meets its neighbours: a mark in the corner of its cell is as a bracket."""
        return Cell.CLOSING if self.text[at] in self.corner else self.cells[at]
