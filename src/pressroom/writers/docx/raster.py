"""A vector drawing as pixels, for programs that know no SVG (Word before 2016, LibreOffice in part)."""

from __future__ import annotations

from pressroom.edition.resolved import Image

_SCALE = 3
"""Pixels to a CSS pixel: 288 to the inch, enough for an office printer."""

_LARGEST = 4096
"""The longest side in pixels; a drawing of billboard size is scaled down to it."""


def raster(image: Image) -> bytes:
    """Draw an SVG as PNG. The drawing asks for no file and no font of the machine: letters have to be outlines."""
    import resvg_py

    zoom = min(_SCALE, _LARGEST / max(image.width, image.height))
    return resvg_py.svg_to_bytes(
        svg_string=image.data.decode(), zoom=zoom, skip_system_fonts=True, resources_dir=None
    )
