"""WordprocessingML elements, made in the order that the schema wants.

Word refuses a file whose properties stand in another order than in the schema, so a container of properties sorts what it
is given and refuses what it does not know: a wrong child is found here and not by the reader.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from pressroom.writers.docx.schema import NAMESPACES, ORDER

Markup = ET.Element
"""An element whose name carries its prefix as written (``w:p``)."""


def make(name: str, /, *children: Markup | str | None, **attributes: str | int | None) -> Markup:
    """Make an element; an attribute is given without prefix and gets that of the element, None is left out.

    A string child is the element's text. Raises ``ValueError`` for a property that its container does not have.
    """
    prefix = name.partition(":")[0]
    given = {f"{prefix}:{key}": str(v) for key, v in attributes.items() if v is not None}
    return fill(ET.Element(name, given), *children)


def plain(name: str, /, *children: Markup | str | None, **attributes: str | int | None) -> Markup:
    """Make an element whose attributes have no prefix, as DrawingML and the package parts write them."""
    given = {key: str(value) for key, value in attributes.items() if value is not None}
    return fill(ET.Element(name, given), *children)


def fill(element: Markup, *children: Markup | str | None) -> Markup:
    """Add children, in schema order where there is one."""
    element.extend(child for child in children if isinstance(child, ET.Element))
    order = ORDER.get(element.tag)
    if order is not None:
        element[:] = sorted(element, key=lambda child: order.index(child.tag))
    texts = [child for child in children if isinstance(child, str)]
    if texts:
        element.text = "".join(texts)
    return element


def inside(element: Markup, *names: str) -> Markup | None:
    """Return the first child of a name, the first of the next name in that, and so on; None if one is missing.

    ElementTree's own paths want a namespace for each prefix.
    """
    for name in names:
        found = next((child for child in element if child.tag == name), None)
        if found is None:
            return None
        element = found
    return element


def flag(name: str, *, on: bool = True) -> Markup:
    """Make an on/off property; on is written without value (ECMA-376 §17.17.4)."""
    return make(name) if on else make(name, val="0")


def value(name: str, content: str | int) -> Markup:
    """Make a property that holds one value."""
    return make(name, val=content)


def document(root: Markup) -> bytes:
    """Write a part: UTF-8 with declaration, the namespaces of its prefixes on the root."""
    prefixes = {
        name.partition(":")[0]
        for element in root.iter()
        for name in (element.tag, *element.attrib)
        if ":" in name
    }
    for prefix in sorted(prefixes - {"xml"}):
        root.set(f"xmlns:{prefix}", NAMESPACES[prefix])
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return head + ET.tostring(root, encoding="utf-8", xml_declaration=False)
