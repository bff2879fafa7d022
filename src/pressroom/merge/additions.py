"""What is new behind a place of the source: blocks, rows of a table, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressroom.merge.blocks import (
    between,
    line_end,
    newline,
    opened,
    parted,
    prefix_of,
    whole_lines,
)
from pressroom.merge.edits import Edit
from pressroom.merge.kinds import CELL, TEXT
from pressroom.merge.splices import Splice, Wanted, label_of, text_of
from pressroom.merge.units import Unit, line_start
from pressroom.place import Span

_FENCE = re.compile(r"^[ \t]*:::+[ \t]*$", re.MULTILINE)


def additions(source: str, units: Sequence[Unit], edit: Edit) -> Iterator[tuple[Splice, ...]]:
    """Yield ways to write what is new behind the unit ``edit.anchor``."""
    anchor = units[edit.anchor or 0]
    end = line_end(source, anchor.content.end)
    if edit.rows:
        rows = list(_rows(edit.final, edit.rows))
        if anchor.row.endswith("-r0"):  # the line below it says that it is the header
            end = line_end(source, end + len(newline(source)))
        if anchor.kind == CELL:
            lead = prefix_of(source, units[_first_of_row(units, edit.anchor or 0)]).rstrip("| \t")
            text = "".join(f"{newline(source)}{lead}{row}" for row in rows)
            yield (Splice(Span(end, end), text),)
        else:
            columns = edit.rows[0]
            table = [rows[0], f"|{'---|' * columns}", *rows[1:]]
            text = "".join(newline(source) + row for row in table)
            yield (Splice(Span(end, end), f"{newline(source)}{text}{parted(source, end)}"),)
        return
    context = units[: (edit.anchor or 0) + 1]
    gap = newline(source) * 2
    text = ""
    for one in edit.final:
        if text or anchor.kind == CELL:
            text += gap + opened(source, context, anchor, one.kind)
        else:
            text = between(source, context, anchor, one.kind)
        text += one.written(source, kind=one.kind)
    yield (Splice(Span(end, end), text + parted(source, end)),)


def definitions(source: str, units: Sequence[Unit], edit: Edit) -> Iterator[tuple[Splice, ...]]:
    """Yield ways to define the notes that are new in an edit, at the end of its edition, and to take away those that are lost."""
    gone = tuple(_without(source, units, note) for note in edit.lost)
    if not edit.fresh:
        yield gone
        return
    end = newline(source)
    text = "".join(
        f"[^{label_of(note)}]: "
        + f"{end}{end}    ".join(text_of(one.letters, kind=TEXT) for one in texts)
        + f"{end}{end}"
        for note, texts in edit.fresh.items()
    )
    edition = (edit.units[0] if edit.units else units[edit.anchor or 0]).edition
    own = (unit.content.end for unit in units if unit.edition == edition and unit.own)
    last = line_end(source, max(own))
    # Divisions may be open: behind them is as good a place.
    for fence in _FENCE.finditer(source, last):
        if source[last : fence.start()].strip(": \t\r\n"):
            return
        above = source[line_start(source, fence.start() - 1) : fence.start()]
        at = Span(fence.start(), fence.start())
        yield (*gone, Splice(at, (end if above.strip() else "") + text))


def _without(source: str, units: Sequence[Unit], note: str) -> Splice:
    own = [unit for unit in units if unit.note == note]
    start = source.rfind(f"[^{label_of(note)}]:", 0, own[0].content.start)
    begin, end = whole_lines(source, max(start, 0), own[-1].content.end)
    return Splice(Span(begin, end), "")


def _first_of_row(units: Sequence[Unit], number: int) -> int:
    while number and units[number - 1].row == units[number].row:
        number -= 1
    return number


def _rows(final: Sequence[Wanted], lengths: Sequence[int]) -> Iterator[str]:
    at = 0
    for length in lengths:
        cells = (text_of(one.letters, kind=CELL) for one in final[at : at + length])
        yield f"| {' | '.join(cells)} |"
        at += length
