"""What Pango knows of a text: the advance of every character, and where UAX #14 lets a line end.

A run is shaped once and as a whole. Glyphs are read as arrays of integers, since one access for each field of each glyph
would take longer than all the rest of the composing.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportOptionalMemberAccess=false

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, get_log_attrs

GLYPH = 20
"""Bytes of a PangoGlyphInfo: glyph, width, x, y, attributes, each of 32 bits; the width is the second."""

_LINE_BREAK = 1
"""The bit of a PangoLogAttr that says that a line may begin here."""


def advances(text: str, style: Any) -> list[float]:
    """Return the advance of each character of a run without line ends, in CSS pixels; a cluster's goes to its first one."""
    layout = Layout(style)
    layout.set_text(text)
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003  # Pango's own signature
    line, _ = layout.get_first_line()
    index = character_at(text)
    found = [0] * len(text)
    for item in glyph_items(line):
        count, start = item.glyphs.num_glyphs, item.item.offset
        glyphs, clusters = array("i"), array("i")
        glyphs.frombytes(ffi.buffer(item.glyphs.glyphs, count * GLYPH)[:])
        clusters.frombytes(ffi.buffer(item.glyphs.log_clusters, count * 4)[:])
        for width, cluster in zip(glyphs[1::5], clusters, strict=True):
            found[index[start + cluster]] += width
    return [width * FROM_UNITS for width in found]


def line_breaks(text: str, language: str | None) -> list[bool]:
    """Return before which characters UAX #14 lets a line begin, and whether one may after the last."""
    attributes = array("I")
    attributes.frombytes(ffi.buffer(get_log_attrs(text, language), (len(text) + 1) * 4)[:])
    return [bool(bits & _LINE_BREAK) for bits in attributes]


def glyph_items(line: Any) -> Iterator[Any]:
    """Yield the glyph items of a line in order."""
    run = line.runs
    run = run[0] if run != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        yield run.data
        run = run.next


def byte_offsets(text: str) -> list[int]:
    """Return the offset of each character in UTF-8, and that of the end."""
    return list(accumulate(map(len, map(str.encode, text)), initial=0))


def character_at(text: str) -> dict[int, int]:
    """Return the number of the character at each offset in UTF-8."""
    offsets = byte_offsets(text)
    return dict(zip(offsets, range(len(offsets)), strict=True))
