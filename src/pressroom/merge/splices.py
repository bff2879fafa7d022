"""From an edited text to cuts in the source: the smallest ones first, wider ones where those do not read as they should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pressroom.merge.markup import escaped, written
from pressroom.merge.returned import CALL, Marks
from pressroom.merge.units import Letter, Unit
from pressroom.place import Span

PARAGRAPH = "\u2029"
PLAIN: Marks = frozenset()
_TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:[’'][A-Za-z]+)*|[0-9]+(?:[.,][0-9]+)*|.", re.DOTALL)
_ITEM = re.compile(r"(.*?)([-*+]|([0-9]+)([.)]))([ \t]+)")


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of the source and what comes in its place."""

    span: Span
    text: str


def candidates(
    source: str, units: Sequence[Unit], final: Sequence[tuple[tuple[Letter, ...], int]]
) -> Iterator[tuple[Splice, ...]]:
    """Yield ways to write edited paragraphs (letters and level of heading) where units stand, the smallest first."""
    base = _sequence(units)
    wanted = _in_one([letters for letters, _ in final])
    matched = list(_hunks(base, wanted))
    levels = [level for _, level in final]
    if not _marks_differ(base, wanted, matched):
        for wide in (False, True):
            made = _cut(source, units, base, wanted, matched, levels, wide=wide)
            if made is not None:
                yield made
    text = _anew(source, units, base, wanted, matched, levels)
    if text is not None:
        yield (Splice(Span(units[0].content.start, units[-1].content.end), text),)


def same(one: Sequence[Letter], other: Sequence[Letter]) -> bool:
    """Tell whether two texts read the same and look the same, but for the looks of blanks and calls."""
    return len(one) == len(other) and all(
        a.text == b.text and (a.marks == b.marks or a.text in {" ", "\n", CALL})
        for a, b in zip(one, other, strict=True)
    )


def _sequence(units: Sequence[Unit]) -> list[Letter]:
    base: list[Letter] = []
    for number, unit in enumerate(units):
        if number:
            between = Span(units[number - 1].content.end, unit.content.start)
            base.append(Letter(PARAGRAPH, frozenset(), between))
        base += unit.letters
    return base


def _in_one(texts: Sequence[tuple[Letter, ...]]) -> list[Letter]:
    wanted: list[Letter] = []
    for number, letters in enumerate(texts):
        wanted += [Letter(PARAGRAPH, frozenset(), None)] if number else []
        wanted += letters
    return wanted


def _hunks(base: list[Letter], wanted: list[Letter]) -> Iterator[tuple[str, int, int, int, int]]:
    """Compare by words and single Han characters; places are given in letters."""
    one, other = (
        _TOKEN.findall("".join(one.text for one in letters)) for letters in (base, wanted)
    )
    starts = [0]
    others = [0]
    for token in one:
        starts.append(starts[-1] + len(token))
    for token in other:
        others.append(others[-1] + len(token))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        yield tag, starts[i], starts[j], others[k], others[m]


def _marks_differ(
    base: list[Letter], wanted: list[Letter], hunks: list[tuple[str, int, int, int, int]]
) -> bool:
    return any(tag == "equal" and not same(base[i:j], wanted[k:m]) for tag, i, j, k, m in hunks)


def _cut(
    source: str,
    units: Sequence[Unit],
    base: list[Letter],
    wanted: list[Letter],
    hunks: list[tuple[str, int, int, int, int]],
    levels: list[int],
    *,
    wide: bool,
) -> tuple[Splice, ...] | None:
    """Make a cut for each hunk; ``wide`` takes the marks round what goes along with it. None where the house's wording goes."""
    made: list[Splice] = []
    for tag, i, j, k, m in hunks:
        if tag == "equal":
            continue
        if any(letter.span is None for letter in base[i:j]):
            return None
        start, end = _edges(units, base, i, j, wide=wide)
        if i == j:
            start = end = _where(units, base, wanted, i, k)
        if start is None or end is None:
            return None
        around: Marks = base[i - 1].marks if i else base[0].marks
        text = _text(source, units[-1], wanted, k, m, levels, around)
        if text is None:
            return None
        made.append(Splice(Span(start, end), text))
    return tuple(made)


def _edges(
    units: Sequence[Unit], base: list[Letter], i: int, j: int, *, wide: bool
) -> tuple[int | None, int | None]:
    if i == j:
        return None, None
    first, last = base[i].span, base[j - 1].span
    if first is None or last is None:
        return None, None
    start, end = first.start, last.end
    ends_unit = j == len(base) or base[j].text == PARAGRAPH
    starts_unit = i == 0 or base[i - 1].text == PARAGRAPH
    if base[i].text == PARAGRAPH or (wide and starts_unit):
        start = (
            max(u.content.start for u in units if u.content.start <= start)
            if starts_unit
            else start
        )
    if ends_unit and (wide or any(letter.text == PARAGRAPH for letter in base[i:j])):
        end = min(u.content.end for u in units if u.content.end >= end)
    if wide and not starts_unit and (left := base[i - 1].span):
        start = left.end if base[i - 1].marks <= base[i].marks else start
    if wide and not ends_unit and (right := base[j].span):
        end = right.start if base[j].marks <= base[j - 1].marks else end
    return start, end


def _where(
    units: Sequence[Unit], base: list[Letter], wanted: list[Letter], i: int, k: int
) -> int | None:
    """Return where an insertion goes: to the neighbour that looks like it, or behind the whole text."""
    left = base[i - 1].span if i else None
    right = base[i].span if i < len(base) else None
    if wanted[k].text == PARAGRAPH and (right is None or base[i].text == PARAGRAPH):
        return min(
            (u.content.end for u in units if left and u.content.end >= left.end), default=None
        )
    if (
        left
        and base[i - 1].text != PARAGRAPH
        and (right is None or base[i - 1].marks == wanted[k].marks or base[i].text == PARAGRAPH)
    ):
        plain_end = right is None and base[i - 1].marks != wanted[k].marks
        return units[-1].content.end if plain_end else left.end
    if right and base[i].text != PARAGRAPH:
        return (
            right.start
            if base[i].marks == wanted[k].marks
            else (left.end if left else units[0].content.start)
        )
    return left.end if left else None


def _text(
    source: str,
    unit: Unit,
    wanted: list[Letter],
    k: int,
    m: int,
    levels: list[int],
    around: Marks,
) -> str | None:
    parts: list[str] = []
    number = sum(letter.text == PARAGRAPH for letter in wanted[:k])
    piece: list[Letter] = []
    for letter in [*wanted[k:m], None]:
        if letter is not None and letter.text != PARAGRAPH:
            piece.append(letter)
            continue
        if any(one.text == CALL for one in piece):
            return None
        own = around if not parts and all(one.marks == around for one in piece) else PLAIN
        text = (
            escaped("".join(one.text for one in piece), cell=unit.cell)
            if own or all(not one.marks for one in piece)
            else written(piece, {}, cell=unit.cell)
        )
        parts.append(text)
        piece = []
        if letter is not None:
            number += 1
            if unit.cell:
                return None
            parts.append(_between(source, unit, levels[number] if number < len(levels) else 0))
    return "".join(parts)


def _between(source: str, unit: Unit, level: int) -> str:
    """Return what parts a new paragraph from a unit: as the unit itself is parted from the one before."""
    line = (
        max(source.rfind("\n", 0, unit.content.start), source.rfind("\r", 0, unit.content.start))
        + 1
    )
    prefix = source[line : unit.content.start]
    end = "\r\n" if "\r\n" in source[:2000] else "\n"
    if found := _ITEM.fullmatch(prefix):
        number = f"{int(found[3]) + 1}{found[4]}" if found[3] else found[2]
        return f"{end}{found[1]}{number}{found[5]}"
    if "[^" in prefix:
        return f"{end}{end}    "
    quoted = prefix.rstrip("# \t—") + (" " if ">" in prefix else "")
    head = f"{'#' * level} " if level > 1 else ""
    if ">" in prefix:
        return f"{end}{quoted.rstrip()}{end}{quoted}"
    return f"{end}{end}{head or prefix if not prefix.strip() else head}"


def _anew(
    source: str,
    units: Sequence[Unit],
    base: list[Letter],
    wanted: list[Letter],
    hunks: list[tuple[str, int, int, int, int]],
    levels: list[int],
) -> str | None:
    """Write everything anew; calls and the house's wording keep what they were."""
    kept: dict[int, str] = {}
    for tag, i, _, k, m in hunks:
        for at in range(m - k) if tag == "equal" else ():
            if wanted[k + at].text == CALL and (place := base[i + at].span):
                kept[k + at] = source[place.start : place.end]
    if any(letter.span is None for letter in base):
        return None
    parts: list[str] = []
    start = number = 0
    for at, letter in enumerate([*wanted, Letter(PARAGRAPH, frozenset(), None)]):
        if letter.text != PARAGRAPH:
            continue
        calls = {place - start: text for place, text in kept.items() if start <= place < at}
        if any(one.text == CALL and n not in calls for n, one in enumerate(wanted[start:at])):
            return None
        parts.append(written(wanted[start:at], calls, cell=units[-1].cell))
        start = at + 1
        number += 1
        if at < len(wanted):
            if units[-1].cell:
                return None
            parts.append(_between(source, units[-1], levels[number] if number < len(levels) else 0))
    return "".join(parts)
