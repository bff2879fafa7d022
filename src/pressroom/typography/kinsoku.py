"""Where a line may end: UAX #14 as the base, and what Chinese forbids on top of it (cjk-rules B01 to B14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pressroom.typography.addresses import address_breaks, addresses
from pressroom.typography.cells import Cell
from pressroom.typography.copy import Copy

NO_START = frozenset(
    "，。、；：！？…⋯‥」』）》〉】〕〗］｝”’·‧・～〜–—─⸺⸻－／％%‰℃°々〻ーゝゞヽヾ︰∶﹕．"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
"""Never the first character of a line (B01, B04, B14); small kana by jlreq cl-11."""

LEANING = frozenset("·～／—─⸺⸻－︰∶")
"""Those of ``NO_START`` before which UAX #14 lets a line end however strict it is, and browsers with it (B04)."""

NO_END = frozenset("「『（《〈【〔〖［｛“‘$¥￥£€№#／")
"""Never the last character of a line (B02; ／ by B05)."""

_LINE_END = "\n"


def opportunities(
    copy: Copy,
    uax14: Sequence[int],
    units: Iterable[tuple[int, int]] = (),
    *,
    spaced: bool = False,
) -> tuple[bool, ...]:
    """Tell before which characters a line may begin; one entry more than characters, the last for the end.

    ``uax14`` has the same form: what the Unicode algorithm allows. ``units`` (start, end excluded) hold together, whatever
    marks part them: the stretches of B06 to B08 and B11. In an address B10 decides alone. Where spaces part the words
    (``spaced``) no line ends inside one, in Hangul either.
    """
    text, tied = copy.text, copy.tied
    allowed = [False, *map(bool, uax14[1:])]
    for at, (before, after) in enumerate(pairwise(text), start=1):
        if before == _LINE_END:
            allowed[at] = not tied[at]
        elif allowed[at] and (
            tied[at]
            or after in NO_START
            or before in NO_END
            or (before == "/" and _is_solidus(copy, at))
            or (spaced and _in_word(copy, at))
        ):
            allowed[at] = False
    for start, end in addresses(text):
        allowed[start + 1 : end] = [False] * (end - start - 1)
        for at in address_breaks(text, start, end):
            allowed[at] = not copy.tied[at]
    for start, end in units:
        allowed[start + 1 : end] = [False] * (end - start - 1)
    allowed[len(text)] = True
    return tuple(allowed)


def _is_solidus(copy: Copy, at: int) -> bool:
    """Tell whether the solidus before a character has no spaces around it and so belongs to both sides: mg/kg, and/or (B07).

    Addresses have their own rule.
    """
    text = copy.text
    return text[at].isalnum() and not copy.verbatim[at] and at > 1 and text[at - 2] != " "


def _in_word(copy: Copy, at: int) -> bool:
    """Tell whether both neighbours are letters, of whatever script, or figures."""
    return {copy.cells[at - 1], copy.cells[at]} <= {Cell.HAN, Cell.LATIN}


def pairs(text: str) -> tuple[tuple[int, int], ...]:
    """Return the innermost bracket pairs and quotations (start, end excluded), which no heading parts (J13)."""
    closers = {"「": "」", "『": "』", "（": "）", "《": "》", "〈": "〉", "“": "”", "【": "】"}
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in closers:
            opened.append(at)
        elif opened and char == closers[text[opened[-1]]]:
            found.append((opened.pop(), at + 1))
    return tuple(sorted(found))
