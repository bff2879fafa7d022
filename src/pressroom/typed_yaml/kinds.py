"""The kinds of values that a field can be declared with: words, numbers, and what is built of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from pressroom.diagnostics import Report
from pressroom.place import SourceFile, Span
from pressroom.typed_yaml.fields import Fields, Kind
from pressroom.typed_yaml.nodes import Context, ListNode, MappingNode, Node, ScalarNode
from pressroom.typed_yaml.wording import listed, meant, quoted

T = TypeVar("T")
K = TypeVar("K")
E = TypeVar("E", bound=Enum)

LIST = "write a line `- …` for each entry, or `[…, …]`"
MAPPING = "write a line `key: value` for each entry"
"""The ways out where something else was found."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of text: ``name`` completes "… is not", ``hint`` is the way out."""

    name: str
    pattern: re.Pattern[str]
    hint: str


def scalar_text(node: Node, context: Context, name: str) -> str | None:
    """Return the one-line text of a node, or report that it is none; ``name`` says what was expected."""
    match node:
        case ScalarNode():
            text = node.text.rstrip("\n")  # of a block text
        case _:
            return wrong_kind(node, context, name, "write one value, without brackets or braces")
    if "\n" in text or "\r" in text or "\t" in text:
        hint = "write it on one line, without tabs"
        context.error(14, "a line break or tab inside a text", node.span, hint)
        return None
    if "\n" in context.file.slice(node.span).rstrip() and any(map(_wide, text)):
        what = "YAML would put a space where this text goes on in the next line"
        context.error(14, what, node.span, "write it on one line: Han text has no spaces")
        return None
    return text


def wrong_kind(node: Node, context: Context, name: str, hint: str) -> None:
    """Report that a node is not what was expected."""
    match node:
        case ScalarNode():
            found = "a text"
        case ListNode():
            found = "a list"
        case _:
            found = "a mapping"
    context.error(13, f"expected {name}, found {found}", node.span, hint)


def text(form: Form | None = None, *, empty: bool = False) -> Kind[str]:
    """Declare a text on one line, of a certain form if one is given; ``empty`` admits ``""``."""
    name = form.name if form else "a text"

    def read(node: Node, context: Context) -> str | None:
        value = scalar_text(node, context, name)
        if value is None:
            return None
        if not value.strip() and not empty:
            context.error(12, f"an empty text where {name} should stand", node.span)
            return None
        if form and not form.pattern.fullmatch(value):
            context.error(15, f"{quoted(value)} is not {name}", node.span, form.hint)
            return None
        return value

    return Kind(name, read, str)


def integer(least: int, most: int) -> Kind[int]:
    """Declare a whole number in decimal digits."""
    name = f"a whole number from {least} to {most}"

    def read(node: Node, context: Context) -> int | None:
        value = scalar_text(node, context, name)
        if value is None:
            return None
        if re.fullmatch(r"-?(0|[1-9][0-9]{0,9})", value) and least <= int(value) <= most:
            return int(value)
        hint = "write it in the digits 0 to 9 alone"
        context.error(16, f"{quoted(value)} is not {name}", node.span, hint)
        return None

    return Kind(name, read, lambda: least)


def boolean() -> Kind[bool]:
    """Declare a truth value: ``true`` or ``false`` and nothing else."""
    return _word({"true": True, "false": False}, lambda: False)


def choice(members: type[E]) -> Kind[E]:
    """Declare one of the words that are the values of an enumeration."""
    return _word({str(member.value): member for member in members}, lambda: next(iter(members)))


def _word(words: dict[str, T], stand_in: Callable[[], T]) -> Kind[T]:
    name = listed(words)

    def read(node: Node, context: Context) -> T | None:
        value = scalar_text(node, context, name)
        if value is None:
            return None
        if value in words:
            return words[value]
        hints = (*meant(value, words), f"choose {name}")
        context.error(19, f"{quoted(value)} is not one of the words known here", node.span, *hints)
        return None

    return Kind(name, read, stand_in)


def list_of(kind: Kind[T], least: int = 0) -> Kind[tuple[T, ...]]:
    """Declare a list, with at least so many entries."""

    def read(node: Node, context: Context) -> tuple[T, ...] | None:
        if not isinstance(node, ListNode):
            return wrong_kind(node, context, "a list", LIST)
        if len(node.items) < least:
            context.error(22, f"fewer than {least} in this list", node.span)
        values = [kind.value(item, context) for item in node.items]
        return tuple(value for value in values if value is not None)

    return Kind("a list", read, tuple)


def by_key(key: Kind[K], value: Kind[T]) -> Kind[tuple[tuple[K, T], ...]]:
    """Declare a mapping whose keys are data themselves; two spellings of one key are refused."""

    def read(node: Node, context: Context) -> tuple[tuple[K, T], ...] | None:
        if not isinstance(node, MappingNode):
            return wrong_kind(node, context, "a mapping", MAPPING)
        entries: dict[K, T] = {}
        for pair in node.pairs:
            name = key.value(pair.key, context)
            content = value.value(pair.value, context)
            if name is not None and name in entries:
                what = f"key {quoted(pair.key.text)} is written twice"
                context.error(9, what, pair.key.span)
            elif name is not None and content is not None:
                entries[name] = content
        return tuple(entries.items())

    return Kind("a mapping", read, tuple)


def record(read_fields: Callable[[Fields], T]) -> Kind[T]:
    """Declare a mapping with fields of its own; ``read_fields`` asks for them, unknown keys are reported after it."""

    def read(node: Node, context: Context) -> T | None:
        if not isinstance(node, MappingNode):
            return wrong_kind(node, context, "a mapping", MAPPING)
        fields = Fields(node, context)
        value = read_fields(fields)
        fields.finish()
        return value

    def stand_in() -> T:
        nowhere = Context(SourceFile("", ""), Report(), "")
        return read_fields(Fields(MappingNode((), Span(0, 0)), nowhere))

    return Kind("a mapping", read, stand_in)


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
