"""Real lists: one definition for each form of marker, one instance for each list (ECMA-376 §17.9)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.edition.resolved import ListBlock
from pressroom.house.tokens import Length
from pressroom.writers.docx.markup import Markup, make, value

LEVELS = 9
"""How deep Word's lists go."""


class Numbering:
    """Hands out a list instance for each list block and writes the numbering part."""

    def __init__(self, indent: Length) -> None:
        self._indent = indent
        self._forms: list[str] = []
        self._lists: list[tuple[int, int, int | None]] = []

    def instance(self, block: ListBlock, depth: int) -> int:
        """Return the id of a new list; ``depth`` counts from 0."""
        form = _form(block)
        if form not in self._forms:
            self._forms.append(form)
        self._lists.append((self._forms.index(form), depth, block.start))
        return len(self._lists)

    def alike(self, one: int, other: int) -> bool:
        """Tell whether two lists have the same markers, depth and first number."""
        return self._lists[one - 1] == self._lists[other - 1]

    def properties(self, instance: int, depth: int) -> Markup:
        """Make the paragraph property that puts a paragraph into a list."""
        return make("w:numPr", value("w:ilvl", depth), value("w:numId", instance))

    def markup(self) -> Markup:
        """Make the numbering part."""
        definitions = (
            make(
                "w:abstractNum",
                value("w:multiLevelType", "hybridMultilevel"),
                *self._levels(form),
                abstractNumId=number,
            )
            for number, form in enumerate(self._forms)
        )
        instances = (
            make(
                "w:num",
                value("w:abstractNumId", form),
                None if start is None else _restart(depth, start),
                numId=number,
            )
            for number, (form, depth, start) in enumerate(self._lists, 1)
        )
        return make("w:numbering", *definitions, *instances)

    def _levels(self, form: str) -> Iterator[Markup]:
        counted = "%" in form
        for level in range(LEVELS):
            left = self._indent.twips * (level + 1)
            yield make(
                "w:lvl",
                value("w:start", 1),
                value("w:numFmt", "decimal" if counted else "bullet"),
                value("w:lvlText", form.replace("%", f"%{level + 1}")),
                value("w:lvlJc", "left"),
                make("w:pPr", make("w:ind", left=left, hanging=self._indent.twips)),
                ilvl=level,
            )


def _form(block: ListBlock) -> str:
    """Return the marker with ``%`` for the number: ``%.`` or ``•``."""
    marker = block.entries[0].marker if block.entries else ""
    return marker if block.start is None else marker.replace(str(block.start), "%", 1)


def _restart(depth: int, start: int) -> Markup:
    return make("w:lvlOverride", value("w:startOverride", start), ilvl=depth)
