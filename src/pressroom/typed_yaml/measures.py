"""Lengths of print."""

from __future__ import annotations

import re

from pressroom.typed_yaml.fields import Kind
from pressroom.typed_yaml.kinds import scalar_text
from pressroom.typed_yaml.nodes import Context, Node
from pressroom.typed_yaml.wording import quoted

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0}
_LENGTH = re.compile(r"(-?[0-9]{1,5}(?:\.[0-9]{1,4})?) ?(pt|mm|cm|in)")


def length(least: float = 0.0) -> Kind[float]:
    """Declare a length, returned in points (1/72 inch); ``least`` is the smallest, in points."""
    name = "a length such as 10.5pt or 25mm"

    def read(node: Node, context: Context) -> float | None:
        value = scalar_text(node, context, name)
        if value is None:
            return None
        parts = _LENGTH.fullmatch(value)
        if not parts:
            hint = "write a number and pt, mm, cm or in; em and % depend on something else"
            context.error(20, f"{quoted(value)} is not a length", node.span, hint)
            return None
        points = float(parts[1]) * _POINTS[parts[2]]
        if points < least:
            context.error(20, f"{quoted(value)} is less than {least:g}pt", node.span)
            return None
        return points

    return Kind(name, read, lambda: least)
