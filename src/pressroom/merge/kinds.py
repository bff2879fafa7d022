"""What kind of block a paragraph is, in Word and in the source: ``text``, ``heading 2``, ``bullet 1``, ``number 2``, ``quote``, ``cell``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pressroom.writers.docx.hearing.declared import Sheet, value_of, whole
from pressroom.writers.docx.hearing.node import Node

TEXT = "text"
QUOTE = "quote"
CELL = "cell"
HEADLINE = "heading 1"


def on_one_line(kind: str) -> bool:
    """Tell whether such a block is written on one line of the source; text alone goes on over several."""
    return kind != TEXT


@dataclass(frozen=True, slots=True)
class Kinds:
    """Tells kinds by styles and lists; ``forms`` are the forms of numbers by list and level (ECMA-376 §17.9.17)."""

    sheet: Sheet
    forms: Mapping[tuple[str, str], str]

    def of(self, paragraph: Node) -> str:
        """Return the kind of a paragraph outside tables."""
        layers = self.sheet.paragraph(paragraph)
        if level := self.sheet.heading_level(paragraph):
            return f"heading {level}"
        lists = tuple(found for layer in layers if (found := layer.child("w:numPr")))
        number, depth = value_of(lists, "w:numId"), value_of(lists, "w:ilvl") or "0"
        if (form := self.forms.get((number, depth))) and (level := whole(depth)) is not None:
            return f"{'bullet' if form == 'bullet' else 'number'} {level + 1}"
        return QUOTE if self._is_quote(paragraph) else TEXT

    def _is_quote(self, paragraph: Node) -> bool:
        style = self.sheet.styles.get(self.sheet.style_of(paragraph))
        return ((style and style.value("w:name")) or "").lower().startswith("quot")


def kinds(sheet: Sheet, numbering: Node | None) -> Kinds:
    """Read the forms of lists; without a numbering part there are none."""
    if numbering is None:
        return Kinds(sheet, {})
    levels = {
        definition.attributes.get("w:abstractNumId", ""): {
            level.attributes.get("w:ilvl", ""): level.value("w:numFmt") or "decimal"
            for level in definition.all("w:lvl")
        }
        for definition in numbering.all("w:abstractNum")
    }
    forms = {
        (instance.attributes.get("w:numId", ""), level): form
        for instance in numbering.all("w:num")
        for level, form in levels.get(instance.value("w:abstractNumId") or "", {}).items()
    }
    return Kinds(sheet, forms)


def kind_said(level: str, item: str, *, cell: bool, quoted: bool) -> str:
    """Return the kind that a projection tells: ``level`` of a heading, ``item`` with depth and marker."""
    if cell:
        return CELL
    if level:
        return f"heading {level}"
    if item:
        depth, _, marker = item.partition(" ")
        return f"{'number' if any(map(str.isalnum, marker)) else 'bullet'} {depth}"
    return QUOTE if quoted else TEXT
