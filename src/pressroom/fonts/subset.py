"""A small font with the glyphs of certain characters and everything that shapes them."""

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable

from pressroom.fonts.face import FontFace
from pressroom.fonts.opening import open_face

# Beyond those that HarfBuzz keeps of itself: full-width forms, for the interpunct (cjk-rules G05).
_FEATURES = ("fwid",)
_REGIONAL = "locl"

# Names of the family and the style, version, PostScript name, and who may do what with it (OpenType, name table):
# the licence text has to stay inside (OFL 1.1, condition 2).
_NAME_IDS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17)


def subset(face: FontFace, text: Iterable[str], *, regional: bool = False) -> bytes:
    """Return an OpenType font with the characters of a text; equal calls give equal bytes.

    The glyphs are numbered anew and, in a CID-keyed face, so are the CIDs: PDF viewers look codes up as CIDs, while what
    is written are glyph numbers. ``regional`` keeps the forms of other regions (feature ``locl``), needed only when the
    text has Han in another language than the face's own, and as large as the rest.
    """
    import uharfbuzz

    source = open_face(face)
    plan = uharfbuzz.SubsetInput()
    plan.unicode_set.update({ord(character) for character in text})
    plan.flags = (
        uharfbuzz.SubsetFlags.NO_HINTING
        | uharfbuzz.SubsetFlags.DESUBROUTINIZE
        | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        | uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    plan.name_id_set.update(_NAME_IDS)
    plan.layout_feature_tag_set.update(map(_tag, _FEATURES))
    if not regional:
        plan.layout_feature_tag_set.discard(_tag(_REGIONAL))
    if face.instance:
        instance = source.named_instances[face.instance - 1]
        for axis, value in zip(source.axis_infos, instance.design_coords, strict=True):
            plan.pin_axis_location(source, axis.tag, value)
    return bytes(uharfbuzz.subset(source, plan).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")
