"""Read a book back: container, package, spine, and what the documents say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import NoReturn
from urllib.parse import unquote

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.archive import read_archive
from pressroom.writers.contract import HeardEdition
from pressroom.writers.xhtml.hear import attribute, hear, language_of
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import Element


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Return what each document of the spine says; one that says nothing but furniture is no edition.

    Raises ``WriterError`` for what is no EPUB or lacks a document that it names.
    """
    files = read_archive(data)
    editions: list[HeardEdition] = []
    for name in _spine(files):
        root = xml_tree(_file(files, name), name)
        language = language_of(root, "")
        if pieces := hear(root, language):
            editions.append(HeardEdition(language, pieces))
    return tuple(editions)


def _spine(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the names of the documents in reading order (EPUB 3.3 §5.7), secondary ones too."""
    container = xml_tree(_file(files, "META-INF/container.xml"), "the container document")
    path = next((attribute(found, "full-path") for found in _all(container, "rootfile")), None)
    package = xml_tree(_file(files, path or ""), "the package document")
    items = {attribute(item, "id"): attribute(item, "href") for item in _all(package, "item")}
    seen: set[str | None] = set()
    for reference in _all(package, "itemref"):
        item = attribute(reference, "idref")
        if item in seen:
            _refuse(f"the spine names {item!r} twice")
        seen.add(item)
        yield normpath(join(dirname(path or ""), unquote(items.get(item) or "")))


def _all(element: Element, name: str) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.name == name:
                yield child
            yield from _all(child, name)


def _file(files: Mapping[str, bytes], name: str) -> bytes:
    if name not in files:
        _refuse(f"the book has no file {name!r}")
    return files[name]


def _refuse(fact: str) -> NoReturn:
    raise WriterError(Diagnostic("A203", Severity.ERROR, fact))
