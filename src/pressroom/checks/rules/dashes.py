"""T204: the dash (cjk-rules T04)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at, in_cell
from pressroom.diagnostics import Severity

_HAN_DASH = re.compile(" ?(?:-{2,3}|─{1,2}|–{2}|－{2}) ?")
_LATIN_DASH = re.compile(" ?--+ ?")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        for match in line.search(_HAN_DASH if line.han else _LATIN_DASH):
            sides = line.around(*match.span())
            if line.han and any(map(in_cell, sides)):
                yield at(line, *match.span(), "no dash of Chinese text", "——", "write ——")
            elif not line.han and "-" not in sides:
                yield at(line, *match.span(), "two hyphens for a dash", " – ", "write –")


RULE = Rule(
    "T204",
    "A dash is —— in Chinese and – with spaces in English",
    "Hyphens and box-drawing lines are not dashes: they leave gaps, and a reading program says them aloud.",
    Severity.ERROR,
    Repair.SAFE,
    Example("風停了--船回來了。", "風停了——船回來了。"),
    _look,
)
