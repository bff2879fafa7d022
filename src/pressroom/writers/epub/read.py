"""Read a book back: container, package, spine, and what the documents say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath
from typing import NoReturn
from urllib.parse import unquote

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.archive import read_archive
from pressroom.writers.contract import Fact, HeardEdition, Stated
from pressroom.writers.epub.furniture import contents, cover
from pressroom.writers.xhtml.furniture import furniture, named
from pressroom.writers.xhtml.hear import hear
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import Element, attribute, language_of, words

_IN_SCRIPTS: dict[str, Fact] = {
    "dc:title": "title",
    "dc:creator": "publisher",
    "dc:publisher": "publisher",
    "dc:description": "description",
}
"""What the package states in the language of each edition."""

_ELEMENTS: dict[str, Fact] = {
    "dc:identifier": "uri",
    "dc:date": "issued",
    "dc:source": "doi",
    "dc:subject": "keyword",
}
_PROPERTIES: dict[str, Fact] = {
    "dcterms:modified": "modified",
    "schema:version": "version",
    "schema:creativeWorkStatus": "status",
    "prism:embargoDate": "embargo",
    "prism:doi": "doi",
    "dcterms:replaces": "supersedes",
}


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Return what each document of the spine says; one that says nothing but furniture is no edition.

    Raises ``WriterError`` for what is no EPUB or lacks a document that it names.
    """
    files = read_archive(data)
    editions: list[HeardEdition] = []
    path, package = _package(files)
    documents = {name: xml_tree(_file(files, name), name) for name in _spine(path, package)}
    others = [
        xml_tree(_file(files, name), name)
        for item in named(package, "item")
        if attribute(item, "media-type") == "application/x-dtbncx+xml"
        and (name := _beside(path, attribute(item, "href") or ""))
    ]
    for name, root in documents.items():
        language = language_of(root, "")
        shelf = _Shelf(files, name)
        if pieces := hear(root, language, shelf.picture):
            stated = (
                *_titles(root, package, language),
                *_languages(package, language),
                *furniture(root, shelf.picture),
                *contents((*documents.values(), *others), basename(name)),
                *cover(documents.values(), language),
            )
            of_all = () if editions else tuple(_of_all(package))
            editions.append(HeardEdition(language, pieces, (*stated, *of_all)))
    return tuple(editions)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The files of a book as a document of it refers to them."""

    files: Mapping[str, bytes]
    document: str

    def picture(self, address: str) -> bytes:
        """Return the file that an address leads to, ``b""`` for one that leads out of the book."""
        return self.files.get(_beside(self.document, address), b"")


def documents(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the names of the documents of an unpacked book in reading order; raise ``WriterError`` as ``read`` does."""
    return tuple(_spine(*_package(files)))


def _package(files: Mapping[str, bytes]) -> tuple[str, Element]:
    container = xml_tree(_file(files, "META-INF/container.xml"), "the container document")
    path = next((attribute(found, "full-path") for found in named(container, "rootfile")), None)
    return path or "", xml_tree(_file(files, path or ""), "the package document")


def _spine(path: str, package: Element) -> Iterator[str]:
    """Yield the names of the documents in reading order (EPUB 3.3 §5.7), secondary ones too."""
    items = {attribute(item, "id"): attribute(item, "href") for item in named(package, "item")}
    seen: set[str | None] = set()
    for reference in named(package, "itemref"):
        item = attribute(reference, "idref")
        if item in seen:
            _refuse(f"the spine names {item!r} twice")
        seen.add(item)
        yield _beside(path, items.get(item) or "")


def _beside(name: str, address: str) -> str:
    """Return the name of the file that a file of the book refers to (EPUB 3.3 §3.5)."""
    return normpath(join(dirname(name), unquote(address)))


def _titles(root: Element, package: Element, language: str) -> Iterator[Stated]:
    """Yield the title of a document, and what the package states in its language (EPUB 3.3 §5.5.3)."""
    around = language_of(package, "")
    yield from (Stated("title", (words(title),)) for title in named(root, "title"))
    for name, fact in _IN_SCRIPTS.items():
        scripts = (one for found in named(package, name) for one in _scripts(package, found))
        told = [words(one) for one in scripts if language_of(one, around) == language]
        yield Stated(fact, tuple(told))


def _scripts(package: Element, element: Element) -> Iterator[Element]:
    """Yield an element of the metadata, and what says it in other scripts (EPUB 3.3 §D.3.1)."""
    yield element
    own = f"#{attribute(element, 'id')}"
    for meta in named(package, "meta"):
        if attribute(meta, "refines") == own and attribute(meta, "property") == "alternate-script":
            yield meta


def _of_all(package: Element) -> Iterator[Stated]:
    """Yield what the package states of the whole release."""
    metas = tuple(named(package, "meta"))
    for name, fact in _ELEMENTS.items():
        yield Stated(fact, tuple(words(one) for one in named(package, name)))
    for name, fact in _PROPERTIES.items():
        told = (words(meta) for meta in metas if attribute(meta, "property") == name)
        yield Stated(fact, tuple(told))


def _languages(package: Element, language: str) -> Iterator[Stated]:
    listed = (words(entry) for entry in named(package, "dc:language"))
    return (Stated("language", (tag,)) for tag in listed if tag == language)


def _file(files: Mapping[str, bytes], name: str) -> bytes:
    if name not in files:
        _refuse(f"the book has no file {name!r}")
    return files[name]


def _refuse(fact: str) -> NoReturn:
    raise WriterError(Diagnostic("A203", Severity.ERROR, fact))
