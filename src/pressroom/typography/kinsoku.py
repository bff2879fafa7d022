"""Where a line may end: UAX #14 as the base, and what Chinese forbids on top of it (cjk-rules B01 to B14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def opportunities(
    copy: Copy,
    uax14: Sequence[bool],
    units: Iterable[tuple[int, int]] = (),
    *,
    spaced: bool = False,
) -> tuple[bool, ...]:
    """Tell before which characters a line may begin; one entry more than characters, the last for the end.

    ``uax14`` has the same form: what the Unicode algorithm allows. ``units`` (start, end excluded) hold together, whatever
    marks part them: the stretches of B06 to B08 and B11. In an address B10 decides alone. Where spaces part the words
    (``spaced``) no line ends inside one, in Hangul either.
    """
    text, cells = copy.text, copy.cells
    allowed = [at > 0 and bool(uax14[at]) for at in range(len(text) + 1)]
    for at in range(1, len(text)):
        if allowed[at] and (
            copy.tied[at] or _forbidden(copy, at) or (spaced and _in_word(copy, at))
        ):
            allowed[at] = False
        elif cells[at - 1] is Cell.LINE_END:
            allowed[at] = True
    for start, end in addresses(text):
        allowed[start + 1 : end] = [False] * (end - start - 1)
        for at in address_breaks(text, start, end):
            allowed[at] = not copy.tied[at]
    for start, end in units:
        allowed[start + 1 : end] = [False] * (end - start - 1)
    allowed[len(text)] = True
    return tuple(allowed)


def _forbidden(copy: Copy, at: int) -> bool:
    """Tell whether a rule forbids a line end that UAX #14 allows between two characters."""
    text = copy.text
    before, after = text[at - 1], text[at]
    if after in NO_START or before in NO_END:
        return copy.cells[at - 1] is not Cell.LINE_END
    # mg/kg, and/or: a solidus without spaces belongs to both sides (B07); addresses have their own rule
    return (
        before == "/"
        and after.isalnum()
        and not copy.verbatim[at]
        and at > 1
        and text[at - 2] != " "
    )


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
