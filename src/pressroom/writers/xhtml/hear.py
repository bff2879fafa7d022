"""What a reader is told by XHTML, by the meaning of the elements alone: text, alternative texts, readings, lists, tables.

Headers, navigation, covers and hidden elements are furniture (``edition.projection``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pressroom.edition.projection import Feature, Trait
from pressroom.writers.contract import Heard
from pressroom.writers.xhtml.listen import Line, Picture, alternative
from pressroom.writers.xhtml.markers import markers
from pressroom.writers.xhtml.self_contained import held
from pressroom.writers.xhtml.tree import Element, Node, attribute, language_of, words

_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "caption", "dt", "dd"})
_SILENT = frozenset({"head", "header", "nav", "rp", "script", "style", "template"})
_FURNITURE = frozenset({"cover", "toc", "landmarks", "page-list"})


def hear(element: Element, language: str, picture: Picture = held) -> tuple[Heard, ...]:
    """Return what an element says; ``language`` is that of its surroundings, ``picture`` knows what is beside the document."""
    return tuple(_Ear(language, _marks(element), picture).flow(element))


def _marks(root: Element) -> Mapping[str, str]:
    """Return the mark of each note by its id: what stands in its link back."""
    return {
        attribute(note, "id") or "": "".join(
            words(back) for back in _walk(note) if attribute(back, "role") == "doc-backlink"
        )
        for note in _walk(root)
        if attribute(note, "role") == "doc-footnote"
    }


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _walk(child)


def _silent(element: Element) -> bool:
    types = (attribute(element, "epub:type") or "").split()
    hidden = attribute(element, "hidden") is not None
    return element.name in _SILENT or hidden or not _FURNITURE.isdisjoint(types)


@dataclass(frozen=True, slots=True)
class _Ear:
    """Hears elements in their surroundings: their language, the marks of notes by id, how many lists are around."""

    language: str
    notes: Mapping[str, str]
    picture: Picture
    lists: int = 0

    def flow(self, element: Element, *places: tuple[Feature, str]) -> Iterator[Heard]:
        """Yield what an element says; ``places`` are said of it if it is one line."""
        if _silent(element):
            return
        language = language_of(element, self.language)
        if language != self.language:
            yield from replace(self, language=language).flow(element, *places)
        elif element.name in _LINES:
            yield from self._line(element, places)
        elif element.name == "img":
            yield alternative(element, language, self.picture)
        elif element.name in {"ul", "ol"}:
            yield from self._list(element)
        elif element.name == "table":
            yield from self._table(element)
        else:
            yield from self.nodes(element.children)

    def nodes(self, nodes: tuple[Node, ...]) -> Iterator[Heard]:
        """Yield what nodes say, one after the other; text between blocks is a piece of its own."""
        for node in nodes:
            if isinstance(node, Element):
                yield from self.flow(node)
            elif node.strip():
                yield Heard("text", node, self.language)

    def _line(self, element: Element, places: tuple[tuple[Feature, str], ...]) -> Iterator[Heard]:
        line = Line(self._called, _silent, self.picture)
        line.gather(element, self.language, self.language)
        text = "".join(line.text)
        if element.name[0] == "h":
            places = (("heading", element.name[1]), *places)
        whole = (Trait(feature, value, 0, len(text)) for feature, value in places)
        yield Heard("text", text, self.language, (*whole, *line.traits))
        yield from line.beside

    def _called(self, link: Element) -> str | None:
        """Return the mark of the note that a link calls, ``""`` for the link back from one, None for any other."""
        match attribute(link, "role"):
            case "doc-noteref":
                return self.notes.get((attribute(link, "href") or "").removeprefix("#")) or "?"
            case "doc-backlink":
                return ""
            case _:
                return None

    def _list(self, element: Element) -> Iterator[Heard]:
        inside = replace(self, lists=self.lists + 1)
        items = [e for e in element.children if isinstance(e, Element) and e.name == "li"]
        marked = dict(zip(map(id, items), markers(element, len(items)), strict=True))
        for node in element.children:
            if isinstance(node, Element) and id(node) in marked:
                item = replace(inside, language=language_of(node, self.language))
                yield from item.item(node, f"{inside.lists} {marked[id(node)]}")
            else:
                yield from inside.nodes((node,))

    def item(self, element: Element, said: str) -> Iterator[Heard]:
        """Yield what an item of a list says; its first line says where it stands."""
        match element.children:
            case (Element() as first, *others) if first.name in _LINES:
                yield from self.flow(first, ("item", said))
                yield from self.nodes(tuple(others))
            case children:
                yield from self.nodes(children)

    def _table(self, element: Element) -> Iterator[Heard]:
        rows = 0
        for part in element.children:
            if not isinstance(part, Element) or part.name not in {"thead", "tbody"}:
                yield from self.nodes((part,))
                continue
            for row in part.children:
                rows += part.name == "tbody"
                name = "head" if part.name == "thead" else str(rows)
                cells = row.children if isinstance(row, Element) else (row,)
                for column, cell in enumerate(cells, start=1):
                    if isinstance(cell, Element):
                        yield from self.flow(cell, ("cell", f"{name} {column}"))
                    else:
                        yield from self.nodes((cell,))
