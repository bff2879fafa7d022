"""Floats in columns, kept whole: the engine has no way to go on with one in the next column, and would drop the rest."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint.layout import float as floats


def float_layout(
    context: Any,
    box: Any,
    containing_block: Any,
    absolute_boxes: Any,
    fixed_boxes: Any,
    bottom_space: float,
    skip_stack: Any,
) -> Any:
    """Lay out a float as the engine does, but with all the room that it needs if it stands in a column."""
    room = -inf if context.in_column else bottom_space
    return floats.float_layout(
        context, box, containing_block, absolute_boxes, fixed_boxes, room, skip_stack
    )
