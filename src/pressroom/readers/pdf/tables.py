"""Tables that are only drawn: lines whose parts stand in columns, where no other reading is possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pressroom.readers.pdf.layout import Stretch

_ALIGNED = 0.4
"""How far the edges, or the middles, of the cells of a column may be from each other, in em."""
_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 3
_NEAR = 3
"""Parted lines so near to a table are rows of it with a cell of several lines."""


def rows_in(lines: Sequence[Stretch]) -> list[bool]:
    """Tell of each line of a page whether it is the row of a table."""
    found: list[bool] = []
    for count, group in groupby(lines, key=lambda line: len(line.cells)):
        rows = list(group)
        start, end = len(found), len(found) + len(rows)
        around = (*lines[max(0, start - _NEAR) : start], *lines[end : end + _NEAR])
        alone = not any(line.cells for line in around)
        found += [count >= _FEWEST_COLUMNS and alone and _is_table(rows)] * len(rows)
    return found


def _is_table(rows: Sequence[Stretch]) -> bool:
    """Tell whether lines of as many parts each are a table: its columns are aligned, and none reaches into the next one."""
    columns = list(zip(*(row.cells for row in rows), strict=True))
    apart = all(
        max(cell.right for cell in one) < min(cell.left for cell in other)
        for one, other in pairwise(columns)
    )
    return len(rows) >= _FEWEST_ROWS and apart and all(map(_is_aligned, columns))


def _is_aligned(column: Sequence[Stretch]) -> bool:
    reach = _ALIGNED * column[0].size
    return any(max(places) - min(places) < reach for places in _places(column))


def _places(column: Sequence[Stretch]) -> Iterator[list[float]]:
    yield [cell.left for cell in column]
    yield [cell.right for cell in column]
    yield [(cell.left + cell.right) / 2 for cell in column]
