"""The sheets of a PDF for the printer: what is cut off, and what is left over for the cut (ISO 32000-1 §14.11.2)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from pressroom.house.tokens import House
from pressroom.proof.preflight.report import Sheet, millimetres

_SLACK = 0.02
"""Points by which rounded numbers may differ."""

Box = tuple[float, float, float, float]


def sheets_of(pdf: pikepdf.Pdf) -> tuple[Sheet, ...]:
    """Return the different sheets that there are, usually one."""
    return tuple(dict.fromkeys(_sheet(page) for page in pdf.pages))


def sheet_faults(pdf: pikepdf.Pdf, house: House) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the boxes of pages, and annotations inside the bleed (ISO 32000-1 §12.5)."""
    for number, page in enumerate(pdf.pages, start=1):
        boxes = {name: _box(page, f"/{name}Box") for name in ("Trim", "Bleed", "Media")}
        for name, box in boxes.items():
            if box is None:
                yield "A051", f"has no {name}Box on page {number}"
        if "/ArtBox" in page.obj:
            yield "A051", f"has an ArtBox beside the TrimBox on page {number}"
        if "/Rotate" in page.obj or "/UserUnit" in page.obj:
            yield "A051", f"turns or scales page {number}"
        trim, bleed, media = boxes["Trim"], boxes["Bleed"], boxes["Media"]
        if trim and bleed and media:
            yield from _nesting(number, trim, bleed, media, house)
            for annotation in page.obj.get("/Annots", []):
                if _touches([float(edge) for edge in annotation.Rect], bleed):
                    yield "A054", f"has an annotation inside the bleed of page {number}"


def _nesting(
    number: int, trim: Box, bleed: Box, media: Box, house: House
) -> Iterator[tuple[str, str]]:
    wanted = (house.page.width.points, house.page.height.points)
    size = (trim[2] - trim[0], trim[3] - trim[1])
    if any(abs(a - b) > _SLACK for a, b in zip(size, wanted, strict=True)):
        yield "A051", f"trims page {number} to another size than the house's"
    if _margin(bleed, trim) < house.printing.bleed.points - _SLACK:
        yield "A051", f"has less bleed on page {number} than the house asks for"
    if _margin(media, bleed) < -_SLACK:
        yield "A051", f"has a BleedBox that goes beyond the sheet of page {number}"


def _sheet(page: pikepdf.Page) -> Sheet:
    media, trim = (_box(page, name) or (0, 0, 0, 0) for name in ("/MediaBox", "/TrimBox"))
    bleed = _box(page, "/BleedBox") or trim
    return Sheet(
        trim=(millimetres(trim[2] - trim[0]), millimetres(trim[3] - trim[1])),
        sheet=(millimetres(media[2] - media[0]), millimetres(media[3] - media[1])),
        bleed=millimetres(_margin(bleed, trim)),
    )


def _box(page: pikepdf.Page, name: str) -> Box | None:
    held: Any = page.obj.get(name)
    if held is None:
        return None
    a, b, c, d = map(float, list(held))
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _margin(outer: Box, inner: Box) -> float:
    """Return by how much a box goes beyond another on the side where it does least."""
    return min(inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])


def _touches(rectangle: list[float], box: Box) -> bool:
    left, bottom, right, top = rectangle
    return left < box[2] and right > box[0] and bottom < box[3] and top > box[1]
