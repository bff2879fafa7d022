"""What a PDF for the printer says of itself, and for which printing condition it is made (ISO 15930-7)."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from lxml import etree

from pressroom.proof.preflight.report import Aim
from pressroom.writers.pdf.reading.limits import unpacked

Fault = tuple[str, str]

_DESCRIPTION = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
_NEEDED = {
    "the claim to be PDF/X-4": "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion",
    "a title": "{http://purl.org/dc/elements/1.1/}title",
    "the day of its making": "{http://ns.adobe.com/xap/1.0/}CreateDate",
    "the day of its last change": "{http://ns.adobe.com/xap/1.0/}ModifyDate",
    "the day of the metadata": "{http://ns.adobe.com/xap/1.0/}MetadataDate",
    "an identifier of the document": "{http://ns.adobe.com/xap/1.0/mm/}DocumentID",
    "an identifier of the version": "{http://ns.adobe.com/xap/1.0/mm/}VersionID",
    "the class of the rendition": "{http://ns.adobe.com/xap/1.0/mm/}RenditionClass",
    "whether it is trapped": "{http://ns.adobe.com/pdf/1.3/}Trapped",
}
_SPACES = {b"GRAY": 1, b"CMYK": 4}
_NEVER = {
    "/AA": "actions",
    "/JavaScript": "scripts",
    "/EmbeddedFiles": "attached files",
    "/EF": "attached files",
    "/Alternates": "alternate pictures",
    "/OPI": "pictures that are to be replaced",
    "/TR": "transfer curves",
    "/HTP": "halftones",
    "/F": "references to other files",
}
"""Entries of streams, of the graphics state and of names that a complete exchange cannot have."""

_FILTERS = {"/LZWDecode", "/Crypt", "/JBIG2Decode"}


def aim_of(pdf: pikepdf.Pdf) -> Aim:
    """Return the printing condition; nothing of one for a file that names none."""
    intent = _intent(pdf)
    if intent is None:
        return Aim("", 0)
    profile = intent.get("/DestOutputProfile")
    inks = 0 if profile is None else _SPACES.get(unpacked(profile)[16:20], 0)
    return Aim(str(intent.get("/OutputConditionIdentifier", "")), inks)


def claim_faults(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    """Yield what is missing, and what must not be there."""
    if pdf.pdf_version not in {"1.3", "1.4", "1.5", "1.6"}:
        yield "A050", f"is PDF {pdf.pdf_version}, later than 1.6"
    if pdf.is_encrypted:
        yield "A054", "is encrypted (ISO 32000-1 §7.6)"
    if "/ID" not in pdf.trailer:
        yield "A050", "has no file identifier (ISO 32000-1 §14.4)"
    yield from _metadata(pdf)
    yield from _condition(pdf)
    yield from _forbidden(pdf)


def _metadata(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    """Look at the XMP packet and the information dictionary (ISO 32000-1 §14.3)."""
    if pdf.docinfo.get("/Trapped") not in {"/True", "/False"}:
        yield "A050", "does not say whether it is trapped (ISO 32000-1 §14.11.6)"
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not str(pdf.docinfo.get(key, "")):
            yield "A050", f"has no {key[1:]} (ISO 32000-1 §14.3.3)"
    if "/Metadata" not in pdf.Root:
        yield "A050", "has no metadata (ISO 32000-1 §14.3.2)"
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        packet = etree.fromstring(unpacked(pdf.Root.Metadata), parser)
    except etree.XMLSyntaxError:
        yield "A050", "has metadata that cannot be read (ISO 32000-1 §14.3.2)"
        return
    said = {
        str(one.tag): "".join(map(str, one.itertext())).strip()
        for about in packet.iter(_DESCRIPTION)
        for one in about
    }
    for what, name in _NEEDED.items():
        if not said.get(name):
            yield "A050", f"lacks {what} in its metadata"
    claim = said.get(_NEEDED["the claim to be PDF/X-4"], "")
    if claim not in {"", "PDF/X-4"}:
        yield "A050", f"claims to be {claim}"


def _intent(pdf: pikepdf.Pdf) -> pikepdf.Object | None:
    intents = [
        intent for intent in pdf.Root.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFX"
    ]
    return intents[0] if len(intents) == 1 else None


def _condition(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    """Look at the output intent (ISO 32000-1 §14.11.5)."""
    intent = _intent(pdf)
    if intent is None:
        yield "A050", "does not name one printing condition (ISO 32000-1 §14.11.5)"
        return
    for key in ("/OutputConditionIdentifier", "/RegistryName", "/Info"):
        if not str(intent.get(key, "")):
            yield "A050", f"has a printing condition without {key[1:]} (ISO 32000-1 §14.11.5)"
    stream = intent.get("/DestOutputProfile")
    if stream is None:
        yield "A050", "holds no profile of its printing condition (ISO 32000-1 §14.11.5)"
        return
    profile = unpacked(stream)
    if profile[36:40] != b"acsp" or profile[12:16] != b"prtr":
        yield "A050", "holds a profile that is none of a press (ISO 15076-1 §7.2)"
    elif _SPACES.get(profile[16:20]) != int(stream.get("/N", 0)):
        yield "A050", "holds a profile for other inks than CMYK or grey (ISO 32000-1 §8.6.5.5)"


def _forbidden(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    for held in pdf.objects:
        if not isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
            continue
        for key, what in _NEVER.items():
            if key in held and not (key == "/F" and not isinstance(held, pikepdf.Stream)):
                yield "A054", f"holds {what} ({key[1:]})"
        if held.get("/Subtype") == "/PS":
            yield "A054", "holds PostScript (ISO 32000-1 §8.8.2)"
        if isinstance(held, pikepdf.Stream) and _filters(held) & _FILTERS:
            yield "A054", "holds streams packed in a way that printers refuse (ISO 32000-1 §7.4)"


def _filters(stream: pikepdf.Object) -> set[str]:
    filters = stream.get("/Filter")
    return set(map(str, filters)) if isinstance(filters, pikepdf.Array) else {str(filters)}
