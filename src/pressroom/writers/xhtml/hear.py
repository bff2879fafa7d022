"""What a reader is told by XHTML: text, alternative texts and readings, by the meaning of the elements alone.

Headers, navigation, covers and hidden elements are furniture (``edition.projection``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pressroom.writers.contract import Heard
from pressroom.writers.xhtml.tree import Element

_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "caption", "dt", "dd"})
_SILENT = frozenset({"head", "header", "nav", "rp", "script", "style", "template"})
_FURNITURE = frozenset({"cover", "toc", "landmarks", "page-list"})


def hear(element: Element, language: str) -> tuple[Heard, ...]:
    """Return what an element says; ``language`` is that of its surroundings."""
    return tuple(_flow(element, language))


def attribute(element: Element, name: str) -> str | None:
    """Return the value of an attribute."""
    return dict(element.attributes).get(name)


def language_of(element: Element, around: str) -> str:
    """Return the language that an element declares, else the one around it."""
    return attribute(element, "xml:lang") or attribute(element, "lang") or around


def _silent(element: Element) -> bool:
    types = (attribute(element, "epub:type") or "").split()
    hidden = attribute(element, "hidden") is not None
    return element.name in _SILENT or hidden or not _FURNITURE.isdisjoint(types)


def _flow(element: Element, around: str) -> Iterator[Heard]:
    if _silent(element):
        return
    language = language_of(element, around)
    if element.name in _LINES:
        yield from _line(element, language)
    elif element.name == "img":
        yield Heard("alt", attribute(element, "alt") or "", language)
    else:
        for child in element.children:
            if isinstance(child, Element):
                yield from _flow(child, language)
            elif child.strip():
                yield Heard("text", child, language)


@dataclass(slots=True)
class _Line:
    text: list[str] = field(default_factory=list[str])
    beside: list[Heard] = field(default_factory=list[Heard])


def _line(element: Element, language: str) -> Iterator[Heard]:
    line = _Line()
    _gather(element, language, line)
    yield Heard("text", "".join(line.text), language)
    yield from line.beside


def _gather(element: Element, language: str, line: _Line) -> None:
    for child in element.children:
        if isinstance(child, str):
            line.text.append(child)
        elif child.name == "br":
            line.text.append("\n")
        elif child.name == "rt":
            reading = _Line()
            own = language_of(child, language)
            _gather(child, own, reading)
            line.beside.append(Heard("reading", "".join(reading.text), own))
        elif child.name == "img":
            own = language_of(child, language)
            line.beside.append(Heard("alt", attribute(child, "alt") or "", own))
        elif not _silent(child):
            _gather(child, language_of(child, language), line)
