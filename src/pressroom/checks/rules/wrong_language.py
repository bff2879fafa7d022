"""B106: every paragraph is in the language of its edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.line import Line, Part
from pressroom.checks.rule import HAN, Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"\b[a-z]{2,}\b|[\uac00-\ud7a3]+")
_PARTS = frozenset({Part.HEADLINE, Part.HEADING, Part.PARAGRAPH, Part.ITEM, Part.NOTE})


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        if line.part in _PARTS and _foreign(line):
            message = f"a paragraph in another language in the edition {line.language}"
            yield Found(line.span, message, ("translate it, or mark it: [...]{lang=...}",))


def _foreign(line: Line) -> bool:
    own = "".join(c for c, fixed in zip(line.text, line.fixed, strict=True) if not fixed)
    han, words = len(_HAN.findall(own)), len(_WORD.findall(own))
    return (han == 0 and words >= 8) if line.han else (han >= 10 and han > 2 * words)


RULE = Rule(
    "B106",
    "Every paragraph is in the language of its edition",
    "A paragraph that waits for its translation is easily forgotten.",
    Severity.ERROR,
    Repair.BY_HAND,
    Example(
        "All of the boats are back in the bay again today.",
        "",
        "All of the boats are back in the bay.",
    ),
    _look,
)
