"""The figures of a PDF as PDFium draws them, each by itself: nothing that lies over or under it is seen."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from ctypes import byref, c_float, c_uint
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pressroom.pictures.likeness import on_white
from pressroom.pictures.picture import MAX_PIXELS
from pressroom.proof.pdfium import elements, pages
from pressroom.proof.pictures.files import SIDE

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image as Pixels


Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

_MOST_ARTIFACTS = 64
"""How many things that no tag knows of are looked at on a page, from its top."""

_LEAST, _MOST = 0.15, 1.1
"""Of the sides of a frame: drawings have margins, and boxes of curves are larger than the curves."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure: its page from 1, its alternative text, what is seen (None for nothing that can be drawn)."""

    page: int
    alt: str
    pixels: Pixels | None


def figures(data: bytes) -> Iterator[Drawn]:
    """Yield the figures of a PDF, page by page, on each in the order of the structure."""
    for number, page in pages(data):
        for element in elements(page):
            if element.role == "Figure":
                kept = [at for at, mark, _ in _objects(page) if mark in element.marks]
                yield Drawn(number, element.alt, _alone(page, number, kept, SIDE))


def artifacts(data: bytes, number: int, frame: tuple[float, float], side: int) -> Iterator[Pixels]:
    """Yield what is drawn one after the other on a page (from 1) without a tag, and fills a frame of some width and height in points, from the top of the page.

    Its longer side has ``side`` pixels.
    """
    for here, page in pages(data):
        if here != number:
            continue
        untagged = [
            (at, _box(drawn))
            for at, mark, drawn in _objects(page)
            if mark < 0 and not _is_text(drawn)
        ]
        found = sorted(_fitting(untagged, frame), key=lambda one: one[0], reverse=True)
        for _, kept in found[:_MOST_ARTIFACTS]:
            if drawn := _alone(page, number, kept, side):
                yield drawn
        return


def _fitting(
    objects: list[tuple[int, Box]], frame: tuple[float, float]
) -> Iterator[tuple[float, list[int]]]:
    """Yield how high up objects stand that lie together in a frame and fill a good part of it, and their numbers."""
    for first in range(len(objects)):
        boxes: list[Box] = []
        for _, box in objects[first:]:
            boxes.append(box)
            left, bottom, right, top = _around(boxes)
            shares = (right - left) / frame[0], (top - bottom) / frame[1]
            if max(shares) > _MOST:
                break
            if min(shares) > _LEAST:
                yield top, [at for at, _ in objects[first : first + len(boxes)]]


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, int, object]]:
    """Yield the objects of a page with their number and that of the marked content which they belong to, -1 for none."""
    from pypdfium2 import raw

    for at in range(raw.FPDFPage_CountObjects(page)):
        drawn = raw.FPDFPage_GetObject(page, at)
        yield at, raw.FPDFPageObj_GetMarkedContentID(drawn), drawn


def _alone(page: pypdfium2.PdfPage, number: int, kept: list[int], side: int) -> Pixels | None:
    """Draw some objects of a page, and take everything else off it."""
    from pypdfium2 import raw

    boxes: list[Box] = []
    with closing(page.pdf[number - 1]) as alone:
        for at, _, drawn in reversed([*_objects(alone)]):
            if at not in kept:
                raw.FPDFPage_RemoveObject(alone, drawn)
                raw.FPDFPageObj_Destroy(drawn)
            elif _is_too_large(drawn):
                return None
            else:
                boxes.append(_box(drawn))
        return _rendered(alone, _around(boxes), side) if boxes else None


def _around(boxes: list[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _rendered(page: pypdfium2.PdfPage, box: Box, side: int) -> Pixels | None:
    """Draw the part of a page that lies in a box, its longer side about ``side`` pixels."""
    left, bottom, right, top = page.get_bbox()
    crop = (
        max(box[0] - left, 0),
        max(box[1] - bottom, 0),
        max(right - box[2], 0),
        max(top - box[3], 0),
    )
    width, height = right - left - crop[0] - crop[2], top - bottom - crop[1] - crop[3]
    if min(width, height) <= 0:
        return None
    return on_white(page.render(scale=side / max(width, height), crop=crop).to_pil())


def _is_text(drawn: object) -> bool:
    from pypdfium2 import raw

    return raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_TEXT


def _is_too_large(drawn: object) -> bool:
    """Tell whether an object is a picture of more pixels than a release may hold."""
    from pypdfium2 import raw

    if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_IMAGE:
        return False
    width, height = c_uint(), c_uint()
    raw.FPDFImageObj_GetImagePixelSize(drawn, byref(width), byref(height))
    return width.value * height.value > MAX_PIXELS


def _box(drawn: object) -> Box:
    from pypdfium2 import raw

    left, bottom, right, top = (c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value
