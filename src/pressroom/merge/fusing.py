"""Edits that are written together: all those in the same blocks, where these have to be written anew as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from pressroom.merge.alignment import same
from pressroom.merge.edits import Edit, trimmed_unit
from pressroom.merge.rewriting import Line, kept, rewritten, stretch
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.units import Unit


@dataclass(frozen=True, slots=True)
class Fused:
    """An edit that stands for others, and the cuts that write their blocks anew."""

    whole: Edit
    others: tuple[Edit, ...]
    cuts: tuple[Splice, ...]


def fused(source: str, units: Sequence[Unit], edit: Edit, made: Sequence[Edit]) -> Fused | None:
    """Make one of an edit and of all that were ``made`` in its blocks; None where these hold more than text in lists and quotations."""
    together = [edit]
    while True:
        if any(one.rows for one in together):
            return None
        there = stretch(source, units, [number for one in together for number in _places(one)])
        if there is None:
            return None
        more = [one for one in made if one not in together and set(_places(one)) & set(there)]
        if not more:
            break
        together += more
    parts = tuple(chain.from_iterable(one.parts or (one,) for one in together))
    lines = _lines(source, units, there, parts)
    cuts = rewritten(source, units[there.start : there.stop], list(chain(*lines.values())))
    return Fused(_whole(units, parts, lines), tuple(together), cuts) if cuts else None


def _places(edit: Edit) -> tuple[int, ...]:
    return edit.numbers or (edit.anchor or 0,)


def _lines(
    source: str, units: Sequence[Unit], there: range, parts: Sequence[Edit]
) -> dict[int, list[Line]]:
    """Return what stands in the place of each unit now."""
    lines = {number: [kept(source, units[number])] for number in there}
    for part in parts:
        for number in part.numbers:
            lines[number] = []
        if part.numbers and part.final:
            first, *rest = part.final
            unit = part.units[0]
            own = Line(first, unit, _written(source, part))
            lines[part.numbers[0]] = [own, *map(Line, rest)]
    for part in parts:
        if part.anchor is not None:
            lines[part.anchor] += map(Line, part.final)
    return lines


def _written(source: str, part: Edit) -> str:
    """Return the text of an edit as it was written before in the place of its unit, ``""`` if it was not."""
    unit = part.units[0]
    if same(trimmed_unit(unit), part.final[0].letters):
        return source[unit.content.start : unit.content.end]
    cuts = part.chosen or ()
    whole = len(part.units) == len(part.final) == 1 and unit.kind == part.final[0].kind
    if not cuts or not whole or not all(unit.content.contains(cut.span) for cut in cuts):
        return ""
    behind = len(source) - unit.content.end
    text = spliced(source, cuts) or ""
    return text[unit.content.start : len(text) - behind]


def _whole(units: Sequence[Unit], parts: Sequence[Edit], lines: dict[int, list[Line]]) -> Edit:
    if len(parts) == 1:
        return parts[0]
    places = [number for part in parts for number in _places(part)]
    numbers = range(min(places), max(places) + 1)
    fresh = dict(chain.from_iterable(part.fresh.items() for part in parts))
    mixed = dict(chain.from_iterable(part.mixed.items() for part in parts))
    return Edit(
        tuple(numbers),
        tuple(units[number] for number in numbers),
        tuple(line.wanted for number in numbers for line in lines[number]),
        tuple(chain.from_iterable(part.shown for part in parts)),
        looks=any(part.looks for part in parts),
        kind=any(part.kind for part in parts),
        lost=tuple(chain.from_iterable(part.lost for part in parts)),
        fresh=fresh,
        mixed=mixed,
        parts=tuple(parts),
    )
