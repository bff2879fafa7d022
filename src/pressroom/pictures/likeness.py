"""Whether two pictures show the same, though a program wrote one of them anew: smaller, in another format, with other noise."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pressroom.pictures.picture import Picture

if TYPE_CHECKING:
    from PIL import Image

_TILE = 8
"""The side of the squares whose mean colours are compared, in pixels: noise and edges of another scaling vanish in them."""

_TOLERANCE = 15
"""By how many of 255 levels a mean colour may differ: scaling and JPEG of good quality make less, one letter of 20 pixels more."""

_SKEW = 0.01
"""By how much the ratio of the sides may differ: sides are rounded to whole pixels."""


def alike(one: Picture, other: Picture) -> bool:
    """Tell whether two rasters show the same; they are compared at the size of the smaller one."""
    from PIL import Image, ImageChops, ImageOps

    small, large = sorted((one, other), key=lambda picture: picture.width)
    if abs(small.width * large.height / (small.height * large.width) - 1) > _SKEW:
        return False
    model = _on_white(small)
    scaled = ImageOps.fit(_on_white(large), model.size, Image.Resampling.LANCZOS)
    difference = ImageChops.difference(model.reduce(_TILE), scaled.reduce(_TILE))
    return max(difference.tobytes()) <= _TOLERANCE


def _on_white(picture: Picture) -> Image.Image:
    """Return the pixels as they are seen on paper, with few copies: there may be 64 million of them."""
    from PIL import Image

    pixels = Image.open(BytesIO(picture.data))
    if pixels.mode == "RGB" and "transparency" not in pixels.info:
        return pixels
    pixels = pixels.convert("RGBA")
    paper = Image.new("RGB", pixels.size, "white")
    paper.paste(pixels, mask=pixels)
    return paper
