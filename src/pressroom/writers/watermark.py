"""The watermark of an edition that is no final one, as a drawing: seen on every page, neither read nor copied."""

from __future__ import annotations

from math import atan2, degrees, hypot

from pressroom.edition.resolved import ResolvedEdition
from pressroom.fonts.face import FontKey, FontSet
from pressroom.fonts.lettering import lettering
from pressroom.house.tokens import FaceRole, House, Ink
from pressroom.language.record import Script

_SHARE = 0.75
"""How much of the diagonal it fills."""

_LARGEST = 96.0
"""In points: a short word would else hide the text."""

_STRENGTH = 0.4
"""How much of its ink there is in it; the rest is the paper's."""


def watermark(edition: ResolvedEdition, house: House, fonts: FontSet) -> bytes:
    """Return an SVG of the size of a page with the watermark along its diagonal, in a tint of the ink of rules."""
    face, language = house.face(FaceRole.HEADING), edition.language
    family = face.han if language.script is Script.HAN else face.latin
    letters = lettering(edition.watermark, fonts[FontKey(family, bold=True)], language.tag)
    width, height = house.page.width.points, house.page.height.points
    size = min(_LARGEST, _SHARE * hypot(width, height) / letters.width)
    ink = _mixed(house.ink(Ink.RULE), house.ink(Ink.PAPER))
    turn = degrees(atan2(height, width))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt"'
        f' viewBox="0 0 {width:g} {height:g}"><path fill="#{ink}"'
        f' transform="translate({width / 2:g} {height / 2:g}) rotate({-turn:.3f}) scale({size:.3f})'
        f' translate({-letters.width / 2:.4f} 0.36)" d="{letters.path}"/></svg>'
    ).encode()


def _mixed(ink: str, paper: str) -> str:
    pairs = zip(bytes.fromhex(ink), bytes.fromhex(paper), strict=True)
    return bytes(round(a * _STRENGTH + b * (1 - _STRENGTH)) for a, b in pairs).hex()
