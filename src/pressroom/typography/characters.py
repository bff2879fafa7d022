"""Classes of characters, for the rules that part Han from Latin (docx A6, cjk-rules G03, G04, G13)."""

from __future__ import annotations

from enum import Enum
from functools import cache
from unicodedata import category, combining, decomposition, east_asian_width


class Nature(Enum):
    """What a character says about the script around it.

    ``CELL`` stands in a Han cell whatever surrounds it (Han, kana, bopomofo, Hangul, full-width forms and marks);
    ``LETTER`` and ``DIGIT`` take the Latin face (Greek, Cyrillic and raised figures too, G13); ``AMBIGUOUS`` marks exist in
    both faces under one code point (“ ” — … ± ①), so their surroundings decide; ``NEUTRAL`` is all of ASCII that is
    neither, and spaces; an ``ATTACHED`` character belongs to the one before it.
    """

    CELL = "cell"
    LETTER = "letter"
    DIGIT = "digit"
    AMBIGUOUS = "ambiguous"
    NEUTRAL = "neutral"
    ATTACHED = "attached"


@cache
def nature(char: str) -> Nature:
    """Return the class of a character."""
    if char.isascii():
        if char.isdigit():
            return Nature.DIGIT
        return Nature.LETTER if char.isalpha() else Nature.NEUTRAL
    kind = category(char)
    if kind.startswith("M") or char == "\u200d":
        return Nature.ATTACHED
    width = east_asian_width(char)
    if width in "WF" or "\uff61" <= char <= "\uffdc":
        return Nature.CELL
    if kind.startswith("L"):
        return Nature.LETTER
    if decomposition(char).startswith(("<super>", "<sub>")) or kind == "Nd":
        return Nature.DIGIT
    if width == "A" and kind != "Cf":
        return Nature.AMBIGUOUS
    return Nature.DIGIT if kind.startswith("N") else Nature.NEUTRAL


def is_han(char: str) -> bool:
    """Tell whether a character is a Han ideograph (Unicode Script=Han), not a mark or kana."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\U00020000" <= char <= "\U0003ffff"
        or "\uf900" <= char <= "\ufaff"
        or "\u2e80" <= char <= "\u2fd5"
        or char in "々〇〆〡〢〣〤〥〦〧〨〩〸〹〺〻"
    )


def width(text: str) -> float:
    """Return how wide a text is in em, near enough to compare: a cell is 1, any other character 0.5."""
    return sum(0.0 if combining(char) else _width(char) for char in text)


def _width(char: str) -> float:
    match nature(char):
        case Nature.CELL:
            return 1.0
        case Nature.ATTACHED:
            return 0.0
        case Nature.LETTER | Nature.DIGIT | Nature.AMBIGUOUS | Nature.NEUTRAL:
            return 0.5
