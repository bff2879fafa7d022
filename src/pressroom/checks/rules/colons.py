"""T203: one colon (cjk-rules T03)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at, in_cell
from pressroom.diagnostics import Severity

_COLON = re.compile("[︰∶﹕ː]")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        for match in line.search(_COLON):
            if any(map(in_cell, line.around(*match.span()))):
                message = f"U+{ord(match[0]):04X} stands for a colon"
                yield at(line, *match.span(), message, "：", "write ：")


RULE = Rule(
    "T203",
    "There is one colon",
    "Three other characters look like the full-width colon; they break lines wrongly and cannot be searched for.",
    Severity.WARNING,
    Repair.SAFE,
    Example("時間︰下午三時", "時間：下午三時"),
    _look,
)
