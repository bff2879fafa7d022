from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.language.profile import TRADITIONAL
from pressroom.typography.judging import Fill
from pressroom.typography.kinsoku import opportunities
from pressroom.typography.line import Setting, spread
from pressroom.typography.paragraph import Measure, SetLine, compose
from pressroom.typography.spacing import gaps
from pressroom.typography.units import held
from typography.copies import anywhere, copy_of, setting_of


def composed(text: str, measure: float, fill: Fill = Fill.JUSTIFIED) -> tuple[SetLine, ...]:
    setting = setting_of(text)
    breaks = opportunities(setting.copy, anywhere(text), held(text))
    return compose(setting, breaks, Measure(measure, measure), fill)


def lines(text: str, measure: float, fill: Fill = Fill.JUSTIFIED) -> list[str]:
    return [text[line.start : line.end] for line in composed(text, measure, fill)]


HAN = "海港渡輪清晨開出乘客依次登岸市集攤販擺好蔬果"


def test_plain_han_fills_a_whole_number_of_cells() -> None:
    assert [HAN[:10], HAN[10:20], HAN[20:]] == lines(HAN, 10)


def test_the_last_line_has_two_characters_at_least() -> None:
    *_, last = full = lines(HAN[:21], 10)
    assert (3, 2) == (len(full), len(last))


def test_a_column_of_less_than_four_characters_may_end_in_one() -> None:
    assert ["海港", "渡輪", "清"] == lines(HAN[:5], 2.2, Fill.RAGGED)


@pytest.mark.parametrize("text", ["海港渡輪清晨開出24。", "海港渡輪清晨開出 in。"])
def test_no_short_word_makes_a_last_line(text: str) -> None:
    *_, last = lines(text, 8)
    assert len(last.strip("。")) > 2


def test_no_line_is_made_of_the_spaces_before_a_text() -> None:
    assert [" 渡輪", "上海"] == lines(" 渡輪上海", 4, Fill.RAGGED)


def test_every_line_but_the_last_is_as_wide_as_the_measure() -> None:
    text = "海港渡輪於24小時內開出，乘客ferry依次登岸；市集攤販擺好蔬果，老人看報。"
    *full, last = composed(text, 9.5)
    assert [9.5] * len(full) == [round(line.width, 6) for line in full]
    assert last.width < 9.5


def test_a_line_is_pressed_together_where_opening_it_would_tear() -> None:
    text = "海港渡輪清「晨開」出乘客依次登岸市集攤販擺好蔬果老人看報"
    first = composed(text, 9.5)[0]
    assert "海港渡輪清「晨開」出" == text[first.start : first.end]
    assert {-0.25} == {round(extra, 6) for extra in first.extra if extra}


def test_a_closing_bracket_gives_half_at_the_end_of_a_line_and_the_line_stays_flush() -> None:
    text = "海港渡輪清晨開出「乘客」依次登岸市集攤販擺好"
    line = composed(text, 11.7)[0]
    assert text[: text.index("依")] == text[line.start : line.end]
    assert -0.5 == line.extra[-1]
    assert 11.7 == pytest.approx(line.width)


def test_gaps_between_han_and_latin_open_before_those_between_han() -> None:
    setting = setting_of("海港24海港")
    given_ = spread(setting, 0, 6, 0.1)
    assert given_ is not None
    assert [0, 0.05, 0, 0.05, 0, 0] == [round(extra, 6) for extra in given_]


def test_a_line_that_would_have_to_open_too_far_stays_ragged() -> None:
    text = "海港emapalumabemapalumab海"
    first = composed(text, 11)[0]
    assert "海港" == text[first.start : first.end]
    assert first.width == pytest.approx(2)
    assert {0.0} == set(first.extra)


def test_ragged_lines_are_not_stretched() -> None:
    assert {0.0} == {extra for line in composed(HAN, 9.5, Fill.RAGGED) for extra in line.extra}


def test_a_heading_is_balanced_and_parted_after_a_mark() -> None:
    assert ["海港渡輪清晨開出：", "乘客依次登岸市集攤販"] == lines(
        "海港渡輪清晨開出：乘客依次登岸市集攤販", 16, Fill.BALANCED
    )


def test_a_heading_is_parted_beside_a_term_rather_than_inside_a_word() -> None:
    text = "海港渡輪清晨開出乘客依次登岸市集攤販擺好"
    copy = copy_of(text, tied=frozenset(range(5, 8)))
    breaks = opportunities(copy, anywhere(text))
    found = compose(Setting(copy, gaps(copy, TRADITIONAL)), breaks, Measure(16, 16), Fill.BALANCED)
    assert ["海港渡輪清晨開出", "乘客依次登岸市集攤販擺好"] == [
        text[line.start : line.end] for line in found
    ]


def test_a_forced_line_end_ends_a_line_and_the_composing() -> None:
    text = "海港\n渡輪"
    (line,) = composed(text, 10)
    assert (0, 2, 3) == (line.start, line.end, line.resume)


def test_a_stretch_wider_than_the_measure_is_broken_only_where_that_is_allowed() -> None:
    text = "海" + "a" * 20
    setting = setting_of(text)
    breaks = opportunities(setting.copy, anywhere(text))
    whole = compose(setting, breaks, Measure(4, 4), Fill.RAGGED)
    broken = compose(setting, breaks, Measure(4, 4), Fill.RAGGED, 0, [True] * len(text))
    assert ["海", "a" * 20] == [text[line.start : line.end] for line in whole]
    assert [1, 8, 8, 4] == [line.end - line.start for line in broken]


@given(
    st.text("海港渡輪清晨，。；「」（）！·—a1 ", min_size=1, max_size=90),
    st.floats(4, 20),
    st.sampled_from(Fill),
)
def test_lines_follow_each_other_and_lose_nothing_but_spaces(
    text: str, measure: float, fill: Fill
) -> None:
    setting = setting_of(text)
    breaks = opportunities(setting.copy, anywhere(text), held(text))
    found = composed(text, measure, fill)
    assert (0, len(text)) == (found[0].start, found[-1].resume)
    assert all(one.resume == other.start for one, other in pairwise(found))
    assert all(breaks[line.resume] for line in found)
    assert all(not text[line.end : line.resume].strip(" ") for line in found)
    for line in found:
        natural = setting.width(line.start, line.end)
        assert line.width == pytest.approx(natural + sum(line.extra), abs=1e-6) or (
            line.extra and line.extra[-1] < 0
        )


@given(st.text("海港渡輪清晨，。「」（）a1 ", min_size=30, max_size=120), st.integers(8, 20))
def test_no_gap_between_han_opens_beyond_its_bound(text: str, measure: int) -> None:
    setting = setting_of(text)
    for line in composed(text, measure):
        opened = zip(line.extra, setting.gaps[line.start : line.end], strict=True)
        assert all(extra <= gap.most + 1e-6 for extra, gap in opened)
