"""Drawings: a strict subset of SVG that only draws.

What could run, fetch, or grow without bound is refused; what only editors need (comments, metadata, elements and attributes
of other vocabularies, titles) is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressroom.pictures.picture import Picture, PictureError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_DRAWING = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "style",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "marker",
    ]
)
_LEFT_OUT = frozenset({"metadata", "title", "desc"})
_REPEATED = frozenset({"clipPath", "mask", "pattern", "marker"})
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*['\"]([^'\"]*)")
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
_PIXELS = {"px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_MAX_BYTES = 5 * 1024 * 1024
_MAX_ELEMENTS = 200_000


def read_svg(data: bytes) -> Picture:
    """Check and clean a drawing; raise ``PictureError`` for what is no SVG or does more than draw."""
    root = _parse(data)
    _clean(root)
    elements = list(root.iter())
    for element in elements:
        _check(element)
    _check_growth(root, elements)
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
    if root.tag != f"{{{_SVG}}}svg":
        raise PictureError("is XML, but no SVG", f"the outermost element is svg in {_SVG}")
    return root


def _clean(root: Element) -> None:
    """Leave out metadata and what belongs to other vocabularies."""
    from lxml import etree

    strange = [
        element
        for element in root.iter()
        if _namespace(str(element.tag)) != _SVG or _name(element) in _LEFT_OUT
    ]
    for element in strange:
        parent = element.getparent()
        if parent is not None:
            _drop(parent, element)
    for element in root.iter():
        for name in element.attrib:
            if _namespace(str(name)) not in {"", _XLINK, _XML}:
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


def _check(element: Element) -> None:
    name = _name(element)
    if name == "text":
        raise PictureError(
            "holds letters as text, which each reader would set in a face of its own",
            "convert the text to outlines (paths)",
        )
    if name not in _DRAWING:
        raise PictureError(
            f"has an element <{name}>, which does more than draw",
            "export it as plain SVG: paths, shapes, gradients",
        )
    if name == "style":
        _check_css(element.text or "")
        if len(element):
            raise PictureError("has elements in its styles", "export it as plain SVG")
    for attribute, value in element.attrib.items():
        key, text = str(attribute), str(value)
        local = key.rpartition("}")[2].lower()
        if local.startswith("on"):
            raise PictureError(f"has a script in {local}", "export it without scripts")
        if local == "base":
            raise PictureError("says where its references begin (xml:base)", "delete that")
        if local == "href" and not text.strip().startswith("#"):
            raise PictureError(f"refers to {text!r}, outside itself", "put it into the drawing")
        _check_css(text)


def _check_css(text: str) -> None:
    """Refuse rules that load anything, and the escapes that could hide them."""
    if "\\" in text or "@" in text or "expression(" in text.lower():
        raise PictureError("has styles that do more than colour", "export it with plain styles")
    for target in _URL.findall(text):
        if not str(target).startswith("#"):
            raise PictureError(f"refers to {target!r}, outside itself", "put it into the drawing")


def _check_growth(root: Element, elements: list[Element]) -> None:
    """Refuse references that multiply: a drawing of a kilobyte could ask for billions of shapes."""
    named = {str(element.get("id")): element for element in elements if element.get("id")}
    gradients = {f"#{key}" for key, element in named.items() if _name(element) in _GRADIENTS}
    for element in elements:
        if _name(element) in _REPEATED:
            for inner in element.iter(f"{{{_SVG}}}*"):
                if inner is element:
                    continue
                targets = {
                    str(t).strip() for v in inner.attrib.values() for t in _URL.findall(str(v))
                }
                if _name(inner) == "use" or targets - gradients:
                    raise PictureError(
                        f"has references inside a <{_name(element)}>", "expand them before export"
                    )
    drawn = len(elements)
    for use in root.iter(f"{{{_SVG}}}use"):
        href = use.get("href") or use.get(f"{{{_XLINK}}}href") or ""
        target = named.get(href.strip().removeprefix("#"))
        if target is None:
            continue
        if any(True for _ in target.iter(f"{{{_SVG}}}use")):
            raise PictureError("repeats what repeats something itself", "expand it before export")
        drawn += sum(1 for _ in target.iter())
        if drawn > _MAX_ELEMENTS:
            break
    if drawn > _MAX_ELEMENTS:
        raise PictureError(f"draws more than {_MAX_ELEMENTS} shapes", "simplify it")


def _extent(root: Element) -> tuple[int, int]:
    """Return the drawing's size in CSS px: what it says, else its view box."""
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = (root.get("viewBox") or "").replace(",", " ").split()
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


def _length(text: str | None) -> float | None:
    match = _LENGTH.fullmatch(text or "")
    return float(match[1]) * _PIXELS[match[2] or "px"] if match else None


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _namespace(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""
