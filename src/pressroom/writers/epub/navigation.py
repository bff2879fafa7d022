"""The navigation document (EPUB 3.3 §7) and, for old readers, the NCX of EPUB 2."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.edition.resolved import ResolvedRelease
from pressroom.writers.xhtml import (
    Element,
    Entry,
    contents_title,
    element,
    outline,
    page,
    xml_text,
)

_NCX = "http://www.daisy.org/z3986/2005/ncx/"


@dataclass(frozen=True, slots=True)
class Chapter:
    """The document of an edition: its file, its language, its headings."""

    name: str
    language: str
    outline: Entry


def chapters(release: ResolvedRelease) -> tuple[Chapter, ...]:
    """Return the documents of the editions in their order."""
    return tuple(
        Chapter(
            f"edition-{edition.language.tag.lower()}.xhtml", edition.language.tag, outline(edition)
        )
        for edition in release.editions
    )


def navigation(release: ResolvedRelease, style: Element) -> bytes:
    """Return the navigation document, in the language of the first edition; each entry in its own."""
    title = contents_title(release)
    primary = release.editions[0].language.tag
    documents = chapters(release)
    heading = element("h1", {"class": "headline", "id": "contents"}, title)
    entries = (_entry(chapter, chapter.outline, primary) for chapter in documents)
    contents = {"epub:type": "toc", "role": "doc-toc", "aria-labelledby": "contents"}
    toc = element("nav", contents, heading, element("ol", None, *entries))
    landmarks = element(
        "nav",
        {"epub:type": "landmarks", "aria-label": title, "hidden": "hidden"},
        element(
            "ol",
            None,
            _landmark("cover", "cover.xhtml", release.editions[0].title),
            _landmark("toc", "nav.xhtml", title),
            _landmark("bodymatter", documents[0].name, release.editions[0].title),
        ),
    )
    return xml_text(page(primary, title, (style,), toc, landmarks), "html").encode()


def _entry(chapter: Chapter, entry: Entry, primary: str) -> Element:
    tag = chapter.language if chapter.language != primary else None
    attributes = {"href": _target(chapter, entry), "lang": tag, "xml:lang": tag}
    below = (_entry(chapter, inner, primary) for inner in entry.entries)
    nested = (element("ol", None, *below),) if entry.entries else ()
    return element("li", None, element("a", attributes, entry.text), *nested)


def _landmark(kind: str, href: str, text: str) -> Element:
    return element("li", None, element("a", {"epub:type": kind, "href": href}, text))


def _target(chapter: Chapter, entry: Entry) -> str:
    return chapter.name if entry is chapter.outline else f"{chapter.name}#{entry.identifier}"


def ncx(release: ResolvedRelease) -> bytes:
    """Return the NCX."""
    documents = chapters(release)
    depth = max(_depth(chapter.outline) for chapter in documents)
    head = {"dtb:uid": release.metadata.urn, "dtb:depth": str(depth)}
    head |= {"dtb:totalPageCount": "0", "dtb:maxPageNumber": "0"}
    root = element(
        "ncx",
        {"xmlns": _NCX, "version": "2005-1", "xml:lang": release.editions[0].language.tag},
        element("head", None, *(_meta(name, value) for name, value in head.items())),
        element("docTitle", None, element("text", None, release.editions[0].title)),
        element("navMap", None, *(_point(chapter, chapter.outline) for chapter in documents)),
    )
    return xml_text(root).encode()


def _depth(entry: Entry) -> int:
    return 1 + max(map(_depth, entry.entries), default=0)


def _meta(name: str, value: str) -> Element:
    return element("meta", {"name": name, "content": value})


def _point(chapter: Chapter, entry: Entry) -> Element:
    return element(
        "navPoint",
        {"id": f"point-{entry.identifier}"},
        element("navLabel", {"xml:lang": chapter.language}, element("text", None, entry.text)),
        element("content", {"src": _target(chapter, entry)}),
        *(_point(chapter, inner) for inner in entry.entries),
    )
