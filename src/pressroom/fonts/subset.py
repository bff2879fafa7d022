"""A small font with the glyphs of certain characters and everything that shapes them."""

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false, reportUnknownParameterType=false

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import category

from pressroom.fonts.face import FontFace
from pressroom.fonts.interpunct import INTERPUNCT, MIDDLE_DOT, cell_wide, is_wide, widened
from pressroom.fonts.opening import OpenFace, open_face

if TYPE_CHECKING:
    import uharfbuzz

# Beyond those that HarfBuzz keeps of itself: full-width forms, for the interpunct (cjk-rules G05).
_FEATURES = ("fwid",)

# Names of the family and the style, version, PostScript name, and who may do what with it (OpenType, name table):
# the licence text has to stay inside (OFL 1.1, condition 2).
_NAME_IDS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17)

_FIRST_IDEOGRAPH = 0x4E00


def subset(
    face: FontFace, text: Iterable[str], languages: Iterable[str] = ("zh-Hant-HK",)
) -> bytes:
    """Return an OpenType font with the characters of a text; equal calls give equal bytes.

    The glyphs are numbered anew and, in a CID-keyed face, so are the CIDs: PDF viewers look codes up as CIDs, while what
    is written are glyph numbers. Of the forms that a Han face has for other regions (feature ``locl``), which together
    take as much room as the rest, those of ``languages`` are kept. With Traditional Chinese among these, its interpunct
    is a cell wide, with Japanese its middle dot.
    """
    cutting = _Cutting(face, frozenset(text))
    source = open_face(face)
    if _FIRST_IDEOGRAPH not in source.unicodes:
        return cutting.to_characters(source)
    tags = tuple(languages)
    small = cutting.to_characters(
        _reopened(cutting.to_glyphs(source, cutting.glyphs(source, tags)))
    )
    if INTERPUNCT in cutting.characters and any(map(is_wide, tags)):
        small = widened(small)
    if MIDDLE_DOT in cutting.characters and "ja" in tags:
        small = cell_wide(small)
    return small


@dataclass(frozen=True, slots=True)
class _Cutting:
    face: FontFace
    characters: frozenset[str]

    def to_characters(self, source: OpenFace) -> bytes:
        """Cut a face down to the characters, and whatever glyphs their features lead to."""
        return _cut(source, self.plan(source))

    def to_glyphs(self, source: OpenFace, glyphs: set[int]) -> bytes:
        """Cut a face down to certain glyphs; it then also has the other characters that are drawn with these."""
        import uharfbuzz

        plan = self.plan(source)
        plan.glyph_set.update(glyphs)
        plan.flags |= uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        return _cut(source, plan)

    def glyphs(self, source: OpenFace, languages: Iterable[str]) -> set[int]:
        """Return every glyph that the characters can come to be drawn with in some languages.

        HarfBuzz follows ``locl`` into all languages. So it is asked without ``locl``, but with the forms of these languages
        among the glyphs to begin with: the two-em dash, for one, is a ligature of such forms (cjk-rules G06). Of
        marks all forms are taken, which are few: some are come to by way of others (‘ in Korean).
        """
        import uharfbuzz

        marks = frozenset(char for char in self.characters if category(char)[0] == "P")
        closed = uharfbuzz.SubsetPlan(source, replace(self, characters=marks).plan(source))
        plan = self.plan(source)
        plan.glyph_set.update(closed.old_to_new_glyph_mapping)
        plan.layout_feature_tag_set.discard(_tag("locl"))
        for language in languages:
            plan.glyph_set.update(self._forms(source, language))
        return set(uharfbuzz.SubsetPlan(source, plan).old_to_new_glyph_mapping)

    def _forms(self, source: OpenFace, language: str) -> set[int]:
        """Return the glyphs of each character, alone, in a language."""
        import uharfbuzz

        font = uharfbuzz.Font(source)
        found: set[int] = set()
        for character in self.characters:
            buffer = uharfbuzz.Buffer()
            buffer.add_str(character)
            buffer.direction, buffer.script, buffer.language = "ltr", "Hani", language
            uharfbuzz.shape(font, buffer)
            found.update(info.codepoint for info in buffer.glyph_infos)
        return found

    def plan(self, source: OpenFace) -> uharfbuzz.SubsetInput:
        import uharfbuzz

        plan = uharfbuzz.SubsetInput()
        plan.unicode_set.update(map(ord, self.characters))
        plan.flags = (
            uharfbuzz.SubsetFlags.NO_HINTING
            | uharfbuzz.SubsetFlags.DESUBROUTINIZE
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
            | uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET
        )
        plan.name_id_set.update(_NAME_IDS)
        plan.layout_feature_tag_set.update(map(_tag, _FEATURES))
        if self.face.instance and source.axis_infos:
            instance = source.named_instances[self.face.instance - 1]
            for axis, value in zip(source.axis_infos, instance.design_coords, strict=True):
                plan.pin_axis_location(source, axis.tag, value)
        return plan


def _cut(source: OpenFace, plan: uharfbuzz.SubsetInput) -> bytes:
    import uharfbuzz

    return bytes(uharfbuzz.subset(source, plan).blob.data)


def _reopened(data: bytes) -> OpenFace:
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob(data))


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")
