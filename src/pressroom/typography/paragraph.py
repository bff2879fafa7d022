"""Break a paragraph into lines as a whole, so that no line is bought at the price of the next (clreq §line adjustment).

Each possible line costs what it looks like; the lines with the cheapest sum are taken. Where the first fit is as good as can
be, as in plain Han text whose measure is a whole number of em, nothing else is tried.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from heapq import heappop, heappush
from math import inf
from operator import itemgetter
from typing import TypeAlias

from pressroom.typography.cells import Cell
from pressroom.typography.hyphenation import LADDER, ZONE
from pressroom.typography.line import Setting, spread
from pressroom.typography.rivers import Space, begun, spaces_below


class Fill(Enum):
    """How lines fill the measure: to both edges (J01), as they come, or all about equally long (J13)."""

    JUSTIFIED = "justified"
    RAGGED = "ragged"
    BALANCED = "balanced"


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line: characters ``start`` to ``end`` (excluded) are drawn, the next line begins at ``resume``.

    ``extra`` is what is added behind each character, beside its advance and its gap; ``width`` is that of the whole line.
    """

    start: int
    end: int
    resume: int
    extra: tuple[float, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Measure:
    """The room for the first line and for the others, in the copy's unit."""

    first: float
    others: float


_NEAR = 1e-6

# What a line costs, in units of nothing: only their proportions count.
_LINE = 1.0
_GOOD = 8.0  # not worth a search: gaps open by a twentieth of an em at the most
_TRIMMED = 2.0
_PRESSED = 15.0, 45.0
_EARLY, _LATE = 5.0, 300.0
_WIDE = (
    675.0  # of gaps that open up to half an em: as much for the same gap as ``_LATE`` of a third
)
_WORDS = 7.0, 100.0  # where word spaces alone give: squares, so that they come out alike
_SENSELESS = 100.0
_ADDRESS = 30.0
_DIVIDED = ZONE**2  # as much as word spaces that grow by a quarter of an em
_PARTED = 600.0  # the same where cells fill the line: only if it would gape
_SEVERED = 1_000.0  # in need: a number and its measure word, only if the line would gape
_RIVER = 100.0
_GAPING = 2_000.0, 500.0
_STUNTED = 5_000.0
_OVERFULL = 1_000_000.0

_NARROW = 4
"""How many cells a line has at the least whose paragraph may not end in a single one (J08)."""

_SHORTEST = 0.7
"""How much of its room a ragged line may leave free: nothing shorter is looked at."""

_SENSE = frozenset({Cell.STOP, Cell.EXCLAMATION, Cell.WIDE_SPACE, Cell.SPACE, Cell.LINE_END})


_Option: TypeAlias = tuple[int, float, bool]
"""A break that a line may end at, what the line costs, and whether it divides a word; a plain tuple, as thousands are judged."""

_Way: TypeAlias = tuple[int, int]
"""A break that was reached, and how many lines in a row up to it end in a divided word."""


@dataclass(slots=True)
class _Breaker:
    setting: Setting
    places: list[int]
    whole: list[int]
    fill: Fill
    anywhere: Sequence[bool]
    severed: frozenset[int] | None
    narrow: bool

    def options(
        self, start: int, room: float, budget: float = inf, divided: int = 0
    ) -> Iterator[_Option]:
        """Yield the lines that may begin here, from the widest that can be pressed in to the first that is too loose.

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
            if cost >= _GAPING[0] or slack > _SHORTEST * room:
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

    def _emergency(self, start: int, stop: int, room: float) -> _Option:
        """Return where to end a line that no break ends in time: at the first break, or anywhere if that is allowed."""
        setting = self.setting
        for at in range(start + 1, stop):
            if self.anywhere[at] and setting.width(start, at + 1) > room + _NEAR:
                stop = at
                break
        over = setting.width(start, setting.visible_end(start, stop)) - room
        cost = _OVERFULL * (1 + max(0.0, over) / setting.copy.ems[start])
        return stop, cost, stop in setting.hyphens


def compose(
    setting: Setting,
    breaks: Sequence[bool],
    measure: Measure,
    fill: Fill,
    start: int = 0,
    anywhere: Sequence[bool] | None = None,
    severed: frozenset[int] | None = None,
) -> tuple[SetLine, ...]:
    """Break copy from ``start`` to its next forced end into lines.

    ``breaks`` tells before which characters a line may begin, ``anywhere`` where it may begin when a stretch is wider than the
    measure (``overflow-wrap: anywhere``), ``severed`` which of the ``breaks`` are for need alone, if the setting is one of need.
    """
    text = setting.copy.text
    forced = text.find("\n", start)
    end = len(text) if forced < 0 else forced + 1
    if start == end:
        return (SetLine(start, end, end, (), 0.0),)
    whole = [at for at in range(start + 1, end) if breaks[at]] + [end]
    within = (at for at in setting.hyphens if start < at < end)
    places = sorted({*whole, *within}) if setting.hyphens else whole
    narrow = max(measure.first, measure.others) < _NARROW * setting.copy.ems[start]
    breaker = _Breaker(
        setting, places, whole, fill, anywhere or [False] * len(text), severed, narrow
    )
    stops = _first_fit(breaker, start, end, measure) or _best(breaker, start, end, measure)
    lines: list[SetLine] = []
    at, room = start, measure.first
    for stop in stops:
        lines.append(_set(setting, at, stop, room, fill, last=stop == end))
        at, room = stop, measure.others
    return tuple(lines)


def _first_fit(breaker: _Breaker, start: int, end: int, measure: Measure) -> list[int] | None:
    """Return the breaks of lines that fill up one after the other, None if one of them is not good."""
    if breaker.fill is Fill.BALANCED:
        return None
    stops: list[int] = []
    at, room = start, measure.first
    while at < end:
        good = (stop for stop, cost, _ in breaker.options(at, room) if cost <= _GOOD)
        at = next(good, 0)
        if not at:
            return None
        stops.append(at)
        room = measure.others
    return stops


def _best(breaker: _Breaker, start: int, end: int, measure: Measure) -> list[int]:
    """Return the breaks of the cheapest lines of all: the best way to each break is found once, in their order."""
    watched = breaker.fill is Fill.JUSTIFIED and not breaker.opens(start, end)
    bound = inf if watched else _line_by_line(breaker, start, end, measure)
    first: _Way = start, 0
    spaces: dict[_Way, tuple[Space, ...]] = {first: ()}
    costs: dict[_Way, float] = {first: 0.0}
    before: dict[_Way, _Way] = {}
    pending: list[_Way] = [first]
    while (here := heappop(pending))[0] != end:
        at, divided = here
        room = measure.first if at == start else measure.others
        so_far = costs[here]
        for stop, cost, divides in breaker.options(at, room, bound - so_far, divided):
            below: tuple[Space, ...] = ()
            total = so_far + cost
            if watched:
                below = spaces_below(breaker.setting, at, stop, room, spaces[here])
                total += _RIVER * begun(below)
            if total > bound:
                continue
            there = stop, divided + 1 if divides else 0
            if there not in costs:
                heappush(pending, there)
            if total < costs.get(there, inf):
                costs[there], before[there], spaces[there] = total, here, below
    way: list[_Way] = [(end, 0)]
    while (here := before[way[-1]]) != first:
        way.append(here)
    return [stop for stop, _ in way[::-1]]


def _line_by_line(breaker: _Breaker, start: int, end: int, measure: Measure) -> float:
    """Return what lines cost each of which is the cheapest from where it begins: no more than this need be paid."""
    total, at, room, divided = 0.0, start, measure.first, 0
    while at < end:
        options = breaker.options(at, room, divided=divided)
        at, cost, divides = min(options, key=itemgetter(1))
        total += cost
        divided = divided + 1 if divides else 0
        room = measure.others
    return total + _NEAR


def _set(
    setting: Setting, start: int, stop: int, room: float, fill: Fill, *, last: bool
) -> SetLine:
    """Distribute the slack of a line; where it may not be filled the line stays as it is."""
    end = setting.visible_end(start, stop)
    width = setting.width(start, end) + setting.hyphens.get(stop, 0.0)
    extra = [0.0] * (end - start)
    if end == start:
        return SetLine(start, end, stop, (), 0.0)
    trim = setting.trim(end) if width > room + _NEAR else 0.0
    slack = room - width + trim
    filled = None
    if fill is Fill.JUSTIFIED and (slack < -_NEAR or not last):
        filled = spread(setting, start, end, slack)
    if filled is not None:
        extra, width = filled, room
    else:
        width -= trim
    extra[-1] -= trim
    return SetLine(start, end, stop, tuple(extra), width)
