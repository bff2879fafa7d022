"""What the style sheet of a house says in each medium."""

import re
from dataclasses import replace

import pytest

from pressroom.house.css import LETTERS, Medium, families, letters_family, stylesheet
from pressroom.testing.house import sample_house

HOUSE = sample_house()


def rule(medium: Medium, selector: str) -> str:
    """Return the declarations of the rule with exactly this selector."""
    found = re.search(
        rf"^{re.escape(selector)} \{{ (.*) \}}$", stylesheet(HOUSE, medium), re.MULTILINE
    )
    assert found is not None, selector
    return found[1]


def test_a_page_takes_points_and_a_book_what_the_reader_has_chosen() -> None:
    assert "font-size: 18pt; line-height: 27pt" in rule(Medium.PRINT, ".headline")
    assert "font-size: 1.7143rem; line-height: 1.5" in rule(Medium.BOOK, ".headline")


@pytest.mark.parametrize("medium", [Medium.BOOK, Medium.SCREEN])
def test_no_size_of_text_is_fixed_where_the_reader_may_change_it(medium: Medium) -> None:
    fixed = re.findall(
        r"(?:font-size|line-height|text-indent|margin|padding)[^;}]*\d(?:px|pt|mm)",
        stylesheet(HOUSE, medium),
    )
    assert [] == fixed  # E03


@pytest.mark.parametrize("medium", [Medium.PRINT, Medium.BOOK])
def test_chinese_text_has_its_own_marks_and_english_text_its_own(medium: Medium) -> None:
    assert '"Noto Serif", "Noto Serif CJK HK"' in rule(medium, ".body")
    assert '"Noto Serif Letters", "Noto Serif CJK HK"' in rule(
        medium, ".body:lang(zh), .body:lang(ja), .body:lang(ko)"
    )


def test_on_a_screen_the_fonts_that_editors_have_stand_in() -> None:
    latin = '"Noto Serif", "Times New Roman", "Noto Serif CJK HK", "PMingLiU"'
    assert f"font-family: {latin};" in rule(Medium.SCREEN, ".body")
    han = '"Noto Serif Letters", "Noto Serif CJK HK", "PMingLiU"'
    assert f"font-family: {han}" == rule(
        Medium.SCREEN, ".body:lang(zh), .body:lang(ja), .body:lang(ko)"
    )


@pytest.mark.parametrize("mark", "“”‘’—…·‧•±×÷°§′″≥≤")
def test_marks_that_both_faces_have_are_no_letters(mark: str) -> None:
    assert not in_letters(mark)  # G03


@pytest.mark.parametrize("letter", "Aé0γμ²⁺-‑\u00a0$€ ")
def test_letters_figures_and_spaces_are_drawn_by_the_latin_face(letter: str) -> None:
    assert in_letters(letter)  # G13


def in_letters(character: str) -> bool:
    ranges = [part.strip().removeprefix("U+").split("-") for part in LETTERS.split(",")]
    return any(int(r[0], 16) <= ord(character) <= int(r[-1], 16) for r in ranges)


def test_every_family_of_the_style_sheet_is_declared_or_derived() -> None:
    sheet = stylesheet(HOUSE, Medium.BOOK)
    named = set(re.findall(r'"(Noto [^"]+)"', sheet))
    declared = set(families(HOUSE))
    assert named == declared | {letters_family(HOUSE.face(role).latin) for role, _ in HOUSE.faces}


def test_no_generic_family_stands_in_a_stack_since_it_may_be_another_regions_face() -> None:
    for medium in Medium:
        assert not re.search(
            r"font-family:[^;}]*(?:serif|monospace)\b(?!\w*\")", stylesheet(HOUSE, medium)
        )


def test_a_book_breaks_and_spaces_chinese_lines_as_clreq_says() -> None:
    said = rule(Medium.BOOK, ":lang(zh), :lang(ja), :lang(ko)")
    for declaration in (
        "line-break: strict",
        "word-break: normal",
        "hyphens: none",
        "text-autospace: normal",
        "text-spacing-trim: normal",
    ):
        assert f"; {declaration}" in f"; {said}"


def test_stress_in_chinese_is_dots_below_and_never_a_slant() -> None:
    assert "text-emphasis-position: under right" in rule(Medium.BOOK, "em.dots")
    assert "font-style: normal" == rule(Medium.BOOK, "em, cite")


@pytest.mark.parametrize("medium", Medium)
def test_nothing_hangs_and_only_addresses_and_words_wider_than_the_measure_break_anywhere(
    medium: Medium,
) -> None:
    sheet = stylesheet(HOUSE, medium)
    assert "hanging-punctuation" not in sheet  # J07
    assert "break-all" not in sheet  # B09
    assert ["break-word", "anywhere"] == re.findall(r"overflow-wrap: ([\w-]+)", sheet)
    assert "overflow-wrap: anywhere" == rule(medium, ".address")


def test_the_typesetting_engine_knows_every_declaration_for_pages(
    caplog: pytest.LogCaptureFixture,
) -> None:
    from weasyprint import CSS

    CSS(string=stylesheet(HOUSE, Medium.PRINT))
    assert [] == caplog.messages


def test_a_book_leaves_the_ink_of_its_text_to_the_reader() -> None:
    assert "color: inherit" in rule(Medium.BOOK, ".body")
    assert "color: #1a1a1a" in rule(Medium.PRINT, ".body")


def test_the_extra_style_sheet_of_a_house_comes_last() -> None:
    from dataclasses import replace

    sheet = stylesheet(replace(HOUSE, extra_css=".body { color: #123456 }"), Medium.PRINT)
    assert sheet.endswith(".body { color: #123456 }\n")


def test_only_running_text_is_divided_and_only_if_the_house_says_so() -> None:
    sheets = {
        (medium, on): stylesheet(replace(HOUSE, hyphenate=on), medium)
        for medium in Medium
        for on in (False, True)
    }
    assert "hyphens: auto" not in sheets[Medium.PRINT, False]
    for medium in Medium:
        off, on = (sheets[medium, on].splitlines() for on in (False, True))
        (said,) = set(on) - set(off)
        assert set(off) < set(on)
        assert ".body," in said
        assert ".headline" not in said
        wanted = (
            "chars: 999" if medium is Medium.PRINT else "chars: 6 2 3; hyphenate-limit-lines: 2"
        )
        assert wanted in said
