"""T210: spaces inside Chinese (cjk-rules T10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pressroom.checks.line import Part
from pressroom.checks.rule import HAN, MARKS, Example, Found, Manuscript, Repair, Rule, at, is_han
from pressroom.diagnostics import Severity

_SPACE = re.compile(f"(?<=[{HAN}{MARKS}]) +(?=[{HAN}{MARKS}])")
_BESIDE_MARK = re.compile(f" +(?=[{MARKS}])|(?<=[{MARKS}]) +")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        seen: set[int] = set()
        for pattern in (_SPACE, _BESIDE_MARK):
            for match in line.search(pattern):
                if match.start() in seen:
                    continue
                seen.add(match.start())
                found = at(line, *match.span(), "a space inside Chinese text", "", "delete it")
                parted = line.part in {Part.HEADLINE, Part.HEADING}
                if parted and all(map(is_han, line.around(*match.span()))):
                    hint = "delete it, or write the full-width space U+3000 between two parts"
                    found = replace(found, safe=False, hints=(hint,))
                yield found


RULE = Rule(
    "T210",
    "There are no spaces inside Chinese text",
    "A space between two characters, or beside a full-width mark, is what a line end left behind. In a heading it may part two "
    "halves, so there the repair is yours to confirm.",
    Severity.ERROR,
    Repair.SAFE,
    Example("漁 船都回來了。", "漁船都回來了。"),
    _look,
)
