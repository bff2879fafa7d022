"""What makes a PDF one for the press: what it claims, for which printing condition it is, and what it must not hold."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pressroom.edition.resolved import ResolvedRelease
from pressroom.house.tokens import Condition
from pressroom.writers.pdf.metadata import Claim, xmp

_REGISTRY = "http://www.color.org"
"""Where names of printing conditions are looked up (ISO 15930-7; ISO 32000-1 §14.11.5)."""

_PRESS = Claim(
    {"pdfxid": "http://www.npes.org/pdfx/ns/id/"},
    (("pdfxid:GTS_PDFXVersion", "PDF/X-4"), ("pdf:Trapped", "False")),
)


def identify(pdf: pikepdf.Pdf, release: ResolvedRelease, condition: Condition) -> None:
    """Claim PDF/X-4 and name the printing condition (ISO 15930-7; ISO 32000-1 §14.11.5, §14.11.6)."""
    pdf.Root.Metadata = pdf.make_stream(
        xmp(release, _PRESS), {"/Type": Name.Metadata, "/Subtype": Name.XML}
    )
    pdf.docinfo[Name.Trapped] = Name("/False")
    pdf.docinfo[Name.GTS_PDFXVersion] = String("PDF/X-4")  # where programs older than PDF/X-4 look
    profile = pdf.make_stream(condition.profile, {"/N": 1 if condition.grey else 4})
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(condition.name),
        RegistryName=String(_REGISTRY),
        Info=String(condition.name),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([intent])


def take_links_away(pdf: pikepdf.Pdf) -> None:
    """Leave the words of links and take the active areas: no annotation may lie on the page."""
    for page in pdf.pages:
        if "/Annots" in page:
            del page["/Annots"]
    if "/Names" in pdf.Root:
        del pdf.Root["/Names"]  # of places that links lead to
    tree = pdf.Root.StructTreeRoot
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("/Type") == Name.StructElem:
            held.K = Array([kid for kid in _items(held.get("/K")) if not _is_annotation(kid)])
            if held.S == "/Link":
                held.S = Name.Span
    numbers = _items(tree.ParentTree.Nums)
    pages = [
        (number, content)
        for number, content in zip(numbers[::2], numbers[1::2], strict=True)
        if isinstance(content, Array)
    ]
    tree.ParentTree.Nums = Array([part for pair in pages for part in pair])
    tree.ParentTreeNextKey = len(pages)


def _is_annotation(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _items(array: Any) -> list[Any]:
    return list(array) if isinstance(array, Array) else []
