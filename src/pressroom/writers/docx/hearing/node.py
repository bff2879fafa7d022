"""XML that others may have made, read without its power to do harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from pressroom.diagnostics import Diagnostic, Severity, WriterError

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",  # the strict form of ECMA-376
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
}
_DEEPEST = 200
_MOST_BYTES = 16 * 1024 * 1024
"""The largest part that is read: a release of the largest size makes a third of it."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element: name and attributes by the usual prefixes, the text before its first child."""

    name: str
    attributes: Mapping[str, str]
    text: str
    children: tuple[Node, ...]

    def child(self, name: str) -> Node | None:
        """Return the first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def value(self, name: str) -> str | None:
        """Return the ``w:val`` of the first child of a name."""
        child = self.child(name)
        return None if child is None else child.attributes.get("w:val")

    def descendants(self) -> Iterator[Node]:
        """Yield the elements below this one, however deep."""
        for child in self.children:
            yield child
            yield from child.descendants()

    def all(self, name: str) -> Iterator[Node]:
        """Yield the elements of a name below this one, however deep."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.all(name)


class _Information(Protocol):
    """What lxml knows of a document besides its elements."""

    doctype: str


class _Document(Protocol):
    docinfo: _Information


class _Parsed(Protocol):
    """An element of lxml, as far as it is needed; a comment has no name in ``tag``."""

    tag: object
    text: str | None
    attrib: Mapping[str, str]

    def __iter__(self) -> Iterator[_Parsed]: ...
    def getroottree(self) -> _Document: ...


def parse(data: bytes, name: str) -> Node:
    """Parse a part; ``name`` is what a finding calls it. Raises ``WriterError`` for what is no plain XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    read = cast("Callable[[bytes, object], _Parsed]", etree.fromstring)
    if len(data) > _MOST_BYTES:
        raise unreadable(name, f"it has more than {_MOST_BYTES} bytes")
    try:
        root = read(data, parser)
        if root.getroottree().docinfo.doctype:
            raise unreadable(name, "a part of a package has no document type")
        return _node(root, 0)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise unreadable(name, str(fault)) from None


def unreadable(name: str, fact: str) -> WriterError:
    """Return the error that says why a part cannot be read."""
    return WriterError(Diagnostic("A302", Severity.ERROR, f"{name} cannot be read: {fact}"))


def _node(element: _Parsed, depth: int) -> Node:
    if depth > _DEEPEST:
        message = f"elements are nested more than {_DEEPEST} deep"
        raise ValueError(message)
    children = tuple(_node(child, depth + 1) for child in element if isinstance(child.tag, str))
    attributes = {_short(name): value for name, value in element.attrib.items()}
    return Node(_short(str(element.tag)), attributes, element.text or "", children)


def _short(name: str) -> str:
    """Write ``{namespace}local`` with the usual prefix; a name of a foreign namespace stays as it is."""
    namespace, closed, local = name[1:].partition("}")
    if not closed:
        return name
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else name
