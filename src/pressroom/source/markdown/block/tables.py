"""Pipe tables: lines -> cells, each with its place."""

from __future__ import annotations

from collections.abc import Callable

from pressroom.diagnostics.counted import counted
from pressroom.model.blocks import Alignment, Table, TableCell, TableRow
from pressroom.model.inlines import Inline
from pressroom.place import Span
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.stretch import Stretch, trim

_ALIGNMENTS = {
    (False, False): Alignment.NATURAL,
    (True, False): Alignment.START,
    (True, True): Alignment.CENTRE,
    (False, True): Alignment.END,
}


MOST_COLUMNS = 63
"""How many columns Word takes."""


def read_table(
    lines: tuple[Span, ...],
    caption: tuple[Inline, ...],
    span: Span,
    findings: Findings,
    read: Callable[[Stretch], tuple[Inline, ...]],
) -> Table:
    """Read a header, its line of delimiters and the rows; ``read`` makes inlines of a cell."""
    source = findings.file.text

    def row(line: Span) -> TableRow:
        cells = _cells(source, trim(source, line))
        return TableRow(
            tuple(TableCell(read(Stretch(source, cell)), _whole(cell)) for cell in cells),
            trim(source, line),
        )

    header = row(lines[0])
    marks = [source[_whole(cell).start : _whole(cell).end] for cell in _cells(source, lines[1])]
    alignments = tuple(_ALIGNMENTS[mark.startswith(":"), mark.endswith(":")] for mark in marks)
    rows = tuple(row(line) for line in lines[2:])
    width = len(header.cells)
    if len(marks) != width:
        what = f"{counted(len(marks), 'marked column')} below a header of {width}"
        findings.error(Code.TABLE_SHAPE, what, lines[1], "write a `---` below each head")
    if width > MOST_COLUMNS:
        what = f"a table of {width} columns; at most {MOST_COLUMNS} are set"
        findings.error(Code.TABLE_SHAPE, what, header.span, "part it, or change rows and columns")
    for line in rows:
        if len(line.cells) != width:
            what = f"a row of {counted(len(line.cells), 'cell')} in a table of {counted(width, 'column')}"
            hint = "write an empty cell as `| |`, and `\\|` for the character"
            findings.error(Code.TABLE_SHAPE, what, line.span, hint)
    return Table(header, rows, alignments, caption, span)


def _whole(cell: list[Span]) -> Span:
    return Span(cell[0].start, cell[-1].end)


def _cells(source: str, row: Span) -> list[list[Span]]:
    """Cut a row at its pipes; a cell is one span, or several when backslashes before pipes are left out."""
    at = row.start + source.startswith("|", row.start, row.end)
    cells: list[list[Span]] = []
    parts: list[Span] = []
    start = at
    while at < row.end:
        if source[at] == "\\":
            if source.startswith("|", at + 1, row.end):
                parts.append(Span(start, at))
                start = at + 1
            at += 2
        elif source[at] == "|":
            cells.append(_trimmed(source, [*parts, Span(start, at)]))
            parts = []
            at += 1
            start = at
        else:
            at += 1
    if trim(source, Span(start, row.end)) != Span(row.end, row.end) or parts:
        cells.append(_trimmed(source, [*parts, Span(start, row.end)]))
    return cells


def _trimmed(source: str, parts: list[Span]) -> list[Span]:
    parts[-1] = Span(parts[-1].start, max(parts[-1].start, trim(source, parts[-1]).end))
    first = trim(source, parts[0])
    parts[0] = Span(min(first.start, parts[0].end), parts[0].end)
    return parts
