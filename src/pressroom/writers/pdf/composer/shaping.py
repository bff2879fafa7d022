"""What Pango knows of a text: the glyphs of every character, their advances, and where UAX #14 lets a line end.

A run is shaped once and as a whole, and drawn from what was found then. Glyphs are read as arrays of integers, since one
access for each field of each glyph would take longer than all the rest of the composing.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportOptionalMemberAccess=false

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter
from sys import byteorder
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, harfbuzz, pango
from weasyprint.text.fonts import get_pango_font_key
from weasyprint.text.line_break import Layout, get_log_attrs

from pressroom.typography.hyphenation import HYPHEN, SOFT_HYPHEN

ffi.cdef(
    "hb_bool_t hb_font_get_nominal_glyph "
    "(hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);"
)

_FIELDS = 5
"""Numbers of a PangoGlyphInfo, of 32 bits each: glyph, width, x, y, attributes."""

_LINE_BREAK = bytes(number & 1 for number in range(256))
"""What the low byte of a PangoLogAttr, of 32 bits, says: its lowest bit, whether a line may begin here."""

_LOW_BYTE = 0 if byteorder == "little" else 3


def line_breaks(text: str, language: str | None) -> bytes:
    """Return, as zeros and ones, before which characters UAX #14 lets a line begin, and whether one may after the last."""
    attributes = ffi.buffer(get_log_attrs(text, language), (len(text) + 1) * 4)[:]
    return attributes[_LOW_BYTE::4].translate(_LINE_BREAK)


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
    codes: dict[tuple[int, int], tuple[str, float]] = field(
        default_factory=dict[tuple[int, int], tuple[str, float]]
    )
    selected: tuple[str, float] | None = None
    selection: bytes = b""


class GlyphRun(NamedTuple):
    """Glyphs of one face: their numbers, their advances in Pango's units, and the first character of each one's cluster.

    ``end`` is the character behind the run; ``shifts`` are how far glyphs are moved from their places, right and down, in
    Pango's units, none if no glyph is. Each line has many, and tuples are made and kept most cheaply.
    """

    face: Face
    glyphs: array[int]
    advances: array[int]
    characters: Sequence[int]
    end: int
    shifts: tuple[array[int], array[int]] | None

    def part(self, start: int, end: int) -> GlyphRun:
        """Return the glyphs of some of the characters."""
        if start <= self.characters[0] and end >= self.end:
            return self
        one, other = bisect_left(self.characters, start), bisect_left(self.characters, end)
        chosen = slice(one, other)
        shifts = self.shifts and (self.shifts[0][chosen], self.shifts[1][chosen])
        return GlyphRun(
            self.face,
            self.glyphs[chosen],
            self.advances[chosen],
            self.characters[chosen],
            min(end, self.end),
            shifts,
        )


def parts(runs: Sequence[GlyphRun], start: int, end: int) -> Iterator[GlyphRun]:
    """Yield the glyphs of characters ``start`` to ``end`` (excluded)."""
    for at in range(bisect_right(runs, start, key=attrgetter("end")), len(runs)):
        run = runs[at]
        if run.characters[0] >= end:
            return
        yield run.part(start, end)


def advances(runs: Iterable[GlyphRun], start: int, end: int) -> list[float]:
    """Return the advance of each of the characters, in CSS pixels; a cluster's goes to its first one."""
    found = [0] * (end - start)
    for run in runs:
        if isinstance(run.characters, range):
            found[run.characters.start - start : run.characters.stop - start] = run.advances
            continue
        for width, at in zip(run.advances, run.characters, strict=True):
            found[at - start] += width
    return [width * FROM_UNITS for width in found]


class Shaper:
    """Shapes the text of a document."""

    def __init__(self) -> None:
        self._faces: dict[Any, Face] = {}

    def shape(self, text: str, style: Any, start: int = 0) -> tuple[GlyphRun, ...] | None:
        """Return the glyphs of a text without line ends, whose first character has a number; None if any is written leftwards."""
        layout = Layout(style)
        layout.set_text(text)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003  # Pango's own signature
        line = pango.pango_layout_get_line_readonly(layout.layout, 0)
        found: list[GlyphRun] = []
        run, at = line.runs, 0
        while run != ffi.NULL:
            data = run.data
            item = data.item
            if item.analysis.level % 2:
                return None
            font, count = item.analysis.font, item.num_chars
            face = self._faces.get(font) or self._face(font, layout)
            found.append(_read(face, data.glyphs, text, at, at + count, start))
            run, at = run.next, at + count
        return tuple(found)

    def hyphen(self, style: Any) -> GlyphRun | None:
        """Return the hyphen of divided words: U+00AD if the face has a glyph of its own for it, which Pango would not draw."""
        shaped = self.shape(HYPHEN, style)
        if not shaped:
            return None
        soft = shaped[0].face.soft
        return shaped[0]._replace(glyphs=array("i", [soft])) if soft else shaped[0]

    def _face(self, font: Any, layout: Layout) -> Face:
        key, _, size = get_pango_font_key(font)
        space, hyphen, soft = (_glyph(font, one) for one in (" ", HYPHEN, SOFT_HYPHEN))
        own = 0 if soft == hyphen else soft
        face = self._faces[font] = Face(font, key, size, space, own, layout.layout)
        return face


def _read(face: Face, string: Any, text: str, at: int, end: int, start: int) -> GlyphRun:
    """Read the glyphs of the characters ``at`` to ``end`` (excluded) of a text whose first one is number ``start``."""
    count = string.num_glyphs
    numbers = array("i", ffi.buffer(string.glyphs, count * _FIELDS * 4)[:])
    clusters = array("i", ffi.buffer(string.log_clusters, count * 4)[:])
    characters: Sequence[int] = range(start + at, start + at + count)
    if count != end - at or clusters[0] or len(set(clusters)) != count:
        index = _index(text[at:end])
        characters = [start + at + index[cluster] for cluster in clusters]
    rights, downs = numbers[2::_FIELDS], numbers[3::_FIELDS]
    shifts = (rights, downs) if any(rights) or any(downs) else None
    glyphs, advances = numbers[0::_FIELDS], numbers[1::_FIELDS]
    return GlyphRun(face, glyphs, advances, characters, start + end, shifts)


def _glyph(font: Any, character: str) -> int:
    """Return the glyph by which a face draws a character, 0 if it has none."""
    glyph = ffi.new("hb_codepoint_t *")
    harfbuzz.hb_font_get_nominal_glyph(pango.pango_font_get_hb_font(font), ord(character), glyph)
    return int(glyph[0])


def _index(text: str) -> dict[int, int]:
    """Return the number of the character at each offset in UTF-8."""
    offsets = accumulate(map(len, map(str.encode, text)), initial=0)
    return {offset: at for at, offset in enumerate(offsets)}
