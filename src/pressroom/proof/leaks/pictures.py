"""What pictures say beyond what they show: Exif and its places, XMP, IPTC, comments, previews, whatever follows the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from struct import unpack_from

from pressroom.pictures import PictureError
from pressroom.pictures.jpeg import clean_jpeg
from pressroom.pictures.png import clean_png

_EDITORS = re.compile(
    rb"<!--|<(?:\w+:)?(?:metadata|title|desc)\b|xmlns:(?:inkscape|sodipodi|rdf|dc|cc|i|x)\s*=|<\?(?!xml )"
)


def telling(data: bytes) -> Iterator[str]:
    """Yield what a picture tells besides itself; nothing for bytes that are no picture."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png(data)
    elif data.startswith(b"\xff\xd8\xff"):
        yield from _jpeg(data)
    elif b"<svg" in data[:512] and (found := _EDITORS.search(data)):
        yield f"what only its editor reads ({found[0].decode('latin-1')})"


def _png(data: bytes) -> Iterator[str]:
    try:
        clean = clean_png(data).data
    except PictureError:
        return
    if clean == data:
        return
    kept = set(_chunks(clean))
    extra = [kind for kind in dict.fromkeys(_chunks(data)) if kind not in kept]
    yield f"the chunks {', '.join(extra)}" if extra else "bytes behind its end"


def _chunks(data: bytes) -> Iterator[str]:
    at = 8
    while at + 12 <= len(data):
        yield data[at + 4 : at + 8].decode("latin-1")
        at += 12 + int(unpack_from(">I", data, at)[0])


def _jpeg(data: bytes) -> Iterator[str]:
    try:
        parts = clean_jpeg(data)
    except PictureError:
        return
    if parts.data != data:
        yield "Exif, which can name a place and a camera" if parts.exif else "metadata or a comment"
