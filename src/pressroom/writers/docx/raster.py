"""A vector drawing as pixels, for programs that know no SVG (Word before 2016, LibreOffice in part)."""

from __future__ import annotations

from pressroom.edition.resolved import Image
from pressroom.fonts.face import FontSet
from pressroom.house.tokens import FaceRole, House

_SCALE = 3
"""Pixels to a CSS pixel: 288 to the inch, enough for an office printer."""

_LARGEST = 4096
"""The longest side in pixels; a drawing of billboard size is scaled down to it."""


def raster(image: Image, house: House, fonts: FontSet) -> bytes:
    """Draw an SVG as PNG. Its letters are set in the house's faces; no other font of the machine is looked at."""
    import resvg_py

    heading = house.face(FaceRole.HEADING).latin
    text = house.face(FaceRole.TEXT).latin
    return resvg_py.svg_to_bytes(
        svg_string=image.data.decode(),
        zoom=min(_SCALE, _LARGEST / max(image.width, image.height)),
        skip_system_fonts=True,
        font_files=sorted({str(face.path) for face in fonts.values()}),
        font_family=text,
        serif_family=text,
        sans_serif_family=heading,
    )
