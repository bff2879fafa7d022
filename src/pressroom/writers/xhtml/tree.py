"""Elements and text as values: a string is always text, so nothing can be written unescaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z_][A-Za-z0-9_.-]*)?")
# What XML 1.0 (production 2, Char) does not let into a document, not even as a reference.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Element:
    """An element; attributes are written in their order.

    Raises ``ValueError`` for a name that is no XML name and for a character that XML does not know.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()

    def __post_init__(self) -> None:
        for name in (self.name, *(name for name, _ in self.attributes)):
            if not _NAME.fullmatch(name):
                raise ValueError(f"{name!r} is no XML name")
        texts = [value for _, value in self.attributes]
        for text in (*texts, *(child for child in self.children if isinstance(child, str))):
            if found := _ILLEGAL.search(text):
                raise ValueError(f"U+{ord(found[0]):04X} cannot stand in XML")


Node: TypeAlias = Element | str


def element(
    name: str, attributes: Mapping[str, str | None] | None = None, *children: Node
) -> Element:
    """Make an element; an attribute whose value is None is left out."""
    given = (attributes or {}).items()
    present = tuple((key, value) for key, value in given if value is not None)
    return Element(name, present, children)


def printable(text: str) -> str:
    """Return a text of unknown origin as a document may hold it, a replacement character for what XML does not know."""
    return _ILLEGAL.sub("\ufffd", text)


def attribute(element: Element, name: str) -> str | None:
    """Return the value of an attribute."""
    return dict(element.attributes).get(name)


def language_of(element: Element, around: str) -> str:
    """Return the language that an element declares, else the one around it."""
    return attribute(element, "xml:lang") or attribute(element, "lang") or around


def words(element: Element) -> str:
    """Return the characters in an element."""
    return "".join(child if isinstance(child, str) else words(child) for child in element.children)
