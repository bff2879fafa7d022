"""The part of a source line that a finding is about, and where its carets stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from pressroom.diagnostics.cells import cells

WINDOW = 100
"""How many cells of a line are shown at most; a longer line is cut round the carets."""

BEFORE = 30
"""How many characters stand before the carets in a line that is cut."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line, or a part of it, as it is shown; ``indent`` and ``carets`` are counted in cells."""

    shown: str
    indent: int
    carets: int


def excerpt(line: str, first: int, last: int) -> Excerpt:
    """Show a line with carets under its characters from ``first`` up to ``last``, at least one caret."""
    first = min(first, len(line))
    last = min(max(first, last), len(line))
    left = 0
    drawn = cells(line[: 2 * WINDOW])
    if len(line) > 2 * WINDOW or sum(cell.width for cell in drawn) > WINDOW:
        left = max(first - BEFORE, 0)
        drawn = cells(line[left : left + WINDOW])
    edges = [0, *accumulate(cell.width for cell in drawn)]
    fitting = max(at for at, edge in enumerate(edges) if edge <= WINDOW)
    before = "…" if left else ""
    after = "…" if left + fitting < len(line) else ""
    shown = before + "".join(cell.shown for cell in drawn[:fitting]) + after
    begin = edges[min(first - left, fitting)]
    end = edges[min(last - left, fitting)]
    return Excerpt(shown, len(before) + begin, max(end - begin, 1))
