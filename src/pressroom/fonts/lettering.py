"""Letters as drawings: a line of text turned into outlines, for what is seen but neither read nor copied."""

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.fonts.face import FontFace


@dataclass(frozen=True, slots=True)
class Lettering:
    """The outlines of a line: an SVG path with its baseline at 0, y downwards; lengths in em."""

    path: str
    width: float


def lettering(text: str, face: FontFace, language: str) -> Lettering:
    """Draw a line of text in a face, in the forms of a language (BCP 47)."""
    import uharfbuzz

    opened = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)), face.index)
    font = uharfbuzz.Font(opened)
    if face.instance:
        font.set_var_named_instance(face.instance - 1)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    uharfbuzz.shape(font, buffer)
    pen = _Pen(1 / opened.upem)
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        font.draw_glyph_with_pen(info.codepoint, pen)
        pen.x += position.x_advance
    return Lettering("".join(pen.strokes), pen.x / opened.upem)


@dataclass(slots=True)
class _Pen:
    """Takes down what is drawn; the names of its methods are those that HarfBuzz calls."""

    scale: float
    x: float = 0
    strokes: list[str] = field(default_factory=list[str])

    def _add(self, letter: str, *points: tuple[float, float]) -> None:
        numbers = (n for x, y in points for n in ((self.x + x) * self.scale, -y * self.scale))
        self.strokes.append(letter + " ".join(f"{number:.4f}" for number in numbers))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q", *points)

    def closePath(self) -> None:  # noqa: N802
        self.strokes.append("Z")
