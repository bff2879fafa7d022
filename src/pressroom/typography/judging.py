"""What each line that may begin at a character costs: how full it is, and where it ends (cjk-rules J01, J03, J04, J08, J13)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf
from typing import TypeAlias

from pressroom.typography.addresses import is_behind_a_mark
from pressroom.typography.cells import Cell
from pressroom.typography.hyphenation import LADDER, ZONE
from pressroom.typography.line import Setting


class Fill(Enum):
    """How lines fill the measure: to both edges (J01), as they come, or all about equally long (J13)."""

    JUSTIFIED = "justified"
    RAGGED = "ragged"
    BALANCED = "balanced"


_NEAR = 1e-6

GOOD = 8.0
"""What a line costs at the most with which no search is worth it: gaps open by a twentieth of an em."""

RIVER = 100.0
"""What a line costs, beside the rest, for each river that is seen from it on."""

# What a line costs, in units of nothing: only their proportions count.
_LINE = 1.0
_TRIMMED = 2.0
_PRESSED = 15.0, 45.0
_EARLY, _LATE = 5.0, 300.0
_WIDE = 675.0  # of gaps that open up to half an em: as much for the same gap as ``_LATE``
_WORDS = 7.0, 100.0  # where word spaces alone give: squares, so that they come out alike
_SENSELESS = 100.0
_ADDRESS = 30.0
_DIVIDED = ZONE**2  # as much as word spaces that grow by a quarter of an em
_PARTED = 600.0  # the same where cells fill the line: only if it would gape
_SEVERED = 1_000.0  # in need: a number and its measure word, only if the line would gape
_GAPING = 2_000.0, 500.0
_STUNTED = 5_000.0
_OVERFULL = 1_000_000.0

_SHORTEST = 0.7
"""How much of its room a ragged line may leave free: nothing shorter is looked at."""

_SENSE = frozenset({Cell.STOP, Cell.EXCLAMATION, Cell.WIDE_SPACE, Cell.SPACE, Cell.LINE_END})


Option: TypeAlias = tuple[int, float, bool]
"""A break that a line may end at, what the line costs, and whether it divides a word; a plain tuple, as thousands are judged."""


@dataclass(slots=True)
class Breaker:
    """Judges the lines of a paragraph.

    ``places`` are the breaks, ``whole`` those that divide no word; ``anywhere`` and ``severed`` are as in ``compose``;
    ``narrow`` says that lines are too narrow for J08.
    """

    setting: Setting
    places: list[int]
    whole: list[int]
    fill: Fill
    anywhere: Sequence[bool]
    severed: frozenset[int] | None
    narrow: bool

    def options(
        self, start: int, room: float, budget: float = inf, divided: int = 0
    ) -> Iterator[Option]:
        """Yield the lines that may begin here, from the widest that can be pressed in to the first that is too loose.

        A loose one that leaves too little for the last line (J08) is not the last to be yielded.
        Or to the first that is loose and costs more than ``budget``: a shorter one would cost more yet. ``divided`` is how
        many lines before this one end in a divided word.
        """
        setting, hyphens = self.setting, self.setting.hyphens
        places = self.places if divided < LADDER else self.whole
        widths, seen, tails = setting.widths, setting.seen, setting.tails
        em, before = setting.copy.ems[start], widths[start]
        first = bisect_right(places, start)
        reach = bisect_right(widths, before + room + 3 * em)
        found = False
        for index in range(min(bisect_right(places, reach), len(places) - 1), first - 1, -1):
            stop, last = places[index], index == len(places) - 1
            end = seen[stop]
            if (
                end <= start
            ):  # nothing but spaces, which no line is made of as long as there is more
                if last:
                    found = True
                    yield stop, _LINE, False
                continue
            slack = room - (widths[end] - before - tails[end])
            if stop in hyphens:
                slack -= hyphens[stop]
            cost = self._fit(start, end, slack, em, last=last)
            if cost is None:
                continue
            found = True
            if cost > budget and slack > 0 and not last:
                break
            yield stop, cost + self._place(start, end, stop, last=last), stop in hyphens
            if slack > _SHORTEST * room:
                break
            if cost >= _GAPING[0] and not self._is_stunted(stop, places[-1]):
                break
        if not found:
            yield self._emergency(start, places[first], room)

    def _fit(self, start: int, end: int, slack: float, em: float, *, last: bool) -> float | None:
        """Judge how full a line is; None if it cannot be pressed into its room."""
        if slack < -_NEAR:
            return self._tight(start, end, -slack, em, last=last)
        if self.fill is Fill.JUSTIFIED:
            return 0.0 if last else self._loose(start, end, slack, em)
        if last and self.fill is Fill.RAGGED:
            return 0.0
        return (slack / em) ** 2

    def _tight(
        self, start: int, end: int, missing: float, em: float, *, last: bool
    ) -> float | None:
        """Judge a line that is too wide: the mark at its end gives first (S09), then what J04 names."""
        setting = self.setting
        trim = setting.trim(end)
        if missing <= trim + _NEAR:
            loose = self.fill is Fill.JUSTIFIED and not last
            return _TRIMMED + (self._loose(start, end, trim - missing, em) if loose else 0.0)
        if self.fill is not Fill.JUSTIFIED:
            return None
        missing -= trim
        give = setting.give[end - 1] - setting.give[start]
        if missing > give:
            return None
        share = missing / give
        if self.opens(start, end):
            return _PRESSED[0] + _PRESSED[1] * share
        return _WORDS[0] * share**2

    def _loose(self, start: int, end: int, slack: float, em: float) -> float:
        """Judge a line whose gaps have to open (J03)."""
        setting = self.setting
        early = setting.early[end - 1] - setting.early[start]
        late = setting.late[end - 1] - setting.late[start]
        if early and not late and slack <= early + _NEAR:
            return _WORDS[1] * (slack / early) ** 2
        cost = _EARLY * min(1.0, slack / early) ** 2 if early > 0 else 0.0
        slack -= early
        if slack <= _NEAR:
            return cost
        if slack > late + _NEAR:
            return cost + _GAPING[0] + _GAPING[1] * (slack - late) / em
        return cost + (_LATE if self.severed is None else _WIDE) * (slack / late) ** 2

    def _place(self, start: int, end: int, stop: int, *, last: bool) -> float:
        """Judge where a line ends, whatever its width."""
        copy = self.setting.copy
        if last:
            stunted = start > 0 and not self.narrow and self._is_stunted(start, end)
            return _LINE + _STUNTED if stunted else _LINE
        if copy.verbatim[stop] and copy.verbatim[stop - 1]:
            return _LINE + _ADDRESS
        if self.severed and stop in self.severed:
            return _LINE + _SEVERED
        if stop in self.setting.hyphens:
            filled = self.fill is Fill.JUSTIFIED and self.opens(start, end)
            return _LINE + (_PARTED if filled else _DIVIDED)
        if self.fill is Fill.BALANCED and not self._makes_sense(stop):
            return _LINE + _SENSELESS
        return _LINE

    def opens(self, start: int, end: int) -> bool:
        """Tell whether a line has cells that can open, and not word spaces alone."""
        return self.setting.late[end - 1] > self.setting.late[start]

    def _is_stunted(self, start: int, end: int) -> bool:
        """Tell whether a last line is too little: one character with or without marks, a word of under four letters (J08)."""
        kinds = self.setting.copy.cells[start:end]
        return kinds.count(Cell.LATIN) < 4 and kinds.count(Cell.HAN) + kinds.count(Cell.OBJECT) < 2

    def _makes_sense(self, stop: int) -> bool:
        """Tell whether a heading may well be parted here: after a mark or a space, beside what is tied, a term (J13)."""
        copy = self.setting.copy
        if copy.cells[stop - 1] in _SENSE:
            return True
        return copy.tied[stop - 1] or copy.tied[stop + 1 : stop + 2] == [True]

    def _emergency(self, start: int, stop: int, room: float) -> Option:
        """Return where to end a line that no break ends in time: at the first break, or anywhere if that is allowed.

        There an address breaks behind its scheme or prefix rather than inside a word (B10).
        """
        setting, copy = self.setting, self.setting.copy
        for at in range(start + 1, stop):
            if self.anywhere[at] and setting.width(start, at + 1) > room + _NEAR:
                marks = (
                    mark
                    for mark in range(at, start + 1, -1)
                    if copy.verbatim[mark] and is_behind_a_mark(copy.text, mark)
                )
                stop = next(marks, at)
                break
        over = setting.width(start, setting.visible_end(start, stop)) - room
        cost = _OVERFULL * (1 + max(0.0, over) / setting.copy.ems[start])
        return stop, cost, stop in setting.hyphens
