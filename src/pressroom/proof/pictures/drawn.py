"""The figures of a PDF as PDFium draws them, each by itself: nothing that lies over or under it is seen."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_float, c_uint
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from pressroom.pictures.likeness import on_white
from pressroom.pictures.picture import MAX_PIXELS
from pressroom.proof.pdfium import elements, pages
from pressroom.proof.pictures.files import SIDE
from pressroom.proof.pictures.runs import NOTHING, Box, around, runs

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image as Pixels


_MOST_OBJECTS = 50_000
"""How many things that no tag knows of are looked at on a page, the first ones that are painted, and how many are drawn in all: no drawing has more."""

_MOST_ARTIFACTS = 64
"""How many runs of them are drawn."""

_MOST_CLIPS = 8
"""How many clips of an object are looked at, and how many points of each: rectangles have five."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure: its page from 1, its alternative text, what is seen (None for nothing that can be drawn)."""

    page: int
    alt: str
    pixels: Pixels | None


def figures(data: bytes, alts: Iterable[str]) -> Iterator[Drawn]:
    """Yield the figures of a PDF, page by page, on each in the order of the structure, one for each of some alternative texts."""
    wanted = Counter(alts)
    for number, page in pages(data):
        marked: defaultdict[int, list[object]] = defaultdict(list)
        for mark, drawn in _switched_off(page):
            marked[mark].append(drawn)
        for element in elements(page):
            if element.role == "Figure" and wanted[element.alt]:
                wanted[element.alt] -= 1
                kept = [drawn for mark in dict.fromkeys(element.marks) for drawn in marked[mark]]
                yield Drawn(number, element.alt, _alone(page, kept, SIDE))


def artifacts(data: bytes, number: int, frame: tuple[float, float], side: int) -> Iterator[Pixels]:
    """Yield what is drawn one after the other on a page (from 1) without a tag, and fills a frame of some width and height in points, from the top of the page.

    Its longer side has ``side`` pixels.
    """
    for here, page in pages(data):
        if here != number:
            continue
        untagged = (
            drawn for mark, drawn in _switched_off(page) if mark < 0 and not _is_text(drawn)
        )
        looked_at = [*islice(untagged, _MOST_OBJECTS)]
        found = runs([*map(_box, looked_at)], frame)
        left = _MOST_OBJECTS
        for run in islice(found, _MOST_ARTIFACTS):
            left -= len(run)
            if left < 0:
                return
            if drawn := _alone(page, [looked_at[at] for at in run], side):
                yield drawn
        return


def _switched_off(page: pypdfium2.PdfPage) -> list[tuple[int, object]]:
    """Switch off all objects of a page; return each with the number of the marked content which it belongs to, -1 for none."""
    from pypdfium2 import raw

    objects = [raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page))]
    for drawn in objects:
        _switch(drawn, on=False)
    return [(raw.FPDFPageObj_GetMarkedContentID(drawn), drawn) for drawn in objects]


def _switch(drawn: object, *, on: bool) -> None:
    from pypdfium2 import raw

    raw.FPDFPageObj_SetIsActive(drawn, on)


def _alone(page: pypdfium2.PdfPage, kept: Sequence[object], side: int) -> Pixels | None:
    """Draw some objects of a page on which all are switched off."""
    if any(map(_is_too_large, kept)):
        return None
    for drawn in kept:
        _switch(drawn, on=True)
    pixels = _rendered(page, around(map(_box, kept)), side)
    for drawn in kept:
        _switch(drawn, on=False)
    return pixels


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
    """Return the box of what is seen of an object, as far as its clips tell."""
    from pypdfium2 import raw

    sides = [c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(drawn, *map(byref, sides))
    left, bottom, right, top = (side.value for side in sides)
    for clip in _clips(drawn):
        left, bottom = max(left, clip[0]), max(bottom, clip[1])
        right, top = min(right, clip[2]), min(top, clip[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else NOTHING


def _clips(drawn: object) -> Iterator[Box]:
    """Yield the boxes of the simple clips of an object."""
    from pypdfium2 import raw

    clip = raw.FPDFPageObj_GetClipPath(drawn)
    for path in range(min(raw.FPDFClipPath_CountPaths(clip), _MOST_CLIPS) if clip else 0):
        count = raw.FPDFClipPath_CountPathSegments(clip, path)
        if 0 < count <= _MOST_CLIPS:
            yield around(
                _point(raw.FPDFClipPath_GetPathSegment(clip, path, at)) for at in range(count)
            )


def _point(segment: object) -> Box:
    from pypdfium2 import raw

    x, y = c_float(), c_float()
    raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
    return x.value, y.value, x.value, y.value
