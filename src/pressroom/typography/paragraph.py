"""Break a paragraph into lines as a whole, so that no line is bought at the price of the next (clreq §line adjustment).

Each possible line costs what it looks like; the lines with the cheapest sum are taken. Where the first fit is as good as can
be, as in plain Han text whose measure is a whole number of em, nothing else is tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf
from operator import itemgetter
from typing import TypeAlias

from pressroom.typography.judging import GOOD, RIVER, Breaker, Fill
from pressroom.typography.line import Setting, spread
from pressroom.typography.rivers import Space, begun, spaces_below


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

_NARROW = 4
"""How many cells a line has at the least whose paragraph may not end in a single one (J08)."""


_Way: TypeAlias = tuple[int, int]
"""A break that was reached, and how many lines in a row up to it end in a divided word."""


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
    breaker = Breaker(
        setting, places, whole, fill, anywhere or [False] * len(text), severed, narrow
    )
    stops = _first_fit(breaker, start, end, measure) or _best(breaker, start, end, measure)
    lines: list[SetLine] = []
    at, room = start, measure.first
    for stop in stops:
        lines.append(_set(setting, at, stop, room, fill, last=stop == end))
        at, room = stop, measure.others
    return tuple(lines)


def _first_fit(breaker: Breaker, start: int, end: int, measure: Measure) -> list[int] | None:
    """Return the breaks of lines that fill up one after the other, None if one of them is not good."""
    if breaker.fill is Fill.BALANCED:
        return None
    stops: list[int] = []
    at, room = start, measure.first
    while at < end:
        good = (stop for stop, cost, _ in breaker.options(at, room) if cost <= GOOD)
        at = next(good, 0)
        if not at:
            return None
        stops.append(at)
        room = measure.others
    return stops


def _best(breaker: Breaker, start: int, end: int, measure: Measure) -> list[int]:
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
                total += RIVER * begun(below)
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


def _line_by_line(breaker: Breaker, start: int, end: int, measure: Measure) -> float:
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
