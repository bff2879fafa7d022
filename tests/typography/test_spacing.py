import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.language.profile import (
    JAPANESE,
    KOREAN,
    LATIN,
    SIMPLIFIED,
    TRADITIONAL,
    Profile,
)
from pressroom.language.registry import profile
from pressroom.typography.spacing import HALF, Gap, Shrink, Stretch, gaps
from pressroom.typography.units import held
from typography.copies import copy_of

GAP = TRADITIONAL.gap


def between(pair: str, composed_as: Profile = TRADITIONAL) -> Gap:
    """Return the gap between the two middle characters of 海XY海, and nothing else may be spaced."""
    return gaps(copy_of(f"海{pair}海", corner=composed_as.corner), composed_as)[1]


@pytest.mark.parametrize(
    "pair",
    [
        *(
            [
                "」「",
                "」『",
                "）（",
                "》《",
                "》〈",
                "”“",
                "「『",
                "『「",
                "（「",
                "「（",
                "（（",
                "〈《",
                "』」",
                "」』",
                "））",
                "》〉",
            ]
        ),
        *(
            [
                "」。",
                "」，",
                "」、",
                "」；",
                "」：",
                "）。",
                "）、",
                "）；",
                "》、",
                "，「",
                "、「",
                "；「",
                "：「",
                "。「",
                "，“",
                "：（",
                "，《",
                "·「",
                "·《",
                "》·",
            ]
        ),
        "\u3000「",
        "」\u3000",
    ],
)
def test_marks_with_a_blank_half_between_them_close_up(pair: str) -> None:
    assert -HALF == between(pair).space


@pytest.mark.parametrize(
    "pair",
    [
        "。」",
        "。）",
        "。》",
        "，）",
        "、）",
        "；）",
        "，，",
        "。。",
        "，。",
        "！？",
        "？」",
        "！」",
        "」？",
        "」！",
        "）？",
        "？「",
        "！「",
        "％）",
        "）％",
        "——",
        "……",
        "」—",
        "》—",
        "—「",
        "「—",
        "」…",
        "…「",
        "…」",
        "海，",
        "，海",
        "海！",
        "！海",
    ],
)
def test_centred_stops_and_exclamations_keep_their_room(pair: str) -> None:
    assert 0 == between(pair).space


@pytest.mark.parametrize(
    ("pair", "composed_as"),
    [
        *(
            (pair, SIMPLIFIED)
            for pair in ("。”", "，）", "，，", "。。", "！”", "”！", "：“", "；）")
        ),
        *((pair, JAPANESE) for pair in ("。」", "、）", "、「", "」。")),
    ],
)
def test_marks_in_the_corner_of_their_cells_close_up(pair: str, composed_as: Profile) -> None:
    assert -HALF == between(pair, composed_as).space


@pytest.mark.parametrize("pair", ["：）", "！」", "？）"])
def test_japanese_marks_in_the_middle_of_their_cells_keep_them(pair: str) -> None:
    assert 0 == between(pair, JAPANESE).space


def test_a_korean_word_space_stays_one_and_nothing_is_drawn_beside_latin() -> None:
    words = copy_of("약 ab는 약")
    after = gaps(words, KOREAN)
    assert [0.0] * 7 == [gap.space for gap in after]
    assert [1, 5] == [at for at, gap in enumerate(after) if gap.stretch is Stretch.WORD]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh-Hant-HK", TRADITIONAL),
        ("zh-Hant-TW", TRADITIONAL),
        ("zh-HK", TRADITIONAL),
        ("zh-Hans-CN", SIMPLIFIED),
        ("zh-SG", SIMPLIFIED),
        ("yue", TRADITIONAL),
        ("ja", JAPANESE),
        ("ja-JP", JAPANESE),
        ("ko-KR", KOREAN),
        ("fr-CA", LATIN),
        ("en-HK", LATIN),
    ],
)
def test_marks_stand_where_the_language_puts_them(language: str, expected: Profile) -> None:
    assert expected is profile(language)


def spaces(text: str) -> list[float]:
    return [round(gap.space, 3) for gap in gaps(copy_of(text), TRADITIONAL)]


def test_han_and_latin_stand_apart_on_both_sides() -> None:
    assert [GAP, 0, GAP, 0] == spaces("於24小")


def test_nothing_stands_between_latin_and_full_width_marks() -> None:
    assert [0, 0, 0, 0, 0] == spaces("（ab，c")


def test_a_typed_space_is_as_wide_as_the_drawn_gap() -> None:
    typed = copy_of("用 ab 治")
    after = gaps(typed, TRADITIONAL)
    wide = [round(typed.advances[at] + after[at].space, 3) for at in (1, 4)]
    assert [GAP, GAP] == wide
    assert {Stretch.MIXED} == {after[at].stretch for at in (1, 4)}


def test_a_word_joiner_hides_no_neighbour() -> None:
    assert [0, GAP, 0] == spaces("海\u2060a")


def test_addresses_and_code_are_not_spaced_inside() -> None:
    assert [0.0] * 3 == [
        gap.space for gap in gaps(copy_of("漢a漢", verbatim=range(3)), TRADITIONAL)
    ]


def test_a_raised_figure_stands_close() -> None:
    copy = copy_of("海1港")
    small = [1.0, 0.7, 1.0]
    raised = type(copy)(
        copy.text,
        copy.advances,
        small,
        copy.leads,
        copy.trails,
        copy.tied,
        copy.verbatim,
        copy.rigid,
    )
    assert [0.0, 0.0, 0.0] == [gap.space for gap in gaps(raised, TRADITIONAL)]


def test_word_spaces_in_a_statistic_keep_their_width() -> None:
    text = "p < 0.05 was"
    found = gaps(copy_of(text), TRADITIONAL, held(text))
    assert [8] == [at for at, gap in enumerate(found) if gap.stretch is Stretch.WORD]


@pytest.mark.parametrize(
    "pair", ["海·", "·港", "海～", "～港", "海／", "——", "「海", "海，", "海」"]
)
def test_nothing_opens_beside_connectors_or_before_marks(pair: str) -> None:
    assert Stretch.NONE is between(pair).stretch


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ("海「", (Shrink.BRACKET, 0.5)),
        ("」港", (Shrink.BRACKET, 0.5)),
        ("海·", (Shrink.INTERPUNCT, 0.25)),
        ("海，", (Shrink.NONE, 0.0)),
        ("海！", (Shrink.NONE, 0.0)),
    ],
)
def test_brackets_and_interpuncts_give_and_stops_do_not(
    pair: str, expected: tuple[Shrink, float]
) -> None:
    gap = between(pair)
    assert expected == (gap.shrink, gap.least)


@given(st.text("海港，。「」（）a1 \u3000\u2060·！—", max_size=30))
def test_marks_never_lose_more_than_half_and_nothing_stands_at_the_end(text: str) -> None:
    found = gaps(copy_of(text), TRADITIONAL)
    assert len(text) == len(found)
    assert all(-HALF <= gap.space <= GAP for gap in found)
    assert not found or Gap() == found[-1]
