"""B104: as many paragraphs in each edition (domain §1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pressroom.checks.facts.agreement import pairs_of
from pressroom.checks.line import Part
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for first, second in pairs_of(manuscript):
        mine, theirs = (Counter(line.part for line in lines) for lines in (first, second))
        differing = [part for part in Part if mine[part] != theirs[part]]
        if differing:
            what = ", ".join(
                f"{_WORDS[part]} {mine[part]} and {theirs[part]}" for part in differing
            )
            last = second[-1]
            yield Found(
                last.span,
                f"{first[0].language} and {last.language} differ: {what}",
                beside=first[-1].span,
            )


_WORDS = {
    Part.HEADLINE: "headlines",
    Part.HEADING: "headings",
    Part.PARAGRAPH: "paragraphs",
    Part.ITEM: "items of lists",
    Part.CELL: "cells of tables",
    Part.CAPTION: "captions",
    Part.ALTERNATIVE: "pictures",
    Part.NOTE: "paragraphs of notes",
}

RULE = Rule(
    "B104",
    "The editions have the same paragraphs",
    "Bilingual releases go paragraph by paragraph; where they do not, one has usually been lost.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("漁船都回來了。", "", "All boats are back.\n\nThe wind is strong."),
    _look,
)
