"""S303: a heading has text under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.model.blocks import Block, Division, EndMark, Heading


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for edition in manuscript.release.editions:
        yield from _in(edition.blocks)


def _in(blocks: Sequence[Block]) -> Iterator[Found]:
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        match block:
            case Division():
                yield from _in(block.blocks)
            case Heading():
                same = isinstance(following, Heading) and following.level <= block.level
                if same or following is None or isinstance(following, EndMark):
                    yield Found(block.span, "a heading without text under it")
            case _:
                pass


RULE = Rule(
    "S303",
    "A heading has text under it",
    "An empty section is what is left of one that was moved, or waits for its text.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("## 漁船\n\n## 海風\n\n風停了。", ""),
    _look,
)
