"""B103: facts in another order, where order is all that tells them apart (domain §8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pressroom.checks.facts.agreement import Stated, agreements
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity

_RESPECTIVELY = re.compile(r"\brespectively\b|分別", re.IGNORECASE)


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for agreement in agreements(manuscript):
        for group in agreement.equal:
            if any(_RESPECTIVELY.search(one.line.text) for pair in group for one in pair):
                yield from _swapped(group)


def _swapped(group: list[tuple[Stated, Stated]]) -> Iterator[Found]:
    for (mine, theirs), (following, other) in pairwise(group):
        alike = mine.fact.unit == following.fact.unit and theirs.fact.unit == other.fact.unit
        if alike and mine.fact.kind is following.fact.kind and other.fact.start < theirs.fact.start:
            what = f"{theirs.words!r} before {other.words!r} in the other edition"
            hint = "make sure that each stands with its own"
            yield Found(other.span, what, (hint,), beside=mine.span)


RULE = Rule(
    "B103",
    "Where a sentence says “respectively”, the order is the same",
    "Two languages may order a sentence as they like, but not two lists that belong together.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("兩灣分別有15及12艘漁船。", "", "The bays have 12 and 15 boats respectively."),
    _look,
)
