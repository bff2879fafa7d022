"""S310: an edition begins with its lead, dated as the others are (domain §1)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.model.blocks import Paragraph


def _look(manuscript: Manuscript) -> Iterator[Found]:
    dated = [any(line.datelines for line in lines) for _, lines in manuscript.editions]
    for (edition, lines), has_dateline in zip(manuscript.editions, dated, strict=True):
        headline = lines[0].span
        if not edition.blocks or not isinstance(edition.blocks[0], Paragraph):
            hint = "begin with a paragraph that says what has happened"
            yield Found(headline, "no lead behind the headline", (hint,))
        elif any(dated) and not has_dateline:
            hint = "write [place, date]{.dateline} at the head of its first paragraph"
            yield Found(headline, f"no dateline in {edition.language}", (hint,))


RULE = Rule(
    "S310",
    "An edition begins with its lead",
    "A desk reads the first paragraph and decides; and what one edition dates, the other dates as well.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("## 漁船\n\n漁船都回來了。", ""),
    _look,
)
