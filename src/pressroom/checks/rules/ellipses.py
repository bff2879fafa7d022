"""T205: the ellipsis (cjk-rules T05)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at, in_cell
from pressroom.diagnostics import Severity

_DOTS = re.compile(r"\.{3,6}|。{3,6}|…+")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        for match in line.search(_DOTS):
            if match[0] != "……" and any(map(in_cell, line.around(*match.span()))):
                yield at(line, *match.span(), "an ellipsis of another form", "……", "write ……")


RULE = Rule(
    "T205",
    "An ellipsis in Chinese has six dots",
    "Six dots, ……, fill two cells and stand in the middle of the line.",
    Severity.ERROR,
    Repair.SAFE,
    Example("風越來越大...船還沒有回來。", "風越來越大……船還沒有回來。"),
    _look,
)
