"""Declared fields: a mapping is asked for what it must and may hold, and answers with typed values.

A fault is reported once, with its place, and reading goes on with a stand-in, so that all faults come at once; whoever
reads a document throws the result away when there was an error (``read_yaml`` does).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pressroom.place import Span
from pressroom.typed_yaml.nodes import BrokenNode, Context, MappingNode, Node, ScalarNode
from pressroom.typed_yaml.wording import meant, quoted

T = TypeVar("T")

_HIDDEN = re.compile(r"[ \t]*#[^\s#]")
"""What stands for a value and was taken for a comment."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What a value must be.

    ``name`` completes "expected …"; ``read`` returns None after it has reported a fault; ``stand_in`` makes what
    reading goes on with after a fault.
    """

    name: str
    read: Callable[[Node, Context], T | None]
    stand_in: Callable[[], T]

    def value(self, node: Node, context: Context) -> T | None:
        """Read a value, or report why that cannot be done and return None."""
        match node:
            case BrokenNode():
                return None
            case ScalarNode(text="", plain=True):
                hint = "write a value, or leave the key out"
                if _HIDDEN.match(context.file.text, node.span.end):
                    hint = "`#` begins a comment: write what follows it alone, or quote it all"
                context.error(12, f"no value where {self.name} should stand", node.span, hint)
                return None
            case _:
                return self.read(node, context)


class Fields:
    """The fields of one mapping, each asked for once; ``finish`` reports the keys that nobody asked for."""

    def __init__(self, node: MappingNode, context: Context) -> None:
        self.context = context
        self._node = node
        self._pairs = {pair.key.text: pair for pair in node.pairs}
        self._declared: list[str] = []

    def required(self, key: str, kind: Kind[T]) -> T:
        """Return the value of a key that must be there."""
        self._declared.append(key)
        if key not in self._pairs:
            first_line = self.context.file.slice(self._node.span).splitlines()[:1]
            span = Span(self._node.span.start, self._node.span.start + len("".join(first_line)))
            self.context.error(11, f"missing key `{key}`", span, f"add `{key}:` with {kind.name}")
            return kind.stand_in()
        value = kind.value(self._pairs[key].value, self.context)
        return kind.stand_in() if value is None else value

    def optional(self, key: str, kind: Kind[T]) -> T | None:
        """Return the value of a key that may be there."""
        self._declared.append(key)
        pair = self._pairs.get(key)
        return None if pair is None else kind.value(pair.value, self.context)

    def has(self, key: str) -> bool:
        """Tell whether a key is there, whatever its value."""
        return key in self._pairs

    def span(self, key: str) -> Span:
        """Return where the value of a key stands, or the whole mapping when the key is not there."""
        pair = self._pairs.get(key)
        return self._node.span if pair is None else pair.value.span

    def finish(self) -> None:
        """Report the keys that no field was declared for."""
        for key, pair in self._pairs.items():
            if key not in self._declared:
                hints = meant(key, self._declared) or (f"known here: {', '.join(self._declared)}",)
                self.context.error(10, f"unknown key {quoted(key)}", pair.key.span, *hints)
