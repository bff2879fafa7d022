"""What a paragraph may do of which a line would otherwise stay short (J01 before B07, B11 and the bounds of J03).

Gaps open up to half an em, spaces between a number and the symbol of its unit too, and a measure word goes to the next line without its number. Numbers, sums, statistics, symbols of
units and what an author or a glossary holds together stay whole (B06, B08, B17).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pressroom.language.profile import Profile
from pressroom.typography.copy import Copy
from pressroom.typography.kinsoku import opportunities
from pressroom.typography.line import Setting
from pressroom.typography.paragraph import Measure, SetLine
from pressroom.typography.spacing import Gap, Stretch, gaps
from pressroom.typography.units import held, held_in_need, spaced_numbers

_NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Need:
    """What ``compose`` takes in need: gaps that open further, and more breaks, ``severed`` among them."""

    setting: Setting
    breaks: tuple[bool, ...]
    severed: frozenset[int]


def is_short(lines: Sequence[SetLine], measure: Measure) -> bool:
    """Tell whether one of the justified lines of a paragraph, of which the first is the first, does not reach the edge."""
    rooms = [measure.first] + [measure.others] * len(lines)
    return any(line.width < room - _NEAR for line, room in zip(lines[:-1], rooms, strict=False))


def in_need(setting: Setting, uax14: Sequence[int], profile: Profile) -> Need:
    """Return what a paragraph may do in need; ``setting`` and ``uax14`` are what it is set from without."""
    copy, units = setting.copy, held_in_need(setting.copy.text)
    counted = frozenset(_counted(copy, units))
    tied = [is_tied and at not in counted for at, is_tied in enumerate(copy.tied)]
    loose = replace(copy, tied=tied)
    breaks = opportunities(loose, uax14, units, spaced=profile.spaced)
    severed = frozenset(at for at in counted if breaks[at])
    return Need(Setting(loose, _opened(loose, profile.eased()), setting.hyphens), breaks, severed)


def _opened(copy: Copy, profile: Profile) -> list[Gap]:
    """Return gaps with which the spaces of units open too, as those of Han do; but none in a number (B06, J05)."""
    found = list(gaps(copy, profile, spaced_numbers(copy.text)))
    for start, end in held(copy.text):
        for at in range(start, end - 1):
            if found[at].stretch is Stretch.WORD:
                found[at] = replace(found[at], stretch=Stretch.HAN, most=profile.han_most)
    return found


def _counted(copy: Copy, units: Iterable[tuple[int, int]]) -> Iterable[int]:
    """Yield the characters before which a number may leave its measure word, tied or not."""
    inside = {at for start, end in units for at in range(start + 1, end)}
    for start, end in held(copy.text):
        if copy.tied[start] or copy.tied[end : end + 1] == [True]:
            continue  # part of something longer that is held
        yield from (at for at in range(start + 1, end) if at not in inside)
