"""The last touch, when all objects of the PDF are there and none is written yet."""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

from datetime import datetime
from typing import Any

import pydyf

from pressroom.edition.resolved import ResolvedRelease
from pressroom.writers.pdf.metadata import PRODUCER, xmp


def finish(pdf: Any, release: ResolvedRelease) -> None:
    """Set the metadata of a PDF, and repair what PDF/A and readers mind in the engine's output."""
    _describe(pdf, release)
    for held in pdf.objects:
        if isinstance(held, pydyf.Stream) and held.extra.get("Type") == "/Metadata":
            held.stream = [xmp(release)]
            held.compress = False  # ISO 19005-3 §6.6.2.1: readable without a PDF reader
        elif isinstance(held, pydyf.Stream) and held.extra.get("Subtype") == "/Image":
            held.extra["Interpolate"] = "false"  # ISO 19005-3 §6.2.8.1
        elif isinstance(held, pydyf.Dictionary):
            _drop_empty(held)
    if "AF" in pdf.catalog:  # the engine lists each file twice
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _describe(pdf: Any, release: ResolvedRelease) -> None:
    """Fill the document information dictionary with what the XMP packet says (ISO 19005-3 §6.6.3)."""
    about, first = release.metadata, release.editions[0]
    entries = {
        "Title": pydyf.String(first.title),
        "Author": pydyf.String(first.publisher),
        "Subject": pydyf.String(first.description),
        "Creator": pydyf.String(PRODUCER),
        "Producer": pydyf.String(PRODUCER),
        "CreationDate": pydyf.String(_date(about.issued)),
        "ModDate": pydyf.String(_date(about.modified)),
    }
    if about.keywords:
        entries["Keywords"] = pydyf.String(", ".join(about.keywords))
    pdf.info.clear()
    pdf.info.update(entries)


def _date(instant: datetime) -> str:
    """Write an aware instant as PDF does (ISO 32000-1 §7.9.4)."""
    offset = instant.strftime("%z")
    return f"{instant:D:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"


def _drop_empty(resources: Any) -> None:
    """Drop resource dictionaries that hold nothing."""
    if "ColorSpace" in resources and "Font" in resources:
        for kind in ("ExtGState", "Pattern", "Shading", "XObject"):
            if kind in resources and not resources[kind]:
                del resources[kind]
