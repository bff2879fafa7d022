"""What a PDF could carry along: earlier versions, objects that nothing needs, actions, layers, text that is not seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks.covered import covered
from pressroom.proof.leaks.markup import Found
from pressroom.proof.leaks.objects import off_page, sayings, unlisted

_INFORMATION = frozenset(
    {
        *("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate"),
        *("/ModDate", "/Trapped", "/GTS_PDFXVersion", "/GTS_PDFXConformance"),
    }
)
_ACTIVE = frozenset(
    {
        *("/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/RichMedia", "/Movie", "/Sound"),
        *("/AcroForm", "/XFA", "/SubmitForm", "/ImportData"),
    }
)
_CARRIED = frozenset({"/PieceInfo", "/LastModified", "/Thumb", "/OCProperties", "/OCGs", "/OC"})
_XMP = re.compile(r"<((?:dc|xmp|pdf|pdfaid|pdfuaid|pdfxid|xmpMM|xmpRights|photoshop|\w+):\w+)")
_XMP_DECLARED = frozenset(
    {
        *("x:xmpmeta", "rdf:RDF", "rdf:Description", "rdf:Alt", "rdf:Bag", "rdf:Seq", "rdf:li"),
        *("dc:format", "dc:title", "dc:creator", "dc:description", "dc:language", "dc:publisher"),
        *("dc:identifier", "dc:date", "dc:subject", "dc:rights", "xmp:Identifier"),
        *("xmp:CreatorTool", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"),
        *("pdf:Producer", "pdf:Keywords", "pdf:Trapped", "pdfaid:part", "pdfaid:conformance"),
        *("pdfuaid:part", "pdfxid:GTS_PDFXVersion", "xmpMM:DocumentID", "xmpMM:VersionID"),
        *("xmpMM:RenditionClass", "pdfaExtension:schemas"),
        *("prism:doi", "prism:embargoDate"),
        *(f"pdfaSchema:{name}" for name in ("schema", "namespaceURI", "prefix", "property")),
        *(f"pdfaProperty:{name}" for name in ("name", "valueType", "category", "description")),
    }
)
# Modes in which text is drawn without being seen: invisible, or as a clip (ISO 32000-1 table 106).
_UNSEEN = re.compile(rb"(?<![\w.])[37]\s+Tr\b|/\S+\s+0(?:\.0*)?\s+Tf\b|(?<![\w.])0\s+Tz\b")
_DRAWN = re.compile(rb"/(\S+)\s+Do\b")


def leaks(data: bytes, release: ResolvedRelease, *, listed: bool) -> Iterator[Found]:
    """Look through a PDF."""
    if data.count(b"%%EOF") != 1 or not data.rstrip().endswith(b"%%EOF"):
        yield "A035", "an earlier version, or bytes behind its end", ""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            yield from _metadata(pdf)
            yield from _files(pdf, release)
            yield from _objects(pdf, release, listed=listed)
            yield from off_page(pdf)
            yield from _unseen(pdf)
        yield from covered(data)
    except pikepdf.PdfError:
        return


def _metadata(pdf: pikepdf.Pdf) -> Iterator[Found]:
    for key in pdf.docinfo.keys() - _INFORMATION:
        yield "A036", f"metadata that are not declared ({key})", ""
    if "/Metadata" in pdf.Root:
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
        for name in dict.fromkeys(_XMP.findall(packet)):
            if name not in _XMP_DECLARED:
                yield "A036", f"metadata that are not declared ({name})", ""
        if "<!--" in packet:
            yield "A032", "a comment in its metadata", ""


def _files(pdf: pikepdf.Pdf, release: ResolvedRelease) -> Iterator[Found]:
    own = release.public_source.encode()
    for name, file in pdf.attachments.items():
        if not release.house.attach_source or file.get_file().read_bytes() != own:
            yield "A035", f"an attached file that is not the public source ({name})", ""


def _objects(pdf: pikepdf.Pdf, release: ResolvedRelease, *, listed: bool) -> Iterator[Found]:
    reached: set[tuple[int, int]] = set()
    said = sayings(release)
    for held in _reached(pdf):
        reached.add(held.objgen)
        yield from _object(held)
        if listed:
            yield from unlisted(held, said)
    for held in pdf.objects:
        if not isinstance(held, pikepdf.Dictionary | pikepdf.Stream) or held.objgen in reached:
            continue
        if held.get("/Type") not in {"/ObjStm", "/XRef"}:
            yield "A035", "an object that nothing leads to", f"object {held.objgen[0]}"
        yield from _object(held)


def _object(held: pikepdf.Dictionary | pikepdf.Stream) -> Iterator[Found]:
    keys = set(held.keys())
    for key in keys & _ACTIVE:
        yield "A034", f"something that acts by itself ({key})", ""
    for key in keys & _CARRIED:
        yield "A035", f"a layer, or the workings of a program ({key})", ""
    if held.get("/S") in {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR"}:
        yield "A034", f"something that acts by itself ({held.S})", ""
    if held.get("/Rotate", 0) != 0:
        yield "A033", f"a page that is turned ({held.get('/Rotate')} degrees)", ""
    if held.get("/Type") == "/Annot" and held.get("/Subtype") != "/Link":
        yield "A034", f"an annotation that is no link ({held.get('/Subtype')})", ""


def _reached(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary | pikepdf.Stream]:
    """Yield the dictionaries and streams that the trailer leads to, those within others too, each object once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[pikepdf.Object] = [pdf.trailer]
    while waiting:
        held = waiting.pop()
        if held.is_indirect:
            if held.objgen in seen:
                continue
            seen.add(held.objgen)
        if isinstance(held, pikepdf.Array):
            inner: list[object] = list(held)
        elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
            yield held
            inner = [held[key] for key in list(held.keys())]
        else:
            continue
        waiting += [item for item in inner if isinstance(item, pikepdf.Object)]


def _unseen(pdf: pikepdf.Pdf) -> Iterator[Found]:
    """Find text that is drawn unseen, and pictures and forms that are never drawn."""
    drawn: set[bytes] = set()
    owned: dict[bytes, str] = {}
    for number, page in enumerate(pdf.pages, start=1):
        if "/Contents" not in page.obj:
            continue
        page.contents_coalesce()
        data = page.Contents.read_bytes()
        drawn.update(_DRAWN.findall(data))
        if _UNSEEN.search(data):
            yield "A033", "text that is not seen", f"page {number}"
        owned |= dict.fromkeys(_named(page.resources), f"page {number}")
    for held in pdf.objects:
        if isinstance(held, pikepdf.Stream) and held.get("/Subtype") == "/Form":
            data = held.read_bytes()
            drawn.update(_DRAWN.findall(data))
            if _UNSEEN.search(data):
                yield "A033", "text that is not seen", "a form"
            owned |= dict.fromkeys(_named(held.get("/Resources")), "a form")
    for name in owned.keys() - drawn:
        yield "A035", f"a picture that is never drawn ({name.decode()})", owned[name]


def _named(resources: object) -> list[bytes]:
    if not isinstance(resources, pikepdf.Dictionary) or "/XObject" not in resources:
        return []
    return [key[1:].encode() for key in list(resources.XObject.keys())]
