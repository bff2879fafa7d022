"""How a table's measure is shared out among its columns."""

from __future__ import annotations

import re

from pressroom.edition.projection import plain
from pressroom.edition.resolved import TextBlock
from pressroom.typography.characters import Nature, nature, width

_ROOMY = 20.0
"""The width in em from which on a cell is running text: it may as well be set in several lines."""

_LEAST = 0.08
"""No column gets a smaller share."""


def column_widths(rows: tuple[tuple[TextBlock, ...], ...]) -> tuple[float, ...]:
    """Return the columns' shares, which add up to 1, from what their cells hold."""
    columns = zip(*([plain(cell.pieces) for cell in row] for row in rows), strict=True)
    needs = [max(map(_need, column)) for column in columns]
    total = sum(needs)
    least = min(_LEAST, 1 / len(needs))
    shares = [max(need / total, least) for need in needs]
    return tuple(share / sum(shares) for share in shares)


def _need(text: str) -> float:
    """Return the width in em that a cell asks for: all of a short line, never less than its longest word."""
    lines = text.split("\n")
    longest = max((width(word) for word in re.split(r"[\s\u2028]+", text)), default=0.0)
    unbroken = 1.0 if any(nature(char) is Nature.CELL for char in text) else longest
    return max(min(max(map(width, lines)), _ROOMY), unbroken, 1.0) + 1.0
