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
    TELEPHONE = "telephone number"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a line from ``start`` to ``end``.

    ``value`` is a fraction (``1846``, ``21/5``), a date ``2026-3-3`` whose unknown parts are empty, a time ``22:00``, digits or
    an address. ``unit`` is canonical (``mg``, ``%``, ``HKD``, ``ordinal``), "" when nothing is said. ``firm`` facts are written in figures;
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
                return (self.value == other.value and units) or self.same_amount(other)
            case Kind.DATE:
                parts = zip(self.value.split("-"), other.value.split("-"), strict=True)
                return all(mine == theirs or not mine or not theirs for mine, theirs in parts)
            case Kind.TIME:
                mine, theirs = _minutes(self.value), _minutes(other.value)
                half_day = "12" in {self.unit, other.unit}
                return mine == theirs or (half_day and mine % 720 == theirs % 720)
            case Kind.TELEPHONE | Kind.ADDRESS:
                return self.value == other.value

    def same_amount(self, other: Fact) -> bool:
        """Tell whether two numbers are one amount in different units of one dimension: 500 mg and 0.5 g."""
        mine, theirs = AMOUNTS.get(self.unit), AMOUNTS.get(other.unit)
        if not mine or not theirs or mine[0] != theirs[0]:
            return False
        return Fraction(self.value) * mine[1] == Fraction(other.value) * theirs[1]

    def comparable(self, other: Fact) -> bool:
        """Tell whether one may be the other gone wrong: of one kind, and of one dimension where both say it."""
        if self.kind is not other.kind:
            return False
        mine, theirs = AMOUNTS.get(self.unit), AMOUNTS.get(other.unit)
        dimensions = (mine[0] if mine else self.unit), (theirs[0] if theirs else other.unit)
        return dimensions[0] == dimensions[1] or self.value == other.value


AMOUNTS: dict[str, tuple[str, Fraction]] = {
    "µg": ("mass", Fraction(1, 1000)),
    "mg": ("mass", Fraction(1)),
    "g": ("mass", Fraction(1000)),
    "kg": ("mass", Fraction(1000000)),
    "mL": ("volume", Fraction(1)),
    "L": ("volume", Fraction(1000)),
    "nm": ("length", Fraction(1, 1000000)),
    "mm": ("length", Fraction(1)),
    "cm": ("length", Fraction(10)),
    "m": ("length", Fraction(1000)),
    "km": ("length", Fraction(1000000)),
    "second": ("time", Fraction(1, 60)),
    "minute": ("time", Fraction(1)),
    "hour": ("time", Fraction(60)),
    "day": ("time", Fraction(1440)),
    "week": ("time", Fraction(10080)),
    "month": ("months", Fraction(1)),
    "year": ("months", Fraction(12)),
}
"""Units that can be converted: their dimension, and how many of its first unit they are."""


def _minutes(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute)
