"""Break a paragraph into lines as a whole, so that no line is bought at the price of the next (clreq §line adjustment).

A best path through all lines that are possible: each costs what it looks like, and the cheapest sum wins. Where the first fit
is as good as can be, as in plain Han text whose measure is a whole number of em, nothing else is tried.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from heapq import heappop, heappush
from math import inf

from pressroom.typography.cells import Cell
from pressroom.typography.line import Setting, spread


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
_LINE = 1.0
_GOOD = 4.0
"""A line that costs no more than this is not worth a search."""
_STUNTED = 5_000.0
_GAPING = 2_000.0
_OVERFULL = 1_000_000.0
_BREAK_IN_VERBATIM = 30.0
_SENSELESS = 40.0


@dataclass(slots=True)
class _Breaker:
    setting: Setting
    places: list[int]
    fill: Fill
    anywhere: Sequence[bool]

    def cost(self, start: int, end: int, room: float, *, last: bool) -> float:
        """Judge a line from ``start`` to the break at ``end``."""
        setting = self.setting
        seen = setting.visible_end(start, end)
        if seen <= start:
            return _LINE
        em = setting.copy.ems[start]
        slack = room - setting.width(start, seen)
        cost = _LINE
        if last and self._stunted(start, seen):
            cost += _STUNTED
        if not last and setting.copy.verbatim[end] and setting.copy.verbatim[end - 1]:
            cost += _BREAK_IN_VERBATIM
        if slack < -_NEAR:
            return cost + self._tight(start, seen, -slack, em, last=last)
        if self.fill is Fill.BALANCED:
            return cost + (slack / em) ** 2 + self._sense(end, last=last)
        if self.fill is Fill.RAGGED and not last:
            return cost + (slack / em) ** 2
        if last or self.fill is Fill.RAGGED:
            return cost
        return cost + self._loose(start, seen, slack, em)

    def _tight(self, start: int, end: int, missing: float, em: float, *, last: bool) -> float:
        trim = self.setting.trim(end)
        if missing <= trim + _NEAR:
            loose = self.fill is Fill.JUSTIFIED and not last
            return 2.0 + (self._loose(start, end, trim - missing, em) if loose else 0.0)
        give = self.setting.shrink(start, end) if self.fill is Fill.JUSTIFIED else 0.0
        missing -= trim
        if missing > give + _NEAR:
            return _OVERFULL * (1 + (missing - give) / em)
        return 15.0 + 45.0 * missing / give

    def _loose(self, start: int, end: int, slack: float, em: float) -> float:
        word, mixed, han = self.setting.stretch(start, end)
        early = word + mixed
        cost = 0.0
        if early > 0:
            cost += 5.0 * min(1.0, slack / early) ** 2
        slack -= early
        if slack <= _NEAR:
            return cost
        if slack > han + _NEAR:
            return cost + _GAPING + 500.0 * (slack - han) / em
        return cost + 300.0 * (slack / han) ** 2

    def _sense(self, end: int, *, last: bool) -> float:
        """Judge where a heading is parted: best after a mark or a space (J13)."""
        marks = (Cell.STOP, Cell.EXCLAMATION, Cell.WIDE_SPACE, Cell.SPACE, Cell.LINE_END)
        return 0.0 if last or self.setting.copy.cells[end - 1] in marks else _SENSELESS

    def _stunted(self, start: int, end: int) -> bool:
        """Tell whether a line holds a single character besides its marks (J08)."""
        if start == 0:
            return False
        kinds = (Cell.HAN, Cell.LATIN, Cell.OBJECT)
        return sum(self.setting.copy.cells[at] in kinds for at in range(start, end)) < 2

    def ends(self, start: int, room: float) -> list[int]:
        """Return the breaks that a line from ``start`` may end at, from the widest that can be pressed in to the loosest."""
        setting, places = self.setting, self.places
        widths = setting.widths
        first = bisect_right(places, start)
        limit = widths[start] + room + 3 * setting.copy.ems[start]
        high = bisect_right(places, bisect_right(widths, limit))
        found: list[int] = []
        for index in range(min(high, len(places) - 1), first - 1, -1):
            end = places[index]
            seen = setting.visible_end(start, end)
            slack = room - setting.width(start, seen)
            if slack < -_NEAR:
                give = setting.trim(seen)
                if self.fill is Fill.JUSTIFIED:
                    give += setting.shrink(start, seen)
                if -slack > give + _NEAR:
                    continue
            found.append(end)
            if self._hopeless(start, seen, slack):
                break
        if not found:
            found.append(self._emergency(start, places[first], room))
        return found

    def _hopeless(self, start: int, end: int, slack: float) -> bool:
        """Tell whether an even shorter line is not worth looking at."""
        if self.fill is Fill.JUSTIFIED:
            return slack > sum(self.setting.stretch(start, end)) + _NEAR
        return slack > 8 * self.setting.copy.ems[start]

    def _emergency(self, start: int, end: int, room: float) -> int:
        """Return where to end a line that no break lets end in time: at the first break, or anywhere if that is allowed."""
        setting = self.setting
        for at in range(start + 1, end):
            if self.anywhere[at] and setting.width(start, at + 1) > room + _NEAR:
                return at
        return end


def compose(
    setting: Setting,
    breaks: Sequence[bool],
    measure: Measure,
    fill: Fill,
    start: int = 0,
    anywhere: Sequence[bool] | None = None,
) -> tuple[SetLine, ...]:
    """Break copy from ``start`` to its next forced end into lines.

    ``breaks`` tells before which characters a line may begin, ``anywhere`` where it may begin in need, when a stretch is
    wider than the measure (``overflow-wrap: anywhere``).
    """
    text = setting.copy.text
    forced = text.find("\n", start)
    end = len(text) if forced < 0 else forced + 1
    places = [at for at in range(start + 1, end) if breaks[at]] + [end]
    breaker = _Breaker(setting, places, fill, anywhere or [False] * len(text))
    path = _first_fit(breaker, start, end, measure)
    if path is None:
        path = _best(breaker, start, end, measure)
    lines: list[SetLine] = []
    for at, stop in path:
        room = measure.first if at == start else measure.others
        lines.append(_set(setting, at, stop, room, fill, last=stop == end))
    return tuple(lines)


def _first_fit(
    breaker: _Breaker, start: int, end: int, measure: Measure
) -> list[tuple[int, int]] | None:
    """Return the lines that fill up one after the other, None if one of them is not good."""
    if breaker.fill is Fill.BALANCED:
        return None
    path: list[tuple[int, int]] = []
    at, room = start, measure.first
    while at < end:
        stop = next(
            (
                stop
                for stop in breaker.ends(at, room)
                if breaker.cost(at, stop, room, last=stop == end) <= _GOOD
            ),
            None,
        )
        if stop is None:
            return None
        path.append((at, stop))
        at, room = stop, measure.others
    return path


def _best(breaker: _Breaker, start: int, end: int, measure: Measure) -> list[tuple[int, int]]:
    """Return the cheapest lines of all."""
    costs: dict[int, float] = {start: 0.0}
    before: dict[int, int] = {}
    pending = [start]
    while pending:
        at = heappop(pending)
        if at == end:
            break
        room = measure.first if at == start else measure.others
        for stop in breaker.ends(at, room):
            cost = costs[at] + breaker.cost(at, stop, room, last=stop == end)
            if stop not in costs:
                heappush(pending, stop)
            if cost < costs.get(stop, inf):
                costs[stop], before[stop] = cost, at
    path: list[tuple[int, int]] = []
    at = end
    while at != start:
        path.append((before[at], at))
        at = before[at]
    return path[::-1]


def _set(
    setting: Setting, start: int, stop: int, room: float, fill: Fill, *, last: bool
) -> SetLine:
    """Distribute the slack of a line; where it may not be filled the line stays as it is."""
    end = setting.visible_end(start, stop)
    width = setting.width(start, end)
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
