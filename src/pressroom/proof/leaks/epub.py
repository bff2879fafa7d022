"""What a book could carry along: files that nothing leads to, metadata beyond the declared, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks import markup
from pressroom.proof.leaks.archives import loose_bytes
from pressroom.proof.leaks.markup import Found
from pressroom.proof.leaks.parts import Part
from pressroom.proof.leaks.vocabulary import strangers, unlisted
from pressroom.proof.leaks.web import book_sheet, documents, frame
from pressroom.writers.archive import read_archive

_FRAME = frozenset({"mimetype", "META-INF/container.xml"})
_DOCUMENTS = (".xhtml", ".html", ".opf", ".ncx", ".xml", ".css")
_ADDRESS = re.compile(r"""(?:href|src|full-path)\s*=\s*"([^"]+)"|url\(\s*["']?([^"')]+)""")
_ELEMENT = re.compile(r"<(dc:\w+|meta\b[^>]*|link\b[^>]*)")
_NAMED = re.compile(r'(?:property|name|rel)="([^"]+)"')
_DUBLIN_CORE = frozenset(
    f"dc:{name}"
    for name in (
        *("identifier", "title", "language", "creator", "publisher", "date", "source", "subject"),
        *("description", "rights"),
    )
)
_PROPERTIES = frozenset(
    {
        *("alternate-script", "title-type", "role", "file-as", "cover", "dcterms:modified"),
        *("schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature"),
        *("schema:accessibilityHazard", "schema:accessibilitySummary", "ibooks:specified-fonts"),
        *("dcterms:conformsTo", "a11y:certifiedBy", "a11y:exemption", "pageBreakSource"),
        *("schema:version", "schema:creativeWorkStatus", "dcterms:replaces"),
        *("prism:embargoDate", "prism:doi"),
        *("belongs-to-collection", "collection-type", "group-position"),
    }
)
"""What the package may state; whatever another program adds is not of the release."""


def leaks(data: bytes, release: ResolvedRelease, *, listed: bool) -> Iterator[Found]:
    """Look through a book."""
    try:
        files = read_archive(data)
    except WriterError:
        return
    yield from loose_bytes(data)
    reached = set(_reached(files))
    words, around = documents(release), frame(release)
    for name, content in files.items():
        if name not in reached | _FRAME:
            yield "A035", f"a file that nothing leads to ({name})", ""
        if name.endswith(_DOCUMENTS):
            yield from markup.leaks(Part(name, content))
        if name.endswith(".opf"):
            yield from _metadata(content.decode("utf-8", "replace"), name)
        if not listed:
            continue
        if name.endswith(".css"):
            yield from _sheet(name, content.decode("utf-8", "replace"), release)
        elif name.endswith(_DOCUMENTS):
            yield from unlisted(name, strangers(content, words if "html" in name else around))


def _sheet(name: str, text: str, release: ResolvedRelease) -> Iterator[Found]:
    if text != book_sheet(text, release):
        yield "A035", "another style sheet than the house gives a book", name


def _reached(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the files that the container, the package, the documents and the style sheets lead to, step by step.

    The package lists every file, so its list does not count, but for the documents and what readers look for by itself.
    """
    waiting = ["META-INF/container.xml"]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in files:
            continue
        seen.add(name)
        yield name
        if name.endswith(_DOCUMENTS):
            waiting += _leads_to(name, files[name].decode("utf-8", "replace"))


def _leads_to(name: str, text: str) -> Iterator[str]:
    if name.endswith(".opf"):
        text = "".join(_looked_for(text))
    folder = "" if basename(name) == "container.xml" else dirname(name)
    for first, second in _ADDRESS.findall(text):
        address = unquote(first or second).partition("#")[0]
        if address and ":" not in address:
            yield normpath(join(folder, address))


def _looked_for(package: str) -> Iterator[str]:
    """Yield the items of a manifest that need nobody to lead to them: those of the spine, the cover picture, the contents."""
    spine = set(re.findall(r'<itemref\b[^>]*idref="([^"]+)"', package))
    for item in re.findall(r"<item\b[^>]*>", package):
        found = re.search(r'\bid="([^"]+)"', item)
        if (found and found[1] in spine) or "properties=" in item or "dtbncx" in item:
            yield item


def _metadata(package: str, name: str) -> Iterator[Found]:
    head = package.partition("</metadata>")[0]
    for element in _ELEMENT.findall(head):
        if element.startswith("dc:"):
            if element not in _DUBLIN_CORE:
                yield "A036", f"metadata that are not declared ({element})", name
            continue
        stated = _NAMED.findall(element)
        if not stated or not _PROPERTIES.issuperset(stated):
            yield "A036", f"metadata that are not declared ({' '.join(stated) or element})", name
