"""The space between two neighbours, and how far it may give (cjk-rules S01 to S07, S11, S13; J03 to J05)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from pressroom.language.profile import Profile
from pressroom.typography.cells import Cell
from pressroom.typography.copy import Copy


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

    ``most`` of ``Stretch.HAN`` is what opens at the most between two cells, and so ``late``; of other spaces it is ``early``.
    """

    space: float = 0.0
    stretch: Stretch = Stretch.NONE
    most: float = 0.0
    shrink: Shrink = Shrink.NONE
    least: float = 0.0
    early: float = field(init=False)
    late: float = field(init=False)

    def __post_init__(self) -> None:
        opens = self.stretch is Stretch.HAN
        object.__setattr__(self, "early", 0.0 if opens else self.most)
        object.__setattr__(self, "late", self.most if opens else 0.0)


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
        Cell.POSTFIX,
        Cell.OTHER,
    }
)
_SPACES = frozenset({Cell.SPACE, Cell.LINE_END})
_AS_CELLS = frozenset({Cell.HAN, Cell.OBJECT, Cell.POSTFIX})
"""What is as a cell beside others, however narrow it is."""

_Side: TypeAlias = tuple[Cell, bool]
"""One of two neighbours: its class, and whether it fills a cell."""


def gaps(copy: Copy, profile: Profile, units: Iterable[tuple[int, int]] = ()) -> tuple[Gap, ...]:
    """Return the gap after each character; nothing stands after the last, and unseen characters let neighbours meet.

    The word spaces in ``units`` (start, end excluded) keep their width: ``p < 0.05`` does not fall apart (J05).
    """
    cells, classes = copy.cells, set(copy.cells)
    kinds = [*map(copy.side, range(len(cells)))] if copy.corner else cells
    sides = [*zip(kinds, copy.full, strict=True)]
    found, meetings = [NOTHING] * len(cells), _meetings(profile)
    seen: Sequence[int] = range(len(cells))
    if Cell.UNSEEN in classes:
        seen = [at for at, kind in enumerate(cells) if kind is not Cell.UNSEEN]
        for (_, before), (after, other) in pairwise((at, sides[at]) for at in seen):
            found[after - 1] = meetings[before, other]
    else:
        found[:-1] = map(meetings.__getitem__, pairwise(sides))
    if len(set(copy.ems)) > 1 or any(copy.verbatim) or any(copy.rigid):
        for before, after in pairwise(seen):
            found[after - 1] = _between(copy, before, after, found[after - 1], profile)
    if Cell.SPACE in classes:
        for before, space, after in zip(seen, seen[1:], seen[2:], strict=False):
            if cells[space] is Cell.SPACE:
                found[space - 1] = NOTHING
                found[space] = _word_space(copy, before, space, after, profile)
    for start, end in units:
        for at in range(start, end - 1):
            if found[at].stretch is Stretch.WORD:
                found[at] = NOTHING
    return tuple(found)


def _between(copy: Copy, before: int, after: int, gap: Gap, profile: Profile) -> Gap:
    """Return the gap between two neighbours of which one may be raised, or part of an address or of code, or dotted."""
    if copy.ems[before] != copy.ems[after] or (copy.verbatim[before] and copy.verbatim[after]):
        return NOTHING  # a raised figure belongs to what it follows; addresses and code are not spaced (S13)
    if copy.rigid[before] and copy.rigid[after]:
        one, other = ((copy.side(at), copy.full[at]) for at in (before, after))
        return _gap(one, other, profile, stiff=True)
    return gap


class _Meetings(dict[tuple[_Side, _Side], Gap]):
    """The gaps between two neighbours of one size, found once each."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile

    def __missing__(self, pair: tuple[_Side, _Side]) -> Gap:
        gap = self[pair] = _gap(*pair, self._profile, stiff=False)
        return gap


_meetings = cache(_Meetings)


def _gap(one: _Side, other: _Side, profile: Profile, *, stiff: bool) -> Gap:
    """Return the gap between two neighbours of one size; nothing stretches or shrinks where it is ``stiff``."""
    cells = {one[0], other[0]}
    if Cell.WIDE_SPACE in cells:
        trimmed = other[0] is Cell.OPENING or one[0] is Cell.CLOSING
        return Gap(space=-HALF) if trimmed else NOTHING
    if cells & _SPACES:
        return NOTHING
    if cells == {Cell.HAN, Cell.LATIN}:
        return Gap(space=profile.gap) if stiff else _mixed(profile.gap, profile)
    trimmed = one[1] and other[1] and closes_up(one[0], other[0])
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
    cells = {one[0], other[0]}
    return (
        all(full or kind in _AS_CELLS for kind, full in (one, other))
        and one[0] not in _NO_STRETCH_AFTER
        and other[0] not in _NO_STRETCH_BEFORE
        and cells != {Cell.DASH}
        and Cell.LATIN not in cells
    )


def closes_up(one: Cell, other: Cell) -> bool:
    """Tell whether two full-width marks share half an em (S05); a centred stop keeps its own blank (S06), ！？ too (S07)."""
    if one is Cell.CLOSING:
        return other in {Cell.CLOSING, Cell.OPENING, Cell.STOP, Cell.INTERPUNCT}
    return other is Cell.OPENING and (one is Cell.OPENING or one in _STOPS)


def _gives(one: _Side, other: _Side) -> tuple[Shrink, float]:
    """Return what a gap beside a bracket or an interpunct may give: the blank half of the bracket, a quarter each side."""
    neighbours = {Cell.HAN, Cell.LATIN, Cell.OBJECT}
    if (one[0] is Cell.CLOSING and one[1] and other[0] in neighbours) or (
        other[0] is Cell.OPENING and other[1] and one[0] in neighbours
    ):
        return Shrink.BRACKET, 0.5
    if (one[0] is Cell.INTERPUNCT and one[1]) or (other[0] is Cell.INTERPUNCT and other[1]):
        return Shrink.INTERPUNCT, 0.25
    return Shrink.NONE, 0.0


def _word_space(copy: Copy, before: int, space: int, after: int, profile: Profile) -> Gap:
    """Return the gap that a typed space makes: between Han and Latin it is the drawn one (S04), else a word space."""
    em = copy.ems[space]
    width = copy.advances[space] / em
    if copy.verbatim[before] and copy.verbatim[after]:
        return NOTHING
    if not profile.spaced and {copy.cells[before], copy.cells[after]} == {Cell.HAN, Cell.LATIN}:
        return _mixed(profile.gap - width, profile)
    return Gap(
        0.0,
        Stretch.WORD,
        max(0.0, profile.word_most - width),
        Shrink.WORD,
        max(0.0, width - profile.word_least),
    )
