"""The sheet round a page: bleed, crop marks, and the boxes that tell the printer where they are (ISO 32000-1 §14.11.2)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from pressroom.house.tokens import Length, Page, Printing

_MILLIMETRE = 72 / 25.4
_GAP, _LENGTH, _EDGE = 1 * _MILLIMETRE, 5 * _MILLIMETRE, 1 * _MILLIMETRE
"""From the bleed to a mark, the mark, and from there to the edge of the sheet."""

_WEIGHT = 0.25


def bleeding(printing: Printing) -> str:
    """Return the rule by which what touches the edge of a page goes over it (CSS Paged Media 3 §4.3)."""
    return f"@page {{ bleed: {printing.bleed.css} }}"


def set_boxes(page: Any, size: Page, bleed: Length) -> None:
    """Set the boxes of a page whose lower left corner, after trimming, is the origin (ISO 15930-7; ISO 32000-1 §14.11.2)."""
    around = bleed.points + _GAP + _LENGTH + _EDGE
    for name, by in (("/MediaBox", around), ("/BleedBox", bleed.points), ("/TrimBox", 0)):
        corners = (-by, -by, size.width.points + by, size.height.points + by)
        page[name] = Array([round(corner, 3) for corner in corners])


def crop_marks(size: Page, bleed: Length, *, black: bool) -> bytes:
    """Return the content that draws two marks at each corner, outside of the bleed, on every plate."""
    near, far = bleed.points + _GAP, bleed.points + _GAP + _LENGTH
    width, height = size.width.points, size.height.points
    lines = [
        line
        for x, outward in ((0, -1), (width, 1))
        for y, upward in ((0, -1), (height, 1))
        for line in (
            (x + outward * near, y, x + outward * far, y),
            (x, y + upward * near, x, y + upward * far),
        )
    ]
    drawn = "\n".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S" for a, b, c, d in lines)
    ink = "0 G" if black else "/Registration CS 1 SCN"
    # ISO 32000-1 §14.8.2.2.2: aids of production are artifacts of the page.
    return f"/Artifact <</Type /Page>> BDC\nq {ink} {_WEIGHT} w\n{drawn}\nQ\nEMC\n".encode()


def registration(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return the colour space that prints on all plates (ISO 32000-1 §8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]))
