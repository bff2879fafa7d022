"""Read XML and HTML that others may have made into the tree of this package, without their power to do harm.

No entity is expanded, no external file is read, no network is asked, and nesting is limited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, cast

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.xhtml.tree import Element, Node

_PREFIXES = {
    "http://www.w3.org/1999/xhtml": "",
    "http://www.idpf.org/2007/opf": "",
    "http://www.daisy.org/z3986/2005/ncx/": "",
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://www.idpf.org/2007/ops": "epub:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://www.w3.org/2000/svg": "svg:",
}
_DEEPEST = 200


def xml_tree(data: bytes, name: str) -> Element:
    """Parse strict XML; ``name`` is what a finding calls it. Raises ``WriterError``.

    Elements of XHTML, OPF, NCX and container documents have plain names, others the prefixes ``epub:``, ``dc:``, ``svg:``.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return _parse(data, name, parser)


def html_tree(data: bytes, name: str) -> Element:
    """Parse HTML as UTF-8; ``name`` is what a finding calls it. Raises ``WriterError``."""
    from lxml import etree

    # libxml2 does not know that <wbr> is void and would put all that follows into it.
    text = data.replace(b"<wbr>", b"")
    return _parse(text, name, etree.HTMLParser(encoding="utf-8", no_network=True))


class _Parsed(Protocol):
    """An element of lxml, as far as it is needed; a comment has no name in ``tag``."""

    tag: object
    text: str | None
    tail: str | None
    attrib: Mapping[str, str]

    def __iter__(self) -> Iterator[_Parsed]: ...


def _parse(data: bytes, name: str, parser: object) -> Element:
    from lxml import etree

    parse = cast("Callable[[bytes, object], _Parsed | None]", etree.fromstring)
    try:
        root = parse(data, parser)
        if root is not None:
            return _element(root, 0)
        fact = "it holds nothing"
    except (etree.XMLSyntaxError, ValueError) as fault:
        fact = str(fault)
    message = f"{name} cannot be read: {fact}"
    raise WriterError(Diagnostic("A201", Severity.ERROR, message))


def _element(node: _Parsed, depth: int) -> Element:
    if depth > _DEEPEST:
        raise ValueError("it is nested too deeply")
    children: list[Node] = [node.text] if node.text else []
    for child in node:
        if isinstance(child.tag, str):
            children.append(_element(child, depth + 1))
        elif type(child).__name__ == "_Entity":
            raise ValueError(f"it holds the entity {child.text}")
        if child.tail:
            children.append(child.tail)
    attributes = tuple((_name(str(key)), str(value)) for key, value in node.attrib.items())
    return Element(_name(str(node.tag)), attributes, tuple(children))


def _name(qualified: str) -> str:
    if not qualified.startswith("{"):
        return qualified
    namespace, _, local = qualified[1:].partition("}")
    return _PREFIXES.get(namespace, "other:") + local
