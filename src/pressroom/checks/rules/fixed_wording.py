"""S302: the source does not repeat the wording of the house (domain §1)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity

_WORDING = frozenset(
    (
        "press release",
        "news release",
        "for immediate release",
        "新聞稿",
        "新聞公報",
        "即時發布",
        "end",
        "ends",
        "完",
    )
)


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        if line.text.strip(" *-–—－（）()").lower() in _WORDING:
            message = f"{line.text.strip()!r} is printed by the house as well"
            yield Found(line.span, message, ("delete the line",))


RULE = Rule(
    "S302",
    "Fixed wording is the house's",
    "PRESS RELEASE, 新聞稿, -Ends- and the like come from the house style; in the source they would be printed twice.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("新聞稿\n\n漁船都回來了。", ""),
    _look,
)
