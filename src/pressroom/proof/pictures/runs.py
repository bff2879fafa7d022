"""Which of the things that a page is painted with may be a drawing of known size: some of those painted one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import accumulate, count, takewhile
from math import inf
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

NOTHING: Box = (inf, inf, -inf, -inf)
"""The box of what is not seen: around it and another lies the other."""

_LEAST, _MOST = 0.15, 1.1
"""Of the sides of a frame: drawings have margins, and boxes of curves are larger than the curves."""


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around some boxes."""
    return reduce(_joined, boxes, NOTHING)


def runs(boxes: Sequence[Box], frame: tuple[float, float]) -> Iterator[range]:
    """Yield the numbers of boxes, one after the other, that lie together in a frame and fill a good part of it.

    As many as may be come first, from the top of the page; then the same without what stands first or last, such as a border.
    """
    found = [
        (box[3], run) for box, run in _longest(boxes, frame) if min(_shares(box, frame)) > _LEAST
    ]
    longest = [run for _, run in sorted(found, key=lambda one: one[0], reverse=True)]
    yield from longest
    for cut in takewhile(lambda cut: any(len(run) > cut for run in longest), count(1)):
        for run in longest:
            if len(run) > cut:
                yield run[cut:]
                yield run[:-cut]


def _longest(boxes: Sequence[Box], frame: tuple[float, float]) -> Iterator[tuple[Box, range]]:
    """Yield the runs that lie together in a frame and are part of no longer one, and the boxes around them.

    A run moves along as a queue of two stacks, so each box is joined to others a few times at most, whatever the page is like.
    """
    first = since = 0
    # Around the older part of the run from each of its boxes on, the first box last; around the newer part, which begins at ``since``.
    older: list[Box] = []
    newer = NOTHING
    for end, box in enumerate(boxes):
        whole = around((*older[-1:], newer))
        if first < end and not _fits(_joined(whole, box), frame):
            yield whole, range(first, end)
        while first < end and not _fits(around((*older[-1:], newer, box)), frame):
            if not older:
                older = [*accumulate(reversed(boxes[since:end]), _joined)]
                newer, since = NOTHING, end
            older.pop()
            first += 1
        if _fits(box, frame):
            newer = _joined(newer, box)
        else:
            first = since = end + 1
    if first < len(boxes):
        yield around((*older[-1:], newer)), range(first, len(boxes))


def _fits(box: Box, frame: tuple[float, float]) -> bool:
    return max(_shares(box, frame)) <= _MOST


def _shares(box: Box, frame: tuple[float, float]) -> tuple[float, float]:
    """Return how much of the width and of the height of a frame a box takes."""
    left, bottom, right, top = box
    return (right - left) / frame[0], (top - bottom) / frame[1]


def _joined(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
