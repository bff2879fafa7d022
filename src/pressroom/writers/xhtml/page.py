"""A whole document round sections."""

from __future__ import annotations

from pressroom.writers.xhtml.serialize import XHTML
from pressroom.writers.xhtml.tree import Element, element

OPS = "http://www.idpf.org/2007/ops"


def page(language: str, title: str, head: tuple[Element, ...], *body: Element) -> Element:
    """Return the ``html`` element of a document; ``head`` follows charset and title."""
    return element(
        "html",
        {"xmlns": XHTML, "xmlns:epub": OPS, "lang": language, "xml:lang": language},
        element(
            "head",
            None,
            element("meta", {"charset": "utf-8"}),
            element("title", None, title),
            *head,
        ),
        element("body", None, *body),
    )
