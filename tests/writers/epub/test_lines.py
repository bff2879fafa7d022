"""Headlines on the shelf picture break where they may, into lines of like length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.writers.epub.lines import balanced


def _cells(text: str) -> float:
    return sum(0.5 if ord(character) < 0x2000 else 1.0 for character in text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one", ["one"]),
        ("one two three four", ["one two", "three four"]),
        ("漢漢漢漢漢漢漢", ["漢漢漢漢", "漢漢漢"]),
        ("漢漢漢漢漢漢，漢", ["漢漢漢漢", "漢漢，漢"]),
        ("漢漢漢漢漢「漢漢」漢", ["漢漢漢漢漢", "「漢漢」漢"]),
        ("漢漢漢漢～漢漢漢", ["漢漢漢漢～", "漢漢漢"]),
        ("使用emapalumab治療", ["使用", "emapalumab", "治療"]),
    ],
)
def test_lines_are_balanced_and_keep_the_rules(text: str, lines: list[str]) -> None:
    assert lines == [line.strip() for line in balanced(text, 6, _cells)]


@given(st.text("漢字，「」 ab", max_size=40))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(text.split()) == "".join("".join(balanced(text, 5, _cells)).split())


@given(st.text("漢字，。」·～／－︰∶", min_size=1, max_size=40))
def test_no_line_begins_with_a_closing_or_a_joining_mark(text: str) -> None:
    assert not any(line[:1] in "，。」·～／－︰∶" for line in balanced(text, 5, _cells)[1:])
