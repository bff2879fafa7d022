"""The cells of the glyphs on a page, as a viewer places them, and the lines that they make.

MuPDF's trace gives the origin and the advance of each glyph as they stand in the file. The box that pdfium calls loose is
widened by ink that leaves its cell, so that gaps cannot be measured with it.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Cell:
    """A drawn character: the room that its advance takes, in points from the page's top left corner.

    ``char`` is what the file says it means; ``font`` is the face's name without the tag of the subset.
    """

    char: str
    left: float
    right: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True)
class Line:
    """Cells of one size of type on one baseline, from left to right."""

    cells: tuple[Cell, ...]

    @cached_property
    def text(self) -> str:
        """Return what is written on the line."""
        return "".join(cell.char for cell in self.cells)

    @property
    def baseline(self) -> float:
        """Return how far down the page it stands."""
        return self.cells[0].baseline

    @property
    def left(self) -> float:
        """Return where its first cell begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Return where its last cell ends, a space at its end left out."""
        return max(cell.right for cell in self.cells if not cell.char.isspace())


Page = tuple[Line, ...]


def pages(data: bytes) -> tuple[Page, ...]:
    """Measure every page of a PDF; its lines are in the order of their baselines."""
    import pymupdf

    with pymupdf.open(stream=data, filetype="pdf") as document:
        return tuple(_lines(_cells(page)) for page in document)


def _cells(page: object) -> list[Cell]:
    spans: list[dict[str, object]] = getattr(page, "get_texttrace")()  # noqa: B009  # it has no types
    found: list[Cell] = []
    for span in spans:
        size = float(str(span["size"]))
        name = str(span["font"]).rpartition("+")[2]
        chars: list[tuple[int, int, tuple[float, float], tuple[float, ...]]] = span["chars"]  # pyright: ignore[reportAssignmentType]
        for code, _, (left, baseline), (_, _, right, _) in chars:
            cell = Cell(chr(code), left, right, baseline, size, name)
            if found and cell.left == cell.right and cell.left == found[-1].left:
                found[-1:] = _shared(found[-1], cell)
            else:
                found.append(cell)
    return found


def _shared(glyph: Cell, second: Cell) -> tuple[Cell, Cell]:
    """Part the room of a ligature between its two characters: the dash is one glyph of two."""
    middle = (glyph.left + glyph.right) / 2
    return replace(glyph, right=middle), replace(second, left=middle, right=glyph.right)


def _lines(cells: list[Cell]) -> Page:
    def key(cell: Cell) -> tuple[float, float]:
        return round(cell.baseline, 1), round(cell.size, 1)

    ordered = sorted(cells, key=lambda cell: (*key(cell), cell.left))
    return tuple(Line(tuple(group)) for _, group in groupby(ordered, key))
