"""Two editions paragraph by paragraph: which facts agree, which do not.

A fact that stands elsewhere in the other edition agrees, unless the one line beside its own states another in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pressroom.checks.facts.alignment import Group, Reading, aligned, read
from pressroom.checks.facts.fact import Fact, Kind
from pressroom.checks.line import Line
from pressroom.checks.rule import Manuscript
from pressroom.place import Span

_MOST = 100
"""Facts of one group that are held together pair by pair; beyond that, only whether the other edition has them counts."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact and the line that states it."""

    line: Line
    fact: Fact

    @property
    def span(self) -> Span:
        """Return where it stands in the source."""
        return self.line.place(self.fact.start, self.fact.end)

    @property
    def words(self) -> str:
        """Return how the text says it."""
        return self.line.text[self.fact.start : self.fact.end].strip()


@dataclass(slots=True)
class Agreement:
    """Two editions side by side, and what became of their facts.

    ``groups`` are the lines that say the same thing in the same place, ``moved`` those that do so in another place. Of the facts,
    ``equal`` holds by group those that agree, ``converted`` pairs of one amount in two systems, ``different`` pairs that do not, ``exchanged`` pairs of two lines that
    do not although the value of one stands elsewhere, ``alone`` those of one edition whose line stands beside one of the other.
    """

    first: Reading
    second: Reading
    groups: tuple[Group, ...]
    moved: tuple[Group, ...]
    equal: list[list[tuple[Stated, Stated]]] = field(
        default_factory=list[list[tuple[Stated, Stated]]]
    )
    converted: list[tuple[Stated, Stated]] = field(default_factory=list[tuple[Stated, Stated]])
    different: list[tuple[Stated, Stated]] = field(default_factory=list[tuple[Stated, Stated]])
    exchanged: list[tuple[Stated, Stated]] = field(default_factory=list[tuple[Stated, Stated]])
    alone: list[Stated] = field(default_factory=list[Stated])


@lru_cache(maxsize=1)
def agreements(manuscript: Manuscript) -> tuple[Agreement, ...]:
    """Compare the first edition with each other one; several rules ask for it, one after the other."""
    editions = [read(lines) for lines in manuscript.lines]
    return tuple(_agreement(editions[0], other) for other in editions[1:])


def _agreement(first: Reading, second: Reading) -> Agreement:
    result = Agreement(first, second, *aligned(first, second))
    left: list[tuple[list[Stated], list[Stated], bool]] = []
    for mine, theirs in (*result.groups, *result.moved):
        equal, rest = _matched(_stated(mine), _stated(theirs))
        result.equal.append(equal)
        if mine.lines and theirs.lines:  # what a lost paragraph stated is lost with it
            compared = max(map(len, rest)) <= _MOST
            left.append((*rest, compared and len(mine.lines) == len(theirs.lines) == 1))
    everywhere = _Index(_stated(first)), _Index(_stated(second))
    for mine, theirs, twins in left:
        here, known = everywhere[1].parted(mine)
        there, known_there = everywhere[0].parted(theirs)
        result.converted += _taken(here, there, Fact.converts_to)
        result.different += _taken(here, there, _gone_wrong)
        if _last_two(here, there):
            result.different.append((here.pop(), there.pop()))
        if twins:
            for one, other in ((here, known_there), (known, there), (known, known_there)):
                result.exchanged += _taken(one, other, _exchanged)
        result.alone += [one for one in (*here, *there) if one.fact.firm]
    return result


def _stated(edition: Reading) -> list[Stated]:
    return [
        Stated(line, fact)
        for line, facts in zip(edition.lines, edition.facts, strict=True)
        for fact in facts
    ]


class _Index:
    """Facts by their values, to find one wherever it stands."""

    def __init__(self, stated: Sequence[Stated]) -> None:
        self._units: dict[tuple[Kind, str], set[str]] = {}
        for one in stated:
            self._units.setdefault((one.fact.kind, one.fact.value), set()).add(one.fact.unit)

    def holds(self, fact: Fact) -> bool:
        """Tell whether a fact of this value is there, in this unit or where one of the two says none."""
        units = self._units.get((fact.kind, fact.value), set())
        return bool(units) and (not fact.unit or fact.unit in units or "" in units)

    def parted(self, stated: Sequence[Stated]) -> tuple[list[Stated], list[Stated]]:
        """Part facts into those that are nowhere here and those that are."""
        known = [one for one in stated if self.holds(one.fact)]
        unknown = [one for one in stated if not self.holds(one.fact)]
        return unknown[:_MOST], known[:_MOST]


def _matched(
    mine: list[Stated], theirs: list[Stated]
) -> tuple[list[tuple[Stated, Stated]], tuple[list[Stated], list[Stated]]]:
    """Pair the facts that agree; a fact said twice in one edition agrees with one said once in the other."""
    equal: list[tuple[Stated, Stated]] = []
    if max(len(mine), len(theirs)) > _MOST:
        return equal, (mine, theirs)
    rest: list[Stated] = []
    matched: set[int] = set()
    by_kind: dict[Kind, list[tuple[int, Stated]]] = {}
    for number, one in enumerate(theirs):
        by_kind.setdefault(one.fact.kind, []).append((number, one))
    for one in mine:
        same = [(n, o) for n, o in by_kind.get(one.fact.kind, ()) if one.fact.agrees(o.fact)]
        if not same:
            rest.append(one)
            continue
        number, other = next(((n, o) for n, o in same if n not in matched), same[0])
        if number not in matched:
            equal.append((one, other))
        matched.add(number)
    others = [
        other
        for number, other in enumerate(theirs)
        if number not in matched and not any(one.fact.agrees(other.fact) for one in mine)
    ]
    return equal, (rest, others)


def _taken(
    mine: list[Stated], theirs: list[Stated], meant: Callable[[Fact, Fact], bool]
) -> list[tuple[Stated, Stated]]:
    """Take out of both lists the pairs that were meant to be one fact, and return them."""
    pairs: list[tuple[Stated, Stated]] = []
    for one in tuple(mine):
        other = next((o for o in theirs if meant(one.fact, o.fact)), None)
        if other:
            mine.remove(one)
            theirs.remove(other)
            pairs.append((one, other))
    return pairs


def _last_two(mine: list[Stated], theirs: list[Stated]) -> bool:
    """Tell whether one number of either edition is left, as long as the other, and only one of them says its unit."""
    facts = [one.fact for one in (*mine, *theirs)]
    if len(mine) != 1 or len(theirs) != 1 or {fact.kind for fact in facts} != {Kind.NUMBER}:
        return False
    (one, other), firm = facts, any(fact.firm for fact in facts)
    return firm and bool(one.unit) != bool(other.unit) and len(one.value) == len(other.value) > 1


def _gone_wrong(one: Fact, other: Fact) -> bool:
    """Tell whether two facts that disagree were meant to be one; idiom (``two``) is given the benefit of the doubt."""
    if not one.comparable(other):
        return False
    plain = one.kind is Kind.NUMBER and not (one.firm or other.firm or one.unit)
    return not plain or min(len(one.value), len(other.value)) > 1


def _exchanged(one: Fact, other: Fact) -> bool:
    """Tell whether two facts in figures disagree in one place, though a value of theirs stands in another."""
    return one.firm and other.firm and _gone_wrong(one, other) and not one.converts_to(other)
