from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.typography.characters import width
from pressroom.typography.units import WIDEST, held, held_in_need, quoted_words, spaced_numbers

TEXT = st.text("漢個月歲年日第萬元 ,.-–<=pnmgkLHI$%0123456789", max_size=40)


def found(text: str, *terms: str) -> list[str]:
    return [text[start:end] for start, end in held(text, terms)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("隨訪9個月，30歲女性", ["9個月", "30歲"]),
        ("於24小時內", ["24小時"]),
        ("2025年10月21日", ["2025年", "10月", "21日"]),
        ("第3期及第 12 項", ["第3期", "第 12 項"]),
        ("約2,000萬元", ["2,000萬元"]),
        ("其II型干擾素", ["II型"]),
        ("共345 678人", ["345 678人"]),
        ("12 345 people", ["12 345"]),
        ("a dose of 5 mg daily", ["5 mg"]),
        ("12 mg/L and 37.5 °C", ["12 mg/L", "37.5 °C"]),
        ("5 mgs of hope", []),
        ("stayed at 22.5 ± 1.0 °C", ["22.5 ± 1.0 °C"]),
        ("a mean of 4.2 ± 0.3 falls", ["4.2 ± 0.3"]),
        ("維持在22.5 ± 1.0℃", ["22.5 ± 1.0℃"]),
        ("p < 0.05 (n = 12)", ["p < 0.05", "n = 12"]),
        ("aged ≥ 65", ["≥ 65"]),
        ("HK$ 100 and HK$3 million", ["HK$ 100", "HK$3 million"]),
        ("1.5–2.0 times", ["1.5–2.0"]),
        ("31:387-90.", ["31:387-90"]),
        ("COVID-19, 2025-10-21", []),
        ("第8屆會議在8樓大堂設100個座位", ["第8屆", "8樓", "100個"]),
        ("每床3張、打2針、吃4粒、服5 毫升", ["3張", "2針", "4粒", "5 毫升"]),
        ("致電2833 0111或(852) 2833-0111", ["2833 0111", "(852) 2833-0111"]),
        ("call +852 2833 0111.", ["+852 2833 0111"]),
        ("on 9 March 2026 or March 9", ["9 March", "March 9"]),
        ("from 9–11 Sept to 3 Mayflowers", ["9–11 Sept"]),
        ("at 00:01 HKT, 09:30 GMT or 12 noon HKT", ["00:01 HKT", "09:30 GMT", "12 noon HKT"]),
        ("at 9.30 am or 9 a.m. BST, 9 amps", ["9.30 am", "9 a.m. BST"]),
        ("37.5 and 10% hold by themselves", []),
    ],
)
def test_numbers_stay_with_what_they_count(text: str, expected: list[str]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("隨訪9個月", ["個月"]),
        ("第3期，30歲，II 型", ["第3"]),
        ("約2,000萬元", ["2,000萬"]),
        ("共 12 345 人", ["12 345"]),
        ("每日5 mg（p < 0.05）", ["5 mg", "p < 0.05"]),
    ],
)
def test_in_need_a_number_leaves_its_measure_word_and_nothing_else(
    text: str, expected: list[str]
) -> None:
    assert expected == [text[start:end] for start, end in held_in_need(text)]


def test_short_words_of_han_are_found_in_a_text_of_letters() -> None:
    text = "The 小燈 and 勞拉西泮 of 燈 and 貼近地面的燈 glow"
    assert ["小燈", "勞拉西泮"] == [text[start:end] for start, end in quoted_words(text)]


def test_only_numbers_with_spaces_in_them_never_open() -> None:
    text = "共 12 345 人，每日 5 mg"
    assert ["12 345"] == [text[start:end] for start, end in spaced_numbers(text)]


def test_a_term_of_the_glossary_is_held() -> None:
    assert ["依馬利尤單抗"] == found("使用依馬利尤單抗治療", "依馬利尤單抗")


def test_a_term_that_no_narrow_column_could_hold_is_not_held() -> None:
    assert [] == found("a macrophage activation syndrome", "macrophage activation syndrome")


def test_a_single_latin_word_needs_no_help() -> None:
    assert [] == found("use emapalumab now", "emapalumab")


@given(TEXT, st.lists(st.text("漢個 gm", min_size=1, max_size=5), max_size=3))
def test_held_stretches_are_ordered_apart_and_narrow(text: str, terms: list[str]) -> None:
    spans = held(text, terms)
    assert all(start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(width(text[start:end]) <= WIDEST for start, end in spans)
