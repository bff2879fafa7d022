"""Rivers: word spaces that stand below one another in line after line of justified text, so that white runs down the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pressroom.typography.line import Setting

RIVER = 4
"""Over how many lines in a row spaces stand below one another before they are seen as one."""

Space: TypeAlias = tuple[float, float, int]
"""Where a space begins and ends from the left edge, and how many lines the chain of spaces has that ends with it."""


def spaces_below(
    setting: Setting, start: int, stop: int, room: float, above: Sequence[Space]
) -> tuple[Space, ...]:
    """Return the spaces of a line as they come out in its room, each with the chain that goes down from the line ``above``."""
    return tuple(
        (
            left,
            right,
            1 + max((n for one, other, n in above if one < right and left < other), default=0),
        )
        for left, right in _spaces(setting, start, stop, room)
    )


def begun(spaces: Sequence[Space]) -> int:
    """Return how many rivers are seen from this line on."""
    return sum(length == RIVER for _, _, length in spaces)


def _spaces(setting: Setting, start: int, stop: int, room: float) -> Iterator[tuple[float, float]]:
    """Yield where the spaces of a line stand if all of them give alike."""
    end, widths, text = setting.visible_end(start, stop), setting.widths, setting.copy.text
    slack = room - setting.width(start, end) - setting.hyphens.get(stop, 0.0)
    rooms = setting.early if slack > 0 else setting.give
    most = rooms[end - 1] - rooms[start] if end > start else 0.0
    share = slack / most if 0 < abs(slack) <= most else 0.0
    edge = widths[start] + share * rooms[start]
    at = text.find(" ", start, end)
    while at >= 0:
        left, right = (widths[one] + share * rooms[one] - edge for one in (at, at + 1))
        yield left, right
        at = text.find(" ", at + 1, end)
