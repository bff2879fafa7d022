"""A character that no face can draw is found before anything is written."""

import pytest

from pressroom.fonts.cover import Uncovered, uncovered
from pressroom.fonts.face import FontKey
from pressroom.fonts.find import find

LATIN, HAN = FontKey("Noto Serif"), FontKey("Noto Serif CJK HK")
FACES = find([LATIN, HAN])


def test_text_in_both_scripts_is_covered_by_both_faces_together() -> None:
    text = "干擾素γ抑制劑（emapalumab）：“37.5 ℃”——嘅冇喺𠝹𨋢"
    assert () == uncovered(text, FACES.values())
    assert uncovered(text, [FACES[LATIN]])


def test_a_missing_character_is_told_with_its_place() -> None:
    text = "ab😀漢\U0002bb37"
    found = (Uncovered("😀", 2), Uncovered("\U0002bb37", 4))
    assert found == uncovered(text, FACES.values())


@pytest.mark.parametrize(
    "character",
    "\n\u2028\u200b\u2060\u00ad\u200d\ufeff\ufe00\U000e0100 \u00a0\u2003\u2009\u202f\u2011",
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_what_is_not_drawn_or_drawn_by_other_means_needs_no_glyph(character: str) -> None:
    assert () == uncovered(character, FACES.values())


def test_a_wide_space_and_a_hyphen_are_made_of_the_plain_ones() -> None:
    from fontTools.ttLib import TTFont

    face = FACES[LATIN]
    with TTFont(face.path, lazy=True) as font:
        assert 0x3000 not in (font.getBestCmap() or {0x3000: ""})
    assert () == uncovered("\u3000", [face])


def test_nothing_is_covered_by_no_face() -> None:
    assert (Uncovered("a", 0),) == uncovered("a", [])
