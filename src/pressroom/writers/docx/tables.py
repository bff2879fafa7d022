"""Tables (ECMA-376 §17.4): a head row that is repeated on each page, columns of fixed shares."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise

from pressroom.edition.flat import one_line
from pressroom.edition.projection import plain
from pressroom.edition.resolved import TableBlock, TextBlock
from pressroom.model.blocks import Alignment
from pressroom.writers.docx.furniture_style import TABLE
from pressroom.writers.docx.job import Story
from pressroom.writers.docx.markup import Markup, flag, make, value


def table(
    block: TableBlock, story: Story, paragraph: Callable[[TextBlock, Alignment], Markup]
) -> Markup:
    """Make a table; ``paragraph`` makes the text of a cell that is set in a certain way."""
    widths = _widths(block, story.job.measure)

    def row(cells: tuple[TextBlock, ...], *, head: bool) -> Markup:
        made = (
            make(
                "w:tc",
                make("w:tcPr", make("w:tcW", w=width, type="dxa")),
                paragraph(cell, alignment),
            )
            for cell, alignment, width in zip(cells, block.alignments, widths, strict=True)
        )
        once = make("w:trPr", flag("w:cantSplit"), flag("w:tblHeader") if head else None)
        return make("w:tr", once, *made)

    return make(
        "w:tbl",
        _properties(block),
        make("w:tblGrid", *(make("w:gridCol", w=width) for width in widths)),
        row(block.header, head=True),
        *(row(cells, head=False) for cells in block.rows),
    )


def _properties(block: TableBlock) -> Markup:
    """Make the properties; a title and the names of the columns tell a listener what is coming (WCAG 1.3.1)."""
    columns = "; ".join(map(_told, block.header))
    caption = _told(block.caption) if block.caption else columns
    return make(
        "w:tblPr",
        value("w:tblStyle", TABLE),
        make("w:tblW", w=5000, type="pct"),
        make("w:tblLayout", type="fixed"),
        make("w:tblLook", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        value("w:tblCaption", caption),
        value("w:tblDescription", columns),
    )


def _told(text: TextBlock) -> str:
    return one_line(plain(text.pieces), text.language)


def _widths(block: TableBlock, measure: int) -> list[int]:
    """Share the measure out in whole twips that add up to it."""
    edges = [0, *(round(share * measure) for share in accumulate(block.widths))]
    return [right - left for left, right in pairwise(edges)]
