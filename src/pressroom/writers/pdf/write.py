"""From a resolved release to the bytes of a PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from weasyprint import Attachment

from pressroom.edition.resolved import Image, ListBlock, ResolvedEdition, ResolvedRelease
from pressroom.edition.walk import blocks_of
from pressroom.house.css import Medium, stylesheet
from pressroom.house.tokens import Ink
from pressroom.typography.hyphenation import HYPHEN, SOFT_HYPHEN
from pressroom.world import World
from pressroom.writers.pdf.drawing import DRAWINGS, drawn
from pressroom.writers.pdf.engine import SCHEME, Typesetting, typeset
from pressroom.writers.pdf.faces import wardrobe
from pressroom.writers.pdf.finish import finish
from pressroom.writers.pdf.sheet import page_sheet
from pressroom.writers.pdf.words import words_of
from pressroom.writers.watermark import watermark
from pressroom.writers.xhtml import Dialect, Element, edition_section, html_text, masthead, page


def pdf_bytes(release: ResolvedRelease, world: World) -> bytes:
    """Set a release; raise ``WriterError`` for whatever the engine complains of."""
    return typeset(typesetting(release, world))


def typesetting(release: ResolvedRelease, world: World) -> Typesetting:
    """Prepare a release for the engine; raise ``WriterError`` for a family that is not there."""
    pictures = _Pictures()
    document = _document(release, pictures)
    hyphen = HYPHEN + SOFT_HYPHEN if release.house.hyphenate else ""
    furniture = tuple(
        (edition.language.tag, _furniture(edition) + hyphen) for edition in release.editions
    )
    ink = release.house.ink(Ink.TEXT)
    drawings = {name: drawing.format(ink=ink).encode() for name, drawing in DRAWINGS.items()}

    drawings |= {
        f"watermark-{edition.identifier}": watermark(edition, release.house, world.fonts)
        for edition in release.editions
        if edition.watermark
    }
    faces = wardrobe(release.house, world.fonts, words_of(document, furniture))
    sheets = (stylesheet(release.house, Medium.PRINT), page_sheet(release))

    def last_touch(_document: Any, pdf: Any) -> None:
        finish(pdf, release)

    return Typesetting(
        html_text(document),
        tuple(map(faces.dress, sheets)),
        faces.rules,
        pictures.held | drawings,
        _attachments(release),
        last_touch,
        terms=release.metadata.keywords,
    )


@dataclass(slots=True)
class _Pictures:
    """Hands out addresses for pictures, one for each."""

    held: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def address(self, data: bytes) -> str:
        for name, known in self.held.items():
            if known == data:
                return f"{SCHEME}:{name}"
        name = f"picture-{len(self.held)}"
        self.held[name] = data
        return f"{SCHEME}:{name}"

    def of_image(self, image: Image) -> str:
        return self.address(image.data)


def _document(release: ResolvedRelease, pictures: _Pictures) -> Element:
    dialect = Dialect(pictures.of_image, notes="inline", semantics=False, ruby_parentheses=False)
    logo = pictures.address(release.house.masthead.logo)
    sections = [
        edition_section(edition, dialect, masthead(edition, logo)) for edition in release.editions
    ]
    first = release.editions[0]
    bullets = {name: mark for e in release.editions for name, mark in _bullets(e).items()}
    made = drawn(page(first.language.tag, first.title, (), *sections), bullets)
    assert isinstance(made, Element)  # noqa: S101  # an element stays an element
    return made


def _furniture(edition: ResolvedEdition) -> str:
    """Return what is drawn beside the text of an edition."""
    return "".join([edition.running_head, edition.page_label, *_bullets(edition).values()])


def _bullets(edition: ResolvedEdition) -> dict[str, str]:
    """Return the markers of unnumbered lists by the ids of the lists."""
    return {
        block.identifier: block.entries[0].marker
        for block in blocks_of(edition)
        if isinstance(block, ListBlock) and block.start is None and block.entries
    }


def _attachments(release: ResolvedRelease) -> tuple[Attachment, ...]:
    """Return the public form of the source as an associated file (ISO 19005-3 §6.8), unless the house wants none."""
    if not release.house.attach_source:
        return ()
    about = release.metadata
    source = Attachment(
        string=release.public_source,
        name=f"{about.identifier}.md",
        description="Source",
        created=about.issued,
        modified=about.modified,
        relationship="Source",
    )
    return (source,)
