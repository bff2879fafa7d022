"""How evenly the words of justified English stand, in the file: spaces, divided words, rivers."""

from __future__ import annotations

from functools import cache

import pytest

from measure.cells import Cell, Line
from measure.rivers import Spacing, setting, spacing

_MEASURES = [22, 32]


@cache
def spaced(measure: float, *, composed: bool = True, hyphenate: bool = False) -> Spacing:
    return setting(measure, composed=composed, hyphenate=hyphenate)


@pytest.mark.parametrize("measure", _MEASURES)
def test_word_spaces_differ_less_than_the_engine_leaves_them_least_between_divided_words(
    measure: float,
) -> None:
    alone = spaced(measure, composed=False)
    whole, divided = spaced(measure), spaced(measure, hyphenate=True)
    assert divided.deviation < whole.deviation < alone.deviation
    assert divided.deviation < alone.deviation / 2
    assert max(whole.spaces) <= 0.755


def test_at_the_measure_of_a_page_hardly_a_space_is_wider_than_half_an_em() -> None:
    divided = spaced(32, hyphenate=True)
    assert sum(space > 0.5 for space in divided.spaces) < 0.05 * len(divided.spaces)
    assert divided.opened == 0


def test_at_the_measure_of_a_page_no_river_runs_through_whole_words() -> None:
    assert (4, 0) == (spaced(32, composed=False).rivers, spaced(32).rivers)


def line(baseline: float, spaces: list[int]) -> Line:
    """Return a line of twenty letters and spaces of one em each."""
    return Line(
        tuple(
            Cell(" " if at in spaces else "x", 10.0 * at, 10.0 * at + 10, baseline, 10.0, "Face")
            for at in range(20)
        )
    )


def test_spaces_that_stand_above_one_another_in_four_lines_are_a_river() -> None:
    straight = [line(18.0 * at, [9]) for at in range(5)]
    dammed = [*straight[:3], line(54.0, [4]), *straight[4:]]
    assert 1 == spacing([tuple(straight)], 20).rivers
    assert 0 == spacing([tuple(dammed)], 20).rivers
