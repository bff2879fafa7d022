import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.language.profile import TRADITIONAL
from pressroom.typography.judging import Fill
from pressroom.typography.kinsoku import opportunities
from pressroom.typography.line import Setting
from pressroom.typography.need import in_need, is_short
from pressroom.typography.paragraph import Measure, SetLine, compose
from pressroom.typography.spacing import gaps
from pressroom.typography.units import held, spaced_numbers
from typography.copies import anywhere, copy_of

UNFILLED = "海港渡輪1234567年渡輪清晨開出乘客依次登岸"


def before(text: str, measure: float, tied: frozenset[int]) -> tuple[Setting, tuple[SetLine, ...]]:
    copy, units = copy_of(text, tied=tied), held(text)
    setting = Setting(copy, gaps(copy, TRADITIONAL, units))
    breaks = opportunities(copy, anywhere(text), units)
    return setting, compose(setting, breaks, Measure(measure, measure), Fill.JUSTIFIED)


def behind(text: str, measure: float, tied: frozenset[int] = frozenset()) -> tuple[SetLine, ...]:
    """Set a paragraph as in need."""
    setting, _ = before(text, measure, tied)
    need = in_need(setting, anywhere(text), TRADITIONAL)
    room = Measure(measure, measure)
    return compose(need.setting, need.breaks, room, Fill.JUSTIFIED, severed=need.severed)


def texts(text: str, lines: tuple[SetLine, ...]) -> list[str]:
    return [text[line.start : line.end] for line in lines]


@pytest.mark.parametrize(("text", "short"), [(UNFILLED, True), ("海港渡輪清晨開出乘客", False)])
def test_need_is_where_a_line_that_is_not_the_last_stays_short(text: str, short: bool) -> None:  # noqa: FBT001
    _, lines = before(text, 8, frozenset())
    assert short == is_short(lines, Measure(8, 8))


def test_a_first_line_is_held_against_its_own_room() -> None:
    _, lines = before("海港渡輪清晨開出乘客", 8, frozenset())
    assert is_short(lines, Measure(9, 8))


def test_gaps_open_by_half_an_em_in_need() -> None:
    text = "海港渡輪清emapalumabemapalumab海港渡輪清晨"
    (first, *_) = behind(text, 7)
    assert "海港渡輪清" == text[: first.end]
    assert pytest.approx([0.5] * 4 + [0.0]) == first.extra
    assert 7 == pytest.approx(first.width)


def test_a_measure_word_leaves_its_number_rather_than_that_a_line_stays_short() -> None:
    assert ["海港渡輪1234567", "年渡輪清晨開出乘", "客依次登岸"] == texts(
        UNFILLED, behind(UNFILLED, 8)
    )


@pytest.mark.parametrize("text", ["海港渡輪第21頁清晨開出乘客", "海港渡輪清晨開出3萬人登岸"])
def test_a_line_that_can_be_filled_keeps_what_is_counted_in_need_too(text: str) -> None:
    assert all(text[line.resume : line.resume + 1] not in {"頁", "人"} for line in behind(text, 8))


def test_what_an_author_ties_stays_whole_in_need() -> None:
    tied = frozenset(range(5, 14))
    lines = behind(UNFILLED, 8, tied)
    assert not tied & {line.resume for line in lines}


def test_the_tie_of_a_counted_number_alone_gives_way() -> None:
    tied = frozenset(range(5, 12))
    assert 11 in {line.resume for line in behind(UNFILLED, 8, tied)}


def test_the_space_before_a_unit_opens_in_need_but_none_in_a_number() -> None:
    setting, _ = before("每日 5 mg 共 12 345 人", 8, frozenset())
    need = in_need(setting, [True] * 20, TRADITIONAL)
    assert 0 < need.setting.gaps[4].late
    assert 0 == need.setting.gaps[12].late == need.setting.gaps[12].early


@given(st.text("海港渡輪清晨，。「」（）年第a1 ", min_size=30, max_size=120), st.integers(8, 16))
def test_no_gap_opens_by_more_than_half_an_em_in_need(text: str, measure: int) -> None:
    lines = behind(text, measure)
    assert len(text) == lines[-1].resume
    assert 0.51 > max((extra for line in lines for extra in line.extra), default=0.0)


@given(st.text("海港123 第年萬個月，", min_size=20, max_size=80), st.integers(6, 12))
def test_no_number_is_parted_in_need(text: str, measure: int) -> None:
    inside = {at for start, end in spaced_numbers(text) for at in range(start + 1, end)}
    assert not inside & {line.resume for line in behind(text, measure)}
