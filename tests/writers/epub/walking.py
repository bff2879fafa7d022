"""Look through a tree."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.writers.xhtml.tree import Element, attribute, language_of


def elements(element: Element, name: str) -> list[Element]:
    """Return the elements of a name, in their order."""
    return [found for found in walk(element) if found.name == name]


def walk(element: Element) -> Iterator[Element]:
    """Yield an element and all below it."""
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from walk(child)


def text(element: Element) -> str:
    """Return all the text of an element."""
    return "".join(child if isinstance(child, str) else text(child) for child in element.children)


def texts(element: Element, around: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text with the language that it is declared to be in."""
    language = language_of(element, around)
    for child in element.children:
        if isinstance(child, str):
            yield language, child
        elif attribute(child, "class") != "address":  # which is in no language
            yield from texts(child, language)
