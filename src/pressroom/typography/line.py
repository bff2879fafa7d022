"""The width of a stretch of copy as a line, and the room that its gaps give (cjk-rules J01 to J05, S08, S09)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from pressroom.typography.cells import Cell
from pressroom.typography.copy import Copy
from pressroom.typography.spacing import Gap, Shrink, Stretch

_TRIM = 0.5
"""What a closing bracket gives at the end of a line if it would not fit otherwise (S09), in em."""

_SPACES = frozenset({Cell.SPACE, Cell.LINE_END})


@dataclass(frozen=True)
class Setting:
    """Copy with its gaps, ready to be measured from any character to any other.

    Sums over the text are made once, so that a line is measured by subtractions. A gap that is not inside the line counts
    for nothing, and the space at its end is dropped.
    """

    copy: Copy
    gaps: Sequence[Gap]

    @cached_property
    def widths(self) -> list[float]:
        """Return the running width: advance, fixed room around, space after."""
        copy = self.copy
        return _running(
            copy.advances[at] + copy.leads[at] + copy.trails[at] + gap.space * copy.ems[at]
            for at, gap in enumerate(self.gaps)
        )

    @cached_property
    def _stretch(self) -> dict[Stretch, list[float]]:
        kinds = (Stretch.WORD, Stretch.MIXED, Stretch.HAN)
        return {
            kind: self._sums(lambda gap, kind=kind: gap.most * (gap.stretch is kind))
            for kind in kinds
        }

    @cached_property
    def _shrink(self) -> dict[Shrink, list[float]]:
        kinds = (Shrink.WORD, Shrink.INTERPUNCT, Shrink.BRACKET, Shrink.MIXED)
        return {
            kind: self._sums(lambda gap, kind=kind: gap.least * (gap.shrink is kind))
            for kind in kinds
        }

    def _sums(self, room: Callable[[Gap], float]) -> list[float]:
        return _running(room(gap) * em for gap, em in zip(self.gaps, self.copy.ems, strict=True))

    def visible_end(self, start: int, end: int) -> int:
        """Return the end of a line without the spaces at it."""
        cells = self.copy.cells
        while end > start and cells[end - 1] in _SPACES:
            end -= 1
        return end

    def width(self, start: int, end: int) -> float:
        """Return the width of a line that nothing stretches or shrinks; ``end`` is a visible end."""
        if end <= start:
            return 0.0
        last = self.gaps[end - 1].space * self.copy.ems[end - 1]
        return self.widths[end] - self.widths[start] - last

    def trim(self, end: int) -> float:
        """Return what the mark at the end of a line can give (S09)."""
        at = end - 1
        if self.copy.cells[at] is Cell.CLOSING and self.copy.fills_cell(at):
            return _TRIM * self.copy.ems[at]
        return 0.0

    def stretch(self, start: int, end: int) -> tuple[float, float, float]:
        """Return the room to grow of word spaces, of gaps between Han and Latin, and of those between cells."""
        inner = max(start, end - 1)
        sums = self._stretch
        word, mixed, han = sums[Stretch.WORD], sums[Stretch.MIXED], sums[Stretch.HAN]
        return word[inner] - word[start], mixed[inner] - mixed[start], han[inner] - han[start]

    def shrink(self, start: int, end: int) -> float:
        """Return the room to shrink of all gaps of a line together, without the mark at its end."""
        inner = max(start, end - 1)
        return sum(sums[inner] - sums[start] for sums in self._shrink.values())


def _running(amounts: Iterable[float]) -> list[float]:
    return list(accumulate(amounts, initial=0.0))


def spread(setting: Setting, start: int, end: int, slack: float) -> list[float] | None:
    """Return what each gap of a line takes of ``slack``, in the copy's unit; None if that is more than they may open.

    A positive slack is filled in the order of J03: word spaces, Han and Latin, then all gaps between cells equally. A
    negative one is taken in the order of J04: word spaces, interpuncts, brackets, Han and Latin.
    """
    given = [0.0] * (end - start)
    kinds = (Stretch.WORD, Stretch.MIXED, Stretch.HAN) if slack >= 0 else _SHRINKING
    left = abs(slack)
    for kind in kinds:
        if left <= 0:
            break
        rooms = [_room(setting, at, kind) for at in range(start, end - 1)]
        total = sum(rooms)
        if total <= 0:
            continue
        share = min(1.0, left / total)
        for offset, room in enumerate(rooms):
            given[offset] += share * room if slack >= 0 else -share * room
        left -= share * total
    return given if left <= 1e-6 else None


_SHRINKING = (Shrink.WORD, Shrink.INTERPUNCT, Shrink.BRACKET, Shrink.MIXED)


def _room(setting: Setting, at: int, kind: Stretch | Shrink) -> float:
    gap, em = setting.gaps[at], setting.copy.ems[at]
    match kind:
        case Stretch():
            return gap.most * em if gap.stretch is kind else 0.0
        case Shrink():
            return gap.least * em if gap.shrink is kind else 0.0
