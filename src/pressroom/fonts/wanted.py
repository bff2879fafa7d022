"""Which faces a house needs."""

from __future__ import annotations

from pressroom.fonts.face import FontKey
from pressroom.house.tokens import FaceRole, House


def wanted(house: House) -> tuple[FontKey, ...]:
    """Return the faces that a house's text can come to stand in, each once.

    Han is never slanted (cjk-rules G07), nor is code; so their families are asked for upright faces only.
    """
    keys: dict[FontKey, None] = {}
    for role in FaceRole:
        face = house.face(role)
        slants = (False,) if role is FaceRole.CODE else (False, True)
        for italic in slants:
            keys |= {FontKey(face.latin, bold, italic): None for bold in (False, True)}
        keys |= {FontKey(face.han, bold): None for bold in (False, True)}
    return tuple(keys)
