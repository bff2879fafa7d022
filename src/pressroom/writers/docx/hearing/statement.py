"""What the properties of a file state of its editions: the core ones (ECMA-376 part 2 §11), and those that Word has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.writers.contract import Fact, Stated
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.parcel import Parcel

_CORE: dict[str, Fact] = {
    "dc:creator": "publisher",
    "dc:description": "description",
    "dc:identifier": "identifier",
    "cp:keywords": "keyword",
    "cp:lastModifiedBy": "publisher",
    "cp:revision": "version",
    "cp:version": "version",
    "dcterms:created": "modified",
    "dcterms:modified": "modified",
}
_CUSTOM: dict[str, Fact] = {"Embargo": "embargo", "DOI": "doi", "Supersedes": "supersedes"}


def statements(parcel: Parcel, count: int) -> list[tuple[Stated, ...]]:
    """Return what is stated of each of some sections: one title for all, a language for each, all else of the first."""
    core = parcel.part("", "core-properties")
    titles = [Stated("title", (text,)) for text in _texts(core, "dc:title")]
    languages = [tag for named in _texts(core, "dc:language") for tag in named.split(", ")]
    if len(languages) != count:
        return [tuple(titles)] * count
    of_each = [(*titles, Stated("language", (tag,))) for tag in languages]
    first = (*of_each[0], *_of_all(core, parcel.part("", "custom-properties")))
    return [first, *of_each[1:]]


def _of_all(core: Node | None, custom: Node | None) -> Iterator[Stated]:
    for name, fact in _CORE.items():
        yield Stated(fact, _texts(core, name))
    yield Stated("status", tuple(text.lower() for text in _texts(core, "cp:contentStatus")))
    for name, fact in _CUSTOM.items():
        told = (
            child.text
            for own in (custom.children if custom else ())
            if own.attributes.get("name") == name
            for child in own.children
        )
        yield Stated(fact, tuple(told))


def _texts(part: Node | None, name: str) -> tuple[str, ...]:
    return tuple(node.text for node in part.all(name)) if part else ()
