"""The glyphs of a book: what a reader draws with its embedded fonts in the languages that its pages declare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.face import FontFace, FontSet
from pressroom.proof.glyphs.languages import languages_of
from pressroom.proof.glyphs.outlines import Shapes, face_forms, likeness, of_data
from pressroom.proof.glyphs.pdf import HONG_KONG, Fault
from pressroom.writers.archive import read_archive
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import Element, language_of

_FONTS = (".otf", ".ttf", ".woff", ".woff2")
_FACE = re.compile(r'@font-face\s*\{[^}]*font-family:\s*"([^"]+)"')
_FAMILIES = re.compile(r"(?<!-)font-family:([^;}]+)")
_QUOTED = re.compile(r'"([^"]+)"')
_SAMPLE = 12


def faults(data: bytes, release: ResolvedRelease, fonts: FontSet) -> Iterator[Fault]:
    """Yield what is wrong with the glyphs of a book."""
    try:
        files = read_archive(data)
        spoken = _spoken(files)
    except WriterError:
        return  # which the reading back has told already
    yield from _families(files)
    embedded = {name: of_data(files[name]) for name in files if name.endswith(_FONTS)}
    known = {name: _Known.of(shapes, fonts) for name, shapes in embedded.items() if shapes}
    for name in embedded.keys() - {name for name, one in known.items() if one}:
        yield "A042", f"embeds a face that the house does not name ({name})"
    faces = [one for one in known.values() if one]
    wanted = languages_of(release)
    for character, tags in spoken.items():
        having = [one for one in faces if one.shapes.has(character)]
        if not having:
            yield "A042", f"leaves {character!r} to whatever face a reader has"
        for one in having:
            for tag in tags:
                allowed = wanted.get(character, frozenset({HONG_KONG}))
                if not one.draws(character, tag, allowed):
                    yield (
                        "A041",
                        f"draws {character!r} in another form than that of {' or '.join(sorted(allowed))}",
                    )


class _Known:
    """An embedded font and the face that it was cut from."""

    def __init__(self, shapes: Shapes, face: FontFace) -> None:
        self.shapes = shapes
        self._face = face

    @classmethod
    def of(cls, shapes: Shapes, fonts: FontSet) -> _Known | None:
        """Know a font by how it draws; None for one that draws like no face of the house."""
        there = [c for c in map(chr, shapes.characters()) if shapes.plain(c, HONG_KONG)[0]]
        samples = [
            (character, shapes.plain(character, HONG_KONG)[0])
            for character in there[:: max(1, len(there) // _SAMPLE)]
        ]
        face = likeness(samples, fonts.values(), (HONG_KONG,))
        return cls(shapes, face) if face else None

    def draws(self, character: str, tag: str, allowed: frozenset[str]) -> bool:
        """Tell whether a reader that is told a language draws a character as one of some languages wants it."""
        return any(
            set(self.shapes.plain(character, tag)) <= face_forms(self._face, character, own)
            for own in allowed
        )


def _spoken(files: Mapping[str, bytes]) -> Mapping[str, frozenset[str]]:
    """Return the characters of a book's pages, with the languages that the pages declare for them."""
    found: dict[str, set[str]] = {}
    for name, content in files.items():
        if name.endswith(".xhtml"):
            for text, tag in _texts(xml_tree(content, name), ""):
                for character in text:
                    if _is_drawn(character):
                        found.setdefault(character, set()).add(tag)
    return {character: frozenset(tags) for character, tags in found.items()}


def _texts(element: Element, around: str) -> Iterator[tuple[str, str]]:
    tag = language_of(element, around)
    if element.name == "head":
        return
    for child in element.children:
        if isinstance(child, str):
            yield child, tag
        else:
            yield from _texts(child, tag)


def _is_drawn(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Zl", "Zp", "Zs"}


def _families(files: Mapping[str, bytes]) -> Iterator[Fault]:
    """Hold the families that style sheets ask for against those that they bring, and forbid readers to make up styles."""
    sheets = "\n".join(
        content.decode("utf-8", "replace")
        for name, content in files.items()
        if name.endswith(".css")
    )
    brought = set(_FACE.findall(sheets))
    for asked in _FAMILIES.findall(_FACE.sub("", sheets)):
        for family in _QUOTED.findall(asked):
            if family not in brought:
                yield "A042", f"asks for the family {family}, which it does not embed"
    if not re.search(r"font-synthesis:\s*none", sheets):
        yield "A043", "lets readers slant and thicken letters by themselves"
