"""T218: invisible characters (cjk-rules T18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity
from pressroom.model.characters import describe

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f]+")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        for match in line.search(_INVISIBLE):
            sides = line.around(*match.span())
            joins = any(char in "\u200c\u200d" for char in match[0])
            if joins and not all(side.isalnum() or not side for side in sides):
                continue  # a joiner makes one picture of several
            message = f"{describe(match[0][0])} cannot be seen"
            found = at(line, *match.span(), message, "", "delete it")
            yield replace(found, safe=not all(side.isascii() for side in sides))


RULE = Rule(
    "T218",
    "No invisible characters",
    "They break searches, addresses and words, and nobody can see why.",
    Severity.ERROR,
    Repair.SAFE,
    Example("漁船\u200b都回來了。", "漁船都回來了。"),
    _look,
)
