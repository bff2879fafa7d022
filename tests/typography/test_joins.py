from hypothesis import given
from hypothesis import strategies as st

from pressroom.typography.joins import layout_spaces


def test_a_space_between_han_and_latin_is_layout() -> None:
    assert (2, 13) == layout_spaces("使用 emapalumab 治療")
    assert (4,) == layout_spaces("2025 年"[:4] + " 年")


def test_a_space_beside_a_mark_or_between_words_is_text() -> None:
    assert () == layout_spaces("單 抗， emapalumab 5 mg")


@given(st.text("漢A1 ，", max_size=20))
def test_every_layout_space_is_a_space(text: str) -> None:
    assert all(text[at] == " " for at in layout_spaces(text))
