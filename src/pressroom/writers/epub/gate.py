"""The last look at a book before it is packed: what fails here is a fault of the program, never of the source."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from pressroom.writers.epub.container import PACKAGE, Resource
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import Element, attribute

_XML = ("application/xhtml+xml", "application/x-dtbncx+xml", "image/svg+xml")
_ADDRESSES = ("href", "src")


def check(package: bytes, resources: tuple[Resource, ...]) -> None:
    """Parse every XML document strictly; raise ``ValueError`` for an id that is there twice or a link that leads nowhere."""
    trees = {PACKAGE: xml_tree(package, PACKAGE)}
    for resource in resources:
        if resource.media_type in _XML:
            trees[resource.name] = xml_tree(resource.data, resource.name)
    names = {resource.name for resource in resources}
    ids = {name: _ids(name, tree) for name, tree in trees.items()}
    for name, tree in trees.items():
        for address in _addresses(tree):
            path, _, fragment = unquote(address).partition("#")
            target = normpath(join(dirname(name), path)) if path else name
            if target not in names or (fragment and fragment not in ids[target]):
                raise ValueError(f"{name} leads to {address}, which is not in the book")


def _ids(name: str, tree: Element) -> set[str]:
    found: set[str] = set()
    for element in _walk(tree):
        if identifier := attribute(element, "id"):
            if identifier in found:
                raise ValueError(f"{name} has the id {identifier} twice")
            found.add(identifier)
    return found


def _addresses(tree: Element) -> Iterator[str]:
    """Yield addresses within the book: those without a scheme."""
    for element in _walk(tree):
        for name in _ADDRESSES:
            address = attribute(element, name)
            if address and ":" not in address.partition("/")[0]:
                yield address


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _walk(child)
