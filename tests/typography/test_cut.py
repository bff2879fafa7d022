import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.typography.characters import width
from pressroom.typography.cut import cut


@pytest.mark.parametrize(
    ("text", "em", "expected"),
    [
        ("short", 10, "short"),
        ("one two three four", 6, "one two…"),
        ("First clause here, and then much more", 10.5, "First clause here…"),
        ("中國首宗個案的報告", 5, "中國首宗…"),
        ("中國首宗，個案的報告", 6.5, "中國首宗…"),
        ("使用emapalumab治療", 6, "使用…"),
    ],
)
def test_a_long_text_ends_where_a_reader_would_pause(text: str, em: float, expected: str) -> None:
    assert expected == cut(text, em, "…")


@given(st.text("漢字，。 abc1", max_size=60), st.integers(4, 30))
def test_a_cut_text_fits_and_begins_like_the_whole(text: str, em: int) -> None:
    short = cut(text, em, "……")
    assert width(short) <= em
    assert short == text or text.startswith(short.removesuffix("……"))
