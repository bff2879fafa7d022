"""Things painted one after the other that may be a drawing together."""

from __future__ import annotations

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from pressroom.proof.pictures.runs import NOTHING, Box, around, runs

FRAME = (10.0, 10.0)


def dot(left: float, bottom: float, side: float = 1) -> Box:
    return left, bottom, left + side, bottom + side


def fits(boxes: list[Box]) -> bool:
    left, bottom, right, top = around(boxes)
    return max(right - left, top - bottom) <= 11


def test_all_parts_of_a_drawing_come_before_some_of_them() -> None:
    drawing = [dot(at % 10, at // 10) for at in range(100)]
    line, page = (0.0, 20.0, 300.0, 20.5), (0.0, 0.0, 600.0, 800.0)

    assert range(1, 101) == next(runs([page, *drawing, line], FRAME))


def test_what_stands_higher_comes_first() -> None:
    assert [range(1, 2), range(2, 3), range(1)] == [
        *runs([dot(0, 0, 9), dot(0, 700, 9), dot(0, 400, 9)], FRAME)
    ]


def test_a_drawing_is_found_without_a_border_that_is_painted_before_it() -> None:
    border = [(0.0, 0.0, 10.5, 0.5), (0.0, 0.0, 0.5, 10.5)]

    assert range(2, 4) in [*runs([*border, dot(1, 1, 4), dot(4, 4, 5)], FRAME)]


def test_what_is_too_small_or_not_seen_is_no_drawing() -> None:
    assert [] == [*runs([dot(0, 0), NOTHING, dot(50, 50), (0, 20, 100, 120)], FRAME)]


place = st.integers(0, 24).map(float)
boxes_of_a_page = st.lists(st.builds(dot, place, place, st.integers(2, 14)), max_size=12)


@given(boxes_of_a_page)
def test_the_first_runs_are_those_that_fit_and_are_part_of_no_longer_one(boxes: list[Box]) -> None:
    fitting = [
        range(first, end)
        for first in range(len(boxes))
        for end in range(first + 1, len(boxes) + 1)
        if fits(boxes[first:end])
    ]
    longest = {
        one
        for one in fitting
        if not any(one != other and set(one) <= set(other) for other in fitting)
    }

    assert longest == set(islice(runs(boxes, FRAME), len(longest)))
