"""Resolved blocks to flow content: every block carries its id, every text block its role as class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    ListBlock,
    QuoteBlock,
    ResolvedBlock,
    RuleBlock,
    TableBlock,
    TextBlock,
)
from pressroom.house.tokens import Role
from pressroom.model.blocks import Alignment
from pressroom.writers.xhtml.inlines import Phrasing, language_attributes
from pressroom.writers.xhtml.tree import Element, Node, element


@dataclass(slots=True)
class Flow:
    """Translates blocks that stand in text of a language.

    ``prefix`` is put before the next text block (the mark of a note) and is then used up.
    """

    phrasing: Phrasing
    language: str
    prefix: tuple[Node, ...] = field(default=())

    def elements(self, blocks: Iterable[ResolvedBlock]) -> tuple[Element, ...]:
        """Translate blocks in their order."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: ResolvedBlock) -> Element:
        match block:
            case TextBlock():
                return self._text(block, f"h{block.level}" if block.level else "p")
            case ListBlock():
                return self._list(block)
            case QuoteBlock():
                inner = self.elements(block.blocks)
                last = self.elements((block.attribution,)) if block.attribution else ()
                return element("blockquote", {"id": block.identifier}, *inner, *last)
            case TableBlock():
                return self._table(block)
            case FigureBlock():
                return self._figure(block)
            case RuleBlock():
                return element("hr", {"id": block.identifier})
            case DivisionBlock():
                return self._division(block)
            case _:
                assert_never(block)

    def _text(
        self, block: TextBlock, name: str, attributes: dict[str, str | None] | None = None
    ) -> Element:
        prefix, self.prefix = self.prefix, ()
        own = {"class": block.role.value, "id": block.identifier}
        if block.role is Role.END_MARK and self.phrasing.dialect.semantics:
            own["aria-hidden"] = "true"  # "number sign" three times says nothing to a listener
        tag = block.language.tag
        return element(
            name,
            own | language_attributes(tag, self.language) | (attributes or {}),
            *prefix,
            *self.phrasing.nodes(block.pieces, tag),
        )

    def _list(self, block: ListBlock) -> Element:
        items = [
            element("li", {"id": entry.identifier}, *self.elements(entry.blocks))
            for entry in block.entries
        ]
        attributes: dict[str, str | None] = {
            "id": block.identifier,
            "class": "tight" if block.tight else None,
        }
        if block.start is None:
            marker = _css_string(f"{block.entries[0].marker}\u2002") if block.entries else ""
            style = f"list-style-type: {marker}" if self.phrasing.dialect.reflowing else None
            return element("ul", attributes | {"style": style}, *items)
        start = None if block.start == 1 else str(block.start)
        return element("ol", attributes | {"start": start}, *items)

    def _table(self, block: TableBlock) -> Element:
        caption = (self._text(block.caption, "caption"),) if block.caption else ()
        columns = [
            element("col", {"style": f"width: {share * 100:.1f}%"}) for share in block.widths
        ]
        head = element("thead", None, self._row(block.header, block.alignments, "th"))
        rows = [self._row(row, block.alignments, "td") for row in block.rows]
        return element(
            "table",
            {"id": block.identifier},
            *caption,
            element("colgroup", None, *columns),
            head,
            element("tbody", None, *rows),
        )

    def _row(
        self, cells: tuple[TextBlock, ...], alignments: tuple[Alignment, ...], name: str
    ) -> Element:
        made: list[Element] = []
        for cell, alignment in zip(cells, alignments, strict=True):
            classes = cell.role.value
            if alignment is not Alignment.NATURAL:
                classes += f" {alignment.value}"
            scope = "col" if name == "th" else None
            made.append(self._text(cell, name, {"class": classes, "scope": scope}))
        return element("tr", None, *made)

    def _figure(self, block: FigureBlock) -> Element:
        picture = element(
            "img",
            {
                "src": self.phrasing.dialect.image(block.image),
                "alt": block.alt,
                "width": str(block.image.width),
                "height": str(block.image.height),
            },
        )
        texts = self.elements(text for text in (block.caption, block.credit) if text)
        caption = (element("figcaption", None, *texts),) if texts else ()
        return element("figure", {"id": block.identifier}, picture, *caption)

    def _division(self, block: DivisionBlock) -> Element:
        # Neither is a landmark, of which a short text soon has too many: a section has no name, an aside is a note.
        aside = block.role == "aside"
        return element(
            "aside" if aside else "section",
            {
                "class": f"division {block.role}",
                "id": block.identifier,
                "role": "note" if aside and self.phrasing.dialect.semantics else None,
            },
            *self.elements(block.blocks),
        )


def _css_string(text: str) -> str:
    """Write a string of CSS (CSS Syntax 3 §4.3.5)."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"\\\n' else c for c in text)
    return f'"{escaped}"'
