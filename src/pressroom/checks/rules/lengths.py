"""B105: editions and paragraphs of like length (domain §1, Size)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressroom.checks.facts.agreement import agreements
from pressroom.checks.facts.alignment import WORD
from pressroom.checks.line import Line
from pressroom.checks.rule import HAN, Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.diagnostics.counted import counted

_HAN = re.compile(f"[{HAN}]")
_USUAL = 1.2, 2.3
_ENOUGH = 60
_POSSIBLE = 0.8, 4.0
_ENOUGH_IN_ONE = 35
"""A paragraph varies more than a text."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for agreement in agreements(manuscript):
        paired = [group for group in agreement.groups if group[0].lines and group[1].lines]
        mine = [line for one, _ in paired for line in one.lines]
        theirs = [line for _, other in paired for line in other.lines]
        whole = list(_odd(mine, theirs, _ENOUGH, _USUAL)) if paired else []
        yield from whole
        for one, other in paired if not whole else ():
            yield from _odd(one.lines, other.lines, _ENOUGH_IN_ONE, _POSSIBLE)


def _odd(
    first: Sequence[Line], second: Sequence[Line], least: int, bounds: tuple[float, float]
) -> Iterator[Found]:
    """Yield a finding if one side is too short for the other; what is usual is known of English and Chinese."""
    english, chinese = (second, first) if first[0].han else (first, second)
    tags = english[0].language, chinese[0].language
    if not tags[0].startswith("en") or not tags[1].startswith("zh"):
        return
    words, han = _count(english, WORD), _count(chinese, _HAN)
    low, high = bounds
    if words >= least and not low <= han / words <= high:
        message = f"{counted(han, 'Chinese character')} to {counted(words, 'English word')}"
        hint = f"usual are {low} to {high} to a word: is one edition cut short?"
        yield Found(second[0].span, message, (hint,), beside=first[0].span)


def _count(lines: Sequence[Line], pattern: re.Pattern[str]) -> int:
    return sum(1 for line in lines for _ in pattern.finditer(line.text))


RULE = Rule(
    "B105",
    "The editions are of like length",
    "Chinese takes 1.2 to 2.3 characters for an English word, in a single paragraph 0.8 to 4; beyond that something has been left out "
    "or written twice.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("漁船。", "", "The boats are back in the bay again. " * 10),
    _look,
)
