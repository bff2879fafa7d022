"""Where a text of the source can be cut for a change: between which letters, and inside or outside of the marks round them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.merge.alignment import PARAGRAPH, Hunk
from pressroom.merge.returned import Marks
from pressroom.merge.units import Letter, Unit
from pressroom.place import Span


@dataclass(frozen=True, slots=True)
class Seams:
    """The seams of ``units`` with the letters ``base``, of which ``wanted`` shall be made."""

    units: Sequence[Unit]
    base: Sequence[Letter]
    wanted: Sequence[Letter]

    def taken_out(self, hunk: Hunk, *, wide: bool) -> Span | None:
        """Return the stretch that goes; ``wide`` takes the marks round it along. None where wording of the house goes."""
        if any(letter.span is None for letter in self.base[hunk.start : hunk.end]):
            return None
        start, end = self._start(hunk, wide=wide), self._end(hunk, wide=wide)
        return None if start is None or end is None else Span(start, end)

    def gap(self, hunk: Hunk) -> int | None:
        """Return where an insertion goes: to the neighbour that looks like it, or behind the whole text; None if there is no text."""
        new = self.wanted[hunk.new_start]
        left, right = self._letter(hunk.start - 1), self._letter(hunk.start)
        before, behind = left and left.span, right and right.span
        ends = behind is None or _parts(right)
        if _parts(new) and ends:
            return self._unit_end(before.end) if before else None
        if left and before and not _parts(left):
            if left.marks != new.marks and behind is None:
                return self.units[-1].content.end
            if left.marks == new.marks or ends:
                return before.end
        if right and behind and not _parts(right):
            if right.marks == new.marks:
                return behind.start
            return before.end if before else self.units[0].content.start
        return before.end if before else None

    def around(self, hunk: Hunk, *, wide: bool) -> Marks:
        """Return the marks that hold already where something new is written for a change."""
        gone = self.base[hunk.start : hunk.end]
        inside = gone and not wide and all(one.marks == gone[0].marks for one in gone)
        # A cut through letters of one look lies between their marks.
        holding = gone[0] if inside else self.base[max(hunk.start - 1, 0)]
        return frozenset() if any(kind == "note" for kind, _ in holding.marks) else holding.marks

    def _start(self, hunk: Hunk, *, wide: bool) -> int | None:
        first, left = self.base[hunk.start], self._letter(hunk.start - 1)
        if first.span is None:
            return None
        if left is None or _parts(left):
            return self._unit_start(first.span.start) if wide or _parts(first) else first.span.start
        outside = wide and left.span and left.marks <= first.marks
        return left.span.end if left.span and outside else first.span.start

    def _end(self, hunk: Hunk, *, wide: bool) -> int | None:
        last, right = self.base[hunk.end - 1], self._letter(hunk.end)
        if last.span is None:
            return None
        if right is None or _parts(right):
            joins = any(map(_parts, self.base[hunk.start : hunk.end]))
            return self._unit_end(last.span.end) if wide or joins else last.span.end
        outside = wide and right.span and right.marks <= last.marks
        return right.span.start if right.span and outside else last.span.end

    def _letter(self, number: int) -> Letter | None:
        return self.base[number] if 0 <= number < len(self.base) else None

    def _unit_start(self, at: int) -> int:
        return max(one.content.start for one in self.units if one.content.start <= at)

    def _unit_end(self, at: int) -> int:
        return min(one.content.end for one in self.units if one.content.end >= at)


def _parts(letter: Letter | None) -> bool:
    """Tell whether a letter stands for what parts two paragraphs."""
    return letter is not None and letter.text == PARAGRAPH
