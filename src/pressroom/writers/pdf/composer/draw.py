"""Draw the text of a composed line: one operator for each run of glyphs, with its gaps between them (ISO 32000-1 §9.4.3)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportPrivateUsage=false, reportAttributeAccessIssue=false, reportOptionalMemberAccess=false

from __future__ import annotations

from array import array
from codecs import BOM_UTF16_BE
from itertools import pairwise
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.logger import LOGGER
from weasyprint.text.ffi import FROM_UNITS, pango

from pressroom.typography.hyphenation import HYPHEN, SOFT_HYPHEN
from pressroom.writers.pdf.composer.glyphs import Face, GlyphRun
from pressroom.writers.pdf.composer.piece import PieceLayout
from pressroom.writers.pdf.composer.spoken import Piece, escaped, pieces, text_string

_SOFT = b"/Span<</MCID %%d/ActualText(%b)>>BDC" % (BOM_UTF16_BE + SOFT_HYPHEN.encode("utf-16-be"))

_FINE = 1e-4
"""The least difference of gaps that is written, in CSS pixels."""

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
    around = said and not is_undecorated(box)
    at = 0
    for piece in pieces(layout, box.style["font_size"]):
        if around and at:
            # A sequence that holds the lines of the box as well, and so is around its text, cannot end within it.
            pen.end()
            stream.end_text()
            stream.end_marked_content()
            stream.stream.append(b"/Span<</MCID %d>>BDC" % stream.sequence(box))
            stream.begin_text()
            stream.set_text_matrix(*_moved(matrix, layout.width(at) - piece.lead).values)
            pen.begin(piece.lead / piece.runs[0].face.size)
        opening = _opening(piece, None if around else stream.sequence(box)) if said else b""
        if opening:
            stream.stream.append(opening)
        for run in piece.runs:
            pen.draw(run, piece.lead if run is piece.runs[0] else 0.0)
        if piece.tail:
            pen.bridge(piece.runs[-1].face)
        pen.show()
        if opening:
            stream.stream.append(b"EMC")
        at = piece.end
    if layout.hyphen is not None:
        # A word that goes on is told by a soft hyphen (ISO 32000-1 §14.8.2.2.3), beside the glyph: a face may draw U+00AD and
        # U+002D with one (cjk-rules G10).
        if said:
            stream.stream.append(_SOFT % stream.sequence(box))
        pen.draw(layout.hyphen)
        pen.show()
        if said:
            stream.stream.append(b"EMC")
    pen.end()
    layout.release()


def _opening(piece: Piece, number: int | None) -> bytes:
    """Return what begins the sequence of a piece, nothing where there is nothing to tell of it."""
    if piece.said is None:
        return b"" if number is None else b"/Span<</MCID %d>>BDC" % number
    said = text_string(piece.said)
    if number is None:
        return b"/Span<</ActualText%b>>BDC" % said
    return b"/Span<</MCID %d/ActualText%b>>BDC" % (number, said)


def _moved(matrix: Any, way: float) -> Any:
    """Return the matrix of what stands further along the line, by CSS pixels."""
    return type(matrix)(e=way) @ matrix


class _Pen:
    """Draws runs one behind the other, each glyph where the composer wants it to the thousandth of an em."""

    def __init__(self, stream: Any, layout: PieceLayout) -> None:
        self._stream = stream
        self._layout = layout
        self._ahead = 0.0  # how far it is beyond its place, in 1/1000 em
        self._spacing = 0.0  # what the file adds behind each glyph, in CSS pixels
        self._codes: list[bytes] = []
        self._written: list[bytes] = []
        self._face: Face | None = None

    def begin(self, gap: float) -> None:
        """Begin at a place that was set anew, before a gap of a width in em."""
        self._ahead, self._face = -1000 * gap, None

    def end(self) -> None:
        """Leave the state of the text as it was found."""
        self._space(0.0)

    def draw(self, run: GlyphRun, lead: float = 0.0) -> None:
        """Draw a run; if there is a ``lead``, a space stands in the gap before it. The gap behind it is left to what comes next."""
        self._take(run.face)
        gaps, common = self._gaps(run), 0.0
        inner = gaps[:-1]
        if inner and not run.shifts:
            common = max(sorted({*inner}, reverse=True), key=inner.count) if any(inner) else 0.0
            self._space(common)
        if lead:
            gap = lead * 1000 / run.face.size
            if not -1 < self._ahead + gap < 1:  # the glyph before has its gap behind it
                self._ahead += gap
                self._back()
                self._ahead -= gap
            self.bridge(run.face)
        if not -1 < self._ahead < 1:
            self._back()
        if run.shifts:
            self._draw_shifted(run, gaps, *run.shifts)
        else:
            self._draw(run, gaps, common)

    def bridge(self, face: Face) -> None:
        """Draw a space in the gap before what comes next."""
        if face.space:
            code, excess = face.codes.get((face.space, 0)) or self._enter(face, face.space, 0, " ")
            self._codes.append(code)
            self._ahead += excess + self._spacing * 1000 / face.size
            self._back()

    def show(self) -> None:
        """Show what was written: in one operator, since to some readers each is a text of its own."""
        if self._codes:
            self._written.append(b"(%b)" % b"".join(self._codes))
            self._codes.clear()
        if self._written:
            self._stream.stream.append(b"[%b]TJ" % b"".join(self._written))
            self._written.clear()

    def _take(self, face: Face) -> None:
        if face is self._face:
            return
        self.show()
        self._face = face
        stream = self._stream
        if not face.selected:
            face.selected = self._font(face).hash, face.size
            alone = pydyf.Stream()
            alone.set_font_size(*face.selected)
            (face.selection,) = alone.stream
        # As the engine's stream does it, which writes the operator anew each time.
        if stream._current_font != face.selected:  # noqa: SLF001
            stream._current_font = face.selected  # noqa: SLF001
            stream.stream.append(face.selection)

    def _space(self, spacing: float) -> None:
        """Add a gap behind each glyph from now on, its width to a ten-thousandth of a pixel (Tc, ISO 32000-1 §9.3.2)."""
        if abs(spacing - self._spacing) > _FINE:
            self.show()
            self._spacing = round(spacing, 4)
            self._stream.stream.append(b"%g Tc" % self._spacing)

    def _draw(self, run: GlyphRun, gaps: array[float], common: float) -> None:
        """Draw glyphs of whose ``gaps`` most are the ``common`` one."""
        codes, excesses = zip(*self._known(run), strict=True)
        ahead, thousandth = self._ahead, 1000 / run.face.size
        spacing, last = self._spacing * thousandth, gaps.pop() * thousandth
        if all(codes) and gaps.count(common) == len(gaps):
            moves = (spacing - common * thousandth) * len(gaps)
            most = sum(map(abs, excesses)) + abs(moves)
            if ahead - most > -1 and ahead + most < 1:
                self._codes += codes
                self._ahead = ahead + sum(excesses) + moves + spacing - last
                return
        gaps.append(common)
        for code, excess, gap in zip(codes, excesses, gaps, strict=True):
            self._codes.append(code)
            ahead += excess - gap * thousandth
            if code:
                ahead += spacing
            if gap != common or not -1 < ahead < 1:
                self._ahead = ahead
                self._back()
                ahead = self._ahead
        self._ahead = ahead + common * thousandth - last

    def _draw_shifted(
        self, run: GlyphRun, gaps: array[float], rights: array[int], downs: array[int]
    ) -> None:
        """Draw glyphs of which some are not on the line: marks over letters."""
        unit, thousandth = FROM_UNITS * 1000 / run.face.size, 1000 / run.face.size
        for (code, excess), gap, right, down in zip(
            self._known(run), gaps, rights, downs, strict=True
        ):
            self._ahead -= right * unit
            self.show()
            self._stream.set_text_rise(-down * FROM_UNITS)
            self._back()
            self._codes.append(code)
            self._ahead += right * unit + excess + (self._spacing - gap) * thousandth
        self.show()
        self._stream.set_text_rise(0)

    def _back(self) -> None:
        """Go back to its place."""
        by = round(self._ahead)
        if by:
            self._ahead -= by
            shown = b"(%b)" % b"".join(self._codes) if self._codes else b" "
            self._written.append(b"%b%d" % (shown, by))
            self._codes.clear()

    def _gaps(self, run: GlyphRun) -> array[float]:
        """Return what is added behind each glyph; the gap behind a cluster goes behind its last one."""
        start, gaps = self._layout.start, self._layout.gaps
        if isinstance(run.characters, range):
            return gaps[run.characters.start - start : run.characters.stop - start]
        ends = pairwise([*run.characters, run.end])
        return array("f", [gaps[end - 1 - start] if end > at else 0.0 for at, end in ends])

    def _said(self, run: GlyphRun, at: int) -> str:
        """Return the characters that a glyph stands for."""
        if run is self._layout.hyphen:
            return SOFT_HYPHEN if run.glyphs[at] == run.face.soft else HYPHEN
        ends = [*run.characters[at : at + 2], run.end]
        start = self._layout.start
        return self._layout.text[ends[0] - start : ends[1] - start]

    def _known(self, run: GlyphRun) -> list[tuple[bytes, float]]:
        """Return how the glyphs of a run are written, and how far the pen is beyond the advance of each; enter those that are new."""
        known = run.face.codes
        try:
            return [*map(known.__getitem__, zip(run.glyphs, run.advances, strict=True))]
        except KeyError:
            for at, (glyph, advance) in enumerate(zip(run.glyphs, run.advances, strict=True)):
                if (glyph, advance) not in known:
                    self._enter(run.face, glyph, advance, self._said(run, at))
            return self._known(run)

    def _font(self, face: Face) -> Any:
        fonts = self._stream._fonts  # noqa: SLF001  # adding a font that is there takes as long as all the rest
        return fonts.get(face.key) or self._stream.add_font(face.font)[0]

    def _enter(self, face: Face, glyph: int, advance: int, said: str) -> tuple[bytes, float]:
        """Enter a glyph into the font of the file, once; return what ``Face.codes`` knows of it."""
        code, width = b"", 0
        if glyph != _EMPTY:
            if glyph & _UNKNOWN:
                code_point = glyph - _UNKNOWN
                LOGGER.warning('unsupported by fonts: "%s" (U+%04X)', chr(code_point), code_point)
                drawn = 0
            else:
                drawn = glyph
            code, width = escaped(drawn.to_bytes(2, "big")), self._width(face, drawn, said)
        excess = round(width - advance * FROM_UNITS * 1000 / face.size, 9)
        face.codes[glyph, advance] = code, excess
        return code, excess

    def _width(self, face: Face, glyph: int, said: str) -> int:
        """Return how wide a glyph is, in 1/1000 em."""
        font, stream = self._font(face), self._stream
        font.to_unicode.setdefault(glyph, said)
        if glyph not in font.widths:
            pango.pango_font_get_glyph_extents(
                face.font, glyph, stream.ink_rect, stream.logical_rect
            )
            font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / face.size)
        return font.widths[glyph]
