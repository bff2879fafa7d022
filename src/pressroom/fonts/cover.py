"""Which characters a face can draw; asked before anything is written, since a missing glyph would lose its text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pressroom.fonts.face import FontFace
from pressroom.fonts.opening import open_face

# Steer line breaks, joins and forms; shapers draw nothing for them (Unicode, Default_Ignorable_Code_Point).
_INVISIBLE = frozenset(
    {0x00AD, 0x034F, 0x061C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)}
    | {*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), *range(0xE0000, 0xE1000)}
)
_LINE_ENDS = frozenset({0x0A, 0x0D, 0x2028, 0x2029})


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A character that no face has; ``offset`` counts code points of the text it stands in."""

    character: str
    offset: int


def uncovered(text: str, faces: Iterable[FontFace]) -> tuple[Uncovered, ...]:
    """Return the characters of a text that none of the faces can draw, in their order."""
    drawn = [characters(face) for face in faces]
    return tuple(
        Uncovered(character, offset)
        for offset, character in enumerate(text)
        if not any(_draws(ord(character), known) for known in drawn)
    )


@cache
def characters(face: FontFace) -> frozenset[int]:
    """Return the code points that a face has a glyph for (its ``cmap``)."""
    return frozenset(open_face(face).unicodes)


def _draws(code_point: int, known: frozenset[int]) -> bool:
    if code_point in known or code_point in _INVISIBLE or code_point in _LINE_ENDS:
        return True
    if code_point == 0x2011:  # shapers take the plain hyphen where a face has no unbreakable one
        return 0x2010 in known or 0x2D in known
    # The same for spaces of all widths, which they make of the ordinary one.
    return unicodedata.category(chr(code_point)) == "Zs" and 0x20 in known
