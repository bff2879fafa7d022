"""Glyphs to lines in the order in which they are read: columns side by side are found by the white between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from pressroom.merge.returned import Marks
from pressroom.merge.units import Letter
from pressroom.readers.draft import Letters
from pressroom.readers.pdf.characters import Glyph
from pressroom.source.markdown.inline.line_ends import fills_cell

_WORD_GAP = 0.18
"""White between Latin letters that is a space, in em; a drawn space has a quarter or more."""
_LEANING_GAP = 0.05
"""White between Latin letters that is a space if PDFium sees one, in em."""
_STRETCH_GAP = 1.5
"""White that parts stretches of one line, in em."""
_GUTTER = 0.8
"""The least white between columns, in em."""
_COLUMN_LINES = 4
"""The fewest lines of a column."""
_MOST_ROWS = 200
_MOST_STRETCHES = 2_000
"""More rows and stretches than these on a page are not looked through for columns."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters on one line, in points; ``base`` counts upwards, ``cells`` are what wide gaps part them into, if any do."""

    letters: Letters
    left: float
    right: float
    base: float
    size: float
    cells: tuple[Stretch, ...] = ()


def stretches(glyphs: Iterable[Glyph]) -> list[Stretch]:
    """Put glyphs together, in the order in which they were drawn."""
    found: list[Stretch] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run, glyph):
            found += _stretch(run)
            run = []
        run.append(glyph)
    return found + _stretch(run)


def in_order(found: Sequence[Stretch]) -> list[Stretch]:
    """Return the lines of a page in the order in which they are read, stretches of one line joined."""
    rows = _rows(found)
    if len(rows) <= _MOST_ROWS and len(found) <= _MOST_STRETCHES:
        for top in (at for at, row in enumerate(rows) if len(row) > 1):
            bottom = _reach_of_gutter(rows, top)
            if bottom - top < _COLUMN_LINES:
                continue
            if parts := _columns([x for row in rows[top:bottom] for x in row]):
                below = [x for row in rows[bottom:] for x in row]
                columns = [line for part in parts for line in in_order(part)]
                return [line_of(row) for row in rows[:top]] + columns + in_order(below)
    return [line_of(row) for row in rows]


def line_of(row: Sequence[Stretch]) -> Stretch:
    """Put the stretches of one line together."""
    letters = [*row[0].letters]
    for before, after in pairwise(row):
        cells = fills_cell(before.letters[-1].text) and fills_cell(after.letters[0].text)
        wide = after.left - before.right > before.size * _STRETCH_GAP
        if wide or not cells:
            letters.append(Letter(" ", frozenset(), None))
        letters += after.letters
    largest = max(row, key=lambda x: len(x.letters))
    right = max(x.right for x in row)
    cells = tuple(row) if len(row) > 1 else ()
    return Stretch(tuple(letters), row[0].left, right, largest.base, largest.size, cells)


def _reach_of_gutter(rows: Sequence[Sequence[Stretch]], top: int) -> int:
    """Return behind which row, from ``top`` on, no white between two stretches runs through all rows any more."""
    gutters = [(a.right, b.left) for a, b in pairwise(rows[top])]
    for at in range(top + 1, len(rows)):
        white = pairwise((-inf, *(edge for x in rows[at] for edge in (x.left, x.right)), inf))
        gaps = list(white)[::2]
        least = _GUTTER * rows[at][0].size
        both = ((max(a, c), min(b, d)) for a, b in gutters for c, d in gaps)
        gutters = [(left, right) for left, right in both if right - left >= least]
        if not gutters:
            return at
    return len(rows)


def _goes_on(run: Sequence[Glyph], glyph: Glyph) -> bool:
    size = max(run[0].size, glyph.size, 1.0)
    gap = glyph.left - run[-1].right
    ligature = glyph.left == run[-1].left
    near = ligature or -size < gap < size * _STRETCH_GAP
    return near and abs(glyph.base - run[0].base) < size * 0.6


def _stretch(run: Sequence[Glyph]) -> list[Stretch]:
    while run and run[-1].text.isspace():
        run = run[:-1]
    while run and run[0].text.isspace():
        run = run[1:]
    if not run:
        return []
    sizes = sorted(glyph.size for glyph in run)
    size = sizes[len(sizes) // 2]
    base = median(glyph.base for glyph in run if glyph.size >= size)
    letters: list[Letter] = []
    for before, glyph in zip((None, *run), run, strict=False):
        if before and _is_gap(before, glyph):
            letters.append(Letter(" ", letters[-1].marks, None))
        letters.append(Letter(glyph.text, _marks(glyph, base, size), None))
    return [Stretch(tuple(letters), run[0].left, max(x.right for x in run), base, size)]


def _is_gap(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether the white between two glyphs is a space; between Han and Latin it is the layout's (cjk-rules S01)."""
    if before.text.isspace() or glyph.text.isspace():
        return False
    cells = fills_cell(before.text), fills_cell(glyph.text)
    if any(cells):
        cell, other = (before, glyph) if cells[0] else (glyph, before)
        if all(cells) or other.text.isalnum() or not cell.text.isalnum():
            return False
    size = min(before.size, glyph.size)
    return glyph.left - before.right > size * (_LEANING_GAP if glyph.apart else _WORD_GAP)


def _marks(glyph: Glyph, base: float, size: float) -> Marks:
    small = glyph.size < size * 0.85
    named = {
        "strong": glyph.strong,
        "slant": glyph.slant,
        "superscript": small and glyph.base > base + size * 0.1,
        "subscript": small and glyph.base < base - size * 0.05,
    }
    return glyph.marks | {(kind, "") for kind, there in named.items() if there}


def _rows(found: Sequence[Stretch]) -> list[list[Stretch]]:
    """Group stretches by the line that they stand on, from above, each row from the left."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(found, key=lambda x: -x.base):
        if rows and rows[-1][0].base - stretch.base < 0.4 * min(rows[-1][0].size, stretch.size):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [sorted(row, key=lambda x: x.left) for row in rows]


def _columns(found: Sequence[Stretch]) -> tuple[list[Stretch], list[Stretch]] | None:
    """Part stretches at a gutter that runs through all of them; None unless both sides are columns of text."""
    by_left = sorted(found, key=lambda x: x.left)
    reach = by_left[0].right
    for at, stretch in enumerate(by_left[1:], start=1):
        if stretch.left - reach >= _GUTTER * stretch.size:
            sides = by_left[:at], by_left[at:]
            if all(map(_is_column, sides)):
                return sides
        reach = max(reach, stretch.right)
    return None


def _is_column(side: Sequence[Stretch]) -> bool:
    """Tell running text from the cells of a table or the marks of a list: most of its lines fill their measure."""
    rows = _rows(side)
    left, right = min(x.left for x in side), max(x.right for x in side)
    size = side[0].size
    full = sum(row[-1].right - row[0].left > 0.6 * (right - left) for row in rows)
    return len(rows) >= _COLUMN_LINES and right - left > 8 * size and full * 2 > len(rows)
