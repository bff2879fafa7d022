"""Shorten a text where it can be cut: after a clause, between words, never inside one."""

from __future__ import annotations

from pressroom.typography.characters import Nature, nature, width

_CLAUSE_ENDS = ".,;:?!。，；：？！、"
_SENTENCE_ENDS = (".", "?", "!", "。", "？", "！")
_TRAILING = " ,;:，；：、—–-（(「『《〈“‘"


def cut(text: str, em: float, ellipsis: str) -> str:
    """Return the text if it is at most ``em`` wide, else its beginning and an ellipsis (together at most that wide).

    A clause that ends in the last third of the room is kept whole; failing that, words and numbers are. After a whole
    sentence there is no ellipsis.
    """
    if width(text) <= em:
        return text
    room = em - width(ellipsis)
    end = 0
    used = 0.0
    while used + width(text[end]) <= room:
        used += width(text[end])
        end += 1
    at = _after_clause(text, end) or _between_words(text, end) or end
    beginning = text[:at].rstrip(_TRAILING)
    return beginning if beginning.endswith(_SENTENCE_ENDS) else beginning + ellipsis


def _after_clause(text: str, end: int) -> int:
    for at in range(end, end - end // 3, -1):
        if text[at - 1] in _CLAUSE_ENDS and (
            nature(text[at - 1]) is Nature.CELL or text[at : at + 1] == " "
        ):
            return at
    return 0


def _between_words(text: str, end: int) -> int:
    inside = {Nature.LETTER, Nature.DIGIT, Nature.ATTACHED}
    at = end
    while at > 0:
        before, after = nature(text[at - 1]), nature(text[at])
        if text[at] == " " or text[at - 1] == " ":
            return at
        if not (before in inside and after in inside) and Nature.CELL in {before, after}:
            return at
        at -= 1
    return 0
