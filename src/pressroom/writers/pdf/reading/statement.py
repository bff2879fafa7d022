"""What the metadata of a PDF state of each edition, and with the first one of the whole release (ISO 16684-1, Dublin Core)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pikepdf
from lxml import etree

from pressroom.writers.contract import Fact, Stated
from pressroom.writers.pdf.reading.limits import RefusedError, unpacked

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_MANAGEMENT = "{http://ns.adobe.com/xap/1.0/mm/}"
_PRISM = "{http://prismstandard.org/namespaces/basic/3.0/}"
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BY_LANGUAGE: dict[str, Fact] = {f"{_DC}title": "title", f"{_DC}description": "description"}
_OF_ALL: dict[str, Fact] = {
    f"{_DC}creator": "publisher",
    f"{_DC}date": "issued",
    f"{_DC}subject": "keyword",
    f"{_XMP}CreateDate": "issued",
    f"{_XMP}ModifyDate": "modified",
    f"{_XMP}MetadataDate": "modified",
    f"{_MANAGEMENT}DocumentID": "uri",
    f"{_MANAGEMENT}VersionID": "version",
    f"{_MANAGEMENT}RenditionClass": "status",
    f"{_PRISM}doi": "doi",
    f"{_PRISM}embargoDate": "embargo",
}


def statements(pdf: pikepdf.Pdf) -> dict[str, tuple[Stated, ...]]:
    """Return what is stated of the editions, by language; the first one is also the document's own."""
    if "/Metadata" not in pdf.Root:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        packet = etree.fromstring(unpacked(pdf.Root.Metadata), parser)
    except etree.XMLSyntaxError as fault:
        raise RefusedError("its metadata are damaged") from fault
    languages = [item.text or "" for item in packet.iterfind(f".//{_DC}language//{_ITEM}")]
    stated = {tag: [Stated("language", (tag,))] for tag in languages}
    for name, fact in _BY_LANGUAGE.items():
        for item in packet.iterfind(f".//{name}//{_ITEM}"):
            tag = item.get(_LANGUAGE, "")
            of = languages[:1] if tag == "x-default" else [tag]
            for language in of:
                stated.setdefault(language, []).append(Stated(fact, (item.text or "",)))
    for tag in languages[:1]:
        stated[tag] += _of_all(packet)
        stated[tag].append(Stated("title", (str(pdf.docinfo.get("/Title", "")),)))
        stated[tag].append(Stated("language", (str(pdf.Root.get("/Lang", "")),)))
    parts = _outline(pdf)
    for at, tag in enumerate(languages):
        of_it = parts[at : at + 1] if tag != languages[-1] else parts[at:]
        stated[tag].append(Stated("contents", tuple(entry for part in of_it for entry in part)))
    return {tag: tuple(values) for tag, values in stated.items()}


def _outline(pdf: pikepdf.Pdf) -> list[tuple[str, ...]]:
    """Return the entries of the outline, each of the first level with those below it (ISO 32000-1 §12.3.3)."""
    with pdf.open_outline() as outline:
        return [(entry.title, *_below(entry.children)) for entry in outline.root]


def _below(entries: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for entry in entries:
        yield entry.title
        yield from _below(entry.children)


def _of_all(packet: Element) -> Iterator[Stated]:
    for name, fact in _OF_ALL.items():
        told = (
            item.text or ""
            for found in packet.iterfind(f".//{name}")
            for item in (found.findall(f".//{_ITEM}") or [found])
        )
        yield Stated(fact, tuple(told))
