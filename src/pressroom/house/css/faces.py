"""Which family draws which character: the stacks of families for Latin and for Han text."""

from __future__ import annotations

from pressroom.house.css.medium import Medium
from pressroom.house.tokens import Face, FaceRole, House

LETTERS = (
    "U+20-7E, U+A0-A6, U+A8-AF, U+B2-B6, U+B8-D6, U+D8-F6, U+F8-52F, U+1E00-1FFF, "
    "U+2010-2011, U+2070-209F, U+20A0-20BF, U+2122"
)
"""What the Latin face draws inside Han text: letters, digits, ASCII, raised and lowered figures, currency.

Left to the Han face are the marks that both have (“ ” ‘ ’ — … · ‧ • ± × ÷ ° § ′ ″ ≥ ≤): cjk-rules G03.
"""


def letters_family(family: str) -> str:
    """Return the name under which a Latin family is declared once more, for ``LETTERS`` alone."""
    return f"{family} Letters"


def families(house: House) -> tuple[str, ...]:
    """Return all families that the stylesheet names, each once, in the order of the face roles."""
    faces = (house.face(role) for role in FaceRole)
    return tuple(dict.fromkeys(name for face in faces for name in (face.latin, face.han)))


def latin_stack(face: Face, medium: Medium = Medium.PRINT) -> str:
    """Return ``font-family`` for Latin text: Han characters in it fall to the Han face (cjk-rules G04).

    A screen brings no fonts along, so there the families that editors have stand in.
    """
    if medium is Medium.SCREEN:
        return _stack(face.latin, face.word_latin, face.han, face.word_han)
    return _stack(face.latin, face.han)


def han_stack(face: Face, medium: Medium = Medium.PRINT) -> str:
    """Return ``font-family`` for Han text: its letters and digits in the Latin face, all else in the Han face."""
    if medium is Medium.SCREEN:
        return _stack(letters_family(face.latin), face.han, face.word_han)
    return _stack(letters_family(face.latin), face.han)


def _stack(*names: str) -> str:
    # No generic family: what the machine puts behind it may be another region's face (cjk-rules G01, G08).
    return ", ".join(f'"{name}"' for name in dict.fromkeys(names))
