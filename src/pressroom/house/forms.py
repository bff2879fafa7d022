"""The values of a house style that are its own: inks, families, labels, and values that differ by script."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pressroom.house.tokens import FEATURES, LABEL_FIELDS, Length
from pressroom.language.record import Script
from pressroom.place import Span
from pressroom.typed_yaml import Fields, Form, Kind, length, record, text
from pressroom.typed_yaml.nodes import Context, MappingNode, Node, ScalarNode
from pressroom.typed_yaml.wording import meant

T = TypeVar("T")
S = TypeVar("S")

INK = Form(
    "an ink", re.compile("[0-9A-Fa-f]{6}"), "write six hexadecimal digits without #, as in 0d4a5c"
)

FAMILY = Form(
    "the name of a font family",
    re.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,30}"),
    "write its English name; Word takes 31 characters at most",
)

FILE_NAME = Form(
    "the name of a file in the folder of the house",
    re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}"),
    "write a plain name such as logo.svg",
)

SCREEN = Form(
    "an ink on the press",
    re.compile(r"(?:100|[1-9]?\d)(?: (?:100|[1-9]?\d)){3}"),
    "write cyan, magenta, yellow and black in per cent, as in 90 40 30 40",
)

CONDITION = Form(
    "the name of a printing condition",
    re.compile("[A-Za-z0-9][A-Za-z0-9 _.-]{0,63}"),
    "write it as the registry of the ICC has it, as in FOGRA51",
)

CODE = Form("the code of a check", re.compile("[A-Z][0-9]{3}"), "write it as T201")

WORD = Form("a word to be replaced", re.compile("[^A-Z]+"), "write it in small letters")

WRITER = Form(
    "the name of a format", re.compile("[a-z][a-z0-9-]{0,30}"), "write it as --to takes it: docx"
)

_MAY_BE_EMPTY = frozenset({"boilerplate", "notes", "aside"})
_MAY_BE_LEFT_OUT = frozenset({"number"})
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class ByScript(Generic[T]):
    """A value for each script; None where nothing is said."""

    latin: T | None
    han: T | None

    def get(self, script: Script) -> T | None:
        """Return the value for a script."""
        return self.latin if script is Script.LATIN else self.han


def converted(kind: Kind[S], convert: Callable[[S], T]) -> Kind[T]:
    """Declare a value that is read as one kind and kept as another."""

    def read(node: Node, context: Context) -> T | None:
        value = kind.read(node, context)
        return None if value is None else convert(value)

    return Kind(kind.name, read, lambda: convert(kind.stand_in()))


def measure(least: float = 0.0) -> Kind[Length]:
    """Declare a length; ``least`` in points."""
    return converted(length(least), Length)


def by_script(kind: Kind[T]) -> Kind[ByScript[T]]:
    """Declare a value for both scripts, or a mapping ``{latin: …, han: …}``."""

    def halves(fields: Fields) -> ByScript[T]:
        return ByScript(fields.optional("latin", kind), fields.optional("han", kind))

    mapping = record(halves)

    def read(node: Node, context: Context) -> ByScript[T] | None:
        if isinstance(node, MappingNode):
            return mapping.read(node, context)
        value = kind.read(node, context)
        return None if value is None else ByScript(value, value)

    name = f"{kind.name}, or a mapping with latin and han"
    return Kind(name, read, lambda: ByScript(None, None))


def label(name: str) -> Kind[str]:
    """Declare a label with the fields that ``LABEL_FIELDS`` gives it."""
    allowed = LABEL_FIELDS.get(name, frozenset())
    wording = text(empty=name in _MAY_BE_EMPTY)

    def read(node: Node, context: Context) -> str | None:
        value = wording.read(node, context)
        if value is None or not isinstance(node, ScalarNode):
            return None
        found = set(_FIELD.findall(value))
        known = ", ".join(f"{{{field}}}" for field in sorted(allowed)) or "none"
        for field in sorted(found - allowed):
            _error(
                context, f"this label has no field {{{field}}}", node.span, f"its fields: {known}"
            )
        for field in sorted(allowed - found - _MAY_BE_LEFT_OUT):
            _error(context, f"the field {{{field}}} is missing in this label", node.span)
        if set("{}") & set(_FIELD.sub("", value)):
            _error(context, "a brace without its partner in this label", node.span)
        return value

    return Kind("a label", read, str)


def feature() -> Kind[str]:
    """Declare the name of something that a ledger accounts for."""
    name = text()

    def read(node: Node, context: Context) -> str | None:
        value = name.read(node, context)
        if value is None or value in FEATURES:
            return value
        hints = meant(value, FEATURES) or (f"the features are {', '.join(sorted(FEATURES))}",)
        _error(context, f"no feature is called {value}", node.span, *hints)
        return None

    return Kind("the name of a feature", read, str)


def _error(context: Context, message: str, span: Span, *hints: str) -> None:
    context.error(101, message, span, *hints)
