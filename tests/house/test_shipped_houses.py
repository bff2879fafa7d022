"""The houses that come with the program keep the rules that a house can break."""

from pathlib import Path

import pytest

from pressroom.edition.wording import by_tag
from pressroom.house.css.roles import selector
from pressroom.house.legible import contrast
from pressroom.house.load import load_house
from pressroom.house.tokens import Align, House, Ink, Role
from pressroom.language.record import Script
from pressroom.language.registry import known

STYLES = Path(__file__).parents[2] / "styles"
HOUSES = [load_house(folder) for folder in sorted(STYLES.iterdir()) if folder.is_dir()]

RUNNING_TEXT = {Role.LEAD, Role.BODY, Role.QUOTE, Role.LIST_ITEM, Role.BOILERPLATE, Role.FOOTNOTE}


@pytest.fixture(params=HOUSES, ids=lambda house: house.name)
def house(request: pytest.FixtureRequest) -> House:
    return request.param


def test_there_is_more_than_one_house() -> None:
    assert [house.name for house in HOUSES] == ["journal", "plain"]


def test_every_ink_of_text_can_be_read_on_paper_and_on_tint(house: House) -> None:
    poor = {
        (ink, ground): round(contrast(house.ink(ink), house.ink(ground)), 2)
        for ink in (Ink.TEXT, Ink.MUTED, Ink.ACCENT, Ink.LINK)
        for ground in (Ink.PAPER, Ink.TINT)
        if contrast(house.ink(ink), house.ink(ground)) < 4.5
    }
    assert {} == poor


def test_the_measure_of_chinese_text_is_a_whole_number_of_characters(house: House) -> None:
    page = house.page
    measure = page.width.points - page.inner.points - page.outer.points
    size = house.style(Role.BODY, Script.HAN).size.points
    cells = measure / size
    assert cells == pytest.approx(round(cells), abs=0.001)  # J02
    assert cells >= round(cells)  # a hair short of it, and each line would lose a character


def test_the_measure_of_chinese_text_is_a_whole_number_of_characters_in_twips(house: House) -> None:
    page = house.page
    measure = page.width.twips - page.inner.twips - page.outer.twips
    assert 0 == measure % house.style(Role.BODY, Script.HAN).size.twips


def test_chinese_lines_stand_apart_by_half_to_one_character(house: House) -> None:
    ratios = {
        role: style.leading.points / style.size.points
        for role in Role
        for style in [house.style(role, Script.HAN)]
    }
    assert {} == {role: ratio for role, ratio in ratios.items() if not 1.45 <= ratio <= 2}
    running = {role: ratio for role, ratio in ratios.items() if role in RUNNING_TEXT}
    assert {} == {role: ratio for role, ratio in running.items() if ratio < 1.5}  # J11


def test_text_is_large_enough_to_be_read(house: House) -> None:
    sizes = {(role, script): style.size.points for role, script, style in house.roles}
    assert {} == {key: size for key, size in sizes.items() if size < 7.9}  # J12
    assert 9 <= sizes[Role.BODY, Script.HAN]


def test_both_languages_have_the_same_sizes_weights_and_inks(house: House) -> None:
    unequal = [
        role
        for role in Role
        for latin, han in [(house.style(role, Script.LATIN), house.style(role, Script.HAN))]
        if (latin.size, latin.bold, latin.ink, latin.face)
        != (han.size, han.bold, han.ink, han.face)
    ]
    assert [] == unequal


def test_paragraphs_are_parted_by_a_gap_or_by_an_indent_but_not_by_both(house: House) -> None:
    both = [
        (role, script)
        for role, script, style in house.roles
        if style.first_line.points > 0 and style.before.points + style.after.points > 0
    ]
    assert [] == both  # J06


def test_han_is_never_slanted_and_only_short_lines_are_tracked(house: House) -> None:
    han = [(role, style) for role, script, style in house.roles if script is Script.HAN]
    assert [] == [role for role, style in han if style.italic]  # G07
    assert [] == [role for role, style in han if style.tracking.points and role is not Role.KICKER]


def test_headings_stay_with_what_follows_and_are_not_justified(house: House) -> None:
    headings = (Role.KICKER, Role.HEADLINE, Role.SUBHEAD, Role.MINOR_SUBHEAD, Role.DIVISION_TITLE)
    for script in Script:
        styles = [house.style(role, script) for role in headings]
        assert [True] * len(headings) == [style.keep_with_next for style in styles]
        assert {Align.START} == {style.align for style in styles}


def test_every_role_has_a_selector_of_its_own() -> None:
    selectors = [selector(role, script) for role in Role for script in Script]
    assert len(selectors) == len(set(selectors))


@pytest.mark.parametrize("tag", known())
def test_every_known_language_has_labels_and_a_masthead(house: House, tag: str) -> None:
    assert house.wording(tag) is not None
    assert by_tag(house.masthead.names, tag)
    assert by_tag(house.masthead.logo_alt, tag)


def test_french_labels_keep_their_colons_on_the_line(house: House) -> None:
    french = house.wording("fr")
    assert french is not None
    for label in (french.telephone, french.email, french.credit, french.correction):
        assert "\u00a0:" in label


def test_labels_are_there_in_english_and_in_hong_kong_chinese(house: House) -> None:
    english, chinese = house.wording("en-HK"), house.wording("zh-Hant-HK")
    assert english is not None
    assert chinese is not None
    assert english is house.wording("en-GB")
    assert "編輯垂注" == chinese.notes
    assert "資料來源" == chinese.source
    assert " " not in chinese.page + chinese.dateline + chinese.embargo + chinese.correction
