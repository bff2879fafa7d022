"""The glyphs of a text: kept as columns of numbers for all of it, looked at run by run."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple


@dataclass(slots=True, eq=False)
class Face:
    """A face at a size, in CSS pixels, as Pango knows it; ``space`` is its glyph of U+0020, ``soft`` that of U+00AD alone, 0 if it has none.

    ``codes``: how glyphs that were drawn with an advance are written in PDF, and how far the pen is then beyond the advance, in
    1/1000 em. ``selected`` is the name of the font in the file and the size, ``selection`` the operator that selects it, none
    before it is drawn.
    """

    font: Any
    key: int
    size: float
    space: int
    soft: int
    holder: Any
    """The layout that holds the font: Pango frees one that nothing is set in."""
    codes: dict[tuple[int, int], tuple[bytes, float]] = field(
        default_factory=dict[tuple[int, int], tuple[bytes, float]]
    )
    selected: tuple[str, float] | None = None
    selection: bytes = b""


class GlyphRun(NamedTuple):
    """Glyphs of one face: their numbers, their advances in Pango's units, and the first character of each one's cluster.

    ``end`` is the character behind the run; ``shifts`` are how far glyphs are moved from their places, right and down, in
    Pango's units, none if no glyph is.
    """

    face: Face
    glyphs: array[int]
    advances: array[int]
    characters: Sequence[int]
    end: int
    shifts: tuple[array[int], array[int]] | None


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The glyphs of the characters ``start`` to ``end`` (excluded) of a paragraph.

    Of each glyph: its number, its advance in Pango's units, the first character of its cluster, whether it is the first glyph of
    that (``begun``, one or zero), how far it is moved from its place (right and down, none if no glyph is). Of each run: its face,
    and the character behind it. A paragraph has many short runs: an object with arrays of its own for each would take four times
    the room.
    """

    start: int
    numbers: array[int]
    advances: array[int]
    characters: Sequence[int]
    begun: bytes
    shifts: tuple[array[int], array[int]] | None
    faces: tuple[Face, ...]
    ends: array[int]

    @property
    def end(self) -> int:
        """The character behind the last."""
        return self.ends[-1]

    def runs(self, start: int, end: int) -> Iterator[GlyphRun]:
        """Yield the glyphs of characters ``start`` to ``end`` (excluded)."""
        start, ends = max(start, self.start), self.ends
        for at in range(bisect_right(ends, start), len(ends)):
            stop = min(ends[at], end)
            if start >= stop:
                return
            yield self._run(self.faces[at], start, stop)
            start = stop

    def _run(self, face: Face, start: int, end: int) -> GlyphRun:
        characters, shifts = self.characters, self.shifts
        if isinstance(characters, range):
            first, last = start - self.start, end - self.start
        else:
            first, last = bisect_left(characters, start), bisect_left(characters, end)
        chosen = slice(first, last)
        if shifts:
            rights, downs = shifts[0][chosen], shifts[1][chosen]
            shifts = (rights, downs) if any(rights) or any(downs) else None
        alone = self.begun.count(1, first, last) == last - first == end - start
        firsts = range(start, end) if alone else characters[chosen]
        return GlyphRun(face, self.numbers[chosen], self.advances[chosen], firsts, end, shifts)

    def widths(self) -> list[int]:
        """Return the advance of each of the characters, in Pango's units; a cluster's goes to its first one."""
        if isinstance(self.characters, range):
            return self.advances.tolist()
        found = [0] * (self.end - self.start)
        for width, at in zip(self.advances, self.characters, strict=True):
            found[at - self.start] += width
        return found


def runs_of(texts: Iterable[Glyphs], start: int, end: int) -> Iterator[GlyphRun]:
    """Yield the glyphs of characters ``start`` to ``end`` (excluded) of a paragraph."""
    for text in texts:
        if text.start < end and text.end > start:
            yield from text.runs(start, end)
