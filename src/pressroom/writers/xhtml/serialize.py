"""Write a tree as XML or as HTML: never pretty-printed, since a line end between inlines is a visible space in Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.writers.xhtml.tree import Element, Node

XHTML = "http://www.w3.org/1999/xhtml"

# HTML Living Standard §13.1.2, void elements; those that this program uses.
_VOID = frozenset({"br", "col", "hr", "img", "link", "meta", "wbr"})
_RAW = frozenset({"style", "script"})
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    | {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def xml_text(root: Element, doctype: str = "") -> str:
    """Write an XML document; ``doctype`` is the name in its document type declaration, if it has one.

    In XHTML only void elements are closed where they open, so that an HTML parser reads the same.
    """
    declaration = f"<!DOCTYPE {doctype}>\n" if doctype else ""
    xhtml = dict(root.attributes).get("xmlns") == XHTML
    body = "".join(_xml(root, xhtml=xhtml))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{declaration}{body}\n'


def html_text(root: Element) -> str:
    """Write an HTML document.

    Attributes with a prefix and namespace declarations are left out: HTML has neither, and ``lang`` and ``role`` say the same.
    Raises ``ValueError`` for a style sheet or data that would end its own element.
    """
    return "<!DOCTYPE html>\n" + "".join(_html(root)) + "\n"


def _xml(node: Node, *, xhtml: bool) -> Iterator[str]:
    if isinstance(node, str):
        yield node.translate(_TEXT)
        return
    yield f"<{node.name}"
    for name, value in node.attributes:
        yield f' {name}="{value.translate(_VALUE)}"'
    if not node.children and (node.name in _VOID or not xhtml):
        yield "/>"
        return
    yield ">"
    for child in node.children:
        yield from _xml(child, xhtml=xhtml)
    yield f"</{node.name}>"


def _html(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield node.translate(_TEXT)
        return
    yield f"<{node.name}"
    for name, value in node.attributes:
        if ":" not in name and name != "xmlns":
            yield f' {name}="{value.translate(_VALUE)}"'
    yield ">"
    if node.name in _VOID:
        return
    if node.name in _RAW:
        text = "".join(child for child in node.children if isinstance(child, str))
        if "</" in text:
            raise ValueError(f"<{node.name}> in HTML cannot hold '</'")
        yield text
    else:
        for child in node.children:
            yield from _html(child)
    yield f"</{node.name}>"
