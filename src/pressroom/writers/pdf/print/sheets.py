"""From a resolved release to the bytes of the PDF for the printer."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf

from pressroom.edition.resolved import ResolvedRelease
from pressroom.house.tokens import House
from pressroom.world import World
from pressroom.writers.pdf.print.content import Separator
from pressroom.writers.pdf.print.identity import identify, take_links_away
from pressroom.writers.pdf.print.inks import Separation
from pressroom.writers.pdf.print.marks import bleeding, crop_marks, registration, set_boxes
from pressroom.writers.pdf.write import pdf_bytes


def press_sheets(release: ResolvedRelease, world: World) -> bytes:
    """Set a release for readers, in a house that bleeds and attaches nothing, and make sheets for the press of it."""
    data = pdf_bytes(replace(release, house=_on_press(release.house)), world)
    separation = Separation(release.house)
    with pikepdf.open(BytesIO(data)) as pdf:
        take_links_away(pdf)
        _draw(pdf, release.house, separation)
        identify(pdf, release, separation.condition)
        buffer = BytesIO()
        pdf.save(
            buffer,
            force_version="1.6",  # what ISO 15930-7 is built on
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return buffer.getvalue()


def _on_press(house: House) -> House:
    css = f"{house.extra_css}\n{bleeding(house.printing)}"
    return replace(house, attach_source=False, extra_css=css)


def _draw(pdf: pikepdf.Pdf, house: House, separation: Separation) -> None:
    """Separate what is on the pages, and draw the marks round it."""
    separator = Separator(pdf, separation)
    marks = crop_marks(house.page, house.printing.bleed, black=separation.black)
    everywhere = None if separation.black else registration(pdf)
    for page in pdf.pages:
        content = separator.content(page.Contents.read_bytes(), page.resources)
        if everywhere is not None:
            page.resources.ColorSpace = pikepdf.Dictionary(Registration=everywhere)
        page.Contents = pdf.make_stream(b"q\n" + content + b"\nQ\n" + marks)
        set_boxes(page.obj, house.page, house.printing.bleed)
