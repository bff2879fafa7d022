"""The style sheets that a house gives a release, made anew from its tokens."""

from __future__ import annotations

import re

from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.face import FontKey
from pressroom.house.css import families
from pressroom.writers.epub.faces import EmbeddedFace
from pressroom.writers.epub.style import book_style, watermark_rules

_FACE = re.compile(
    r'@font-face \{ font-family: "([^"]+)"; font-weight: (bold|normal); font-style: (italic|normal); '
    r'src: url\("fonts/([\w.-]+)"\) \}'
)


def book_sheet(text: str, release: ResolvedRelease) -> str:
    """Return the sheet of a book that brings the faces of one, as far as they are the house's."""
    known = families(release.house)
    faces = tuple(
        EmbeddedFace(FontKey(family, weight == "bold", style == "italic"), name, "", b"")
        for family, weight, style, name in _FACE.findall(text)
        if family in known
    )
    return book_style(release.house, faces).decode() + watermark_rules(release)
