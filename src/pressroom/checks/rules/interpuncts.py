"""T212: the interpunct (cjk-rules T12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import HAN, Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_DOT = re.compile(f"(?<=[{HAN}])[‧・•．∙⋅･](?=[{HAN}])")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    chinese = (line for line in manuscript.han_lines if line.language.startswith("zh"))
    for line in chinese:
        for match in line.search(_DOT):
            message = f"U+{ord(match[0]):04X} between the parts of a name"
            yield at(line, *match.span(), message, "·", "write · (U+00B7)")


RULE = Rule(
    "T212",
    "The interpunct is ·",
    "Half a dozen characters look like the dot between the parts of a name; one of them is enough for a search to find all.",
    Severity.ADVICE,
    Repair.UNSAFE,
    Example("約翰‧史密夫醫生", "約翰·史密夫醫生"),
    _look,
)
