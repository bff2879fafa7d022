"""Which glyphs a PDF draws: their outlines against those that HarfBuzz chooses (cjk-rules M4, M5)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportUnknownLambdaType=false
# ruff: noqa: ANN401  (pikepdf's objects have no types)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pressroom.fonts.face import FontFace

Points = frozenset[tuple[int, int]]
"""The points of an outline, in thousandths of an em: what tells two forms of a character apart."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph as the file holds it."""

    char: str
    font: str
    points: Points

    @property
    def centre(self) -> tuple[float, float]:
        """Return where the middle of its ink stands in the em box, as shares of its width and height (M5)."""
        across, up = ([point[axis] for point in self.points] for axis in (0, 1))
        return (min(across) + max(across)) / 2000, ((min(up) + max(up)) / 2 + 120) / 1000


def glyphs(data: bytes, page: int) -> tuple[Glyph, ...]:
    """Return the glyphs that a page draws, each once."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        fonts: dict[str, Any] = dict(pdf.pages[page].resources.Font.items())
        shown = dict.fromkeys(_shown(pdf.pages[page]))
        opened = {name: _Font(fonts[name]) for name in dict.fromkeys(name for name, _ in shown)}
        return tuple(opened[name].glyph(code) for name, code in shown)


def _shown(page: Any) -> Iterator[tuple[str, int]]:
    """Yield the fonts and the codes of all text that a page shows; codes are two bytes long (Identity-H)."""
    import pikepdf

    name = ""
    for operands, operator in pikepdf.parse_content_stream(page, "Tf Tj TJ"):
        if str(operator) == "Tf":
            name = str(operands[0])
            continue
        parts = operands[0] if str(operator) == "TJ" else operands
        for part in parts:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                for at in range(0, len(codes), 2):
                    yield name, int.from_bytes(codes[at : at + 2])


class _Font:
    """An embedded font with its way back to Unicode."""

    def __init__(self, font: Any) -> None:
        from pressroom.writers.pdf.reading.characters import meanings

        self._name = str(font.BaseFont).rpartition("+")[2]
        self._meanings = meanings(font.ToUnicode.read_bytes())
        about = font.DescendantFonts[0].FontDescriptor
        program = about.get("/FontFile3") or about.FontFile2
        self._glyphs, self._names, self._em = _program(program.read_bytes())

    def glyph(self, code: int) -> Glyph:
        name = self._names.get(code, "")
        outline = _points(self._glyphs[name].draw if name else None, self._em, self._glyphs)
        return Glyph(self._meanings.get(code, "\ufffd"), self._name, outline)


def _program(data: bytes) -> tuple[Any, dict[int, str], int]:
    """Open a font program: its glyphs by name, the names by code, its units to the em."""
    from fontTools.cffLib import CFFFontSet
    from fontTools.ttLib import TTFont

    if data[:4] in {b"OTTO", b"\0\1\0\0", b"true"}:
        font = TTFont(BytesIO(data))
        names = font.getGlyphOrder()
        return font.getGlyphSet(), dict(enumerate(names)), font["head"].unitsPerEm
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    top = fonts[0]
    by_cid = {int(name[3:]): name for name in top.charset if name.startswith("cid")}
    return top.CharStrings, by_cid or dict(enumerate(top.charset)), 1000


def shaped(face: FontFace, text: str, language: str) -> Points:
    """Return the outline that HarfBuzz chooses for a character in a language."""
    import uharfbuzz

    opened = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)), face.index)
    font = uharfbuzz.Font(opened)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.script = buffer.script or "Hani"  # a mark alone is of none
    buffer.language = language
    uharfbuzz.shape(font, buffer)
    glyph = buffer.glyph_infos[0].codepoint
    return _points(lambda pen: font.draw_glyph_with_pen(glyph, pen), opened.upem)


def _points(draw: Any, em: int, parts: Any = None) -> Points:
    """Return the points of an outline; ``parts`` are the glyphs that it may be put together of."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    pen = DecomposingRecordingPen(parts)
    if draw is not None:
        draw(pen)
    scale = 1000 / em
    return frozenset(
        (round(x * scale), round(y * scale)) for _, points in pen.value for x, y in points
    )
