"""What Pango knows of a text: the glyphs of every character, their advances, and where UAX #14 lets a line end.

A run is shaped once and as a whole, and drawn from what was found then. Glyphs are read as arrays of integers, since one
access for each field of each glyph would take longer than all the rest of the composing.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportOptionalMemberAccess=false

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from sys import byteorder
from typing import Any

from weasyprint.text.ffi import ffi, harfbuzz, pango
from weasyprint.text.fonts import get_pango_font_key
from weasyprint.text.line_break import Layout, get_log_attrs

from pressroom.typography.hyphenation import HYPHEN, SOFT_HYPHEN
from pressroom.writers.pdf.composer.glyphs import Face, GlyphRun, Glyphs

ffi.cdef(
    "hb_bool_t hb_font_get_nominal_glyph "
    "(hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);"
)

_FIELDS = 5
"""Numbers of a PangoGlyphInfo, of 32 bits each: glyph, width, x, y, attributes."""

_ATTRIBUTES = 16
"""Where in its bytes its attributes begin (PangoGlyphVisAttr)."""

_LINE_BREAK = bytes(number & 1 for number in range(256))
"""What the low byte of a PangoLogAttr, of 32 bits, says: its lowest bit, whether a line may begin here."""

_CLUSTER_START = bytes(
    number & 1 if byteorder == "little" else number >> 7 for number in range(256)
)
"""What the first byte of a glyph's attributes says: its first bit, whether it begins a cluster; Pango sets no more than two bits."""

_LOW_BYTE = 0 if byteorder == "little" else 3


def line_breaks(text: str, language: str | None) -> bytes:
    """Return, as zeros and ones, before which characters UAX #14 lets a line begin, and whether one may after the last."""
    attributes = ffi.buffer(get_log_attrs(text, language), (len(text) + 1) * 4)[:]
    return attributes[_LOW_BYTE::4].translate(_LINE_BREAK)


class Shaper:
    """Shapes the text of a document."""

    def __init__(self) -> None:
        self._faces: dict[Any, Face] = {}

    def shape(self, text: str, style: Any, start: int = 0) -> Glyphs | None:
        """Return the glyphs of a text without line ends, whose first character has a number; None if any is written leftwards."""
        layout = Layout(style)
        layout.set_text(text)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003  # Pango's own signature
        line = pango.pango_layout_get_line_readonly(layout.layout, 0)
        infos: list[bytes] = []
        faces: list[Face] = []
        ends, end = array("i"), start
        for item, string in _items(line):
            if item.analysis.level % 2:
                return None
            font = item.analysis.font
            infos.append(ffi.buffer(string.glyphs, string.num_glyphs * _FIELDS * 4)[:])
            end += item.num_chars
            face = self._faces.get(font) or self._face(font, layout)
            if faces and face is faces[-1]:
                ends[-1] = end
            else:
                faces.append(face)
                ends.append(end)
        data = b"".join(infos)
        columns = array("i", data)
        numbers, advances, rights, downs = (columns[at::_FIELDS] for at in range(_FIELDS - 1))
        begun = data[_ATTRIBUTES :: _FIELDS * 4].translate(_CLUSTER_START)
        characters: Sequence[int] = range(start, end)
        if not len(begun) == begun.count(1) == end - start:
            characters = _clusters(line, begun, text, start)
        shifts = (rights, downs) if any(rights) or any(downs) else None
        return Glyphs(start, numbers, advances, characters, begun, shifts, tuple(faces), ends)

    def hyphen(self, style: Any) -> GlyphRun | None:
        """Return the hyphen of divided words: U+00AD if the face has a glyph of its own for it, which Pango would not draw."""
        shaped = self.shape(HYPHEN, style)
        if shaped is None:
            return None
        (run,) = shaped.runs(0, 1)
        return run._replace(glyphs=array("i", [run.face.soft])) if run.face.soft else run

    def _face(self, font: Any, layout: Layout) -> Face:
        key, _, size = get_pango_font_key(font)
        space, hyphen, soft = (_glyph(font, one) for one in (" ", HYPHEN, SOFT_HYPHEN))
        own = 0 if soft == hyphen else soft
        face = self._faces[font] = Face(font, key, size, space, own, layout.layout)
        return face


def _items(line: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the items of a line, each with the string of its glyphs."""
    run = line.runs
    while run != ffi.NULL:
        data = run.data
        yield data.item, data.glyphs
        run = run.next


def _clusters(line: Any, begun: bytes, text: str, start: int) -> array[int]:
    """Return the first character of each glyph's cluster, where a cluster has more than one of either.

    ``begun``: one for each glyph that begins a cluster, else zero.
    """
    found = array("i")
    at = 0
    for item, string in _items(line):
        end, count = at + item.num_chars, string.num_glyphs
        if begun.count(1, len(found), len(found) + count) == count == end - at:
            found.extend(range(start + at, start + end))
        else:
            clusters = array("i", ffi.buffer(string.log_clusters, count * 4)[:])
            index = _index(text[at:end])
            found.extend(start + at + index[cluster] for cluster in clusters)
        at = end
    return found


def _glyph(font: Any, character: str) -> int:
    """Return the glyph by which a face draws a character, 0 if it has none."""
    glyph = ffi.new("hb_codepoint_t *")
    harfbuzz.hb_font_get_nominal_glyph(pango.pango_font_get_hb_font(font), ord(character), glyph)
    return int(glyph[0])


def _index(text: str) -> dict[int, int]:
    """Return the number of the character at each offset in UTF-8."""
    offsets = accumulate(map(len, map(str.encode, text)), initial=0)
    return {offset: at for at, offset in enumerate(offsets)}
