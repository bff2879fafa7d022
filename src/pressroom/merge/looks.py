"""Looks that nobody chose: those that a program lost or added of itself when it saved, and those of text typed into a dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pressroom.merge.returned import CALL, Marks, Paragraph
from pressroom.merge.units import Letter


def recorded_looks(
    base: Sequence[Letter], former: Paragraph, final: tuple[Letter, ...]
) -> tuple[Letter, ...]:
    """Give letters the looks of the base where they differ from it already in ``former``, the view before recorded changes."""
    if tuple(letter.marks for letter in base) == tuple(letter.marks for letter in final):
        return final
    text = _text(base)
    before = {i: former.marks[j] for i, j in _common(text, former.text)}
    kept = list(final)
    for i, k in _common(text, _text(final)):
        own, letter = base[i], final[k]
        unrecorded = before.get(i) == letter.marks != own.marks
        # No program records a reading or a link, and none makes one up.
        read_anew = _of(letter.marks, "ruby") - _of(own.marks, "ruby")
        if unrecorded and not read_anew and letter.text not in {" ", "\n", CALL}:
            marks = own.marks - _of(own.marks, "link") | _of(letter.marks, "link")
            kept[k] = replace(letter, marks=marks)
    return tuple(kept)


def house_looks(base: Sequence[Letter], final: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """Give text before the house's wording, as in a dateline, the looks of that if anything was typed there: no source can say others."""
    house = next((at for at, letter in enumerate(base) if letter.span is None), 0)
    looks = base[house].marks if house else frozenset[tuple[str, str]]()
    if not looks or not all(looks <= letter.marks for letter in base[:house]):
        return final
    now = dict(_common(_text(base), _text(final))).get(house, 0)
    if _text(base[:house]) == _text(final[:now]):
        return final
    lead = (replace(letter, marks=letter.marks | looks) for letter in final[:now])
    return (*lead, *final[now:])


def _common(one: str, other: str) -> Iterator[tuple[int, int]]:
    """Yield the places of what two texts have in common."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        yield from zip(range(i, i + size), range(j, j + size), strict=True)


def _of(marks: Marks, kind: str) -> Marks:
    return frozenset(mark for mark in marks if mark[0] == kind)


def _text(letters: Sequence[Letter]) -> str:
    return "".join(letter.text for letter in letters)
