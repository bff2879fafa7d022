"""The space between two neighbours, and how far it may give (cjk-rules S01 to S07, S11, S13; J03 to J05)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pressroom.typography.cells import Cell
from pressroom.typography.copy import Copy
from pressroom.typography.profile import Profile


class Stretch(IntEnum):
    """Which spaces grow first: the order of J03."""

    NONE = 0
    WORD = 1
    MIXED = 2
    HAN = 3


class Shrink(IntEnum):
    """Which spaces give first: the order of J04, without stops, which Hong Kong never trims (S06, S07)."""

    NONE = 0
    WORD = 1
    INTERPUNCT = 2
    BRACKET = 3
    MIXED = 4


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two characters, in em: ``space`` is added to the advance, ``most`` and ``least`` bound its change.

    ``most`` of ``Stretch.HAN`` is what opens at the most between two cells.
    """

    space: float = 0.0
    stretch: Stretch = Stretch.NONE
    most: float = 0.0
    shrink: Shrink = Shrink.NONE
    least: float = 0.0


HALF = 0.49
"""What adjacent marks close up by, in em: a hair less than the half of S05, at which readers of PDF would take two marks for
two lines (G11)."""

NOTHING = Gap()
_STOPS = frozenset({Cell.STOP, Cell.INTERPUNCT})
_NO_STRETCH_AFTER = frozenset(
    {Cell.OPENING, Cell.CONNECTOR, Cell.SOLIDUS, Cell.INTERPUNCT, Cell.OTHER}
)
_NO_STRETCH_BEFORE = frozenset(
    {
        Cell.CLOSING,
        Cell.STOP,
        Cell.EXCLAMATION,
        Cell.CONNECTOR,
        Cell.SOLIDUS,
        Cell.INTERPUNCT,
        Cell.OTHER,
    }
)
_SPACES = frozenset({Cell.SPACE, Cell.LINE_END})


def gaps(copy: Copy, profile: Profile, units: Iterable[tuple[int, int]] = ()) -> tuple[Gap, ...]:
    """Return the gap after each character; nothing stands after the last, and unseen characters let neighbours meet.

    The word spaces in ``units`` (start, end excluded) keep their width: ``p < 0.05`` does not fall apart (J05).
    """
    found = [NOTHING] * len(copy.text)
    for before, after in pairwise(_seen(copy)):
        found[after - 1] = _between(copy, before, after, profile)
    for before, space, after in _typed(copy):
        found[space - 1] = NOTHING
        found[space] = _word_space(copy, before, space, after, profile)
    for start, end in units:
        for at in range(start, end - 1):
            if found[at].stretch is Stretch.WORD:
                found[at] = NOTHING
    return tuple(found)


def _seen(copy: Copy) -> Iterator[int]:
    return (at for at, kind in enumerate(copy.cells) if kind is not Cell.UNSEEN)


def _typed(copy: Copy) -> Iterator[tuple[int, int, int]]:
    """Yield each typed space with the characters around it."""
    seen = list(_seen(copy))
    for index in range(1, len(seen) - 1):
        if copy.cells[seen[index]] is Cell.SPACE:
            yield seen[index - 1], seen[index], seen[index + 1]


def _between(copy: Copy, before: int, after: int, profile: Profile) -> Gap:
    one, other = copy.cells[before], copy.cells[after]
    if copy.verbatim[before] and copy.verbatim[after]:
        return NOTHING  # S13
    if copy.ems[before] != copy.ems[after]:
        return NOTHING  # a raised figure belongs to what it follows
    stiff = copy.rigid[before] and copy.rigid[after]
    return _gap(
        _Side(one, copy.fills_cell(before)), _Side(other, copy.fills_cell(after)), profile, stiff
    )


class _Side(NamedTuple):
    """One of two neighbours: its class, and whether it fills a cell."""

    cell: Cell
    full: bool


@cache
def _gap(one: _Side, other: _Side, profile: Profile, stiff: bool) -> Gap:  # noqa: FBT001  # a key of the cache
    """Return the gap between two neighbours of one size; nothing stretches or shrinks where it is ``stiff``."""
    cells = {one.cell, other.cell}
    if Cell.WIDE_SPACE in cells:
        trimmed = other.cell is Cell.OPENING or one.cell is Cell.CLOSING
        return Gap(space=-HALF) if trimmed else NOTHING
    if cells & _SPACES:
        return NOTHING
    if cells == {Cell.HAN, Cell.LATIN}:
        return Gap(space=profile.gap) if stiff else _mixed(profile.gap, profile)
    trimmed = one.full and other.full and closes_up(one.cell, other.cell, corner=profile.corner)
    space = -HALF if trimmed else 0.0
    if stiff:
        return Gap(space)
    shrink, least = (Shrink.NONE, 0.0) if trimmed else _gives(one, other)
    if _opens(one, other):
        return Gap(space, Stretch.HAN, profile.han_most, shrink, least)
    return Gap(space, shrink=shrink, least=least)


@cache
def _mixed(space: float, profile: Profile) -> Gap:
    """Return the gap between Han and Latin (S01): it grows to ⅓ em and shrinks to ⅛ em."""
    return Gap(
        space,
        Stretch.MIXED,
        profile.gap_most - profile.gap,
        Shrink.MIXED,
        profile.gap - profile.gap_least,
    )


def _opens(one: _Side, other: _Side) -> bool:
    """Tell whether a gap between two cells may open (J03), which it may not beside connectors or in a dash (J05)."""
    cells = {one.cell, other.cell}
    return (
        all(side.full or side.cell in {Cell.HAN, Cell.OBJECT} for side in (one, other))
        and one.cell not in _NO_STRETCH_AFTER
        and other.cell not in _NO_STRETCH_BEFORE
        and cells != {Cell.DASH}
        and Cell.LATIN not in cells
    )


def closes_up(one: Cell, other: Cell, *, corner: bool) -> bool:
    """Tell whether two full-width marks share half an em (S05); a centred stop keeps its own blank (S06), ！？ too (S07)."""
    if one is Cell.CLOSING:
        return other in {Cell.CLOSING, Cell.OPENING, Cell.STOP, Cell.INTERPUNCT}
    if other is Cell.OPENING:
        return one is Cell.OPENING or one in _STOPS
    return corner and one is Cell.STOP and other in {Cell.CLOSING, Cell.STOP}


def _gives(one: _Side, other: _Side) -> tuple[Shrink, float]:
    """Return what a gap beside a bracket or an interpunct may give: the blank half of the bracket, a quarter each side."""
    neighbours = {Cell.HAN, Cell.LATIN, Cell.OBJECT}
    if (one.cell is Cell.CLOSING and one.full and other.cell in neighbours) or (
        other.cell is Cell.OPENING and other.full and one.cell in neighbours
    ):
        return Shrink.BRACKET, 0.5
    if (one.cell is Cell.INTERPUNCT and one.full) or (other.cell is Cell.INTERPUNCT and other.full):
        return Shrink.INTERPUNCT, 0.25
    return Shrink.NONE, 0.0


def _word_space(copy: Copy, before: int, space: int, after: int, profile: Profile) -> Gap:
    """Return the gap that a typed space makes: between Han and Latin it is the drawn one (S04), else a word space."""
    em = copy.ems[space]
    width = copy.advances[space] / em
    if copy.verbatim[before] and copy.verbatim[after]:
        return NOTHING
    if {copy.cells[before], copy.cells[after]} == {Cell.HAN, Cell.LATIN}:
        return _mixed(profile.gap - width, profile)
    return Gap(
        0.0,
        Stretch.WORD,
        max(0.0, profile.word_most - width),
        Shrink.WORD,
        max(0.0, width - profile.word_least),
    )
