"""The stylesheet of a book: its faces, the house for books, and what only a book has."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.house.css import Medium, stylesheet
from pressroom.house.tokens import Face, House
from pressroom.writers.epub.faces import EmbeddedFace, face_rules
from pressroom.writers.xhtml import reflowing_rules

FONTS = "fonts"

_BOOK = """\
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0; padding: 0 }
.masthead { border-bottom: var(--rule-weight) solid var(--rule); padding-bottom: 0.75rem }
.cover .logo img { height: 3rem; width: auto }
.cover p { break-after: auto; padding: 0; margin: 0 }
.cover .kicker, .cover .headline { margin-bottom: 0.5rem }
.cover .headline { font-size: 1.5rem; text-wrap: balance }
.cover > div { margin-bottom: 1.75rem; break-inside: avoid }
.cover .imprint { border-top: var(--rule-weight) solid var(--rule); padding-top: 1rem }
nav ol { list-style: none; margin: 0; padding: 0 0 0 1.25rem }
nav > ol { padding: 0 }
nav li { margin: 0.5rem 0 }
nav a { text-decoration: none }
@media (min-height: 60em) and (min-width: 40em) {
.cover { padding-top: 8rem }
.cover .headline { font-size: 2rem }
}
@media (prefers-color-scheme: dark) {
body * { color: inherit !important }
aside.aside { background: none }
.masthead img, .cover .logo img { background: var(--paper) }
}
"""


def book_style(house: House, faces: tuple[EmbeddedFace, ...]) -> bytes:
    """Return the stylesheet; it asks for no family that the book does not bring along."""
    house = _brought(house, {face.key.family for face in faces})
    parts = (
        face_rules(house, faces, FONTS),
        stylesheet(house, Medium.BOOK),
        reflowing_rules(house, Medium.BOOK),
        _BOOK,
    )
    return ('@charset "UTF-8";\n' + "".join(parts)).encode()


def watermark_rules(release: ResolvedRelease) -> str:
    """Return the rules that lay the watermark of an edition under its text, once a screen; a reader may leave it out."""
    return "".join(
        f"#{edition.identifier} {{ background: url({watermark_name(edition)}) 50% 0 / 100% auto }}\n"
        for edition in release.editions
        if edition.watermark
    )


def watermark_name(edition: ResolvedEdition) -> str:
    """Return where the watermark of an edition is in the book."""
    return f"images/watermark-{edition.identifier}.svg"


def _brought(house: House, families: AbstractSet[str]) -> House:
    """Return a house in which a family that draws nothing gives its place to the other one of its pair."""
    return replace(
        house, faces=tuple((role, _narrowed(face, families)) for role, face in house.faces)
    )


def _narrowed(face: Face, families: AbstractSet[str]) -> Face:
    if face.latin not in families and face.han in families:
        return replace(face, latin=face.han)
    if face.han not in families and face.latin in families:
        return replace(face, han=face.latin)
    return face
