"""What is common to a text before and after: compared by words and single Han characters, given letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from pressroom.merge.returned import CALL
from pressroom.merge.units import Letter

PARAGRAPH = "\u2029"
"""What stands between two paragraphs in a row of letters."""

_TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:[’'][A-Za-z]+)*|[0-9]+(?:[.,][0-9]+)*|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of both texts, in letters; ``equal`` says that it reads the same."""

    equal: bool
    start: int
    end: int
    new_start: int
    new_end: int


def tokens(text: str) -> list[str]:
    """Part a text into words, numbers and single other characters."""
    return _TOKEN.findall(text)


def hunks(base: Sequence[Letter], wanted: Sequence[Letter]) -> Iterator[Hunk]:
    """Compare two texts."""
    one, other = (tokens("".join(one.text for one in letters)) for letters in (base, wanted))
    starts, others = ([0, *accumulate(map(len, parts))] for parts in (one, other))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        yield Hunk(tag == "equal", starts[i], starts[j], others[k], others[m])


def same(one: Sequence[Letter], other: Sequence[Letter]) -> bool:
    """Tell whether two texts read the same and look the same, but for the looks of blanks and of what parts paragraphs."""
    return len(one) == len(other) and all(map(same_letter, one, other))


def same_letter(one: Letter, other: Letter) -> bool:
    """Tell whether two letters are the same; calls are if they lead to the same note."""
    if one.text in {" ", "\n", PARAGRAPH}:
        return one.text == other.text
    return one.text == other.text and one.marks == other.marks


def labels(letters: Sequence[Letter]) -> list[str]:
    """Return the notes that are called in a text."""
    return [
        value for one in letters if one.text == CALL for kind, value in one.marks if kind == "note"
    ]
