"""Text of a PDF that something is painted over, or that is painted on its own ink, in the order in which a page is painted."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_int, c_uint
from dataclasses import dataclass

from pressroom.proof.leaks.markup import Found
from pressroom.proof.pdfium import pages

_RECTANGLE = 5
"""The steps of a rectangle: to its first corner, to the others, and back."""

_MOST = 20_000_000
"""How many pairs of a text and an area are compared on a page: 2,000 texts under 10,000 areas."""


@dataclass(frozen=True, slots=True)
class _Painted:
    """Something on a page: its box (left, bottom, right, top), its ink or None for a picture, whether it is text."""

    box: tuple[float, float, float, float]
    ink: tuple[int, ...] | None
    is_text: bool

    def holds(self, other: _Painted) -> bool:
        """Tell whether all of another thing lies in the box of this one."""
        (left, bottom, right, top), box = self.box, other.box
        return left <= box[0] and bottom <= box[1] and box[2] <= right and box[3] <= top


def covered(data: bytes) -> Iterator[Found]:
    """Look through the pages; of what they are painted with, forms are left out."""
    for number, page in pages(data):
        texts: list[_Painted] = []
        areas: list[_Painted] = []
        pairs = 0
        for painted in _painted(page):
            pairs += len(areas if painted.is_text else texts)
            if pairs > _MOST:
                yield "A033", "more text and areas than can be compared", f"page {number}"
                break
            if not painted.is_text:
                if any(map(painted.holds, texts)):
                    yield "A033", "text that something is painted over", f"page {number}"
                areas.append(painted)
                continue
            texts.append(painted)
            behind = next((area for area in reversed(areas) if area.holds(painted)), None)
            if behind and behind.ink == painted.ink:
                yield "A033", "text in the ink of what is behind it", f"page {number}"


def _painted(page: object) -> Iterator[_Painted]:
    import pypdfium2
    from pypdfium2 import raw

    assert isinstance(page, pypdfium2.PdfPage)  # noqa: S101  # as ``pages`` gives it
    for one in page.get_objects(max_depth=1):
        kind = raw.FPDFPageObj_GetType(one.raw)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            continue
        if kind == raw.FPDF_PAGEOBJ_PATH and not _is_area(one.raw):
            continue
        ink = [c_uint() for _ in range(4)]
        known = raw.FPDFPageObj_GetFillColor(one.raw, *map(byref, ink))
        yield _Painted(
            one.get_bounds(),
            tuple(c.value for c in ink) if known else None,
            kind == raw.FPDF_PAGEOBJ_TEXT,
        )


def _is_area(path: object) -> bool:
    """Tell whether a path fills a rectangle: lines and drawn letters do not hide what lies in the box around them."""
    from pypdfium2 import raw

    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    return bool(fill.value) and raw.FPDFPath_CountSegments(path) <= _RECTANGLE
