"""Paragraphs, rows and tables with what came and what went recorded in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pressroom.redline.aligning import Likeness
from pressroom.redline.atoms import END, PARTING, Atom, atoms, written
from pressroom.redline.lines import Change, Item, LineWriter, compared
from pressroom.redline.pen import Pen
from pressroom.writers.docx.markup import Markup, fill, inside, make


@dataclass(frozen=True, slots=True)
class Marker:
    """Marks paragraphs; ``twins`` leads from the number of a former note to that of its later version."""

    lines: LineWriter
    twins: Mapping[int, int] = field(default_factory=dict[int, int])

    @property
    def pen(self) -> Pen:
        """Return the pen that signs."""
        return self.lines.pen

    def likeness(self, element: Markup) -> Likeness:
        """Return what a paragraph, a row or a table is compared by; columns are not added to a table."""
        style = inside(element, "w:pPr", "w:pStyle")
        words = tuple(
            atom.key
            for paragraph in element.iter("w:p")
            for atom in atoms(paragraph, self.twins)
            if atom.key != END
        )
        kind = element.tag
        if kind == "w:tbl":
            kind += f" {sum(1 for _ in element.iter('w:gridCol'))}"
        elif not words and style is not None:
            kind += f" {style.get('w:val')}"
        return Likeness(kind, words)

    def changed(self, old: Markup | None, new: Markup | None) -> Markup:
        """Mark the later version of a paragraph; its mark stays, even where only one version is given."""
        one, other = (
            [Atom(END)] if side is None else atoms(side, self.twins) for side in (old, new)
        )
        properties = self._properties(old, new)
        return make("w:p", *properties, *self.lines.write(compared(one, other)))

    def regrouped(self, old: Sequence[Markup], new: Sequence[Markup]) -> list[Markup]:
        """Mark a paragraph that was parted in two, or two that were joined: one side has two of them, the other one."""
        one, other = (self._running(side) for side in (old, new))
        items = list(compared(one, other))
        cut = next(at for at, item in enumerate(items, 1) if item.atom.key == PARTING)
        two, change = (new, "w:ins") if len(new) > 1 else (old, "w:del")
        first = fill(two[0][0], make("w:rPr", self.pen.sign(change)))
        return [
            make("w:p", first, *self.lines.write(items[:cut])),
            make("w:p", *self._properties(old[-1], new[-1]), *self.lines.write(items[cut:])),
        ]

    def whole(self, element: Markup, change: Change) -> Markup:
        """Mark a paragraph, a row or a table that came or went as a whole."""
        if element.tag == "w:p":
            fill(element[0], make("w:rPr", self.pen.sign(change)))
            items = [Item(change, atom) for atom in atoms(element, self.twins)]
            return make("w:p", element[0], *self.lines.write(items))
        if element.tag == "w:tr":
            fill(element[0], self.pen.sign(change))
        for child in list(element):
            if child.tag in {"w:tr", "w:tc", "w:p"}:
                element[list(element).index(child)] = self.whole(child, change)
        return element

    def moved(self, paragraph: Markup, change: Change, name: str) -> list[Markup]:
        """Mark a paragraph that came from another place, or went to one, as what has the same name there does (ECMA-376 §17.13.5.24)."""
        start = self.pen.sign(f"{change}RangeStart")
        start.set("w:name", name)
        end = make(f"{change}RangeEnd", id=start.get("w:id"))
        return [start, self.whole(paragraph, change), end]

    def between_tables(self, separator: Markup) -> Markup:
        """Mark the paragraph that keeps a table that went from one that came: there with both of them only."""
        marks = make("w:rPr", self.pen.sign("w:ins"), self.pen.sign("w:del"))
        fill(separator[0], marks)
        return separator

    def _properties(self, old: Markup | None, new: Markup | None) -> list[Markup]:
        one, other = ([] if side is None else [side[0]] for side in (old, new))
        if one and other and written(one[0]) != written(other[0]):
            fill(other[0], self.pen.sign("w:pPrChange", *one))
        return other or one

    def _running(self, paragraphs: Sequence[Markup]) -> list[Atom]:
        """Take paragraphs apart as if they were one."""
        *others, last = (atoms(paragraph, self.twins) for paragraph in paragraphs)
        return [
            *(atom for each in others for atom in (*each[:-1], replace(each[-1], key=PARTING))),
            *last,
        ]
