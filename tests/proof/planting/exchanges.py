"""Defects in documents of XML and HTML that exchange what stands in two places: nothing is lost, and nothing is where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from proof.planting.markup import Tree, local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]


@dataclass(frozen=True)
class Place:
    """Where a text stands: an attribute of an element, what is in it (``text``), or behind it (``tail``)."""

    element: Element
    name: str

    def text(self) -> str:
        if self.name in {"text", "tail"}:
            return str(getattr(self.element, self.name) or "")
        return self.element.get(self.name) or ""

    def put(self, text: str) -> None:
        if self.name in {"text", "tail"}:
            setattr(self.element, self.name, text)
        else:
            self.element.set(self.name, text)


def _exchanged(tree: Tree, places: list[Place]) -> bool:
    """Let two places that hold different texts exchange them."""
    pairs = [(a, b) for a in places for b in places if a.text() != b.text()]
    if not pairs:
        return False
    one, other = tree.random.choice(pairs)
    first, second = one.text(), other.text()
    one.put(second)
    other.put(first)
    return True


def swapped_alternatives(tree: Tree) -> bool:
    return _exchanged(tree, [Place(image, "alt") for image in tree.all("img")])


def swapped_pictures(tree: Tree) -> bool:
    return _exchanged(tree, [Place(image, "src") for image in tree.all("img")])


def swapped_cells(tree: Tree) -> bool:
    """Let two cells of one length exchange their texts; if none are, any two."""
    cells = [Place(cell, "text") for cell in tree.all("td") if not len(cell) and cell.text]
    lengths = {len(cell.text()) for cell in cells}
    of_one = [[cell for cell in cells if len(cell.text()) == length] for length in lengths]
    tree.random.shuffle(of_one)
    return any(_exchanged(tree, alike) for alike in of_one) or _exchanged(tree, cells)


def swapped_notes(tree: Tree) -> bool:
    backs = [link for link in tree.all("a") if link.get("role") == "doc-backlink"]
    return _exchanged(tree, [Place(back, "tail") for back in backs if (back.tail or "").strip()])


def shifted_readings(tree: Tree) -> bool:
    """Let readings that stand beside each other stand one base further on, the last one at the first."""
    rows = [[e for e in line.iter() if local(e) == "rt"] for line in tree.lines()]
    rows = [row for row in rows if len({reading.text for reading in row}) > 1]
    if not rows:
        return False
    row = tree.random.choice(rows)
    texts = [reading.text for reading in row]
    for reading, text in zip(row, texts[-1:] + texts[:-1], strict=True):
        reading.text = text
    return True


DEFECTS: tuple[Callable[[Tree], bool], ...] = (
    swapped_alternatives,
    swapped_pictures,
    swapped_cells,
    swapped_notes,
    shifted_readings,
)
