"""The width of a stretch of copy as a line, and the room that its gaps give (cjk-rules J01 to J05, S08, S09)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add, attrgetter, mul

from pressroom.typography.cells import BLANKS, Cell
from pressroom.typography.copy import Copy
from pressroom.typography.spacing import Gap, Shrink, Stretch

_TRIM = 0.5
"""What a closing bracket gives at the end of a line if it would not fit otherwise (S09), in em."""

_BLANK = re.compile(f"[{BLANKS}]+")
_GROWING = (Stretch.WORD, Stretch.MIXED, Stretch.HAN)
_SHRINKING = (Shrink.WORD, Shrink.INTERPUNCT, Shrink.BRACKET, Shrink.MIXED)


@dataclass(frozen=True, slots=True)
class Setting:
    """Copy with its gaps, ready to be measured from any character to any other.

    The lists run over the text, so that a line is measured by subtractions; each has an entry more than there are
    characters. ``widths``: advances, fixed room and spaces up to a character. ``seen``: where a line that ends before a
    character is seen to end, the spaces at its end left out. ``tails``: the space behind the last character of such a
    line, which is dropped. ``early``, ``late``, ``give``: how far gaps up to a character can grow (those that grow first,
    word spaces and Han with Latin; those between cells) and shrink. ``hyphens``: how wide the hyphen is of a
    word that is divided before a character.
    """

    copy: Copy
    gaps: Sequence[Gap]
    hyphens: Mapping[int, float] = field(default_factory=dict[int, float])
    widths: list[float] = field(init=False)
    seen: list[int] = field(init=False)
    tails: list[float] = field(init=False)
    early: list[float] = field(init=False)
    late: list[float] = field(init=False)
    give: list[float] = field(init=False)

    def __post_init__(self) -> None:
        copy, gaps, ems = self.copy, self.gaps, self.copy.ems
        tails, early, late, give = (
            list(map(mul, map(attrgetter(name), gaps), ems))
            for name in ("space", "early", "late", "least")
        )
        widths = map(add, copy.advances, tails)
        if any(copy.leads) or any(copy.trails):
            widths = map(add, widths, map(add, copy.leads, copy.trails))
        put = object.__setattr__
        put(self, "widths", _running(widths))
        put(self, "tails", [0.0, *tails])
        put(self, "seen", _seen(copy.text))
        put(self, "early", _running(early))
        put(self, "late", _running(late))
        put(self, "give", _running(give))

    def visible_end(self, start: int, end: int) -> int:
        """Return the end of a line without the spaces at it."""
        return max(start, self.seen[end])

    def width(self, start: int, end: int) -> float:
        """Return the width of a line that nothing stretches or shrinks; ``end`` is a visible end."""
        if end <= start:
            return 0.0
        return self.widths[end] - self.widths[start] - self.tails[end]

    def trim(self, end: int) -> float:
        """Return what the mark at the end of a line can give (S09)."""
        at = end - 1
        if self.copy.side(at) is Cell.CLOSING and self.copy.full[at]:
            return _TRIM * self.copy.ems[at]
        return 0.0


def _running(amounts: Iterable[float]) -> list[float]:
    return list(accumulate(amounts, initial=0.0))


def _seen(text: str) -> list[int]:
    ends = list(range(len(text) + 1))
    for blank in _BLANK.finditer(text):
        start, end = blank.span()
        ends[start + 1 : end + 1] = [start] * (end - start)
    return ends


def spread(setting: Setting, start: int, end: int, slack: float) -> list[float] | None:
    """Return what each gap of a line takes of ``slack``, in the copy's unit; None if that is more than they may open.

    A positive slack is filled in the order of J03: word spaces, Han and Latin, then all gaps between cells equally. A
    negative one is taken in the order of J04: word spaces, interpuncts, brackets, Han and Latin.
    """
    given = [0.0] * (end - start - 1)
    gaps, ems = setting.gaps[start : end - 1], setting.copy.ems[start : end - 1]
    order, kinds = (_GROWING, "stretch") if slack >= 0 else (_SHRINKING, "shrink")
    present = [*map(attrgetter(kinds), gaps)]
    left = abs(slack)
    for kind in order:
        if left <= 0:
            break
        if kind not in present:
            continue
        rooms = _rooms(gaps, ems, kind)
        total = sum(rooms)
        if total <= 0:
            continue
        share = min(1.0, left / total)
        signed = share if slack >= 0 else -share
        given = [one + signed * room for one, room in zip(given, rooms, strict=True)]
        left -= share * total
    return [*given, 0.0] if left <= 1e-6 else None


def _rooms(gaps: Sequence[Gap], ems: Sequence[float], kind: Stretch | Shrink) -> list[float]:
    """Return how far each gap can change that changes as one of a kind."""
    pairs = zip(gaps, ems, strict=True)
    match kind:
        case Stretch():
            return [gap.most * em if gap.stretch is kind else 0.0 for gap, em in pairs]
        case Shrink():
            return [gap.least * em if gap.shrink is kind else 0.0 for gap, em in pairs]
