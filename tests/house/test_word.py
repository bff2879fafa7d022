"""What the Word styles of a house are called, and how they hang together."""

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.house.tokens import RUNNING, Role
from pressroom.house.word import (
    ParagraphStyle,
    WordMark,
    character_style,
    paragraph_styles,
    style_name,
)
from pressroom.language.record import Script
from pressroom.testing.house import sample_house

HOUSE = sample_house()
STYLES = paragraph_styles(HOUSE)


def by_id() -> dict[str, ParagraphStyle]:
    return {style.name.style_id: style for style in STYLES}


def repeated(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [name for name in names if name in seen or seen.add(name)]


def test_ids_and_names_are_unique_even_for_a_reader_that_ignores_case() -> None:
    assert [] == repeated(style.name.style_id.lower() for style in STYLES)
    assert [] == repeated(style.name.name.lower() for style in STYLES)


def test_every_role_has_an_english_and_a_chinese_style() -> None:
    for script in Script:
        assert set(Role) == {style.role for style in STYLES if style.script is script}  # D06


def test_a_style_is_based_on_one_that_came_before_it() -> None:
    known = {"Normal"}
    for style in STYLES:
        assert style.based_on in known
        known.add(style.name.style_id)


def test_the_style_that_follows_exists_and_stays_in_the_language() -> None:
    for style in STYLES:
        assert style.script is by_id()[style.next_style].script


def test_text_follows_where_enter_is_pressed_at_the_end_of_what_has_one_paragraph() -> None:
    alone = {Role.HEADLINE, Role.SUBHEAD, Role.CAPTION, Role.CREDIT, Role.ATTRIBUTION}
    for style in (style for style in STYLES if style.role in alone):
        assert Role.BODY is by_id()[style.next_style].role


def test_where_words_are_divided_chinese_and_all_that_is_no_running_text_is_not() -> None:
    assert {False} == {style.whole for style in STYLES}
    styles = paragraph_styles(replace(HOUSE, hyphenate=True))
    divided = {(style.role, style.script) for style in styles if not style.whole}
    assert {(role, Script.LATIN) for role in RUNNING} == divided


def test_links_are_whole_where_words_are_divided() -> None:
    link = frozenset[WordMark]({"link"})
    assert not character_style(HOUSE, link).no_proof
    assert character_style(replace(HOUSE, hyphenate=True), link).no_proof


def test_headings_carry_words_own_names_and_outline_levels() -> None:
    english = {
        s.level: s.name
        for s in STYLES
        if s.script is Script.LATIN and s.role is not Role.DIVISION_TITLE
    }
    assert ["heading 1", "heading 2", "heading 3"] == [english[level].name for level in (1, 2, 3)]
    assert all(english[level].built_in for level in range(1, 7))
    assert "Heading 1 Chinese" == style_name(Role.HEADLINE, Script.HAN, level=1).name


@pytest.mark.parametrize(
    ("level", "ordered", "expected"),
    [
        (1, False, "List Bullet"),
        (2, False, "List Bullet 2"),
        (1, True, "List Number"),
        (5, True, "List Number 5"),
        (9, True, "List Number 5"),
    ],
)
def test_list_items_take_words_own_list_styles(level: int, ordered: bool, expected: str) -> None:  # noqa: FBT001
    assert expected == style_name(Role.LIST_ITEM, Script.LATIN, level=level, ordered=ordered).name


def test_a_list_item_is_indented_by_its_depth() -> None:
    steps = [s.indent for s in STYLES if s.role is Role.LIST_ITEM and s.script is Script.HAN]
    step = HOUSE.list_indent.twips
    assert [step * depth for depth in (1, 2, 3, 4, 5)] * 2 == steps


def test_a_leading_too_tight_for_the_face_is_exact_so_that_it_is_kept() -> None:
    from dataclasses import replace

    from pressroom.house.tokens import Length

    tight = tuple(
        (role, script, replace(style, size=Length(20), leading=Length(28)))
        for role, script, style in HOUSE.roles
    )
    rules = {
        style.script: style.line_rule
        for style in paragraph_styles(replace(HOUSE, roles=tight))
        if style.role is Role.HEADLINE
    }
    assert {Script.LATIN: "atLeast", Script.HAN: "exact"} == rules


DOTS: frozenset[WordMark] = frozenset({"dots"})
ALL_MARKS: tuple[WordMark, ...] = get_args(WordMark)
marks = st.frozensets(st.sampled_from(ALL_MARKS), min_size=1)


@given(marks, marks)
def test_two_combinations_of_marks_never_share_a_style(
    one: frozenset[WordMark], other: frozenset[WordMark]
) -> None:
    same = character_style(HOUSE, one).style_id == character_style(HOUSE, other).style_id
    assert same == (one == other)


@given(marks)
def test_han_under_dots_is_never_slanted(some: frozenset[WordMark]) -> None:
    style = character_style(HOUSE, some | DOTS)
    assert style.dots
    assert not style.italic


def test_a_single_mark_has_the_name_that_word_knows() -> None:
    assert ("Strong", True) == named("strong")
    assert ("Emphasis", True) == named("slant")
    assert ("Hyperlink", True) == named("link")
    assert ("footnote reference", True) == named("note-call")
    assert ("Emphasis Chinese", False) == named("dots")


def named(mark: WordMark) -> tuple[str, bool]:
    style = character_style(HOUSE, frozenset({mark}))
    return style.name, style.built_in


def test_a_link_in_bold_keeps_both_looks() -> None:
    style = character_style(HOUSE, frozenset({"link", "strong"}))
    assert ("single", True, "14405c") == (style.underline, style.bold, style.ink)
