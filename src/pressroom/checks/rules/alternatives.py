"""S305: what is said of a picture, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pressroom.checks.line import Part
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, is_han
from pressroom.diagnostics import Severity


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        if line.part is Part.ALTERNATIVE:
            has_han = any(map(is_han, line.text))
            if has_han != line.han and any(map(str.isalpha, line.text)):
                message = "the alternative text is in another language than its edition"
                yield Found(line.span, message, (f"write it in {line.language}",))
    for lines in manuscript.lines:
        for caption, line in pairwise(lines):
            if line.part is Part.ALTERNATIVE and line.text.strip() == caption.text.strip():
                message = "the alternative text only repeats the caption"
                yield Found(line.span, message, ("say what is to be seen",))


RULE = Rule(
    "S305",
    "An alternative text says what is seen, in the language of its edition",
    "A reading program reads caption and alternative text one after the other.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example('![海邊的風](a.png){alt="海邊的風"}', ""),
    _look,
)
