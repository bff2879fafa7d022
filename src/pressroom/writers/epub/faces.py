"""The embedded fonts of a book and the rules that name them."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.fonts.face import FontKey, FontSet
from pressroom.fonts.subset import subset
from pressroom.house.css import LETTERS, letters_family
from pressroom.house.tokens import FaceRole, House
from pressroom.writers.epub.glyphs import Glyphs


@dataclass(frozen=True, slots=True)
class EmbeddedFace:
    """A subset font: its file name below the folder of fonts, its media type, its bytes."""

    key: FontKey
    name: str
    media_type: str
    data: bytes


def embedded_faces(glyphs: Glyphs, fonts: FontSet) -> tuple[EmbeddedFace, ...]:
    """Cut every face that is used down to the characters it draws."""
    languages = sorted(glyphs.regions) or ["zh-Hant-HK"]
    order = sorted(glyphs.by_face, key=lambda key: (key.family, key.bold, key.italic))
    return tuple(_embed(key, fonts, glyphs.by_face[key], languages) for key in order)


def _embed(key: FontKey, fonts: FontSet, wanted: set[str], languages: list[str]) -> EmbeddedFace:
    data = subset(fonts[key], sorted(wanted), languages)
    suffix = "otf" if data.startswith(b"OTTO") else "ttf"
    style = ("-bold" if key.bold else "") + ("-italic" if key.italic else "")
    name = f"{key.family.lower().replace(' ', '-')}{style or '-regular'}.{suffix}"
    return EmbeddedFace(key, name, f"font/{suffix}", data)


def face_rules(house: House, faces: tuple[EmbeddedFace, ...], folder: str) -> str:
    """Return an ``@font-face`` rule for each face; Latin ones once more for the letters in Han text."""
    latin = {house.face(role).latin for role in FaceRole}
    rules: list[str] = []
    for face in faces:
        rules.append(_rule(face, face.key.family, folder))
        if face.key.family in latin:
            name = letters_family(face.key.family)
            rules.append(_rule(face, name, folder, f"; unicode-range: {LETTERS}"))
    return "\n".join(rules) + "\n"


def _rule(face: EmbeddedFace, family: str, folder: str, extra: str = "") -> str:
    weight = "bold" if face.key.bold else "normal"
    style = "italic" if face.key.italic else "normal"
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
        f'src: url("{folder}/{face.name}"){extra} }}'
    )
