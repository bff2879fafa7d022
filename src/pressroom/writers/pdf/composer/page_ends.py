"""The last line of a page: it does not end in a divided word where a line may go over to the next page (cjk-rules B09)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportPrivateUsage=false

from __future__ import annotations

from typing import Any

from weasyprint.layout import block

DIVIDED = "divided"
"""What the composer writes on a line box: whether the line ends in a divided word."""

_break_line = block._break_line  # noqa: SLF001  # the engine has no other place for it


def break_line(
    context: Any,
    box: Any,
    line: Any,
    new_children: list[Any],
    needed: int,
    page_is_empty: bool,  # noqa: FBT001  # the engine's signature
    *others: Any,
) -> Any:
    """Break a paragraph before a line as the engine does, earlier if the page would end in a divided word.

    ``needed`` is how many of the lines that are set have to go over; those that stay are no fewer than ``orphans``.
    """
    most = len(new_children) - box.style["orphans"]
    earlier = needed
    while earlier < most and getattr(new_children[-1 - earlier], DIVIDED, False):
        earlier += 1
    if needed <= most and not getattr(new_children[-1 - earlier], DIVIDED, False):
        needed = earlier
    return _break_line(context, box, line, new_children, needed, page_is_empty, *others)
