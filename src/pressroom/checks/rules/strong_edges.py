"""T219: where strong type ends (cjk-rules T19)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.line import Line
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at, is_han
from pressroom.diagnostics import Severity

_LONG = 16


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        for start, end in line.strong:
            if end > start and _torn(line, start, end):
                message = "strong type ends inside a sentence"
                hint = "let it end with the word or the sentence that is meant"
                yield at(line, start, end, message, None, hint)


def _torn(line: Line, start: int, end: int) -> bool:
    """Tell whether the end of a span is where a line ended once: at a space between Han, or after a long run."""
    if not is_han(line.text[end - 1]):
        return False
    before, after = line.around(start, end)
    rest = line.text[end:].lstrip(" ")[:1]
    spaced = after == " " and is_han(rest)
    return spaced or (end - start >= _LONG and not is_han(before) and is_han(after))


RULE = Rule(
    "T219",
    "Strong type ends where its words end",
    "When a line end of a PDF becomes the end of strong type, half a sentence stands out. What was meant is not to be guessed.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("**昨晚海上的風越來越大所以漁民都決定把漁**船駛回港內。", ""),
    _look,
)
