"""A fact: a value, and where it stands in its line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Kind(Enum):
    """What a fact is about."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    WEEKDAY = "day of the week"
    TELEPHONE = "telephone number"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a line from ``start`` to ``end``.

    ``value`` is a fraction (``1846``, ``21/5``), a date ``2026-3-3`` whose unknown parts are empty, a time ``22:00``, digits or
    an address; of a day of the week the number, from Monday. ``unit`` is canonical (``mg``, ``%``, ``HKD``, ``ordinal``), "" when nothing is said. ``firm`` facts are written in figures;
    those in words (``three``, ``三``) may be idiom.
    """

    kind: Kind
    value: str
    unit: str
    start: int
    end: int
    firm: bool = True

    def agrees(self, other: Fact) -> bool:
        """Tell whether two facts can mean the same."""
        if self.kind is not other.kind:
            return False
        match self.kind:
            case Kind.NUMBER:
                units = self.unit == other.unit or not self.unit or not other.unit
                same = (self.value == other.value and units) or self.same_amount(other)
                return same or self._share() == other._share() is not None
            case Kind.DATE:
                parts = zip(self.value.split("-"), other.value.split("-"), strict=True)
                return all(mine == theirs or not mine or not theirs for mine, theirs in parts)
            case Kind.TIME:
                mine, theirs = _minutes(self.value), _minutes(other.value)
                half_day = "12" in {self.unit, other.unit}
                return mine == theirs or (half_day and mine % 720 == theirs % 720)
            case Kind.TELEPHONE | Kind.ADDRESS | Kind.WEEKDAY:
                return self.value == other.value

    def _share(self) -> Fraction | None:
        """Return which part of a whole a percentage or a fraction in words is; None for another number."""
        if self.unit == "%":
            return Fraction(self.value) / 100
        return (
            Fraction(self.value) if "/" in self.value and not self.unit and not self.firm else None
        )

    def same_amount(self, other: Fact) -> bool:
        """Tell whether two numbers are one amount in different units of one dimension: 500 mg and 0.5 g."""
        mine, theirs = self.amount, other.amount
        return mine is not None and mine == theirs and not self._other_system(other)

    @property
    def amount(self) -> tuple[str, Fraction] | None:
        """Return a number with a unit as its dimension and how much it is of the first unit of that; None for another fact."""
        known = AMOUNTS.get(self.unit) if self.kind is Kind.NUMBER else None
        if not known:
            return None
        return known.dimension, Fraction(self.value) * known.factor + known.offset

    def converts_to(self, other: Fact) -> bool:
        """Tell whether two numbers are about one amount, measured in two systems and rounded: 5 kg and 11 lb."""
        mine, theirs = self.amount, other.amount
        if not mine or not theirs or mine[0] != theirs[0] or not self._other_system(other):
            return False
        return abs(mine[1] - theirs[1]) <= _ROUNDING * max(abs(mine[1]), abs(theirs[1]))

    def _other_system(self, other: Fact) -> bool:
        if self.unit == other.unit:
            return False
        return not (AMOUNTS[self.unit].metric and AMOUNTS[other.unit].metric)

    def comparable(self, other: Fact) -> bool:
        """Tell whether one may be the other gone wrong: of one kind, and of one dimension where both say it."""
        if self.kind is not other.kind:
            return False
        mine, theirs = AMOUNTS.get(self.unit), AMOUNTS.get(other.unit)
        dimensions = (
            mine.dimension if mine else self.unit,
            theirs.dimension if theirs else other.unit,
        )
        return dimensions[0] == dimensions[1] or self.value == other.value


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that can be converted: how much it is of the first unit of its dimension; a thermometer has an ``offset``."""

    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    metric: bool = True


def _scale(dimension: str, **units: str) -> dict[str, Unit]:
    return {name: Unit(dimension, Fraction(factor)) for name, factor in units.items()}


def _customary(dimension: str, **units: str) -> dict[str, Unit]:
    return {name: Unit(dimension, Fraction(factor), metric=False) for name, factor in units.items()}


AMOUNTS: dict[str, Unit] = {
    **_scale("mass", mg="1", µg="1/1000", g="1000", kg="1000000", tonne="1000000000"),
    **_customary("mass", lb="453592.37", oz="28349.523125", catty="604789.82"),
    **_scale("volume", mL="1", L="1000"),
    **_scale("length", mm="1", nm="1/1000000", cm="10", m="1000", km="1000000"),
    **_customary("length", inch="25.4", foot="304.8", mile="1609344"),
    **_scale("time", minute="1", second="1/60", hour="60", day="1440", week="10080"),
    **_scale("months", month="1", year="12"),
    "°C": Unit("temperature", Fraction(1)),
    "°F": Unit("temperature", Fraction(5, 9), Fraction(-160, 9), metric=False),
}
"""Weights and Measures Ordinance (Cap. 68), schedules 1 and 2; the catty (斤) is Hong Kong's."""

_ROUNDING = Fraction(1, 20)


def _minutes(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute)
