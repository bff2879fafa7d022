"""Part the text of a paragraph into stretches of one language and one face.

In Han text a mark that both faces have takes the Han face unless Latin stands on both sides of it; a pair of curly quotes is
decided once, by what it holds; Greek stays Latin (docx A6 "Hint", cjk-rules G03, G13). In Latin text only real cells take
the Han face (G04).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, groupby

from pressroom.language.record import Language, Script
from pressroom.typography.characters import Nature, nature

_CLOSERS = {"“": "”", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``start`` to ``end`` (excluded) of a text, of one language and one face."""

    start: int
    end: int
    language: str
    east_asian: bool


class _Side(Enum):
    HAN = "han"
    LATIN = "latin"
    OPEN = "open"


def stretches(text: str, language: Language) -> tuple[Stretch, ...]:
    """Part a text; the stretches follow each other and cover all of it."""
    natures = [nature(char) for char in text]
    sides = _in_han(text, natures) if language.script is Script.HAN else _in_latin(natures)
    found: list[Stretch] = []
    start = 0
    for side, group in groupby(sides):
        end = start + len(list(group))
        found.append(Stretch(start, end, _tag(side, natures[start:end], language), _east(side)))
        start = end
    return tuple(found)


def _east(side: _Side) -> bool:
    return side is _Side.HAN


def _tag(side: _Side, natures: list[Nature], language: Language) -> str:
    """Name the language of a stretch; figures alone are read in the language that they stand in."""
    if side is _Side.HAN:
        return language.han
    if language.script is Script.HAN and Nature.LETTER not in natures:
        return language.tag
    return language.latin


def _in_latin(natures: list[Nature]) -> list[_Side]:
    sides: list[_Side] = []
    for kind in natures:
        if kind is Nature.ATTACHED and sides:
            sides.append(sides[-1])
        else:
            sides.append(_Side.HAN if kind is Nature.CELL else _Side.LATIN)
    return sides


def _in_han(text: str, natures: list[Nature]) -> list[_Side]:
    sides = [_strong(kind) for kind in natures]
    han_before = list(accumulate((side is _Side.HAN for side in sides), initial=0))
    latin_before = list(accumulate((side is _Side.LATIN for side in sides), initial=0))
    for opening, closing in _pairs(text):
        han = han_before[closing] - han_before[opening]
        latin = latin_before[closing] - latin_before[opening]
        sides[opening] = sides[closing] = _Side.LATIN if latin and not han else _Side.HAN
    _settle(sides)
    for at, kind in enumerate(natures):
        if kind is Nature.ATTACHED and at:
            sides[at] = sides[at - 1]
    return sides


def _strong(kind: Nature) -> _Side:
    match kind:
        case Nature.CELL:
            return _Side.HAN
        case Nature.LETTER | Nature.DIGIT:
            return _Side.LATIN
        case Nature.AMBIGUOUS | Nature.NEUTRAL | Nature.ATTACHED:
            return _Side.OPEN


def _settle(sides: list[_Side]) -> None:
    """Give each open character the side of its neighbours: Latin only between Latin and Latin; an edge counts as Han."""
    start = 0
    while start < len(sides):
        if sides[start] is not _Side.OPEN:
            start += 1
            continue
        end = start
        while end < len(sides) and sides[end] is _Side.OPEN:
            end += 1
        between = (
            start > 0
            and end < len(sides)
            and sides[start - 1] is _Side.LATIN
            and sides[end] is _Side.LATIN
        )
        sides[start:end] = [_Side.LATIN if between else _Side.HAN] * (end - start)
        start = end


def _pairs(text: str) -> list[tuple[int, int]]:
    """Find pairs of curly quotes; an apostrophe closes nothing that was not opened."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char in _CLOSERS:
            opened.append((_CLOSERS[char], at))
        elif opened and char == opened[-1][0]:
            found.append((opened.pop()[1], at))
    return found
