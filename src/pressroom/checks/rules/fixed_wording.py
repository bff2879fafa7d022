"""S302: the source does not repeat the wording of the house (domain §1)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.line import Part
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.model.blocks import Division, Edition, EndMark, Paragraph

_WORDING = frozenset(
    (
        "press release",
        "news release",
        "for immediate release",
        "新聞稿",
        "新聞公報",
        "即時發布",
    )
)
_END = frozenset(("end", "ends", "完"))
"""Words that are also said of much else, in tables and headings."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for edition, lines in manuscript.editions:
        closing = _closing(edition)
        for line in lines:
            written = line.text.strip()
            words = written.strip("*-–—－（）() ").lower()
            closes = line.part is Part.PARAGRAPH and line.span.start >= closing
            if words in _WORDING or (words in _END and (closes or words != written.lower())):
                message = f"{written!r} is printed by the house as well"
                yield Found(line.span, message, ("delete the line",))


def _closing(edition: Edition) -> int:
    """Return where the last paragraph of the text stands, the end of the edition if something else is its last."""
    text = (
        block for block in reversed(edition.blocks) if not isinstance(block, Division | EndMark)
    )
    last = next(text, None)
    return last.span.start if isinstance(last, Paragraph) else edition.span.end


RULE = Rule(
    "S302",
    "Fixed wording is the house's",
    "PRESS RELEASE, 新聞稿, -Ends- and the like come from the house style; in the source they would be printed twice.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("新聞稿\n\n漁船都回來了。", ""),
    _look,
)
