"""A book to a draft: the documents of its spine, one behind the other, as one page (EPUB 3.3 §5.7)."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from pressroom.diagnostics import WriterError
from pressroom.readers.draft import Change, Draft, UnreadableError
from pressroom.readers.html.elements import attributes_of, text_in
from pressroom.readers.html.reading import draft_of, parsed
from pressroom.writers.archive import read_archive
from pressroom.writers.epub.read import documents
from pressroom.writers.xhtml.furniture import named
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import attribute

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_LARGEST = 32 * 1024 * 1024
"""The most bytes of the documents of a book; its pictures and faces come on top."""
_MOST = 500
_ENCRYPTION = "META-INF/encryption.xml"
_FRONT = {
    "cover": "cover",
    "titlepage": "title page",
    "halftitlepage": "title page",
    "toc": "contents",
    "landmarks": "contents",
    "colophon": "colophon",
    "copyright-page": "imprint",
}
"""What stands round the text of a book (EPUB 3 Structural Semantics 1.1)."""


def read_epub(data: bytes, stem: str) -> Draft:
    """Take apart a book; its pictures are named by ``stem``. Raises ``UnreadableError``."""
    try:
        files = read_archive(data)
        names = [name for name in documents(files) if name in files]
        locked = _locked(files)
    except WriterError as fault:
        what = f"is no EPUB that can be read: {fault.findings[0].message}"
        raise UnreadableError(what, "save it again, or unpack it and import a chapter") from fault
    if not locked.isdisjoint(names):
        raise UnreadableError("is protected", "ask for a book without a lock")
    if len(names) > _MOST or sum(len(files[name]) for name in names) > _LARGEST:
        raise UnreadableError("is larger than any release", "unpack it, and import a chapter")
    return _bound(names, files, stem)


def _bound(names: list[str], files: Mapping[str, bytes], stem: str) -> Draft:
    from lxml import etree

    book = etree.Element("html")
    places = {name: number for number, name in enumerate(names)}
    around: list[Change] = []
    for name in names:
        root = parsed(files[name], is_xml=True)
        body = None if root is None else root.find("body")
        if body is None:
            continue
        if kind := _front(body):
            around.append(
                Change(f"{kind} of the book left out", " ".join(text_in(body).split()), "")
            )
            continue
        _name_anew(body, name, places)
        book.append(body)
    draft = draft_of(book, stem, files)
    draft.changes[:0] = around
    return draft


def _front(body: Element) -> str:
    """Return what a document is, if it is none of the text; "" for one of the text."""
    parts = [_role(part) for part in body]
    return _role(body) or (parts[0] if parts and all(parts) else "")


def _role(node: Element) -> str:
    """Return what an element says that it is, if that is no part of the text."""
    given = attributes_of(node)
    roles = f"{given.get('epub:type', '')} {given.get('role', '')}".split()
    known = (_FRONT.get(role.removeprefix("doc-"), "") for role in roles)
    return next(filter(None, known), "")


def _name_anew(body: Element, name: str, places: Mapping[str, int]) -> None:
    """Make ids, and the ways to them, those of the whole book, and addresses of pictures those of its files."""
    for node in body.iter():
        given = attributes_of(node)
        if "id" in given:
            node.set("id", _anchor(places[name], given["id"]))
        if "src" in given and ":" not in given["src"]:
            node.set("src", normpath(join(dirname(name), unquote(given["src"]))))
        file, identifier = urldefrag(given.get("href", ""))
        target = normpath(join(dirname(name), unquote(file))) if file else name
        if identifier and target in places:
            node.set("href", f"#{_anchor(places[target], identifier)}")


def _anchor(number: int, identifier: str) -> str:
    return f"{number}-{identifier}"


def _locked(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the names of the files that are encrypted (EPUB OCF 3.3 §4.2.6.3.2)."""
    if _ENCRYPTION not in files:
        return frozenset()
    root = xml_tree(files[_ENCRYPTION], _ENCRYPTION)
    addresses = (attribute(found, "URI") for found in named(root, "other:CipherReference"))
    return frozenset(unquote(address) for address in addresses if address)
