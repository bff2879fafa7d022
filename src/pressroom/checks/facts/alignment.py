"""Two editions line by line: which say the same thing (after Gale and Church, 1993, with facts and Latin words as anchors).

A path through both editions is sought whose steps cost least: one line beside one, one beside two, or one beside none. A step is
cheap if its sides are of one part, of like length, and name the same numbers and Latin words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf, log
from typing import TypeAlias

from pressroom.checks.facts.fact import Fact
from pressroom.checks.facts.reading import facts_of
from pressroom.checks.line import Line
from pressroom.checks.rule import HAN

_STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_SPARE = 5
_MOST = 100_000
"""Steps to weigh; editions that differ in more lines than that are held together as a whole."""

_MOST_MOVED = 50
_ENOUGH = 2
_ALIKE = 0.5
"""How many numbers and names a line that stands elsewhere has at least, and which part of them both editions name."""

_ALONE = 2.0
_DOUBLE = 2.4
_OTHER_PART = 3.0
_LENGTH = 1.5
_MOST_RATIO = 1.2
_LIKE_LENGTH = 0.3
_MOST_EVIDENCE = 3
"""Numbers and names that count: each that only one side names costs as much as half a lost line."""

_CELLS_TO_WORD = 1.45
"""Chinese characters to an English word in releases of Hong Kong (domain §1, Size); kana and Hangul are counted alike."""
_CELL = re.compile(f"[{HAN}\u3041-\u30ff\uac00-\ud7a3]")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Traits:
    """What can be compared of a line across languages.

    ``length`` counts English words; ``anchors`` are what another language must say as well, firm facts and Latin words in Han
    text; ``said`` are all facts and Latin words.
    """

    length: float
    anchors: frozenset[str]
    said: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """An edition, or a stretch of one, whose facts have been read line by line."""

    lines: Sequence[Line]
    facts: Sequence[tuple[Fact, ...]]
    traits: Sequence[Traits]

    def cut(self, start: int, end: int) -> Reading:
        """Return a stretch of lines."""
        return Reading(self.lines[start:end], self.facts[start:end], self.traits[start:end])


Group: TypeAlias = tuple[Reading, Reading]
"""Lines of either edition that say the same thing; one side may be empty."""


def read(lines: Sequence[Line]) -> Reading:
    """Read the facts of an edition."""
    facts = [facts_of(line) for line in lines]
    traits = [_traits(line, stated) for line, stated in zip(lines, facts, strict=True)]
    return Reading(lines, facts, traits)


def aligned(first: Reading, second: Reading) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return the groups of lines that say the same thing: those in one order, and pairs that stand elsewhere."""
    groups = list(_in_order(first, second))
    moved: list[Group] = []
    without = [mine for mine, theirs in groups if not theirs.lines]
    others = [theirs for mine, theirs in groups if not mine.lines]
    for mine in without[:_MOST_MOVED]:
        theirs = next((one for one in others[:_MOST_MOVED] if _is_moved(mine, one)), None)
        if theirs:
            others.remove(theirs)
            moved.append((mine, theirs))
    gone = {id(one) for pair in moved for one in pair}
    return tuple(g for g in groups if id(g[0]) not in gone and id(g[1]) not in gone), tuple(moved)


def _is_moved(mine: Reading, theirs: Reading) -> bool:
    """Tell whether two lone lines name so much in common that they must be one."""
    one, other = mine.traits[0], theirs.traits[0]
    if mine.lines[0].part is not theirs.lines[0].part:
        return False
    shared, named = _named(one, other)
    if not named:
        return _ratio(one, other) < _LIKE_LENGTH
    return named >= _ENOUGH and shared / named >= _ALIKE


def _in_order(first: Reading, second: Reading) -> Iterator[Group]:
    at, to = 0, 0
    for left, right in _path(first, second):
        yield first.cut(at, at + left), second.cut(to, to + right)
        at, to = at + left, to + right


def _named(one: Traits, other: Traits) -> tuple[int, int]:
    """Return how many numbers and names both lines have, and how many there are; two that differ may be one gone wrong."""
    shared = len((one.anchors & other.said) | (other.anchors & one.said))
    unlike = max(len(one.anchors - other.said), len(other.anchors - one.said))
    return shared, shared + unlike


def _ratio(one: Traits, other: Traits) -> float:
    """Return how unlike two lengths are: 0 for equal ones, 0.7 for half; short lines differ easily."""
    return abs(log((one.length + 2) / (other.length + 2)))


def _traits(line: Line, facts: Sequence[Fact]) -> Traits:
    written = WORD.findall(line.text)
    length = len(written) + len(_CELL.findall(line.text)) / _CELLS_TO_WORD
    words = frozenset(word.lower() for word in written if len(word) >= _SHORTEST_NAME)
    firm = frozenset(fact.value for fact in facts if fact.firm)
    said = words.union(fact.value for fact in facts)
    return Traits(length, firm | words if line.han else firm, said)


def _path(first: Reading, second: Reading) -> list[tuple[int, int]]:
    """Return the cheapest steps; no line is looked for further from its place than the editions differ in length."""
    height, width = len(first.lines), len(second.lines)
    reach = abs(height - width) + _SPARE
    if height * reach > _MOST:
        return [(height, width)]
    costs: dict[tuple[int, int], float] = {(0, 0): 0.0}
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for at in range(height + 1):
        for to in range(max(at - reach, 0), min(at + reach, width) + 1):
            for left, right in _STEPS:
                before = costs.get((at - left, to - right), inf)
                if before == inf:
                    continue
                mine, theirs = first.cut(at - left, at), second.cut(to - right, to)
                cost = before + _cost(mine, theirs)
                if cost < costs.get((at, to), inf):
                    costs[at, to] = cost
                    steps[at, to] = left, right
    path: list[tuple[int, int]] = []
    at, to = height, width
    while at or to:
        path.append(steps[at, to])
        at, to = at - path[-1][0], to - path[-1][1]
    return path[::-1]


def _cost(mine: Reading, theirs: Reading) -> float:
    if not mine.lines or not theirs.lines:
        return _ALONE
    lines = (*mine.lines, *theirs.lines)
    parts = {line.part for line in lines}
    cost = _DOUBLE * (len(lines) - 2) + _OTHER_PART * (len(parts) - 1)
    one, other = _joined(mine.traits), _joined(theirs.traits)
    cost += _LENGTH * min(_ratio(one, other), _MOST_RATIO)
    shared, named = _named(one, other)
    return cost + (min(named, _MOST_EVIDENCE) * (1 - shared / named) if named else 0)


def _joined(traits: Sequence[Traits]) -> Traits:
    if len(traits) == 1:
        return traits[0]
    none = frozenset[str]()
    return Traits(
        sum(one.length for one in traits),
        none.union(*(one.anchors for one in traits)),
        none.union(*(one.said for one in traits)),
    )
