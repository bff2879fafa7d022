"""B110: the paragraphs of two editions stand in one order."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.facts.agreement import agreements
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for agreement in agreements(manuscript):
        for mine, theirs in agreement.moved:
            here, there = mine.lines[0], theirs.lines[0]
            message = f"this stands in another place than in {here.language}"
            hint = "bring the two editions into one order"
            yield Found(there.span, message, (hint,), beside=here.span)


RULE = Rule(
    "B110",
    "Paragraphs stand in the same order",
    "A reader of both editions, an editor with two columns and a comparison of versions all go from top to bottom.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example(
        "船上有15人、3隻狗及1,846公斤魚。\n\n漁船於22時10分回來，共有12艘，其中7艘受損。",
        "",
        "The 12 boats came back at 22:10, and 7 were damaged.\n\nOn board were 15 people, 3 dogs and 1,846 kg of fish.",
    ),
    _look,
)
