"""The chunks of a PNG (ISO/IEC 15948): keep what is needed to draw it, leave the rest out."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from struct import unpack_from

from pressroom.pictures.picture import PictureError, check_size

_SIGNATURE = 8
# pixels, palette and transparency, colour space, resolution; not text, time, Exif, animation or private chunks
_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP"}
    | {b"sBIT", b"pHYs"}
)
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_INDEXED = 3
_ADAM7 = (
    (0, 8, 0, 8),
    (4, 8, 0, 8),
    (0, 4, 4, 8),
    (2, 4, 0, 4),
    (0, 2, 2, 4),
    (1, 2, 0, 2),
    (0, 1, 1, 2),
)
"""First column, step, first row, step of each pass (§8.2)."""

_MOST_UNPACKED = 256 * 2**20
_MOST_PROFILE = 4 * 2**20
_SLACK = 4096
_STEP = 2**20


@dataclass(frozen=True, slots=True)
class PngParts:
    """A PNG without its metadata; ``exif`` is what was left out of it that may turn the picture."""

    data: bytes
    width: int
    height: int
    exif: bytes


def clean_png(data: bytes) -> PngParts:
    """Leave out every chunk that draws nothing, and all that follows the end.

    Raise ``PictureError`` for a broken file, and for one whose data unpack to something else than its pixels.
    """
    kept = [data[:_SIGNATURE]]
    header = exif = b""
    pixels: list[bytes] = []
    indexed_without_palette = False
    at = _SIGNATURE
    while True:
        if at + 12 > len(data):
            raise PictureError("is cut short", "export it again")
        length = int(unpack_from(">I", data, at)[0])
        kind, end = data[at + 4 : at + 8], at + 12 + length
        body = data[at + 8 : end - 4]
        if end > len(data):
            raise PictureError("is cut short", "export it again")
        if (kind == b"IHDR") != (at == _SIGNATURE) or (kind == b"IHDR" and length != 13):
            raise PictureError("is a damaged PNG", "export it again")
        match kind:
            case b"IHDR":
                header = body
                check_size(*unpack_from(">II", header))
                indexed_without_palette = header[9] == _INDEXED
            case b"PLTE":
                indexed_without_palette = False
            case b"IDAT":
                pixels.append(body)
            case b"eXIf":
                exif = body
            case b"iCCP":
                _check_profile(body)
            case _:
                pass
        if kind in _KEPT:
            kept.append(data[at:end])
        at = end
        if kind == b"IEND":
            break
    if indexed_without_palette:
        raise PictureError("is a damaged PNG", "export it again")
    _check_pixels(header, pixels)
    width, height = unpack_from(">II", header)
    return PngParts(b"".join(kept), width, height, exif)


def _check_pixels(header: bytes, parts: Iterable[bytes]) -> None:
    """See whether the data unpack to the picture that the header tells of, and to no more (§11.2.2, §10)."""
    width, height, depth, colour, _, _, interlaced = unpack_from(">IIBBBBB", header)
    if colour not in _SAMPLES:
        raise PictureError("is a damaged PNG", "export it again")
    bits = depth * _SAMPLES[colour]
    passes = _ADAM7 if interlaced else ((0, 1, 0, 1),)
    expected = 0
    for left, across, top, down in passes:
        columns = (width - left + across - 1) // across
        rows = (height - top + down - 1) // down
        expected += rows * (1 + (columns * bits + 7) // 8) if columns else 0
    if expected > _MOST_UNPACKED:
        fact = f"unpacks to {expected / 1e6:.0f} MB"
        raise PictureError(fact, "make it smaller, or give it 8 bits a colour")
    size = _unpacked(parts, expected + _SLACK)
    if size > expected + _SLACK:
        raise PictureError("holds more data than pixels", "export it again")
    if size < expected:
        raise PictureError("is cut short", "export it again")


def _check_profile(body: bytes) -> None:
    """Refuse a colour profile that unpacks without end: name, zero, method, packed profile (§11.3.2.3)."""
    packed = body.partition(b"\0")[2][1:]
    if _unpacked([packed], _MOST_PROFILE) > _MOST_PROFILE:
        raise PictureError("has a colour profile of some megabytes", "export it in sRGB")


def _unpacked(parts: Iterable[bytes], limit: int) -> int:
    """Return how many bytes a packed stream holds, counting little further than ``limit``."""
    inflater = zlib.decompressobj()
    size = 0
    try:
        for part in parts:
            rest = part
            while rest and not inflater.eof and size <= limit:
                size += len(inflater.decompress(rest, _STEP))
                rest = inflater.unconsumed_tail
    except zlib.error as fault:
        raise PictureError("is damaged", "export it again") from fault
    return size
