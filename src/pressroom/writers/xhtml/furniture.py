"""What stands around the text of an edition in XHTML: its masthead."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from pressroom.writers.contract import Stated
from pressroom.writers.xhtml.listen import Picture
from pressroom.writers.xhtml.self_contained import held
from pressroom.writers.xhtml.tree import Element, attribute, words


def furniture(edition: Element, picture: Picture = held) -> Iterator[Stated]:
    """Yield the words and the logo of an edition's masthead; ``picture`` knows what is beside the document."""
    headers = list(named(edition, "header"))
    shown = (attribute(image, "src") or "" for head in headers for image in named(head, "img"))
    yield Stated("logo", tuple(sha256(picture(address)).hexdigest() for address in shown))
    yield Stated("masthead", tuple(words(head) for head in headers))


def named(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name inside another, however deep."""
    for child in element.children:
        if isinstance(child, Element):
            if child.name == name:
                yield child
            yield from named(child, name)
