"""The drawings of a DOCX: beside each stands a form in pixels, which is what programs show that know no SVG."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.diagnostics import WriterError
from pressroom.pictures import Picture, PictureError, read_picture
from pressroom.pictures.likeness import same_sight
from pressroom.proof.pictures.files import pixels
from pressroom.writers.docx.hearing.parcel import Parcel, open_parcel

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_VECTOR = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_SIDE = 600
"""At how many pixels they are compared at most: enough for what one program draws twice."""


def unlike_drawings(data: bytes) -> Iterator[str]:
    """Yield the names of the pixels that do not show the drawing that they stand for."""
    try:
        parcel = open_parcel(data)
        pairs = dict.fromkeys(pair for part in parcel.files for pair in _pairs(parcel, part))
    except WriterError:
        return  # which the reading of its text has told
    for drawn, vector in pairs:
        one, other = (_picture(parcel.files.get(name, b"")) for name in (drawn, vector))
        if not (one and other and _alike(one, other)):
            yield drawn


def _pairs(parcel: Parcel, part: str) -> Iterator[tuple[str, str]]:
    """Yield the names of pixels and drawings that a part shows in one place ([MS-ODRAWXML] §2.2.5.36)."""
    names = parcel.targets(part, "image")
    root = parcel.part_named(part) if names else None
    for blip in root.all(_BLIP) if root else ():
        for vector in blip.all(_VECTOR):
            yield (
                names.get(blip.attributes.get("r:embed", ""), ""),
                names.get(vector.attributes.get("r:embed", ""), ""),
            )


def _alike(drawn: Picture, vector: Picture) -> bool:
    side = min(_SIDE, max(drawn.width, drawn.height))
    return same_sight(pixels(drawn, side), pixels(vector, side))


def _picture(data: bytes) -> Picture | None:
    try:
        return read_picture(data)
    except PictureError:
        return None
