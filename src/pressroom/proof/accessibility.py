"""What a file claims of its accessibility, held against what is in it: no claim without its fact, no fact without its claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.archive import read_archive
from pressroom.writers.contract import Artifact
from pressroom.writers.epub.read import documents
from pressroom.writers.xhtml.furniture import named
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import Element, attribute, words

Claim: TypeAlias = tuple[str, str]
"""A property and its value."""

_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
_PICTURES = ("img", "svg:svg", "object", "picture", "canvas")
_MOVING = ("video", "audio", "script", "iframe", "svg:animate", "svg:animateTransform", "svg:set")
_MOVING_STYLE = re.compile(rb"@keyframes|\banimation(?:-name)?\s*:|\btransition\s*:")
_OF_ACCESS = re.compile(r"schema:access|a11y:|dcterms:conformsTo")
_SUMMARY = "schema:accessibilitySummary"


def unfounded(artifact: Artifact, *, press: bool) -> Iterator[Diagnostic]:
    """Yield a fault for each claim that is not so, and for each thing that is so and not claimed.

    A PDF for the ``press`` is for no reader: it need not claim to be accessible.
    """
    match artifact.media_type:
        case "application/epub+zip":
            found = _in_book(artifact.data)
        case "application/pdf":
            found = _in_pdf(artifact.data, press=press)
        case _:
            return
    for fact in found:
        yield Diagnostic("A014", Severity.ERROR, f"{artifact.name} {fact}")


def _in_book(data: bytes) -> Iterator[str]:
    try:
        files = read_archive(data)
        book = _book(files)
    except WriterError:
        return  # which the reading of its text has told
    claims = _claims(book.package)
    facts = set(_facts(book))
    for name, value in sorted(claims - facts):
        yield f"claims {name} {value}, and that is not so"
    for name, value in sorted(facts - claims):
        yield f"does not claim {name} {value}, and it is so"
    for meta in named(book.package, "meta"):
        if attribute(meta, "property") == _SUMMARY and not words(meta).strip():
            yield "has an empty summary of its accessibility"
    if not any(attribute(meta, "property") == _SUMMARY for meta in named(book.package, "meta")):
        yield "has no summary of its accessibility"


@dataclass(frozen=True, slots=True)
class _Book:
    """A book unpacked: its package, its documents in the order of reading, its style sheets, the types of its files."""

    package: Element
    documents: tuple[Element, ...]
    styles: tuple[bytes, ...]
    types: frozenset[str]


def _book(files: Mapping[str, bytes]) -> _Book:
    names = [name for name in files if name.endswith(".opf")]
    package = xml_tree(files[names[0]], names[0])
    return _Book(
        package,
        tuple(xml_tree(files[name], name) for name in documents(files)),
        tuple(content for name, content in files.items() if name.endswith(".css")),
        frozenset(attribute(item, "media-type") or "" for item in named(package, "item")),
    )


def _claims(package: Element) -> set[Claim]:
    metas = ((attribute(meta, "property") or "", words(meta)) for meta in named(package, "meta"))
    return {(name, value) for name, value in metas if _OF_ACCESS.match(name) and name != _SUMMARY}


def _facts(book: _Book) -> Iterator[Claim]:
    """Yield what may be claimed of a book by its content (EPUB Accessibility 1.1 §2; schema.org)."""
    texts = [root for root in book.documents if not _is_beside_the_text(root)]
    images = [image for root in texts for image in _any(root, _PICTURES, without="header")]
    described = [image for image in images if (attribute(image, "alt") or "").strip()]
    mode, sufficient = "schema:accessMode", "schema:accessModeSufficient"
    feature = "schema:accessibilityFeature"
    if any(words(root).strip() for root in texts):
        yield mode, "textual"
    if images:
        yield mode, "visual"
        yield sufficient, "textual,visual"
    if len(images) == len(described):
        yield sufficient, "textual"
    if images and len(images) == len(described):
        yield feature, "alternativeText"
    if all(any(True for _ in _any(root, _HEADINGS)) for root in texts):
        yield feature, "structuralNavigation"
    if any(True for _ in _tables_of_contents(book)):
        yield feature, "tableOfContents"
    if texts:
        yield feature, "readingOrder"
    if "pre-paginated" not in {words(meta) for meta in named(book.package, "meta")}:
        yield feature, "displayTransformability"
    if any(True for root in texts for _ in named(root, "rt")):
        yield feature, "rubyAnnotations"
    if not _moves(book):
        yield "schema:accessibilityHazard", "none"


def _is_beside_the_text(root: Element) -> bool:
    """Tell whether a document is a cover or a navigation document."""
    sections = (*named(root, "section"), *named(root, "nav"))
    return any((attribute(one, "epub:type") or "") in {"cover", "toc"} for one in sections)


def _tables_of_contents(book: _Book) -> Iterator[Element]:
    for root in book.documents:
        for nav in named(root, "nav"):
            if attribute(nav, "epub:type") == "toc":
                yield from named(nav, "a")


def _moves(book: _Book) -> bool:
    """Tell whether anything in a book could flash, move or sound."""
    moving = any(True for root in book.documents for _ in _any(root, _MOVING))
    styled = any(_MOVING_STYLE.search(style) for style in book.styles)
    return moving or styled or not book.types.isdisjoint({"image/gif", "image/webp"})


def _any(element: Element, names: Iterable[str], without: str = "") -> Iterator[Element]:
    """Yield the elements of some names, but for those inside an element of another name."""
    for child in element.children:
        if isinstance(child, Element) and child.name != without:
            if child.name in names:
                yield child
            yield from _any(child, names, without)


def _in_pdf(data: bytes, *, press: bool) -> Iterator[str]:
    """Yield what a PDF claims wrongly by its identifier of ISO 14289-1 §5, and which of the facts behind it is lacking."""
    import pikepdf

    try:
        with (
            pikepdf.open(BytesIO(data)) as pdf,
            pdf.open_metadata(set_pikepdf_as_editor=False) as metadata,
        ):
            claimed = str(metadata.get("pdfuaid:part", ""))
            lacking = list(_lacking(pdf, titled=bool(metadata.get("dc:title"))))
    except pikepdf.PdfError:
        return
    if claimed and claimed != "1":
        yield f"claims to be PDF/UA-{claimed}, which nobody has looked for"
    if claimed:
        yield from (f"claims to be PDF/UA-1, and {fact}" for fact in lacking)
    elif not press and not lacking:
        yield "does not claim to be PDF/UA-1, and has what belongs to it"


def _lacking(pdf: object, *, titled: bool) -> Iterator[str]:
    """Yield what PDF/UA-1 asks for and a PDF has not (ISO 14289-1 §7.1, §7.2, §7.3)."""
    import pikepdf

    assert isinstance(pdf, pikepdf.Pdf)  # noqa: S101  # the caller has opened it
    if _entry(pdf.Root, "/MarkInfo", "/Marked") is not True:
        yield "its content is not marked"
    if _entry(pdf.Root, "/StructTreeRoot") is None:
        yield "it has no tags"
    if not str(_entry(pdf.Root, "/Lang") or ""):
        yield "it has no language"
    if not titled or _entry(pdf.Root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "its title is not shown"
    figures = (held for held in pdf.objects if _entry(held, "/S") == pikepdf.Name.Figure)
    if any(not str(_entry(figure, "/Alt") or "").strip() for figure in figures):
        yield "a figure has no alternative text"


def _entry(held: object, *names: str) -> object:
    """Return an entry of a dictionary, or of one inside it; None where there is none."""
    import pikepdf

    for name in names:
        held = held.get(name) if isinstance(held, pikepdf.Dictionary) else None
    return held
