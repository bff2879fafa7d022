"""The XHTML that pdf, html and epub share: a strict tree, its two syntaxes, and the translation of an edition into it.

``edition_section`` turns a resolved edition into one ``<section class="edition">``; what formats need differently stands in
``Dialect``. ``page`` puts sections into a document; ``xml_text`` and ``html_text`` write it.
"""

from pressroom.writers.xhtml.contents import (
    Entry,
    contents_title,
    edition_name,
    heading_text,
    outline,
)
from pressroom.writers.xhtml.dialect import ABILITIES, Dialect
from pressroom.writers.xhtml.masthead import masthead
from pressroom.writers.xhtml.page import page
from pressroom.writers.xhtml.reflowing import on_screens, reflowing_rules
from pressroom.writers.xhtml.section import edition_section
from pressroom.writers.xhtml.self_contained import NOTHING_FROM_OUTSIDE, data_address
from pressroom.writers.xhtml.serialize import html_text, xml_text
from pressroom.writers.xhtml.tree import Element, Node, element, printable

__all__ = [
    "ABILITIES",
    "NOTHING_FROM_OUTSIDE",
    "Dialect",
    "Element",
    "Entry",
    "Node",
    "contents_title",
    "data_address",
    "edition_name",
    "edition_section",
    "element",
    "heading_text",
    "html_text",
    "masthead",
    "on_screens",
    "outline",
    "page",
    "printable",
    "reflowing_rules",
    "xml_text",
]
