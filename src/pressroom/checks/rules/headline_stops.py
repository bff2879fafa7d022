"""S301: a headline has no full stop (domain §1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.line import Part
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_STOP = re.compile(r"(?:(?<![.A-Z])[.]|。)(?=\n|\Z)")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        if line.part in {Part.HEADLINE, Part.HEADING}:
            for match in line.search(_STOP):
                yield at(line, *match.span(), "a heading ends with a full stop", "", "delete it")


RULE = Rule(
    "S301",
    "A heading has no full stop",
    "A headline is no sentence of the text; a question mark may stand.",
    Severity.WARNING,
    Repair.UNSAFE,
    Example("## 漁船都回來了。\n\n風停了。", "## 漁船都回來了\n\n風停了。"),
    _look,
)
