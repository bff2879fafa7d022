"""T206: quotation marks (cjk-rules T06)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.line import Line
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at, in_cell
from pressroom.diagnostics import Severity

_STRAIGHT = re.compile('"')
_CURLY = re.compile("“[^“”]*”")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        marks = [match.start() for match in line.search(_STRAIGHT)]
        pairs = list(zip(marks[::2], marks[1::2], strict=False)) if len(marks) % 2 == 0 else []
        pairs += [(m.start(), m.end() - 1) for m in _CURLY.finditer(line.text)]
        for start, end in pairs:
            inside = line.text[start + 1 : start + 2], line.text[end - 1 : end]
            outside = line.around(start, end + 1)
            fixed = line.fixed[start] or line.fixed[end]
            if not fixed and any(map(in_cell, (*inside, *outside))):
                yield from _pair(line, start, end)


def _pair(line: Line, start: int, end: int) -> Iterator[Found]:
    head = line.text[:start]
    inner = head.count("「") > head.count("」")
    for at_, mark in ((start, "『" if inner else "「"), (end, "』" if inner else "」")):
        yield at(line, at_, at_ + 1, "a western quotation mark", mark, f"write {mark}")


RULE = Rule(
    "T206",
    "Quotation marks are 「」, inside them 『』",
    "Hong Kong and Taiwan quote with corner brackets; the curly marks are those of English and of the mainland.",
    Severity.ERROR,
    Repair.SAFE,
    Example("他說：“風很大。”", "他說：「風很大。」"),
    _look,
)
