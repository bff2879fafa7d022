"""Glyphs of one block to its text: lines are joined, but for those that were ended on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pressroom.merge.units import Letter
from pressroom.readers.draft import Draft, Letters
from pressroom.readers.lines import TypedLine, Words, joined
from pressroom.readers.pdf.characters import Glyph
from pressroom.readers.pdf.layout import Stretch, line_of, stretches

_ROOM = 10.0
"""White at the end of a line that no word and no group of characters is too wide for, in em."""
_FEW, _FULL = 3, 0.7
"""A block of more lines, all but the last so wide, tells itself how wide they may be."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How far lines reach, by where they begin (in points, rounded) and by the size of their type."""

    reach: dict[tuple[int, int], float]

    @classmethod
    def of(cls, lines: Iterable[Stretch]) -> Measure:
        """Take the measure of a text."""
        reach: dict[tuple[int, int], float] = {}
        for line in lines:
            key = round(line.left), round(line.size)
            reach[key] = max(line.right, reach.get(key, 0.0))
        return cls(reach)

    def room(self, line: Stretch, block: Sequence[Stretch]) -> float:
        """Return the white between a line of a block and the edge of the column, in em."""
        edge = max(other.right for other in block)
        full = all(x.right - x.left >= _FULL * (edge - x.left) for x in block[:-1])
        if len(block) <= _FEW or not full:
            edge = max(edge, self.reach.get((round(line.left), round(line.size)), edge))
        return (edge - line.right) / (line.size or 1.0)


def set_in_lines(
    run: Sequence[tuple[int, Glyph]], measure: Measure, words: Words, draft: Draft
) -> Letters:
    """Return what a block says, each glyph with its page; a line that had room for more ends with a line feed."""
    lines = [
        line
        for _, group in groupby(run, key=lambda drawn: drawn[0])
        for line in _lines(stretches(glyph for _, glyph in group))
    ]
    parts: list[list[TypedLine]] = []
    for before, line in zip((None, *lines), lines, strict=False):
        below = before is not None and abs(line.left - before.left) < line.size
        if before is None or (below and measure.room(before, lines) > _ROOM):
            parts.append([])
        parts[-1].append(TypedLine(line.letters, line.right - line.left, size=line.size))
    letters: list[Letter] = []
    for part in parts:
        letters += [Letter("\n", frozenset(), None)] if letters else []
        letters += joined(part, words, draft.changes, draft.doubts)
    return tuple(letters)


def _lines(found: Sequence[Stretch]) -> list[Stretch]:
    """Join stretches that stand on one line, each right of the one before."""
    rows: list[list[Stretch]] = []
    for stretch in found:
        before = rows[-1][-1] if rows else None
        if before and _goes_on(before, stretch):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [line_of(row) for row in rows]


def _goes_on(before: Stretch, after: Stretch) -> bool:
    near = abs(before.base - after.base) < 0.6 * max(before.size, after.size)
    return near and after.left > before.left
