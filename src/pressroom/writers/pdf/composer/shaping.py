"""What Pango knows of a text: the advance of every character, and where UAX #14 lets a line end.

A run is shaped once and as a whole. Glyphs are read as arrays of integers, since one access for each field of each glyph
would take longer than all the rest of the composing.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportOptionalMemberAccess=false

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout, get_log_attrs

FIELDS = 5
"""Numbers of a PangoGlyphInfo, of 32 bits each: glyph, width, x, y, attributes."""

_LINE_BREAK = 1
"""The bit of a PangoLogAttr that says that a line may begin here."""


def advances(text: str, style: Any) -> list[float]:
    """Return the advance of each character of a run without line ends, in CSS pixels; a cluster's goes to its first one."""
    layout = Layout(style)
    layout.set_text(text)
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003  # Pango's own signature
    line, _ = layout.get_first_line()
    found = [0] * len(text)
    for run in glyph_runs(line, text):
        widths = run.glyphs[1::FIELDS]
        if isinstance(run.characters, range):
            found[run.characters.start : run.characters.stop] = widths
            continue
        for width, at in zip(widths, run.characters, strict=True):
            found[at] += width
    return [width * FROM_UNITS for width in found]


def line_breaks(text: str, language: str | None) -> list[bool]:
    """Return before which characters UAX #14 lets a line begin, and whether one may after the last."""
    attributes = array("I")
    attributes.frombytes(ffi.buffer(get_log_attrs(text, language), (len(text) + 1) * 4)[:])
    return [bool(bits & _LINE_BREAK) for bits in attributes]


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face: their numbers, ``FIELDS`` of each, and the first character of each one's cluster.

    ``room`` is where Pango keeps the glyphs; ``end`` is the character behind the run.
    """

    glyphs: array[int]
    characters: Sequence[int]
    end: int
    room: Any


def glyph_runs(line: Any, text: str) -> Iterator[GlyphRun]:
    """Yield the runs of a line of a text in the order in which they are drawn."""
    data = text.encode()
    first = offset = 0
    run = line.runs
    run = run[0] if run != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        item, string = run.data.item, run.data.glyphs
        run = run.next
        if item.offset != offset:  # written from the right
            first = len(data[: item.offset].decode())
        count = string.num_glyphs
        room = ffi.buffer(string.glyphs, count * FIELDS * 4)
        clusters = array("i", ffi.buffer(string.log_clusters, count * 4)[:])
        characters: Sequence[int] = range(first, first + count)
        if count != item.num_chars or clusters[0] or len(set(clusters)) != count:
            index = _index(text[first : first + item.num_chars])
            characters = [first + index[cluster] for cluster in clusters]
        first, offset = first + item.num_chars, item.offset + item.length
        yield GlyphRun(array("i", room[:]), characters, first, room)


def _index(text: str) -> dict[int, int]:
    """Return the number of the character at each offset in UTF-8."""
    offsets = accumulate(map(len, map(str.encode, text)), initial=0)
    return {offset: at for at, offset in enumerate(offsets)}
