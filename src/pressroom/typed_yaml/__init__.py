"""Strict YAML: declared fields with places, every fault at once, nothing re-typed behind the author's back.

::

    def read_page(fields: Fields) -> Page:
        return Page(width=fields.required("width", length()), title=fields.optional("title", text()))

    page = read_yaml(file, record(read_page), report, family="H")     # None when anything was wrong
"""

from pressroom.typed_yaml.dates import day, instant
from pressroom.typed_yaml.document import read_yaml
from pressroom.typed_yaml.fields import Fields, Kind
from pressroom.typed_yaml.kinds import Form, boolean, by_key, choice, integer, list_of, record, text
from pressroom.typed_yaml.localised import by_language, language_tag, localised
from pressroom.typed_yaml.measures import length
from pressroom.typed_yaml.nodes import Context, Node

__all__ = [
    "Context",
    "Fields",
    "Form",
    "Kind",
    "Node",
    "boolean",
    "by_key",
    "by_language",
    "choice",
    "day",
    "instant",
    "integer",
    "language_tag",
    "length",
    "list_of",
    "localised",
    "read_yaml",
    "record",
    "text",
]
