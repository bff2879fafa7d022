"""The picture by which a reading system shows a book on its shelf: the headlines, in the house's faces and inks."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.fonts.cover import characters
from pressroom.fonts.face import FontKey, FontSet
from pressroom.house.tokens import Ink, Role
from pressroom.language.record import Script
from pressroom.writers.epub.lines import balanced

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_WIDTH, _HEIGHT = 1200, 1800  # pixels; two to three, as shelves expect
_MARGIN = 110
_LARGEST, _SMALLEST, _NAME, _GAP = 104, 40, 40, 80
_LEADING = {Script.LATIN: 1.25, Script.HAN: 1.4}


@dataclass(frozen=True, slots=True)
class _Setting:
    """A text set in lines: the font and the distance of the lines, in pixels."""

    lines: list[str]
    font: FreeTypeFont
    leading: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading


def shelf_picture(release: ResolvedRelease, fonts: FontSet) -> bytes:
    """Return a PNG of 1200 by 1800 pixels; equal releases and fonts give equal bytes."""
    from PIL import Image, ImageDraw

    inks = {ink: f"#{release.house.ink(ink)}" for ink in Ink}
    picture = Image.new("RGB", (_WIDTH, _HEIGHT), inks[Ink.PAPER])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, _WIDTH, 40), fill=inks[Ink.ACCENT])
    names = [_set(e, e.publisher, release, fonts, _NAME) for e in release.editions]
    foot = _HEIGHT - _MARGIN - sum(name.height for name in names)
    at = float(_MARGIN + 70)
    for headline in _headlines(release, fonts, foot - at - 100):
        at = _put(draw, headline, at, inks[Ink.TEXT]) + _GAP
    draw.rectangle((_MARGIN, foot - 40, _WIDTH - _MARGIN, foot - 38), fill=inks[Ink.RULE])
    for name in names:
        foot = _put(draw, name, foot, inks[Ink.ACCENT])
    small = BytesIO()
    picture.quantize(16, method=Image.Quantize.FASTOCTREE).save(small, "PNG")
    return small.getvalue()


def _put(draw: ImageDraw, setting: _Setting, at: float, ink: str) -> float:
    """Draw lines from a height on; return where the next may begin."""
    for line in setting.lines:
        draw.text((_MARGIN, at), line, fill=ink, font=setting.font)
        at += setting.leading
    return at


def _headlines(release: ResolvedRelease, fonts: FontSet, room: float) -> list[_Setting]:
    """Set all headlines in the largest size, the same for each, at which they find room."""
    for size in range(_LARGEST, _SMALLEST, -4):
        settings = [_set(e, e.title, release, fonts, size) for e in release.editions]
        if sum(setting.height + _GAP for setting in settings) <= room:
            return settings
    return [_set(e, e.title, release, fonts, _SMALLEST) for e in release.editions]


def _set(
    edition: ResolvedEdition, text: str, release: ResolvedRelease, fonts: FontSet, size: int
) -> _Setting:
    """Set a text in the face of headlines; a Latin text with a character that its face lacks in the Han one."""
    from PIL import ImageFont

    script = edition.language.script
    face = release.house.face(release.house.style(Role.HEADLINE, script).face)
    chosen = fonts[FontKey(face.latin if script is Script.LATIN else face.han, bold=True)]
    if not characters(chosen).issuperset(map(ord, text)):
        chosen = fonts[FontKey(face.han, bold=True)]
    # The basic layout is the same whether or not a machine has a library for complex scripts.
    font = ImageFont.truetype(
        chosen.path, size, index=chosen.index, layout_engine=ImageFont.Layout.BASIC
    )
    lines = balanced(text, _WIDTH - 2 * _MARGIN, font.getlength)
    return _Setting(lines, font, size * _LEADING[script])
