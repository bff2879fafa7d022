"""Characters that share a glyph, kept apart.

A PDF says once of each glyph of a font which text it stands for (ISO 32000-1 §9.10.3). Where a face draws several characters
with one glyph (一 and the radical ⼀, a space and a no-break space), only the first would come out when text is copied. So
they are taken from several fonts, all cut from the same face (cjk-rules G10).
"""

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Iterable

from pressroom.fonts.face import FontFace
from pressroom.fonts.opening import open_face

# What comes to a glyph of another character by way of features: two or three of U+2014 are ligated to U+2E3A and U+2E3B
# (cjk-rules G06), the full-width form of U+00B7 is U+30FB (G05).
_REACHED = {0x2E3A: 0x2014, 0x2E3B: 0x2014, 0x30FB: 0x00B7}


def layers(face: FontFace, code_points: Iterable[int]) -> tuple[frozenset[int], ...]:
    """Part code points so that in no part two are drawn with the same glyph; those without a glyph are left out."""
    import uharfbuzz

    font = uharfbuzz.Font(open_face(face))
    parts: list[dict[int, int]] = []
    for code in sorted(code_points, key=lambda code: (_repeats(code), code)):
        glyph: int | None = font.get_nominal_glyph(code)
        if not glyph:
            continue
        for part in parts:
            if glyph not in part and _REACHED.get(code) not in part.values():
                part[glyph] = code
                break
        else:
            parts.append({glyph: code})
    return tuple(frozenset(part.values()) for part in parts)


def _repeats(code: int) -> bool:
    """Tell whether a code point is another one over again: a radical, a compatibility ideograph, what features lead to."""
    return (
        0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or code >= 0x2F800 or code in _REACHED
    )
