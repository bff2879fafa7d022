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

_INK = 24
"""By how many levels ink differs from paper."""


_CELLS = 64
"""In how many cells the longer side is parted to compare what two programs draw."""

_LEVELS = 36
"""By how many levels a cell may differ from those around it: scaling and edges make up to 22, other words in a chart 68."""

_LEVELS_OF_INKS = 56
"""The same for the lightness of what is in the inks of a press, whose strongest colours are up to 47 levels off."""


def alike(one: Picture, other: Picture) -> bool:
    """Tell whether two rasters show the same; they are compared at the size of the smaller one."""
    from PIL import Image, ImageChops, ImageOps

    small, large = sorted((one, other), key=lambda picture: picture.width)
    if abs(small.width * large.height / (small.height * large.width) - 1) > _SKEW:
        return False
    model = on_white(Image.open(BytesIO(small.data)))
    scaled = ImageOps.fit(
        on_white(Image.open(BytesIO(large.data))), model.size, Image.Resampling.LANCZOS
    )
    difference = ImageChops.difference(model.reduce(_TILE), scaled.reduce(_TILE))
    return max(difference.tobytes()) <= _TOLERANCE


def same_sight(one: Image.Image, other: Image.Image, *, inks: bool = False) -> bool:
    """Tell whether two pictures in RGB show the same, whatever empty paper is around it in either.

    A cell is held against the range of those around it, since two programs draw a curve a hair apart. If one of them is in the ``inks``
    of a press, which has other colours or none, they are compared by their lightness.
    """
    inked = [trimmed for picture in (one, other) if (trimmed := _trimmed(picture))]
    if len(inked) < 2:
        return not inked
    first, second = inked
    skew = _SKEW + sum(1 / side for picture in inked for side in picture.size)
    if abs(first.width * second.height / (first.height * second.width) - 1) > skew:
        return False
    scale = _CELLS / max(first.size)
    size = max(1, round(first.width * scale)), max(1, round(first.height * scale))
    ours, theirs = _cells(first, size), _cells(second, size)
    if inks:
        ours, theirs = ours.convert("L"), theirs.convert("L")
    most = _LEVELS_OF_INKS if inks else _LEVELS
    return max(_beyond(ours, theirs), _beyond(theirs, ours)) <= most


def is_blank(picture: Image.Image) -> bool:
    """Tell whether a picture in RGB shows nothing but white paper."""
    return _trimmed(picture) is None


def on_white(pixels: Image.Image) -> Image.Image:
    """Return pixels as they are seen on paper, with few copies: there may be 64 million of them."""
    from PIL import Image

    if pixels.mode == "RGB" and "transparency" not in pixels.info:
        return pixels
    pixels = pixels.convert("RGBA")
    paper = Image.new("RGB", pixels.size, "white")
    paper.paste(pixels, mask=pixels)
    return paper


def _beyond(model: Image.Image, other: Image.Image) -> int:
    """Return by how many levels a cell lies out of the range of the cells around its place in the model."""
    from PIL import ImageChops, ImageFilter

    over = ImageChops.subtract(other, model.filter(ImageFilter.MaxFilter(3)))
    under = ImageChops.subtract(model.filter(ImageFilter.MinFilter(3)), other)
    return max(*over.tobytes(), *under.tobytes())


def _cells(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return the mean colours of the cells of a picture."""
    from PIL import Image

    return picture.resize(size, Image.Resampling.BOX)  # pyright: ignore[reportUnknownMemberType]


def _trimmed(picture: Image.Image) -> Image.Image | None:
    """Return what of a picture has ink, None if nothing has."""
    from PIL import Image, ImageChops

    ink = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).convert("L")
    box = ink.point([0] * _INK + [255] * (256 - _INK)).getbbox()  # pyright: ignore[reportUnknownMemberType]
    return picture.crop(box) if box else None
