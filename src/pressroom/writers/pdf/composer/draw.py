"""Draw the text of a composed line: one operator for each run of glyphs, with its gaps between them (ISO 32000-1 §9.4.3)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportPrivateUsage=false, reportAttributeAccessIssue=false, reportOptionalMemberAccess=false

from __future__ import annotations

from array import array
from codecs import BOM_UTF16_BE
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.logger import LOGGER
from weasyprint.text.ffi import FROM_UNITS, pango

from pressroom.typography.hyphenation import HYPHEN, SOFT_HYPHEN
from pressroom.writers.pdf.composer.piece import PieceLayout
from pressroom.writers.pdf.composer.shaping import Face, GlyphRun
from pressroom.writers.pdf.composer.spoken import Piece, pieces, text_string

_SOFT = b"/Artifact<</ActualText(%b)>>BDC" % (BOM_UTF16_BE + SOFT_HYPHEN.encode("utf-16-be"))
"""Said beside the glyph, as a face may draw U+00AD and U+002D with one (cjk-rules G10)."""

_EMPTY: int = pango.PANGO_GLYPH_EMPTY
_UNKNOWN: int = pango.PANGO_GLYPH_UNKNOWN_FLAG


def is_undecorated(box: Any) -> bool:
    """Tell whether a box is a text of a composed line that has no lines of its own: all that is drawn of it is its pieces."""
    return (
        isinstance(box, boxes.TextBox)
        and isinstance(box.pango_layout, PieceLayout)
        and box.style["text_decoration_line"] == "none"
    )


def draw(stream: Any, box: Any, matrix: Any, *, said: bool) -> None:
    """Draw a text box of a composed line, and where it is ``said`` tell readers what they would not read right.

    Each piece is a marked-content sequence that says what it says: some readers look no further than the innermost
    sequence, and Poppler takes the end of an inner one for the end of the outer one.
    """
    layout: PieceLayout = box.pango_layout
    pen = _Pen(stream, layout)
    stream.set_text_matrix(*matrix.values)
    way, around = 0.0, said and not is_undecorated(box)
    for at, piece in enumerate(pieces(layout, box.style["font_size"])):
        if around and at:
            # A sequence that holds the lines of the box as well, and so is around its text, cannot end within it.
            stream.end_text()
            stream.end_marked_content()
            stream.stream.append(b"/Span<</MCID %d>>BDC" % stream.sequence(box))
            stream.begin_text()
            stream.set_text_matrix(*_moved(matrix, way).values)
            pen.begin()
        way += piece.width
        opening = _opening(piece, None if around else stream.sequence(box)) if said else b""
        if opening:
            stream.stream.append(opening)
        for run in piece.runs:
            pen.draw(run, piece.tail if run is piece.runs[-1] else 0.0)
        pen.show()
        if opening:
            stream.end_marked_content()
    if layout.hyphen is not None:
        _draw_hyphen(stream, pen, layout.hyphen, said=said)


def _draw_hyphen(stream: Any, pen: _Pen, hyphen: GlyphRun, *, said: bool) -> None:
    """Draw the hyphen of a divided word: an artifact that stands for a soft hyphen (ISO 32000-1 §14.8.2.2.3)."""
    if said:
        stream.stream.append(_SOFT)
    pen.draw(hyphen)
    pen.show()
    if said:
        stream.end_marked_content()


def _opening(piece: Piece, number: int | None) -> bytes:
    """Return what begins the sequence of a piece, nothing where there is nothing to tell of it."""
    entries = b"" if number is None else b"/MCID %d" % number
    if piece.said is not None:
        entries += b"/ActualText%b" % text_string(piece.said)
    return b"/Span<<%b>>BDC" % entries if entries else b""


def _moved(matrix: Any, way: float) -> Any:
    """Return the matrix of what stands further along the line, by CSS pixels."""
    return type(matrix)(e=way) @ matrix


class _Pen:
    """Draws runs one behind the other, each glyph where the composer wants it to the thousandth of an em."""

    def __init__(self, stream: Any, layout: PieceLayout) -> None:
        self._stream = stream
        self._layout = layout
        self._ahead = 0.0  # how far it is beyond its place, in 1/1000 em
        self._written: list[str] = []
        self._face: Face | None = None

    def begin(self) -> None:
        """Begin at a place that was set anew."""
        self._ahead, self._face = 0.0, None

    def draw(self, run: GlyphRun, tail: float = 0.0) -> None:
        """Draw a run; if there is a ``tail``, a space of that width stands in the gap behind it."""
        face = run.face
        self._take(run)
        gaps = self._gaps(run)
        if tail:
            gaps[-1] = 0.0
        if run.shifts:
            self._draw_shifted(run, gaps, *run.shifts)
        else:
            self._draw(run, gaps)
        if tail:
            code, width = face.codes.get(face.space) or self._code(run, face.space, " ")
            self._ahead += width - tail * 1000 / face.size
            self._written.append(f"<{code}>{self._back()}")

    def show(self) -> None:
        """Show what was written: in one operator, since to some readers each is a text of its own."""
        if self._written:
            written = "".join(self._written).replace("<>", "").replace("><", "")
            self._stream.stream.append(b"[%b]TJ" % written.encode())
            self._written.clear()

    def _take(self, run: GlyphRun) -> None:
        if run.face is not self._face:
            self.show()
            self._face = run.face
            self._stream.set_font_size(self._font(run).hash, run.face.size)

    def _draw(self, run: GlyphRun, gaps: array[float]) -> None:
        face = run.face
        unit, thousandth = FROM_UNITS * 1000 / face.size, 1000 / face.size
        ahead, codes = self._ahead, face.codes
        written = self._written
        written.append("<")
        for at, (glyph, advance, gap) in enumerate(
            zip(run.glyphs, run.advances, gaps, strict=True)
        ):
            if glyph != _EMPTY:
                try:
                    code, width = codes[glyph]
                except KeyError:
                    code, width = self._code(run, glyph, self._said(run, at))
                written.append(code)
                ahead += width
            ahead -= advance * unit + gap * thousandth
            if gap or not -1 < ahead < 1:
                by = round(ahead)
                if by:
                    written.append(f">{by}<")
                    ahead -= by
        written.append(">")
        self._ahead = ahead

    def _draw_shifted(
        self, run: GlyphRun, gaps: array[float], rights: array[int], downs: array[int]
    ) -> None:
        """Draw glyphs of which some are not on the line: marks over letters."""
        unit, thousandth = FROM_UNITS * 1000 / run.face.size, 1000 / run.face.size
        for at, (glyph, advance, gap, right, down) in enumerate(
            zip(run.glyphs, run.advances, gaps, rights, downs, strict=True)
        ):
            code, width = "", 0
            if glyph != _EMPTY:
                known = run.face.codes.get(glyph)
                code, width = known or self._code(run, glyph, self._said(run, at))
            self._ahead -= right * unit
            self.show()
            self._stream.set_text_rise(-down * FROM_UNITS)
            self._written.append(f"{self._back()}<{code}>")
            self._ahead += right * unit + width - advance * unit - gap * thousandth
        self.show()
        self._stream.set_text_rise(0)
        self._written.append(self._back())

    def _back(self) -> str:
        """Return the number that takes it back to its place."""
        by = round(self._ahead)
        self._ahead -= by
        return str(by)

    def _gaps(self, run: GlyphRun) -> array[float]:
        """Return what is added behind each glyph; the gap behind a cluster goes behind its last one."""
        start, gaps = self._layout.start, self._layout.gaps
        if isinstance(run.characters, range):
            return gaps[run.characters.start - start : run.characters.stop - start]
        ends = pairwise([*run.characters, run.end])
        return array("d", [gaps[end - 1 - start] if end > at else 0.0 for at, end in ends])

    def _said(self, run: GlyphRun, at: int) -> str:
        """Return the characters that a glyph stands for."""
        if run is self._layout.hyphen:
            return SOFT_HYPHEN if run.glyphs[at] == run.face.soft else HYPHEN
        ends = [*run.characters[at : at + 2], run.end]
        start = self._layout.start
        return self._layout.text[ends[0] - start : ends[1] - start]

    def _font(self, run: GlyphRun) -> Any:
        fonts = self._stream._fonts  # noqa: SLF001  # adding a font that is there takes as long as all the rest
        return fonts.get(run.face.key) or self._stream.add_font(run.face.font)[0]

    def _code(self, run: GlyphRun, glyph: int, said: str) -> tuple[str, int]:
        """Enter a glyph into the font of the file, once; return how it is written, and how wide it is."""
        if glyph & _UNKNOWN:
            code_point = glyph - _UNKNOWN
            LOGGER.warning('unsupported by fonts: "%s" (U+%04X)', chr(code_point), code_point)
            glyph = 0
        font, face, stream = self._font(run), run.face, self._stream
        font.to_unicode.setdefault(glyph, said)
        if glyph not in font.widths:
            pango.pango_font_get_glyph_extents(
                face.font, glyph, stream.ink_rect, stream.logical_rect
            )
            font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / face.size)
        face.codes[glyph] = f"{glyph:04x}", font.widths[glyph]
        return face.codes[glyph]
