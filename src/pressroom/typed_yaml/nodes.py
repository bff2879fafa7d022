"""YAML as it was written: texts, lists and mappings with their places, nothing converted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pressroom.diagnostics import Report
from pressroom.place import Place, SourceFile, Span


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A text; ``plain`` when it stands there without quotes or block mark."""

    text: str
    plain: bool
    span: Span


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list, in block or in flow form."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value."""

    key: ScalarNode
    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping; every key stands in it once."""

    pairs: tuple[Pair, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class BrokenNode:
    """What stands for a value whose fault has been reported already."""

    span: Span


Node: TypeAlias = ScalarNode | ListNode | MappingNode | BrokenNode


@dataclass(frozen=True, slots=True)
class Context:
    """Where nodes come from and where their faults go.

    ``family`` is the letter of the codes: M for front matter, H for house styles; the numbers are those of
    ``diagnostics.codes``.
    """

    file: SourceFile
    report: Report
    family: str

    def error(self, number: int, message: str, span: Span, *hints: str) -> None:
        """Report a fault of the YAML."""
        self.report.error(f"{self.family}{number:03}", message, Place(self.file, span), *hints)

    def silenced(self) -> Context:
        """Return a context whose findings nobody reads."""
        return Context(self.file, Report(), self.family)
