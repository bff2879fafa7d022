"""The markers of lists, counted as Word counts them (ECMA-376 §17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pressroom.writers.docx.hearing.declared import Sheet, value_of, whole
from pressroom.writers.docx.hearing.node import Node

_NUMBER = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Numbers:
    """Counts the items of a document's lists."""

    numbering: Node | None
    _counts: dict[tuple[str, int], int] = field(default_factory=dict[tuple[str, int], int])
    _begun: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])

    def place(self, paragraph: Node, sheet: Sheet) -> str:
        """Return depth and marker of the list item that a paragraph begins, ``""`` if it begins none; each is asked once."""
        layers = tuple(
            found for layer in sheet.paragraph(paragraph) if (found := layer.child("w:numPr"))
        )
        number, level = value_of(layers, "w:numId"), whole(value_of(layers, "w:ilvl") or "0")
        instance = self._named("w:num", "w:numId", number)
        if not instance or level is None:
            return ""
        return f"{level + 1} {self._marker(instance, number, level)}"

    def _marker(self, instance: Node, number: str, level: int) -> str:
        form = instance.value("w:abstractNumId") or ""
        definition = self._named("w:abstractNum", "w:abstractNumId", form)
        levels = definition.all("w:lvl") if definition else iter(())
        found = next((lvl for lvl in levels if lvl.attributes.get("w:ilvl") == str(level)), None)
        if found is None:
            return ""
        restart = next(
            (
                override.value("w:startOverride")
                for override in instance.all("w:lvlOverride")
                if override.attributes.get("w:ilvl") == str(level)
            ),
            None,
        )
        # Instances of one definition count on; one that begins anew does so where it is first used.
        first = whole(restart or found.value("w:start"))
        start = 1 if first is None else first
        begins = restart is not None and (number, level) not in self._begun
        self._begun.add((number, level))
        before = None if begins else self._counts.get((form, level))
        count = self._counts[form, level] = start if before is None else before + 1
        # An item begins the numbers of all levels below it anew (ECMA-376 §17.9.10).
        for other in [key for key in self._counts if key[0] == form and key[1] > level]:
            del self._counts[other]
        return _NUMBER.sub(
            lambda match: str(count) if int(match[1]) == level + 1 else match[0],
            found.value("w:lvlText") or "",
        )

    def _named(self, name: str, attribute: str, value: str) -> Node | None:
        nodes = self.numbering.all(name) if self.numbering else iter(())
        return next((node for node in nodes if node.attributes.get(attribute) == value), None)
