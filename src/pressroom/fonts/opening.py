"""The seam to HarfBuzz, whose Python binding has no types that a checker can read."""

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, cast

from pressroom.fonts.face import FontFace


class Axis(Protocol):
    """An axis of a variable font, named by its four-letter tag."""

    tag: str


class NamedInstance(Protocol):
    """A named place in the design space of a variable font: one value an axis."""

    design_coords: Sequence[float]


class OpenFace(Protocol):
    """A face as HarfBuzz has it open."""

    unicodes: Iterable[int]
    axis_infos: Sequence[Axis]
    named_instances: Sequence[NamedInstance]


def open_face(face: FontFace) -> OpenFace:
    """Open a face; its file is mapped into memory, not read."""
    import uharfbuzz

    blob = uharfbuzz.Blob.from_file_path(str(face.path))
    return cast("OpenFace", uharfbuzz.Face(blob, face.index))
