"""What may stand in a drawing, and how much of it: what could run, fetch, or grow without bound is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressroom.pictures.picture import PictureError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
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
_REPEATED = frozenset({"clipPath", "mask", "pattern", "marker"})
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_URL = re.compile(r"url\(\s*['\"]?\s*([^'\")]*)", re.IGNORECASE)
_TRANSFORM = re.compile(
    r"(?:[\s,]*+(?:matrix|translate|scale|rotate|skewX|skewY)\s*+\([-+.\s,]*+\d[-+\d.eE\s,]*+\))*+[\s,]*+"
)
_OUT_OF_RANGE = re.compile(r"\d[eE]\+?\d{2}|(?<![.\d])\d{10}")
_MAX_ELEMENTS = 50_000
_MAX_DEPTH = 64
_MAX_ATTRIBUTES = 64
_MAX_STYLE = 2000
_MAX_STYLE_SHEET = 64 * 1024
_MAX_MATCHES = 2_000_000
"""How often the selector of a rule may be held against an element."""


def check_drawing(root: Element) -> None:
    """Raise ``PictureError`` for a drawing that does more than draw, or draws too much."""
    elements = list(root.iter())
    if len(elements) > _MAX_ELEMENTS:
        raise PictureError(f"draws more than {_MAX_ELEMENTS} shapes", "simplify it")
    _check_depth(root)
    for element in elements:
        _check(element)
    _check_styles(elements)
    _check_growth(root, elements)


def local_name(element: Element) -> str:
    """Return the name of an element without its vocabulary."""
    return str(element.tag).rpartition("}")[2]


def _check(element: Element) -> None:
    name = local_name(element)
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
    if len(element.attrib) > _MAX_ATTRIBUTES:
        raise PictureError(
            f"has <{name}> with more than {_MAX_ATTRIBUTES} attributes", "simplify it"
        )
    for attribute, value in element.attrib.items():
        key, text = str(attribute), str(value)
        _check_form(key, text)
        local = key.rpartition("}")[2].lower()
        if local.startswith("on"):
            raise PictureError(f"has a script in {local}", "export it without scripts")
        if local == "base":
            raise PictureError("says where its references begin (xml:base)", "delete that")
        if local == "href" and not text.strip().startswith("#"):
            raise PictureError(f"refers to {text!r}, outside itself", "put it into the drawing")
        _check_css(text)


def _check_form(attribute: str, text: str) -> None:
    """Refuse values that programs read each in a way of its own, or that overflow in some."""
    if attribute == "style" and len(text) > _MAX_STYLE:
        raise PictureError(f"has a style of more than {_MAX_STYLE} characters", "simplify it")
    if attribute.lower().endswith("transform") and not _TRANSFORM.fullmatch(text):
        raise PictureError(f"has a transform that cannot be read: {text[:40]!r}", "correct it")
    if attribute not in {"id", "class"} and not text.startswith("#") and _OUT_OF_RANGE.search(text):
        raise PictureError(f"has a number in {attribute} that is out of range", "correct it")


def _check_depth(root: Element) -> None:
    """Refuse what is nested deeper than programs can follow: some end without a word."""
    level = [root]
    for _ in range(_MAX_DEPTH):
        level = [child for element in level for child in element]
    if level:
        raise PictureError(f"has groups nested more than {_MAX_DEPTH} deep", "ungroup some")


def _check_styles(elements: list[Element]) -> None:
    sheets = [element.text or "" for element in elements if local_name(element) == "style"]
    rules = sum(sheet.count("{") + sheet.count(",") for sheet in sheets)
    if sum(map(len, sheets)) > _MAX_STYLE_SHEET or rules * len(elements) > _MAX_MATCHES:
        raise PictureError("has too many style rules", "export it with presentation attributes")


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
    gradients = {f"#{key}" for key, element in named.items() if local_name(element) in _GRADIENTS}
    for element in elements:
        if local_name(element) in _REPEATED:
            for inner in element.iter(f"{{{SVG}}}*"):
                targets = {
                    str(t).strip() for v in inner.attrib.values() for t in _URL.findall(str(v))
                }
                if local_name(inner) == "use" or targets - gradients:
                    raise PictureError(
                        f"has references inside a <{local_name(element)}>",
                        "expand them before export",
                    )
    drawn = len(elements)
    for use in root.iter(f"{{{SVG}}}use"):
        href = use.get("href") or use.get(f"{{{XLINK}}}href") or ""
        target = named.get(href.strip().removeprefix("#"))
        if target is None:
            continue
        if any(True for _ in target.iter(f"{{{SVG}}}use")):
            raise PictureError("repeats what repeats something itself", "expand it before export")
        drawn += sum(1 for _ in target.iter())
        if drawn > _MAX_ELEMENTS:
            break
    if drawn > _MAX_ELEMENTS:
        raise PictureError(f"draws more than {_MAX_ELEMENTS} shapes", "simplify it")
