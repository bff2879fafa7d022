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

    ``family`` is the letter of the codes: M for front matter, H for house styles; the numbers are those of ``FAULTS``.
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


FAULTS = {
    1: "the YAML cannot be read",
    2: "there is more than one YAML document",
    3: "an anchor or alias: every value is written where it belongs",
    4: "a tag: types are declared by the program, not by the file",
    5: "lists and mappings are nested too deeply",
    6: "the YAML is too long",
    7: "an escape stands for a character that no output can hold",
    8: "a key is not a text",
    9: "a key is written twice",
    10: "an unknown key",
    11: "a missing key",
    12: "a key without a value",
    13: "a value of the wrong kind",
    14: "a text that must stand on one line",
    15: "a text that does not have the form that is asked for",
    16: "not a whole number, or out of range",
    17: "not a date of the calendar",
    18: "not an instant that happens exactly once in its time zone",
    19: "not one of the words to choose from",
    20: "not a length with a unit of print",
    21: "not a language tag (BCP 47)",
    22: "too few entries",
}
"""What each number means, whatever the family."""
