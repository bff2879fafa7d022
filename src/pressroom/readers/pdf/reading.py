"""A PDF to a draft: the source that it carries, if it is one of ours, else what is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from statistics import median

from pressroom.diagnostics import Report
from pressroom.readers.carried import carried
from pressroom.readers.draft import (
    Draft,
    Grid,
    Imported,
    Passage,
    UnreadableError,
    as_heading,
    plain,
)
from pressroom.readers.lines import TypedLine, Words, without_furniture
from pressroom.readers.listed import listed
from pressroom.readers.pdf.characters import read_drawn
from pressroom.readers.pdf.layout import Stretch, in_order, stretches
from pressroom.readers.pdf.tables import rows_in
from pressroom.readers.pdf.tagged import read_tagged
from pressroom.readers.pdf.tags import read_tags
from pressroom.source.parse import parse
from pressroom.source.reading import read_source

_FEWEST = 20
"""Fewer characters than this on a page, on the average, are no text layer but what is stamped on a scan."""
_PARTED = 1.35
"""A line that is so many times the usual distance below the former one is parted from it."""
_INDENT = 0.8
_LARGER = 1.15
"""How much larger than the text a heading is at least."""
_MOST_LEVELS = 6
_CELLS = 3
"""Stretches with wide gaps between them that make a line look like the row of a table."""


def read_pdf(data: bytes) -> Draft | Imported:
    """Take apart a PDF; raise ``UnreadableError``, also for a scan."""
    drawn = read_drawn(data)
    for name, attached in drawn.attached.items():
        file = read_source(name, attached, Report()) if name.endswith(".md") else None
        if file and parse(file, Report()):
            doubt = "it is the public form of the source: approvals and comments are not in it"
            return carried(file.text, name, doubt)
    if sum(map(len, drawn.pages)) < _FEWEST * len(drawn.pages):
        hint = "let a program read it (OCR), and import the text that it makes"
        raise UnreadableError("has no text layer: it is a scan", hint)
    draft = Draft()
    tags = read_tags(data)
    if tags and read_tagged(tags, drawn.pages, draft):
        return draft
    pages = [in_order(stretches(glyphs)) for glyphs in drawn.pages]
    lines = [line for page in pages for line in page]
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.letters)
    body = sizes.most_common(1)[0][0]
    rows = [rows_in(page) for page in pages]
    typed = [list(_typed(*page, body)) for page in zip(pages, rows, strict=True)]
    kept = without_furniture(typed, draft.changes)
    larger = sorted({round(x.size, 1) for x in kept if x.size > body * _LARGER}, reverse=True)
    words = Words(kept)
    for columns, group in groupby(kept, key=lambda line: len(line.row)):
        part = list(group)
        if columns:
            draft.blocks.append(Grid(tuple(line.row for line in part)))
            continue
        for block, size in listed(part, words, draft):
            if isinstance(block, Passage) and size > body * _LARGER:
                level = min(larger.index(round(size, 1)) + 1, _MOST_LEVELS)
                draft.blocks.append(Passage(block.letters, level))
            elif isinstance(block, Passage):
                draft.blocks.append(as_heading(block, draft) or block)
            else:
                draft.blocks.append(block)
    _tables([line for line, row in zip(lines, chain(*rows), strict=True) if not row], draft)
    return draft


def _typed(page: Sequence[Stretch], rows: Sequence[bool], body: float) -> Iterator[TypedLine]:
    """Yield the lines of a page; a larger gap, an indent, or cells of a table part a line from the one before."""
    gaps = [a.base - b.base for a, b in pairwise(page) if a.base > b.base]
    pitch = median(gaps) if gaps else 0.0
    neighbours = zip((None, *page), page, (*page[1:], None), rows, strict=False)
    for before, line, after, is_row in neighbours:
        larger = line.size > body * _LARGER
        opens = False
        if before and before.base > line.base:
            usual = max(pitch, 1.2 * body) * max(line.size, before.size) / body
            gap = before.base - line.base
            cells = max(len(before.cells), len(line.cells)) >= _CELLS
            opens = gap > _PARTED * min(usual, 1.8 * line.size) or cells
            opens |= not larger and after is not None and _is_indented(before, line, after, body)
        row = tuple(cell.letters for cell in line.cells) if is_row else ()
        yield TypedLine(line.letters, line.right - line.left, opens, line.size, larger, row)


def _is_indented(before: Stretch, line: Stretch, after: Stretch, body: float) -> bool:
    """Tell whether a line, and no other beside it, is indented as the first of a paragraph is."""
    least, most = _INDENT * body, 4 * _INDENT * body
    return least < line.left - before.left < most and least < line.left - after.left


def _tables(lines: Sequence[Stretch], draft: Draft) -> None:
    """Say where a table may have stood."""
    for cells, group in groupby(lines, key=lambda line: len(line.cells) >= _CELLS):
        rows = list(group)
        if cells and len(rows) > 1:
            text = plain(rows[0].letters)
            draft.doubts.append(
                f"{len(rows)} lines look like a table: set it anew from {text!r} on"
            )
