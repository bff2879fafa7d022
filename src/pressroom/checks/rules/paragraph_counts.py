"""B104: as many paragraphs in each edition (domain §1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from pressroom.checks.facts.agreement import Agreement, agreements
from pressroom.checks.line import Line, Part
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.place import Span

_MOST = 4
"""Places that are shown one by one; editions that differ in more have another outline."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for agreement in agreements(manuscript):
        places = list(_places(agreement))
        if len(places) > _MOST:
            yield _counted(agreement)
        else:
            yield from places


def _places(agreement: Agreement) -> Iterator[Found]:
    """Yield each stretch of lines that has nothing beside it, and each line that is parted in the other edition."""
    languages = agreement.first.lines[0].language, agreement.second.lines[0].language
    last = agreement.first.lines[0], agreement.second.lines[0]
    for counts, groups in groupby(agreement.groups, lambda g: (len(g[0].lines), len(g[1].lines))):
        stretch = list(groups)
        mine = [line for one, _ in stretch for line in one.lines]
        theirs = [line for _, other in stretch for line in other.lines]
        if not theirs or not mine:
            lines, absent = (mine, 1) if mine else (theirs, 0)
            message = f"{_named(lines)} without a counterpart in {languages[absent]}"
            hint = "translate it, or see whether it was left out on purpose"
            yield Found(_span(lines), message, (hint,), beside=last[absent].span)
        elif counts != (1, 1):
            message = f"{_named(mine)} beside {_named(theirs)} in {languages[1]}"
            hint = "part the two editions in the same places"
            yield Found(_span(theirs), message, (hint,), beside=_span(mine))
        last = (mine or [last[0]])[-1], (theirs or [last[1]])[-1]


def _counted(agreement: Agreement) -> Found:
    first, second = agreement.first.lines, agreement.second.lines
    mine, theirs = (Counter(line.part for line in lines) for lines in (first, second))
    differing = [part for part in Part if mine[part] != theirs[part]]
    what = ", ".join(f"{_WORDS[part][1]} {mine[part]} and {theirs[part]}" for part in differing)
    message = f"{first[0].language} and {second[0].language} differ in outline"
    return Found(second[-1].span, f"{message}: {what}" if what else message, beside=first[-1].span)


def _named(lines: Sequence[Line]) -> str:
    one, many = _WORDS[lines[0].part]
    return one if len(lines) == 1 else f"{len(lines)} {many}"


def _span(lines: Sequence[Line]) -> Span:
    return lines[0].span.cover(lines[-1].span)


_WORDS = {
    Part.HEADLINE: ("a headline", "headlines"),
    Part.HEADING: ("a heading", "headings"),
    Part.PARAGRAPH: ("a paragraph", "paragraphs"),
    Part.ITEM: ("an item of a list", "items of lists"),
    Part.CELL: ("a cell of a table", "cells of tables"),
    Part.CAPTION: ("a caption", "captions"),
    Part.ALTERNATIVE: ("a picture", "pictures"),
    Part.NOTE: ("a paragraph of a note", "paragraphs of notes"),
}

RULE = Rule(
    "B104",
    "The editions have the same paragraphs",
    "Bilingual releases go paragraph by paragraph; where they do not, one has usually been lost. Which one is told from the length of "
    "the paragraphs, their numbers and their Latin words.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("漁船都回來了。", "", "All boats are back.\n\nThe wind is strong."),
    _look,
)
