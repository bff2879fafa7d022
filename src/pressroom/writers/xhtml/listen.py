"""One line of phrasing content as it is heard: its text, what is said of stretches of it, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from pressroom.edition.projection import Feature, Trait, picture_shown
from pressroom.writers.contract import Heard
from pressroom.writers.xhtml.tree import Element, attribute, language_of

Call: TypeAlias = Callable[[Element], str | None]
"""Tells of a link which note it calls (its mark); ``""`` for a link that says nothing, None for any other."""

Picture: TypeAlias = Callable[[str], bytes]
"""Returns what the address of a picture leads to, ``b""`` where nothing is."""

# The meanings of HTML Living Standard §4.5, as ``inlines`` uses them.
_MARKS: dict[str, Feature] = {
    "b": "strong",
    "cite": "book-title",
    "code": "code",
    "em": "dots",
    "i": "slant",
    "strong": "strong",
    "sub": "subscript",
    "sup": "superscript",
    "u": "proper-name",
}


def alternative(image: Element, language: str, picture: Picture) -> Heard:
    """Return the alternative text of a picture, and which picture is shown with it."""
    alt = attribute(image, "alt") or ""
    data = picture(attribute(image, "src") or "")
    return Heard("alt", alt, language, (picture_shown(data, alt),))


class Line:
    """A line in the making."""

    def __init__(self, call: Call, silent: Callable[[Element], bool], picture: Picture) -> None:
        self.text: list[str] = []
        self.traits: list[Trait] = []
        self.beside: list[Heard] = []
        self._call = call
        self._silent = silent
        self._picture = picture
        self._at = 0

    def gather(self, element: Element, language: str, around: str) -> None:
        """Take in what an element holds; ``around`` is the language of the line."""
        for child in element.children:
            if isinstance(child, str):
                self._add(child, language, around)
            elif child.name == "br":
                self._add("\n", language, around)
            elif child.name == "img":
                own = language_of(child, language)
                self.beside.append(alternative(child, own, self._picture))
            elif child.name != "rt" and not self._silent(child):
                self._phrase(child, language_of(child, language), around)

    def _add(self, text: str, language: str, around: str) -> None:
        start = self._at
        self.text.append(text)
        self._at += len(text)
        if language != around:
            self._say("language", language, start)

    def _say(self, feature: Feature, value: str, start: int) -> None:
        if self._at > start:
            self.traits.append(Trait(feature, value, start, self._at))

    def _phrase(self, element: Element, language: str, around: str) -> None:
        start = self._at
        self.gather(element, language, around)
        if element.name == "a":
            called = self._call(element)
            if called:
                self._say("note-call", called, start)
            elif called is None:
                self._say("link", attribute(element, "href") or "", start)
        elif element.name == "ruby":
            self._ruby(element, language, start)
        elif element.name in _MARKS and not self._is_call(element):
            self._say(_MARKS[element.name], "", start)

    def _ruby(self, element: Element, language: str, start: int) -> None:
        for child in element.children:
            if isinstance(child, Element) and child.name == "rt":
                own = language_of(child, language)
                reading = Line(self._call, self._silent, self._picture)
                reading.gather(child, own, own)
                said = "".join(reading.text)
                self._say("ruby", said, start)
                self.beside.append(Heard("reading", said, own))

    def _is_call(self, element: Element) -> bool:
        """Tell whether an element only raises the call of a note."""
        match element.children:
            case (Element(name="a") as link,):
                return self._call(link) is not None
            case _:
                return False
