"""The segments of a JPEG (ITU-T T.81): keep what is needed to draw it, leave the rest out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from struct import unpack_from

from pressroom.pictures.picture import PictureError

_NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_START_OF_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APPLICATION = range(0xE0, 0xF0)
_EXIF = b"Exif\0\0"


@dataclass(frozen=True, slots=True)
class JpegParts:
    """A JPEG without its metadata; ``exif`` is what was left out of it that may turn the picture."""

    data: bytes
    width: int
    height: int
    exif: bytes


def clean_jpeg(data: bytes) -> JpegParts:
    """Leave out Exif, XMP, IPTC, comments, previews and all that follows the end; the pixels stay as they are.

    Raise ``PictureError`` for a broken file.
    """
    kept = [data[:2]]
    width = height = 0
    exif = b""
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if data[at : at + 1] != b"\xff" or at + 2 > len(data):
            raise PictureError("is cut short or damaged", "export it again")
        marker = data[at + 1]
        if marker == _END:
            kept.append(data[at : at + 2])
            return JpegParts(b"".join(kept), width, height, exif)
        if at + 4 > len(data):
            raise PictureError("is cut short", "export it again")
        end = at + 2 + int(unpack_from(">H", data, at + 2)[0])
        body = data[at + 4 : end]
        if end > len(data) or (marker in _FRAMES and len(body) < 6):
            raise PictureError("is cut short", "export it again")
        if marker in _FRAMES:
            height, width = unpack_from(">HH", body, 1)
        if marker == 0xE1 and body.startswith(_EXIF):
            exif = exif or body[len(_EXIF) :]
        if marker == _START_OF_SCAN:
            following = _NEXT_MARKER.search(data, end)
            end = following.start() if following else len(data)
        if _draws(marker, body):
            kept.append(data[at:end])
        at = end


def _draws(marker: int, body: bytes) -> bool:
    """Tell whether a segment is needed: of those for applications only density, colour profile and colour transform."""
    if marker in _APPLICATION:
        return (
            (marker == 0xE0 and body.startswith(b"JFIF\0"))
            or (marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"))
            or (marker == 0xEE and body.startswith(b"Adobe"))
        )
    return marker != _COMMENT
