"""T217: spaces as an indent (cjk-rules T17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_INDENT = re.compile("\\A\u3000+|\u3000+\\Z")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        for match in line.search(_INDENT):
            message = "a full-width space at the edge of a paragraph"
            yield at(line, *match.span(), message, "", "delete it: the house indents")


RULE = Rule(
    "T217",
    "No spaces for an indent",
    "The indent is the house's; a typed one would add to it, and be part of the text.",
    Severity.ERROR,
    Repair.SAFE,
    Example("\u3000\u3000漁船都回來了。", "漁船都回來了。"),
    _look,
)
