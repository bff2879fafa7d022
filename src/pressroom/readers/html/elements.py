"""What the elements of a page mean to who reads it: what is left out, what is a mark, what stands in a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from pressroom.language.tags import canonical
from pressroom.model.blocks import Alignment

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_LEFT_OUT = {
    **dict.fromkeys(("script", "noscript", "template"), "script left out"),
    **dict.fromkeys(("iframe", "object", "embed", "applet", "video", "audio", "canvas", "svg"), "embedded object left out"),
    **dict.fromkeys(("button", "select", "textarea", "input", "form"), "form left out"),
    "nav": "navigation left out",
    "title": "title of the page left out",
    "style": "",
    "rp": "",
}  # fmt: skip
_MARKS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn"), "slant"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "sup": "superscript",
    "sub": "subscript",
}
_CLASSES = frozenset({"proper-name", "book-title"})
"""The classes of our own pages that name a mark, whatever the element looks like elsewhere."""
_ROLES = frozenset({"boilerplate", "aside"})
"""The divisions of our own pages that no wording tells of."""
_STYLES = (
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)"), "strong"),
    (re.compile(r"font-style:\s*(?:italic|oblique)"), "slant"),
)
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all")
_ALIGN = re.compile(r"text-align:\s*([a-z]+)")
_ALIGNMENTS = {
    **dict.fromkeys(("left", "start"), Alignment.START),
    **dict.fromkeys(("center", "centre"), Alignment.CENTRE),
    **dict.fromkeys(("right", "end"), Alignment.END),
}
"""What style sheets and old attributes say, and our own classes."""
INLINE = frozenset(
    {"a", "abbr", "bdi", "bdo", "big", "del", "font", "ins", "label", "mark", "q", "ruby", "rb", "rt", "s", "small", "span", "strike", "time", "u", "wbr", "data", "acronym", *_MARKS}
)  # fmt: skip


def left_out(tag: str, given: Mapping[str, str]) -> str | None:
    """Return what the list of changes says of an element that is left out, ``""`` for nothing, None for one that stays."""
    if tag == "del":
        return "deletion accepted"
    if tag in _LEFT_OUT:
        return _LEFT_OUT[tag]
    hidden = "hidden" in given or _HIDDEN.search(given.get("style", "").lower())
    return "hidden text left out" if hidden else None


def marks_of(tag: str, given: Mapping[str, str]) -> set[str]:
    """Return the marks that an element puts on what it holds, by its name and by its looks."""
    style = given.get("style", "").lower()
    marks = {kind for pattern, kind in _STYLES if pattern.search(style)}
    named = _CLASSES.intersection(given.get("class", "").split())
    return marks | (named or ({_MARKS[tag]} if tag in _MARKS else set()))


def division_of(given: Mapping[str, str]) -> str:
    """Return the role of a division of our own pages, ``""`` for another element."""
    classes = given.get("class", "").split()
    return next((x for x in classes if x in _ROLES), "") if "division" in classes else ""


def language_in(given: Mapping[str, str]) -> str:
    """Return the language of an element where its letters do not tell it, ``""`` for English, Chinese and what is no tag."""
    tag = canonical(given.get("lang", "")) or ""
    return "" if tag.partition("-")[0] in {"en", "zh"} else tag


def alignment_of(cell: Element) -> Alignment:
    """Return how a cell, or the first element in it, says that it is set."""
    for node in islice(cell.iter(), 2):
        given = attributes_of(node)
        styled = _ALIGN.search(given.get("style", "").lower())
        for name in (
            styled[1] if styled else "",
            given.get("align", ""),
            *given.get("class", "").split(),
        ):
            if name.lower() in _ALIGNMENTS:
                return _ALIGNMENTS[name.lower()]
    return Alignment.NATURAL


def tag_of(node: Element) -> str:
    """Return the name of an element."""
    return node.tag.lower()


def attributes_of(node: Element) -> Mapping[str, str]:
    """Return the attributes of an element."""
    return {str(name).lower(): str(value) for name, value in node.attrib.items()}


def text_in(node: Element) -> str:
    """Return all text below an element."""
    return "".join(str(text) for text in node.itertext())
