"""Drawings: a strict subset of SVG that only draws.

What could run, fetch, or grow without bound is refused; what only editors need (comments, metadata, elements and attributes
of other vocabularies, titles) is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressroom.pictures.picture import Picture, PictureError
from pressroom.pictures.svg_content import SVG, XLINK, check_drawing, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_XML = "http://www.w3.org/XML/1998/namespace"
_LEFT_OUT = frozenset({"metadata", "title", "desc"})
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*['\"]([^'\"]*)")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d)?")
_PIXELS = {"px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_MAX_BYTES = 5 * 1024 * 1024


def read_svg(data: bytes) -> Picture:
    """Check and clean a drawing; raise ``PictureError`` for what is no SVG or does more than draw."""
    root = _parse(data)
    _clean(root)
    check_drawing(root)
    width, height = _extent(root)
    from lxml import etree

    return Picture("image/svg+xml", etree.tostring(root), width, height)


def _parse(data: bytes) -> Element:
    from lxml import etree

    if len(data) > _MAX_BYTES:
        raise PictureError(f"is a drawing of more than {_MAX_BYTES // 2**20} MiB", "simplify it")
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in data or (declared and declared[1].lower() != b"utf-8"):
        raise PictureError("is not in UTF-8", "export it again, in UTF-8")
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data):
        raise PictureError("has a document type declaration", "delete the part with <!DOCTYPE")
    if b"<?xml-stylesheet" in data:
        raise PictureError("asks for a style sheet", "put the styles into the drawing")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PictureError(f"is no well-formed SVG ({error})", "export it again") from error
    if root.tag != f"{{{SVG}}}svg":
        raise PictureError("is XML, but no SVG", f"the outermost element is svg in {SVG}")
    return root


def _clean(root: Element) -> None:
    """Leave out metadata and what belongs to other vocabularies."""
    from lxml import etree

    strange = [
        element
        for element in root.iter()
        if _namespace(str(element.tag)) != SVG or local_name(element) in _LEFT_OUT
    ]
    for element in strange:
        parent = element.getparent()
        if parent is not None:
            _drop(parent, element)
    for element in root.iter():
        for name in element.attrib:
            if _namespace(str(name)) not in {"", XLINK, _XML}:
                del element.attrib[name]
    etree.cleanup_namespaces(root)


def _drop(parent: Element, element: Element) -> None:
    """Take an element out, but keep the text that follows it."""
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _extent(root: Element) -> tuple[int, int]:
    """Return the drawing's size in CSS px: what it says, else its view box."""
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if "viewBox" in root.attrib and not _is_box(box):
        raise PictureError("has a view box that shows nothing", "give it a width and a height")
    if len(box) == 4 and not (width and height):
        sides = _length(box[2]), _length(box[3])
        if sides[0] and sides[1]:
            if width:
                height = width * sides[1] / sides[0]
            elif height:
                width = height * sides[0] / sides[1]
            else:
                width, height = sides
    if not (width and height) or max(width, height) > 100_000:
        raise PictureError("does not say how large it is", "give it a width and a height")
    return max(1, round(width)), max(1, round(height))


def _is_box(numbers: list[str]) -> bool:
    if len(numbers) != 4 or not all(map(_NUMBER.fullmatch, numbers)):
        return False
    return all(1e-3 <= float(side) <= 1e6 for side in numbers[2:])


def _length(text: str | None) -> float | None:
    match = _LENGTH.fullmatch(text or "")
    return float(match[1]) * _PIXELS[match[2] or "px"] if match else None


def _namespace(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""
