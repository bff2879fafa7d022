"""The figures of a PDF as PDFium draws them, each by itself: nothing that lies over or under it is seen."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_uint
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.pictures.likeness import on_white
from pressroom.pictures.picture import MAX_PIXELS
from pressroom.proof.pdfium import elements, pages
from pressroom.proof.pictures.files import SIDE

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image as Pixels


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
                alone = page.pdf[number - 1]
                yield Drawn(number, element.alt, _alone(alone, frozenset(element.marks)))
                alone.close()


def _alone(page: pypdfium2.PdfPage, marks: frozenset[int]) -> Pixels | None:
    """Draw what some marked-content sequences draw, and take everything else off the page."""
    from pypdfium2 import raw

    boxes: list[tuple[float, float, float, float]] = []
    for at in reversed(range(raw.FPDFPage_CountObjects(page))):
        drawn = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetMarkedContentID(drawn) not in marks:
            raw.FPDFPage_RemoveObject(page, drawn)
            raw.FPDFPageObj_Destroy(drawn)
        elif _is_too_large(drawn):
            return None
        else:
            boxes.append(_box(drawn))
    return _rendered(page, boxes) if boxes else None


def _rendered(
    page: pypdfium2.PdfPage, boxes: list[tuple[float, float, float, float]]
) -> Pixels | None:
    """Draw the part of a page that some boxes lie in, its longer side about ``SIDE`` pixels."""
    left, bottom, right, top = page.get_bbox()
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    crop = (
        max(min(lefts) - left, 0),
        max(min(bottoms) - bottom, 0),
        max(right - max(rights), 0),
        max(top - max(tops), 0),
    )
    width, height = right - left - crop[0] - crop[2], top - bottom - crop[1] - crop[3]
    if min(width, height) <= 0:
        return None
    return on_white(page.render(scale=SIDE / max(width, height), crop=crop).to_pil())


def _is_too_large(drawn: object) -> bool:
    """Tell whether an object is a picture of more pixels than a release may hold."""
    from pypdfium2 import raw

    if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_IMAGE:
        return False
    width, height = c_uint(), c_uint()
    raw.FPDFImageObj_GetImagePixelSize(drawn, byref(width), byref(height))
    return width.value * height.value > MAX_PIXELS


def _box(drawn: object) -> tuple[float, float, float, float]:
    from pypdfium2 import raw

    left, bottom, right, top = (c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top))
    return left.value, bottom.value, right.value, top.value
