"""Looks that changed without being recorded: programs lose and add some of themselves when they save."""

from __future__ import annotations

from collections.abc import Sequence
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
    before: dict[int, Marks] = {}
    for i, j, size in SequenceMatcher(
        None, text, former.text, autojunk=False
    ).get_matching_blocks():
        before |= {i + at: former.marks[j + at] for at in range(size)}
    kept = list(final)
    for i, k, size in SequenceMatcher(
        None, text, _text(final), autojunk=False
    ).get_matching_blocks():
        for at in range(size):
            own, letter = base[i + at], final[k + at]
            unrecorded = before.get(i + at) == letter.marks != own.marks
            # No program records a reading, and none makes one up.
            read_anew = _readings(letter.marks) - _readings(own.marks)
            if unrecorded and not read_anew and letter.text not in {" ", "\n", CALL}:
                kept[k + at] = replace(letter, marks=own.marks)
    return tuple(kept)


def _readings(marks: Marks) -> Marks:
    return frozenset(mark for mark in marks if mark[0] == "ruby")


def _text(letters: Sequence[Letter]) -> str:
    return "".join(letter.text for letter in letters)
