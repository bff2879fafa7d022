"""S309: a headline is short enough for a line of a list."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.line import Part
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, is_han
from pressroom.diagnostics import Severity

_MOST = 130
"""Cells of half an em: three lines of a headline."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        if line.part is Part.HEADLINE:
            cells = len(line.text) + sum(map(is_han, line.text))
            if cells > _MOST:
                message = f"a headline of {len(line.text)} characters"
                hint = f"keep to {_MOST} letters or {_MOST // 2} Chinese characters"
                yield Found(line.span, message, (hint,))


RULE = Rule(
    "S309",
    "A headline fits on three lines",
    f"Lists, subject lines and search results cut what is longer: {_MOST} letters, or {_MOST // 2} Chinese characters.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("漁船都回來了。", "", headline="漁船" * 40),
    _look,
)
