"""What belongs together: units and paragraphs that were joined, parted, added or taken away among each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pressroom.merge.kinds import CELL
from pressroom.merge.notes import Notes
from pressroom.merge.pairing import is_present
from pressroom.merge.returned import Paragraph
from pressroom.merge.units import Unit


@dataclass(slots=True, eq=False)
class Group:
    """Units and what became of them, by number; without units, paragraphs that are new behind the unit ``anchor``."""

    units: list[int] = field(default_factory=list[int])
    paragraphs: list[int] = field(default_factory=list[int])
    anchor: int = 0


def grouped(
    units: Sequence[Unit],
    paragraphs: Sequence[Paragraph],
    by_unit: Mapping[int, int],
    notes: Notes,
) -> tuple[list[Group], list[int]]:
    """Return the groups in the order of the units, and the paragraphs that stand before any known one or in no known note."""
    groups, of_paragraph = _of_units(units, by_unit, notes)
    loose: list[int] = []
    current: Group | None = None
    for at, paragraph in enumerate(paragraphs):
        story = paragraph.story
        apart = story in notes.fresh or (story in notes.called and story not in notes.labels)
        if not is_present(paragraph) or apart or notes.labels.get(story) in notes.lost:
            continue
        if at in of_paragraph:
            current = of_paragraph[at]
        elif current and _continues(current, units, paragraphs, at, notes):
            current.paragraphs.append(at)
        elif current and story in {"", CELL}:
            current = Group([], [at], current.units[-1] if current.units else current.anchor)
            groups.append(current)
        else:
            loose.append(at)
    return groups, loose


def _of_units(
    units: Sequence[Unit], by_unit: Mapping[int, int], notes: Notes
) -> tuple[list[Group], dict[int, Group]]:
    there = {unit.row for number, unit in enumerate(units) if number in by_unit}
    groups: list[Group] = []
    of_paragraph: dict[int, Group] = {}
    for number, unit in enumerate(units):
        if unit.note in notes.lost or unit.note in notes.absent:
            continue
        at = by_unit.get(number)
        joined = None if at is None else of_paragraph.get(at)
        if joined:
            last = units[joined.units[-1]]
            if (last.edition, last.note) == (unit.edition, unit.note):
                # What stood between two paragraphs that were joined is gone.
                groups = groups[: groups.index(joined) + 1]
                joined.units = list(range(joined.units[0], number + 1))
                continue
            at = None
        before = groups[-1] if groups else None
        last = units[before.units[-1]] if before else None
        if before and last and not joined and at is None and _follows(unit, last, before, there):
            before.units.append(number)
            continue
        groups.append(Group([number], [] if at is None else [at]))
        if at is not None:
            of_paragraph.setdefault(at, groups[-1])
    return groups, of_paragraph


def _follows(unit: Unit, last: Unit, before: Group, there: set[str]) -> bool:
    """Tell whether a unit that is gone belongs with the ones before it."""
    if unit.kind == CELL:  # cells of rows that are gone, a whole table if its head is
        table, gone = unit.row.rpartition("-")[0], unit.row not in there
        whole = f"{table}-r0" not in there
        same = last.row == unit.row or (whole and last.row.rpartition("-")[0] == table)
        return gone and same and not before.paragraphs
    near = last.edition == unit.edition and last.note == unit.note and last.kind != CELL
    return near and unit.own and bool(before.paragraphs)


def _continues(
    group: Group, units: Sequence[Unit], paragraphs: Sequence[Paragraph], at: int, notes: Notes
) -> bool:
    """Tell whether a paragraph that is new belongs with a group: in the same note, the same cell, the same new table."""
    paragraph = paragraphs[at]
    if not group.units:
        last = paragraphs[group.paragraphs[-1]]
        same_table = last.row[0] == paragraph.row[0]
        return last.story == paragraph.story and same_table
    last_unit = units[group.units[-1]]
    if CELL in {last_unit.kind, paragraph.story}:
        shown = paragraphs[group.paragraphs[-1]] if group.paragraphs else None
        return shown is not None and shown.row == paragraph.row and shown.story == paragraph.story
    return notes.labels.get(paragraph.story, "") == last_unit.note
