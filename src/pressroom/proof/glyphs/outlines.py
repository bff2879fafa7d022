"""Outlines of glyphs, by which a glyph is known whatever its font calls it or numbers it."""

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from pressroom.fonts.face import FontFace
from pressroom.fonts.interpunct import INTERPUNCT, MIDDLE_DOT, SAME_GLYPH, is_wide
from pressroom.typography.hyphenation import SOFT_HYPHEN

if TYPE_CHECKING:
    import uharfbuzz

Outline: TypeAlias = tuple[tuple[float | str, ...], ...]
"""The strokes of a glyph, in the units of its font."""

# Forms that the rules of composition ask for beyond those that shaping gives of itself (cjk-rules G05, S05).
_FEATURES: tuple[dict[str, bool], ...] = ({}, {"fwid": True}, {"halt": True}, {"pwid": True})


class _Pen:
    """Takes down what is drawn; the names of its methods are those that HarfBuzz calls."""

    def __init__(self) -> None:
        self.strokes: list[tuple[float | str, ...]] = []

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.strokes.append(("m", *point))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.strokes.append(("l", *point))

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.strokes.append(("c", *(number for point in points for number in point)))

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.strokes.append(("q", *(number for point in points for number in point)))

    def closePath(self) -> None:  # noqa: N802
        self.strokes.append(("z",))


class Shapes:
    """A font as far as its shapes go."""

    def __init__(self, font: uharfbuzz.Font) -> None:
        self._font = font
        self._drawn: dict[int, Outline] = {}

    def glyph(self, number: int) -> Outline:
        """Return the outline of a glyph; empty for one that draws nothing."""
        if number not in self._drawn:
            pen = _Pen()
            self._font.draw_glyph_with_pen(number, pen)
            self._drawn[number] = tuple(pen.strokes)
        return self._drawn[number]

    def characters(self) -> list[int]:
        """Return the code points that the font has glyphs for, in order."""
        return sorted(self._font.face.unicodes)

    def has(self, character: str) -> bool:
        """Tell whether the font has a glyph for a character."""
        return bool(self._font.get_nominal_glyph(ord(character)))

    def forms(self, text: str, language: str) -> frozenset[Outline]:
        """Return the outlines in which a text may be drawn in a language, glyph by glyph."""
        if (
            text == SOFT_HYPHEN
        ):  # shapers draw nothing for it, but it is drawn where a word is divided
            return frozenset({self.glyph(self._font.get_nominal_glyph(ord(text)) or 0)})
        return frozenset(
            self.glyph(number)
            for features in _asked(text, language)
            for number in self._shaped(text, language, features)
        )

    def plain(self, text: str, language: str) -> tuple[Outline, ...]:
        """Return the outlines that a reader draws a text with in a language, asked for nothing in particular."""
        return tuple(self.glyph(number) for number in self._shaped(text, language, {}))

    def _shaped(self, text: str, language: str, features: dict[str, bool]) -> list[int]:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        # marks alone are of no script, for which faces know no languages; in a line they have that of their neighbours
        buffer.script = buffer.script or "Hani"
        buffer.direction, buffer.language = "ltr", language
        uharfbuzz.shape(self._font, buffer, features)
        return [info.codepoint for info in buffer.glyph_infos]


def _asked(text: str, language: str) -> tuple[dict[str, bool], ...]:
    if text == INTERPUNCT and is_wide(language):
        return ({"fwid": True},)
    if language == "ja" and text == MIDDLE_DOT:
        return ({"locl": False},)
    if language == "ja" and text in SAME_GLYPH:
        return (*_FEATURES, {"locl": False})
    return _FEATURES


@cache
def of_face(face: FontFace) -> Shapes:
    """Open a face of this machine."""
    import uharfbuzz

    blob = uharfbuzz.Blob.from_file_path(str(face.path))
    font = uharfbuzz.Font(uharfbuzz.Face(blob, face.index))
    if face.instance:
        font.set_var_named_instance(face.instance - 1)
    return Shapes(font)


def of_data(data: bytes) -> Shapes | None:
    """Open an embedded OpenType font; None for bytes that are none."""
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob(data))
    return Shapes(uharfbuzz.Font(face)) if face.glyph_count else None


@cache
def face_forms(face: FontFace, text: str, language: str) -> frozenset[Outline]:
    """Return the outlines in which a face of this machine may draw a text in a language."""
    return of_face(face).forms(text, language)


def likeness(
    samples: Iterable[tuple[str, Outline]], faces: Iterable[FontFace], languages: Iterable[str]
) -> FontFace | None:
    """Return the face that draws most of some texts with these very outlines; None if no face draws half of them."""
    texts, tags = list(samples), tuple(languages)
    best, most = None, len(texts) / 2
    for face in faces:
        same = sum(
            any(outline in face_forms(face, text, tag) for tag in tags) for text, outline in texts
        )
        if same >= most and (best is None or same > most):
            best, most = face, float(same)
    return best
