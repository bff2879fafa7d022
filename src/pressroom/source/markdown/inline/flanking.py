"""Which runs of ``*`` and ``_`` can open or close emphasis.

CommonMark §6.2 takes a run beside punctuation for flanking only if there is a space or punctuation on its other side. Han
text has no spaces, so ``單抗**(emapalumab)**進行`` would keep its asterisks. As in Pandoc, a run beside a wide character
(Unicode East Asian Width W, F or H) needs no space.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A run of ``count`` delimiters that begins at index ``at``."""

    mark: str
    count: int
    at: int
    can_open: bool
    can_close: bool


def run_between(mark: str, count: int, at: int, before: str, after: str) -> Run:
    """Judge a run by the characters around it (``""`` at the ends of the text)."""
    blank_before, blank_after = is_blank(before), is_blank(after)
    marks_before, marks_after = is_punctuation(before), is_punctuation(after)
    wide_before, wide_after = is_wide(before), is_wide(after)
    wide = wide_before or wide_after
    left = not blank_after and (not marks_after or blank_before or marks_before or wide)
    right = not blank_before and (not marks_before or blank_after or marks_after or wide)
    if mark == "*":
        return Run(mark, count, at, left, right)
    can_open = left and (not right or marks_before or wide_before)
    can_close = right and (not left or marks_after or wide_after)
    return Run(mark, count, at, can_open, can_close)


def is_blank(character: str) -> bool:
    """Tell whether a character is Unicode whitespace (CommonMark §2.1); the end of the text counts as such."""
    return character in "\t\n\f\r" or unicodedata.category(character) == "Zs"


def is_punctuation(character: str) -> bool:
    """Tell whether a character is Unicode punctuation or a symbol (CommonMark §2.1)."""
    return character != "" and unicodedata.category(character)[0] in "PS"


def is_wide(character: str) -> bool:
    """Tell whether a character fills a Han cell or comes from a Han type: East Asian Width W, F or H (UAX #11)."""
    return character != "" and unicodedata.east_asian_width(character) in "WFH"
