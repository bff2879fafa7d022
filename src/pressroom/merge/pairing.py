"""Which paragraph of a return is which unit of the base: by its bookmark, and by its text where bookmarks were lost."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from pressroom.merge.kinds import CELL
from pressroom.merge.returned import Paragraph
from pressroom.merge.units import Unit

ALIKE = 0.5
"""From which share of common characters on two texts are taken for versions of one."""


_TRACE = 0.1
"""Up to which share of the letters of an edition a return may hold by chance: names that all editions have."""


def paired(units: Sequence[Unit], paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Return which paragraph each unit is, by number; one that was moved among the others counts as taken away and added."""
    present = [at for at, paragraph in enumerate(paragraphs) if is_present(paragraph)]
    by_unit = _by_label(units, paragraphs, present)
    _by_text(units, paragraphs, present, by_unit)
    held = editions_in(units, by_unit)
    if held and not any(paragraphs[at].labels for at in present):
        # What all editions say, as the numbers in a table, belongs to one that is there.
        for number in [n for n in by_unit if units[n].edition not in held]:
            del by_unit[number]
        _by_text(units, paragraphs, present, by_unit, held)
    _part_moved(units, paragraphs, by_unit)
    return by_unit


def editions_in(units: Sequence[Unit], by_unit: Collection[int]) -> frozenset[int]:
    """Return the editions of which a return holds more than by chance; ``by_unit`` are the numbers of the units that it holds."""
    letters, held = Counter[int](), Counter[int]()
    for number, unit in enumerate(units):
        size = sum(map(str.isalpha, unit.text)) if unit.own and not unit.note else 0
        letters[unit.edition] += size
        held[unit.edition] += size if number in by_unit else 0
    return frozenset(one for one, count in letters.items() if held[one] > _TRACE * count)


def is_present(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph counts: it has text, or is a cell that can be empty."""
    return bool(paragraph.text.strip()) or (paragraph.kind == CELL and bool(paragraph.labels))


def alike(unit: Unit, paragraph: Paragraph) -> float:
    """Return how much of two texts is common, from 0 to 1."""
    if unit.whole == paragraph.text.strip():
        return 1.0
    matcher = SequenceMatcher(None, unit.whole, paragraph.text, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > ALIKE else 0.0


def _by_label(
    units: Sequence[Unit], paragraphs: Sequence[Paragraph], present: list[int]
) -> dict[int, int]:
    numbers = {unit.label: number for number, unit in enumerate(units)}
    found: dict[int, int] = {}
    for at in present:
        for label in paragraphs[at].labels:
            if label in numbers:
                found.setdefault(numbers[label], at)
    same = sum(units[number].text.strip() in paragraphs[at].text for number, at in found.items())
    # bookmarks of a file that was built with other editions lead to other blocks
    return found if same * 4 >= len(found) else {}


def _by_text(
    units: Sequence[Unit],
    paragraphs: Sequence[Paragraph],
    present: list[int],
    by_unit: dict[int, int],
    editions: Collection[int] = (),
) -> None:
    """Pair what is left by its text, in all editions or some."""
    own = [n for n, unit in enumerate(units) if not editions or unit.edition in editions]
    taken = set(by_unit.values())
    free = [at for at in present if at not in taken]
    texts: dict[str, list[int]] = {}
    for at in free:
        texts.setdefault(paragraphs[at].text.strip(), []).append(at)
    for number in own:
        if number not in by_unit and texts.get(units[number].whole):
            by_unit[number] = texts[units[number].whole].pop(0)
            taken.add(by_unit[number])
    if any(paragraphs[at].labels for at in present):
        return
    for number in own:
        if number in by_unit:
            continue
        unit = units[number]
        rest = [at for at in free if at not in taken]
        scored = max(((alike(unit, paragraphs[at]), -at) for at in rest), default=(0.0, 0))
        if scored[0] >= ALIKE:
            by_unit[number] = -scored[1]
            taken.add(-scored[1])


def _part_moved(
    units: Sequence[Unit], paragraphs: Sequence[Paragraph], by_unit: dict[int, int]
) -> None:
    """Take paragraphs out that stand in another order than their units: they were moved."""
    flow = [
        n for n in sorted(by_unit) if paragraphs[by_unit[n]].story in {"", CELL} and units[n].own
    ]
    tails: list[int] = []
    back: dict[int, int | None] = {}
    ends: list[int] = []
    for number in flow:
        place = bisect_left(tails, by_unit[number])
        # a paragraph that holds two units stands in order with itself
        if place < len(tails) and tails[place] == by_unit[number]:
            place += 1
        back[number] = ends[place - 1] if place else None
        tails[place : place + 1] = [by_unit[number]]
        ends[place : place + 1] = [number]
    kept: set[int] = set()
    at: int | None = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = back[at]
    for number in flow:
        if number not in kept:
            del by_unit[number]
