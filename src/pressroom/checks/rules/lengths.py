"""B105: editions of like length (domain §1, Size)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressroom.checks.facts.agreement import pairs_of
from pressroom.checks.line import Line
from pressroom.checks.rule import HAN, Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LEAST, _MOST = 1.2, 2.3
_ENOUGH = 60


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for first, second in pairs_of(manuscript):
        english, chinese = (second, first) if first[0].han else (first, second)
        if english[0].han or not chinese[0].han:
            continue
        words, han = _count(english, _WORD), _count(chinese, _HAN)
        if words >= _ENOUGH and not _LEAST <= han / words <= _MOST:
            message = f"{han} Chinese characters to {words} English words"
            hint = f"usual are {_LEAST} to {_MOST} to a word: is one edition cut short?"
            yield Found(second[0].span, message, (hint,), beside=first[0].span)


def _count(lines: Sequence[Line], pattern: re.Pattern[str]) -> int:
    return sum(1 for line in lines for _ in pattern.finditer(line.text))


RULE = Rule(
    "B105",
    "The editions are of like length",
    "Chinese takes 1.2 to 2.3 characters for an English word; beyond that something has been left out or written twice.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("漁船。", "", "The boats are back in the bay again. " * 10),
    _look,
)
