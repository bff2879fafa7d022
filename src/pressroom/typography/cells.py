"""What a character is to a compositor: the classes on which line breaking, spacing and justification rest (clreq §3.1)."""

from __future__ import annotations

from enum import Enum
from functools import cache
from unicodedata import category

from pressroom.typography.characters import Nature, nature


class Cell(Enum):
    """A class of composition.

    The marks are those of cjk-rules S05 to S07 and B04: ``STOP`` has ，。、；：, which Hong Kong centres in their cells;
    ``EXCLAMATION`` ！？ fills its cell; ``CONNECTOR`` joins two numbers or words; ``LATIN`` are letters and digits;
    ``POSTFIX`` belongs to the figures before it (jlreq cl-13);
    ``UNSEEN`` takes no room (joiners, combining marks); ``OBJECT`` is a box in the text.
    """

    HAN = "han"
    LATIN = "latin"
    OPENING = "opening"
    CLOSING = "closing"
    STOP = "stop"
    EXCLAMATION = "exclamation"
    INTERPUNCT = "interpunct"
    CONNECTOR = "connector"
    SOLIDUS = "solidus"
    DASH = "dash"
    POSTFIX = "postfix"
    SPACE = "space"
    WIDE_SPACE = "wide-space"
    LINE_END = "line-end"
    UNSEEN = "unseen"
    OBJECT = "object"
    OTHER = "other"

    __hash__ = (
        object.__hash__
    )  # that of Enum is written in Python, and every pair of neighbours is looked up


OBJECT = "\ufffc"
"""Stands in a text for a box that is no text (UAX #14, class CB)."""

_MARKS = {
    Cell.OPENING: "（「『【〔《〈〖〘〚｛［〝“‘",
    Cell.CLOSING: "）」』】〕》〉〗〙〛｝］〞〟”’",
    Cell.STOP: "，。、；：．︰∶﹐﹑﹒﹔﹕",
    Cell.EXCLAMATION: "！？‼⁇⁈⁉﹖﹗",
    Cell.INTERPUNCT: "·‧・•",
    Cell.CONNECTOR: "～〜－–",
    Cell.SOLIDUS: "／",
    Cell.DASH: "—…⋯─⸺⸻",
    Cell.POSTFIX: "%％‰℃℉°",
    Cell.SPACE: " \u00a0",
    Cell.WIDE_SPACE: "\u3000",
    Cell.LINE_END: "\n",
    Cell.UNSEEN: "\u00ad\u200b\u200c\u200d\u2060\ufeff",
    Cell.OBJECT: OBJECT,
}
BLANKS = _MARKS[Cell.SPACE] + _MARKS[Cell.LINE_END]
"""What is not seen at the end of a line."""

_BY_CHARACTER = {char: cell for cell, chars in _MARKS.items() for char in chars}


@cache
def cell(char: str) -> Cell:
    """Return the class of a character."""
    known = _BY_CHARACTER.get(char)
    if known is not None:
        return known
    match nature(char):
        case Nature.CELL:
            # Full-width forms that are neither mark nor letter (＋ ￥) keep their own room.
            kind = category(char)
            return Cell.HAN if kind[0] in "LN" or kind == "So" else Cell.OTHER
        case Nature.LETTER | Nature.DIGIT:
            return Cell.LATIN
        case Nature.ATTACHED:
            return Cell.UNSEEN
        case Nature.AMBIGUOUS | Nature.NEUTRAL:
            return Cell.OTHER


def has_cells(text: str) -> bool:
    """Tell whether a text holds anything that is set in Han cells."""
    return not text.isascii() and any(
        nature(char) is Nature.CELL and char != OBJECT for char in text
    )
