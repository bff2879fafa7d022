"""The chunks of a PNG (ISO/IEC 15948): keep what is needed to draw it, leave the rest out."""

from __future__ import annotations

from dataclasses import dataclass
from struct import unpack_from

from pressroom.pictures.picture import PictureError

_SIGNATURE = 8
# pixels, palette and transparency, colour space, resolution; not text, time, Exif, animation or private chunks
_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP"}
    | {b"sBIT", b"pHYs"}
)


@dataclass(frozen=True, slots=True)
class PngParts:
    """A PNG without its metadata; ``exif`` is what was left out of it that may turn the picture."""

    data: bytes
    width: int
    height: int
    exif: bytes


def clean_png(data: bytes) -> PngParts:
    """Leave out every chunk that draws nothing, and all that follows the end; raise ``PictureError`` for a broken file."""
    kept = [data[:_SIGNATURE]]
    width = height = 0
    exif = b""
    at = _SIGNATURE
    while True:
        if at + 12 > len(data):
            raise PictureError("is cut short", "export it again")
        length = int(unpack_from(">I", data, at)[0])
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise PictureError("is cut short", "export it again")
        if (kind == b"IHDR") != (at == _SIGNATURE) or (kind == b"IHDR" and length != 13):
            raise PictureError("is a damaged PNG", "export it again")
        if kind == b"IHDR":
            width, height = unpack_from(">II", data, at + 8)
        elif kind == b"eXIf":
            exif = data[at + 8 : end - 4]
        if kind in _KEPT:
            kept.append(data[at:end])
        at = end
        if kind == b"IEND":
            return PngParts(b"".join(kept), width, height, exif)
