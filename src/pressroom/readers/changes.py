"""What import changed, as lines for a person: the place where before and after differ, and the line of the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from pressroom.readers.draft import Change

_AROUND = 16
"""How many characters are shown on each side of a difference."""
_SHORT = 60
_MOST_PLACES = 3
_REACH = 48
"""How far from a difference two texts have to be alike again to count as one text."""
_ALIKE = 4
_MARKS = re.compile(r"^(?:#+ |> |- |[0-9]+[.] )| *(?:\[[^\]]*\]\{[.]dateline\} )")


def told(changes: Iterable[Change], source: str) -> Iterator[str]:
    """Yield a line for each change, with the number of the line of the source where what came of it stands alone."""
    numbers = _numbers(source)
    for change in changes:
        number = numbers.get(_key(change.after)) if change.after else None
        place = f"line {number}: " if number else ""
        yield f"{place}{change.what}{_shown(change)}"


def _shown(change: Change) -> str:
    before, after = change.before, change.after
    if before == after:
        return f": {_short(before)!r}" if before else ""
    if len(before) <= _SHORT >= len(after) or not after:
        return f": {_short(before)!r} -> {_short(after)!r}"
    places = [*islice(_differences(before, after), _MOST_PLACES + 1)]
    shown = [
        f"{_cut(before, a, b)!r} -> {_cut(after, c, d)!r}" for a, b, c, d in places[:_MOST_PLACES]
    ]
    return f": {', '.join(shown)}{', …' if len(places) > _MOST_PLACES else ''}"


def _differences(before: str, after: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield from where to where two texts differ, in the first and in the second, in linear time."""
    i = j = 0
    while i < len(before) or j < len(after):
        if before[i : i + 1] == after[j : j + 1]:
            i, j = i + 1, j + 1
            continue
        a, b = _alike_again(before[i : i + _REACH], after[j : j + _REACH])
        yield i, i + a, j, j + b
        i, j = i + a, j + b


def _alike_again(before: str, after: str) -> tuple[int, int]:
    """Return how much of each text passes before they are alike again; all of both if they are not."""
    for distance in range(1, len(before) + len(after)):
        for a in range(max(0, distance - len(after)), min(distance, len(before)) + 1):
            b = distance - a
            same = before[a : a + _ALIKE]
            if same and same == after[b : b + _ALIKE]:
                return a, b
    return len(before), len(after)


def _cut(text: str, start: int, end: int) -> str:
    left, right = max(0, start - _AROUND), end + _AROUND
    return f"{'…' * (left > 0)}{text[left:right]}{'…' * (right < len(text))}"


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:40]}…{text[-19:]}"


def _numbers(source: str) -> Mapping[str, int]:
    """Return the numbers of the lines of a source by what they say; a line that is there twice has none."""
    numbers: dict[str, int] = {}
    for number, line in enumerate(source.split("\n"), start=1):
        key = _key(line)
        numbers[key] = 0 if key in numbers else number
    return numbers


def _key(text: str) -> str:
    """Return what a line says without marks of its block, backslashes and pointed brackets."""
    return re.sub(r"[\\<>*]", "", _MARKS.sub("", text)).strip()
