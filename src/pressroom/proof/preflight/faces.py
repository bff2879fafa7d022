"""The faces of a PDF for the printer, which has none of its own (ISO 32000-1 §9.9)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pikepdf

from pressroom.proof.preflight.report import Face

_SUBSET = re.compile(r"[A-Z]{6}\+")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def faces_of(pdf: pikepdf.Pdf) -> tuple[Face, ...]:
    """Return every face that text is set in, by name."""
    found = [
        _face(held)
        for held in pdf.objects
        if isinstance(held, pikepdf.Dictionary)
        and held.get("/Type") == "/Font"
        and not str(held.get("/Subtype")).startswith("/CIDFont")
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda face: face.name))


def face_faults(faces: Sequence[Face]) -> Iterator[tuple[str, str]]:
    """Yield faces that are not embedded."""
    for face in faces:
        if not face.embedded:
            yield "A042", f"does not embed its font {face.name}"


def _face(font: pikepdf.Object) -> Face:
    held = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = held.get("/FontDescriptor", pikepdf.Dictionary())
    program = next((descriptor[key] for key in _PROGRAMS if key in descriptor), None)
    kind = str(held.get("/Subtype", "/?"))[1:]
    if program is not None and "/Subtype" in program:
        kind = f"{kind}, {str(program.Subtype)[1:]}"
    name = str(font.get("/BaseFont", font.get("/Name", "/without name")))[1:]
    return Face(_SUBSET.sub("", name), kind, _SUBSET.match(name) is not None, program is not None)
