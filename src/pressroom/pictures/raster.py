"""Decode rasters once, to be sure that everyone can, and turn photographs upright."""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from pressroom.pictures.jpeg import clean_jpeg
from pressroom.pictures.picture import Picture, PictureError, check_size
from pressroom.pictures.png import clean_png

if TYPE_CHECKING:
    from PIL import Image

_ORIENTATION = 0x0112
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, IndexError)


def read_png(data: bytes) -> Picture:
    """Clean a PNG and decode it; raise ``PictureError`` if that cannot be done."""
    parts = clean_png(data)
    image = _decode(parts.data, "PNG")
    if turned := _upright(image, parts.exif):
        buffer = BytesIO()
        turned.save(buffer, "PNG", icc_profile=image.info.get("icc_profile"))
        return Picture("image/png", buffer.getvalue(), *turned.size, turned=True)
    return Picture("image/png", parts.data, parts.width, parts.height)


def read_jpeg(data: bytes) -> Picture:
    """Clean a JPEG and decode it; raise ``PictureError`` if that cannot be done."""
    parts = clean_jpeg(data)
    check_size(parts.width, parts.height)
    image = _decode(parts.data, "JPEG")
    if image.mode not in {"L", "RGB"}:
        raise PictureError(
            "has the colours of a printing press (CMYK), which screens and readers show wrongly",
            "export it in RGB",
        )
    if turned := _upright(image, parts.exif):
        buffer = BytesIO()
        profile = image.info.get("icc_profile")
        turned.save(buffer, "JPEG", quality=95, subsampling=0, icc_profile=profile)
        return Picture("image/jpeg", buffer.getvalue(), *turned.size, turned=True)
    return Picture("image/jpeg", parts.data, parts.width, parts.height)


def _decode(data: bytes, kind: str) -> Image.Image:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # our own limit has been checked on the header; the rest is a picture or an exception
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=[kind])
            image.load()
    except _DAMAGE as error:
        raise PictureError("is damaged or cut short", "export it again") from error
    return image


def _upright(image: Image.Image, exif: bytes) -> Image.Image | None:
    """Turn a picture as its Exif asks, or return None when it stands upright already (CIPA DC-008 §4.6.4)."""
    from PIL import Image

    if not exif:
        return None
    record = Image.Exif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            record.load(exif)
            orientation: object = record.get(_ORIENTATION)
    except _DAMAGE:
        return None
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    turn = turns.get(orientation) if isinstance(orientation, int) else None
    return image.transpose(turn) if turn is not None else None
