"""The file of a picture as pixels, not by the engine that sets the PDF."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pressroom.edition.resolved import Image
from pressroom.pictures import Picture
from pressroom.pictures.likeness import on_white

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

SIDE = 1_000
"""How many pixels the longer side has at which pictures are compared: what a page shows of them, and no memory is filled."""


def pixels(picture: Image | Picture, side: int = SIDE) -> Pixels:
    """Draw a picture on white, its longer side about ``side`` pixels; drawings by resvg."""
    if picture.media_type != "image/svg+xml":
        return _decoded(picture.data, side)
    import resvg_py

    zoom = side / max(picture.width, picture.height)
    drawn = resvg_py.svg_to_bytes(
        svg_string=picture.data.decode(), zoom=zoom, skip_system_fonts=True
    )
    return _decoded(drawn, side)


def _decoded(data: bytes, side: int) -> Pixels:
    from PIL import Image as Opener

    opened = Opener.open(BytesIO(data), formats=["PNG", "JPEG"])
    opened.draft("RGB", (side, side))
    seen = on_white(opened)
    seen.thumbnail((side, side))
    return seen
