from itertools import accumulate

import pytest

from pressroom.language.profile import LATIN
from pressroom.typography.judging import Fill
from pressroom.typography.line import Setting
from pressroom.typography.paragraph import Measure, compose
from pressroom.typography.rivers import Space, begun, spaces_below
from pressroom.typography.spacing import gaps
from typography.copies import copy_of


def setting_of_words(text: str) -> Setting:
    copy = copy_of(text)
    return Setting(copy, gaps(copy, LATIN))


def chained(lines: list[str], room: float) -> list[tuple[Space, ...]]:
    """Return the spaces of lines that stand below one another."""
    found: list[tuple[Space, ...]] = []
    for line in lines:
        above = found[-1] if found else ()
        found.append(spaces_below(setting_of_words(line), 0, len(line), room, above))
    return found


def test_spaces_are_where_they_stand_in_the_justified_line() -> None:
    ((left, right, _), (other, end, _)) = spaces_below(setting_of_words("to be it"), 0, 8, 4.25, ())
    assert pytest.approx([1.0, 1.625, 2.625, 3.25]) == [left, right, other, end]


def test_a_river_is_seen_from_its_fourth_line_on_and_counted_once() -> None:
    assert [0, 0, 0, 1, 0] == [begun(spaces) for spaces in chained(["abc def"] * 5, 3.5)]


def test_a_space_elsewhere_dams_a_river() -> None:
    lines = ["abc def", "abc def", "abcdef g", "abc def", "abc def"]
    assert [0] * 5 == [begun(spaces) for spaces in chained(lines, 3.5)]


def test_justified_english_is_broken_so_that_no_river_runs_where_it_can_be() -> None:
    text = (
        "and rings again over pier dawn to ferry leaves pier and ships while dawn over under the harbour water harbour "
        "over water men dawn came that over leaves water and about the to a"
    )
    setting = setting_of_words(text)
    breaks = [at > 0 and text[at - 1] == " " for at in range(len(text))] + [True]
    lines = compose(setting, breaks, Measure(20, 20), Fill.JUSTIFIED)
    rows = accumulate(
        lines[:-1],
        lambda above, line: spaces_below(setting, line.start, line.resume, 20, above),
        initial=(),
    )
    assert [0] * len(lines) == [begun(row) for row in rows]
    assert [20.0] * (len(lines) - 1) == pytest.approx([line.width for line in lines[:-1]])
