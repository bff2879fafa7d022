"""What the metadata of a PDF state of each edition: titles and languages (ISO 16684-1, Dublin Core)."""

from __future__ import annotations

import pikepdf
from lxml import etree

from pressroom.writers.contract import Stated
from pressroom.writers.pdf.reading.limits import RefusedError, unpacked

_DC = "{http://purl.org/dc/elements/1.1/}"
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


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
    stated = {tag: [Stated("language", tag)] for tag in languages}
    for item in packet.iterfind(f".//{_DC}title//{_ITEM}"):
        tag = item.get(_LANGUAGE, "")
        of = languages[:1] if tag == "x-default" else [tag]
        for language in of:
            stated.setdefault(language, []).append(Stated("title", item.text or ""))
    for tag in languages[:1]:
        stated[tag].append(Stated("title", str(pdf.docinfo.get("/Title", ""))))
        stated[tag].append(Stated("language", str(pdf.Root.get("/Lang", ""))))
    return {tag: tuple(values) for tag, values in stated.items()}
