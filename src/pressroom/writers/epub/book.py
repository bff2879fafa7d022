"""From a resolved release to the bytes of a book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pressroom.edition.resolved import Image, ResolvedEdition, ResolvedRelease
from pressroom.edition.walk import figures_of
from pressroom.fonts.face import FontSet
from pressroom.house.tokens import Role
from pressroom.writers.epub.container import Resource, pack
from pressroom.writers.epub.cover import cover_page
from pressroom.writers.epub.faces import EmbeddedFace, embedded_faces
from pressroom.writers.epub.gate import check
from pressroom.writers.epub.glyphs import Glyphs
from pressroom.writers.epub.navigation import Chapter, chapters, navigation, ncx
from pressroom.writers.epub.package import package_document
from pressroom.writers.epub.shelf import shelf_picture
from pressroom.writers.epub.style import FONTS, book_style, watermark_name, watermark_rules
from pressroom.writers.watermark import watermark
from pressroom.writers.xhtml import (
    Dialect,
    Element,
    Entry,
    contents_title,
    edition_section,
    element,
    masthead,
    outline,
    page,
    xml_text,
)

_XHTML = "application/xhtml+xml"
_STYLE = element("link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"})
_LOGO = "images/logo.svg"


def make_book(release: ResolvedRelease, fonts: FontSet) -> bytes:
    """Return the EPUB; the same release and the same fonts give the same bytes."""
    pictures = Pictures(release)
    documents = _documents(release, pictures)
    shelf = Resource(
        "cover-image",
        "images/cover.png",
        "image/png",
        shelf_picture(release, fonts),
        ("cover-image",),
    )
    supplies = _supplies(release, pictures, _faces(release, fonts), fonts)
    resources = (*documents, shelf, *supplies)
    package = package_document(release, resources)
    check(package, resources)
    return pack(package, resources, release.metadata.modified)


def _documents(release: ResolvedRelease, pictures: Pictures) -> Iterator[Resource]:
    """Yield the documents in the order of reading: cover, contents, editions."""
    cover = cover_page(release, _STYLE, _LOGO)
    yield Resource("cover", "cover.xhtml", _XHTML, cover, in_spine=True)
    contents = navigation(release, _STYLE)
    yield Resource("nav", "nav.xhtml", _XHTML, contents, ("nav",), in_spine=True)
    documents = chapters(release)
    dialect = Dialect(pictures.address, reflowing=True)
    for edition, chapter in zip(release.editions, documents, strict=True):
        section = edition_section(edition, dialect, masthead(edition, _LOGO))
        head = (_STYLE, *_alternates(chapter, documents))
        root = page(chapter.language, edition.title, head, section)
        data = xml_text(root, "html").encode()
        yield Resource(edition.identifier, chapter.name, _XHTML, data, in_spine=True)


def _alternates(chapter: Chapter, documents: tuple[Chapter, ...]) -> Iterator[Element]:
    for other in documents:
        if other is not chapter:
            attributes = {"rel": "alternate", "hreflang": other.language, "href": other.name}
            yield element("link", attributes)


def _supplies(
    release: ResolvedRelease, pictures: Pictures, faces: tuple[EmbeddedFace, ...], fonts: FontSet
) -> Iterator[Resource]:
    """Yield what the documents draw on."""
    marks = _watermarks(release, fonts)
    style = book_style(release.house, faces) + watermark_rules(release).encode()
    yield Resource("ncx", "toc.ncx", "application/x-dtbncx+xml", ncx(release))
    yield Resource("style", "style.css", "text/css", style)
    yield Resource("logo", _LOGO, "image/svg+xml", release.house.masthead.logo)
    yield from marks
    for at, (image, name) in enumerate(pictures.names.items(), start=1):
        yield Resource(f"image-{at}", name, image.media_type, image.data)
    for at, face in enumerate(faces, start=1):
        yield Resource(f"font-{at}", f"{FONTS}/{face.name}", face.media_type, face.data)


def _watermarks(release: ResolvedRelease, fonts: FontSet) -> Iterator[Resource]:
    for edition in release.editions:
        if edition.watermark:
            drawing = watermark(edition, release.house, fonts)
            name = watermark_name(edition)
            yield Resource(f"{edition.identifier}-watermark", name, "image/svg+xml", drawing)


@dataclass(slots=True)
class Pictures:
    """The pictures of a release, each kept once, under names that no file system confuses."""

    release: ResolvedRelease
    names: dict[Image, str] = field(default_factory=dict[Image, str])

    def __post_init__(self) -> None:
        for figure in figures_of(self.release):
            if figure.image not in self.names:
                suffix = figure.image.media_type.rpartition("/")[2].partition("+")[0]
                self.names[figure.image] = f"images/figure-{len(self.names) + 1}.{suffix}"

    def address(self, image: Image) -> str:
        """Return where a picture is in the book."""
        return self.names[image]


def _faces(release: ResolvedRelease, fonts: FontSet) -> tuple[EmbeddedFace, ...]:
    """Embed what the text needs, and what cover, contents and mastheads need besides."""
    glyphs = Glyphs(release.house, fonts)
    glyphs.release(release)
    for edition in release.editions:
        for role, text in _furniture(release, edition):
            setting = glyphs.setting(role, edition.language.script)
            glyphs.text(text, edition.language.tag, setting)
    return embedded_faces(glyphs, fonts)


def _furniture(release: ResolvedRelease, edition: ResolvedEdition) -> Iterator[tuple[Role, str]]:
    yield Role.PUBLISHER, edition.publisher
    yield from ((Role.BODY, text) for text in _texts(outline(edition)))
    yield Role.HEADLINE, edition.title
    if edition is release.editions[0]:
        yield Role.HEADLINE, contents_title(release)


def _texts(entry: Entry) -> Iterator[str]:
    yield entry.text
    for below in entry.entries:
        yield from _texts(below)
